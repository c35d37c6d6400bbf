import { decodeJwt } from 'jose';
import { lower } from '../directory.ts';
import { answerTo, type FarSide } from '../far-side.ts';
import { GraphFault } from './errors.ts';

/** Refuses a call without a token, or with one that is not this sandbox's for Graph. Lifetimes are real time. */
export async function checkToken(far: FarSide, headers: Headers): Promise<void> {
  const token = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (token === undefined) throw unauthorised('Access token is empty.');
  const claims = await far.keys.verify(token);
  if (claims === undefined) throw unauthorised('Access token validation failure. Invalid signature or lifetime.');
  if (claims.aud !== 'https://graph.microsoft.com' && claims.aud !== '00000003-0000-0000-c000-000000000000')
    throw unauthorised('Access token validation failure. Invalid audience.');
}

function unauthorised(message: string): GraphFault {
  return new GraphFault(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'www-authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    },
  });
}

const exchangePath =
  /^\/users(?:\/|\(')([^/']+)(?:'\))?\/(events|calendar|calendars|calendarView|messages|sendMail|outlook|mailboxSettings)\b/i;

/**
 * A mailbox outside the app's scope is closed, whatever is asked of it, and so is what nobody has consented to.
 * Consent in Entra opens every mailbox, a role in Exchange the named ones: the two add up.
 */
export function checkScope(far: FarSide, asked: { appId: string; method: string; path: string }): void {
  const [, named, part = ''] = exchangePath.exec(asked.path) ?? [];
  const address = named === undefined ? undefined : far.directory.mailboxAddress(decodeURIComponent(named));
  if (named !== undefined && address === undefined) return;
  const { appScope, apps } = far.directory.facts;
  const isSchedule = /\/getSchedule$/i.test(asked.path);
  if (address !== undefined && !isSchedule && appScope?.map(lower).includes(address) === false) throw outOfScope(far);
  const app = apps?.find(({ appId }) => appId === asked.appId);
  if (app === undefined || (app.consented === undefined && app.exchangeRoles === undefined)) return;
  const enough = address === undefined ? forDirectory(asked) : forMailbox(asked, part.toLowerCase());
  if (enough === undefined || enough.some((permission) => app.consented?.includes(permission))) return;
  const roles = (app.exchangeRoles ?? []).filter(({ permission }) => enough.includes(permission));
  if (address !== undefined && roles.some(({ mailboxes }) => mailboxes.map(lower).includes(address))) return;
  throw address === undefined ? insufficient() : outOfScope(far);
}

/** Each of these is enough; undefined for what no app is asked about here. */
function forMailbox({ method, path }: { method: string; path: string }, part: string): readonly string[] | undefined {
  const reads = method === 'GET';
  if (part === 'sendmail' || /\/send$/i.test(path)) return ['Mail.Send'];
  if (part === 'messages') return reads ? ['Mail.ReadWrite', 'Mail.Read'] : ['Mail.ReadWrite'];
  if (part === 'outlook' || part === 'mailboxsettings') return undefined;
  return reads || /\/getSchedule$/i.test(path) ? ['Calendars.ReadWrite', 'Calendars.Read'] : ['Calendars.ReadWrite'];
}

function forDirectory({ method, path }: { method: string; path: string }): readonly string[] | undefined {
  if (/^\/places\b/i.test(path)) return ['Place.Read.All'];
  if (/^\/users(\/|\(|$)/i.test(path)) return ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'];
  if (/^\/drives\//i.test(path) || /\/filesFolder$/i.test(path))
    return method === 'GET'
      ? ['Sites.ReadWrite.All', 'Files.ReadWrite.All', 'Sites.Read.All', 'Files.Read.All']
      : ['Sites.ReadWrite.All', 'Files.ReadWrite.All'];
  return undefined;
}

const outOfScope = (far: FarSide): GraphFault =>
  new GraphFault(403, answerTo(far, 'refusalCode'), 'Access to OData is disabled.');

const insufficient = (): GraphFault =>
  new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');

/** The caller's app id; parts of a batch carry no token of their own. */
export function appIdOf(headers: Headers): string {
  const token = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  try {
    const appId = token === undefined ? undefined : decodeJwt(token)['appid'];
    return typeof appId === 'string' ? appId : '';
  } catch {
    return '';
  }
}
