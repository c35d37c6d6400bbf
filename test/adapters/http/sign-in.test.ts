import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { tokenVerifier } from '../../../src/adapters/http/sign-in.ts';
import { AskedToWait } from '../../../src/ports/far-side.ts';

const tid = '11111111-2222-4333-8444-555555555555';
const clientId = '99999999-2222-4333-8444-555555555555';

test('keys that cannot be fetched ask whoever signs in to wait, and refuse nobody', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }] };
  const token = await new SignJWT({ oid: 'o', tid, scp: 'access_as_user' })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(`https://login.microsoftonline.com/${tid}/v2.0`)
    .setAudience(clientId)
    .setExpirationTime('1h')
    .sign(privateKey);
  const answers: (() => Promise<Response>)[] = [
    () => Promise.reject(new TypeError('fetch failed')),
    () => Promise.resolve(new Response(null, { status: 503 })),
    () => Promise.resolve(Response.json(keys)),
  ];
  const fetchNext = (): Promise<Response> => answers.shift()?.() ?? Promise.reject(new Error('asked too often'));
  const verify = tokenVerifier({ clientId, allowedTenants: [tid], fetch: fetchNext });
  await expect(verify(token)).rejects.toBeInstanceOf(AskedToWait);
  await expect(verify(token)).rejects.toBeInstanceOf(AskedToWait);
  expect(await verify(token)).toMatchObject({ oid: 'o', tenantId: tid });
});
