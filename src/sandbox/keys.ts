import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import type { JSONWebKeySet, JWK, JWTPayload } from 'jose';
import type { Row, State } from './state.ts';

/** The sandbox's own signing key, and every token that somebody of Microsoft's would sign. Token times are real time. */
export interface SandboxKeys {
  /** Entra's key set, for tokens that people and apps bring. */
  jwks(): JSONWebKeySet;
  /** Bot Framework's key set: the same key, endorsed for Teams. */
  botJwks(): JSONWebKeySet;
  sign(claims: JWTPayload & { iss: string; aud: string }, seconds?: number): Promise<string>;
  /** The claims of a token that this sandbox signed and that still lives, else undefined. */
  verify(token: string): Promise<JWTPayload | undefined>;
}

interface KeyRow extends Row {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** Entra's tokens for apps live an hour, less a second. */
const tokenSeconds = 3599;

// Sandboxes without a file live as long as the process; making a key for each would only cost time.
let keyForMemory: Promise<KeyRow> | undefined;

export async function openKeys(state: State, isInMemory: boolean): Promise<SandboxKeys> {
  const table = state.table<KeyRow>('keys');
  const row = table.get('signing') ?? (isInMemory ? await (keyForMemory ??= newKey()) : await newKey());
  if (table.get('signing') === undefined) table.put(row);
  const privateKey = await importJWK(row.privateJwk, 'RS256');
  const publicKeys = createLocalJWKSet({ keys: [row.publicJwk] });
  const known = new Map<string, JWTPayload>();

  return {
    jwks: () => ({ keys: [row.publicJwk] }),
    botJwks: () => ({ keys: [{ ...row.publicJwk, endorsements: ['msteams'] }] }),
    sign(claims, seconds = tokenSeconds) {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ ...claims, iat: now, nbf: now, exp: now + seconds })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: row.publicJwk.kid ?? '' })
        .sign(privateKey);
    },
    async verify(token) {
      const seen = known.get(token);
      if (seen !== undefined && (seen.exp ?? 0) * 1000 > Date.now()) return seen;
      try {
        const { payload } = await jwtVerify(token, publicKeys);
        known.set(token, payload);
        return payload;
      } catch {
        return undefined;
      }
    },
  };
}

async function newKey(): Promise<KeyRow> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const kid = `sandbox-${crypto.randomUUID()}`;
  const publicJwk = { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' };
  return { id: 'signing', privateJwk: { ...(await exportJWK(pair.privateKey)), kid, alg: 'RS256' }, publicJwk };
}

/** Token for the tab as Teams' single sign-on hands out: Entra v2, delegated, for our own API. */
export interface UserTokenWish {
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
  readonly upn: string;
  /** The product's own app id. */
  readonly audience: string;
  readonly scopes?: readonly string[];
  /** The client that asked; Teams' web client unless said. */
  readonly azp?: string;
  /** Real seconds the token lives; negative makes one that has expired. */
  readonly seconds?: number;
}

const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export function signUserToken(keys: SandboxKeys, wish: UserTokenWish): Promise<string> {
  return keys.sign(
    {
      iss: `https://login.microsoftonline.com/${wish.tid}/v2.0`,
      aud: wish.audience,
      tid: wish.tid,
      oid: wish.oid,
      sub: `${wish.oid}.${wish.audience}`,
      name: wish.name,
      preferred_username: wish.upn,
      scp: (wish.scopes ?? ['access_as_user']).join(' '),
      azp: wish.azp ?? teamsWebClient,
      azpacr: '0',
      ver: '2.0',
    },
    wish.seconds,
  );
}

/** Token that the Bot Connector service shows the bot with every activity. */
export function signBotToken(
  keys: SandboxKeys,
  wish: { readonly appId: string; readonly serviceUrl: string; readonly seconds?: number },
): Promise<string> {
  return keys.sign({ iss: 'https://api.botframework.com', aud: wish.appId, serviceurl: wish.serviceUrl }, wish.seconds);
}
