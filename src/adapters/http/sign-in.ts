import type { RequestHandler } from 'express';
import { createRemoteJWKSet, customFetch, jwtVerify, type JWTPayload } from 'jose';
import { languageOf, type Language } from '../../domain/words.ts';
import type { TenantId } from '../../domain/ids.ts';
import { AskedToWait } from '../../ports/far-side.ts';
import { problem } from './route.ts';

/** Who signed in, by the only keys that hold: oid and tid. The name is for showing. */
export interface Identity {
  readonly tenantId: TenantId;
  readonly oid: string;
  readonly name: string;
  readonly language: Language;
}

export interface SignInSettings {
  /** The app's id: the audience of a v2 token. `api://…` forms are accepted when they end in it. */
  readonly clientId: string;
  readonly allowedTenants: readonly string[];
  /** How the keys are fetched: the network, or the sandbox's far side. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

const SCOPE = 'access_as_user';
const CLOCK_SKEW_SECONDS = 300;

/**
 * Verifies the Teams SSO token as Entra's documentation asks: signature by the tenant's published keys, audience,
 * issuer of that very tenant, allow-listed tenant, scope, time. Token times are checked against real time.
 */
export function tokenVerifier(settings: SignInSettings): (token: string) => Promise<Identity & { claims: JWTPayload }> {
  const keySets = new Map(
    settings.allowedTenants.map((tid) => [
      tid,
      createRemoteJWKSet(new URL(`https://login.microsoftonline.com/${tid}/discovery/v2.0/keys`), {
        [customFetch]: (url, init) => fetchedKeys(settings, url, init),
      }),
    ]),
  );
  return async (token) => {
    const tid = unverifiedTenant(token);
    const keys = keySets.get(tid);
    if (keys === undefined) throw new Error('the token is of a tenant that is not allowed here');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      audience: [settings.clientId, `api://${settings.clientId}`],
      issuer: `https://login.microsoftonline.com/${tid}/v2.0`,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['oid', 'tid', 'exp', 'scp'],
    });
    const { oid, scp, name } = payload;
    if (payload['tid'] !== tid || typeof oid !== 'string') throw new Error('the token names no person');
    if (typeof scp !== 'string' || !scp.split(' ').includes(SCOPE))
      throw new Error(`the token lacks the scope ${SCOPE}`);
    return { tenantId: tid, oid, name: typeof name === 'string' ? name : '', language: 'sv', claims: payload };
  };
}

const KEYS_WAIT_SECONDS = 5;

/** Keys that cannot be had say nothing about the token: whoever signed in is asked to wait, not to sign in anew. */
async function fetchedKeys(settings: SignInSettings, url: string, init: RequestInit): Promise<Response> {
  const answer = await settings.fetch(url, init).catch((cause: unknown) => {
    throw keysAway(cause);
  });
  if (answer.status !== 200) throw keysAway(answer.status);
  return answer;
}

function keysAway(why: unknown): AskedToWait {
  const away = new AskedToWait('fetch the keys of the sign-in', KEYS_WAIT_SECONDS);
  away.cause = why;
  return away;
}

/** Only chooses which published keys to check against; nothing is believed before the signature is. */
function unverifiedTenant(token: string): string {
  const part = token.split('.')[1] ?? '';
  const claims: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const tid = typeof claims === 'object' && claims !== null && 'tid' in claims ? claims.tid : undefined;
  return typeof tid === 'string' ? tid : '';
}

const words = {
  missing: { sv: 'Logga in för att fortsätta.', en: 'Sign in to continue.' },
  invalid: {
    sv: 'Inloggningen gäller inte längre. Ladda om fliken.',
    en: 'The sign-in is no longer valid. Reload the tab.',
  },
};

/** Stands before every API route: no valid token, no answer. Sets `response.locals.identity`. */
export function signIn(settings: SignInSettings): RequestHandler {
  const verify = tokenVerifier(settings);
  return async (request, response, next) => {
    const language = languageOf(request.get('accept-language'));
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    if (token === undefined)
      return problem(response, 401, { reason: 'signInMissing', message: words.missing[language] });
    try {
      const { claims: _, ...identity } = await verify(token);
      response.locals['identity'] = { ...identity, language };
    } catch (cause) {
      if (cause instanceof AskedToWait) throw cause;
      request.log?.info({ err: cause }, 'sign-in refused');
      return problem(response, 401, { reason: 'signInInvalid', message: words.invalid[language] });
    }
    next();
  };
}
