import type { FarSide } from './far-side.ts';
import type { RainKind } from './rain.ts';

const host = 'https://login.microsoftonline.com';

/** Entra's sign-in: client credentials, discovery and keys. */
export async function answerLogin(far: FarSide, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const [, tenant = '', ...rest] = pathname.split('/');
  const path = rest.join('/');
  const falls = far.rain.draw(`sign-in ${path}`, ['throttled', 'throttledWithoutWait', 'unavailable']);
  if (falls !== undefined) return busy(falls);
  if (path === 'discovery/instance') return json(200, instanceMetadata());
  if (!isKnownTenant(far, tenant)) return loginError(400, 90002, 'invalid_request', `Tenant '${tenant}' not found.`);
  if (path === 'oauth2/v2.0/token' && request.method === 'POST') return answerToken(far, tenant, await request.text());
  if (path === 'v2.0/.well-known/openid-configuration') return json(200, openIdConfiguration(tenant));
  if (path === 'discovery/v2.0/keys') return json(200, far.keys.jwks());
  return loginError(404, 900144, 'invalid_request', `The endpoint ${pathname} does not exist.`);
}

function busy(falls: RainKind): Response {
  const headers: Record<string, string> = falls === 'throttled' ? { 'retry-after': '2' } : {};
  return new Response(null, { status: falls === 'unavailable' ? 503 : 429, headers });
}

/** Where the Bot Framework publishes who signs the activities that come to a bot. */
export function answerBotLogin(far: FarSide, request: Request): Response {
  const { origin, pathname } = new URL(request.url);
  if (pathname === '/v1/.well-known/openidconfiguration')
    return json(200, botMetadata(`${origin}/v1/.well-known/keys`));
  if (pathname === '/v1/.well-known/keys') return json(200, far.keys.botJwks());
  return new Response(null, { status: 404 });
}

/** The Bot Framework's metadata document; its keys may also be served from a loopback address. */
export function botMetadata(jwksUri: string): Record<string, unknown> {
  return {
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: jwksUri,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

async function answerToken(far: FarSide, tenant: string, form: string): Promise<Response> {
  const fields = new URLSearchParams(form);
  const clientId = fields.get('client_id') ?? '';
  if (fields.get('grant_type') !== 'client_credentials')
    return loginError(400, 70003, 'unsupported_grant_type', 'The app requested an unsupported grant type.');
  const { apps, tenantId } = far.directory.facts;
  const app = apps?.find((candidate) => candidate.appId === clientId);
  if (apps !== undefined && app === undefined)
    return loginError(400, 700016, 'unauthorized_client', `Application with identifier '${clientId}' was not found.`);
  if (app?.isDisabled === true)
    return loginError(400, 7000112, 'unauthorized_client', `Application '${clientId}' is disabled.`);
  if (app !== undefined && fields.get('client_secret') !== app.clientSecret)
    return loginError(401, 7000215, 'invalid_client', 'Invalid client secret provided.');
  if (app?.secretHasExpired === true)
    return loginError(
      401,
      7000222,
      'invalid_client',
      `The provided client secret keys for app '${clientId}' are expired.`,
    );
  const scope = fields.get('scope') ?? '';
  if (!scope.endsWith('/.default'))
    return loginError(400, 1002012, 'invalid_scope', `The provided value for scope ${scope} is not valid.`);
  const tid = tenant === 'botframework.com' ? 'd6d49420-f39b-4df7-a1dc-d59a935871db' : tenantId;
  const token = await far.keys.sign({
    iss: `https://sts.windows.net/${tid}/`,
    aud: scope.slice(0, -'/.default'.length),
    appid: clientId,
    tid,
    idtyp: 'app',
    // A token for an app that has been given nothing has no such claim.
    ...(app?.consented?.length ? { roles: [...app.consented] } : {}),
  });
  return json(200, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
}

function isKnownTenant(far: FarSide, tenant: string): boolean {
  const { tenantId, tenantDomain } = far.directory.facts;
  return [tenantId, tenantDomain, 'common', 'organizations', 'botframework.com'].includes(tenant.toLowerCase());
}

function openIdConfiguration(tenant: string): Record<string, unknown> {
  return {
    issuer: `${host}/${tenant}/v2.0`,
    authorization_endpoint: `${host}/${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${host}/${tenant}/oauth2/v2.0/token`,
    jwks_uri: `${host}/${tenant}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function instanceMetadata(): Record<string, unknown> {
  return {
    tenant_discovery_endpoint: `${host}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [
      {
        preferred_network: 'login.microsoftonline.com',
        preferred_cache: 'login.windows.net',
        aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
      },
    ],
  };
}

function loginError(status: number, number: number, error: string, text: string): Response {
  return json(status, {
    error,
    error_description: `AADSTS${number}: ${text}`,
    error_codes: [number],
    timestamp: new Date().toISOString(),
    trace_id: crypto.randomUUID(),
    correlation_id: crypto.randomUUID(),
  });
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
