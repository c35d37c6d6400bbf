import { lower } from '../directory.ts';
import type { FarSide } from '../far-side.ts';
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
  /^\/users(?:\/|\(')([^/']+)(?:'\))?\/(?:events|calendar|calendars|calendarView|messages|sendMail|outlook|mailboxSettings)\b(?!\/getSchedule)/i;

/** RBAC for Applications: a mailbox outside the app's scope is closed, whatever is asked of it. */
export function checkScope(far: FarSide, rawPath: string): void {
  const scope = far.directory.facts.appScope;
  const named = exchangePath.exec(rawPath)?.[1];
  if (scope === undefined || named === undefined) return;
  const address = far.directory.mailboxAddress(decodeURIComponent(named));
  if (address !== undefined && !scope.map(lower).includes(address))
    throw new GraphFault(403, 'ErrorAccessDenied', 'Access to OData is disabled.');
}
