import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openSandbox } from '../../src/sandbox/sandbox.ts';
import { farSideOverSocket, serveFarSide } from '../../src/sandbox/socket.ts';
import { temporaryFolder } from '../temporary.ts';
import {
  anna,
  attendee,
  channelId,
  graphCall,
  lead,
  obedient,
  openFarSide,
  organiser,
  responsesOf,
  session,
  signIn,
  siljan,
  teamId,
  tenantId,
  world,
} from './far-side.ts';

const events = `/users/${organiser}/events`;
const at = (text: string) => Temporal.Instant.from(text);

describe('the clock', () => {
  test('stops at every event of either side, in order, and settles there', async () => {
    const far = await openFarSide({ people: [{ ...anna, temperament: obedient }] });
    await far.graph('POST', events, session({ attendees: [attendee(anna.mail), attendee(siljan, 'resource')] }));
    const ours = [at('2026-08-03T06:30:00Z'), at('2026-08-03T08:00:00Z')];
    const seen: string[] = [];
    await far.sandbox.clock.advanceTo(at('2026-08-03T09:00:00Z'), {
      nextDue: () => ours[0] ?? null,
      settle() {
        const now = far.sandbox.clock.now();
        while (ours[0] !== undefined && Temporal.Instant.compare(ours[0], now) <= 0) ours.shift();
        seen.push(now.toString().slice(11, 19));
        return Promise.resolve();
      },
    });
    // The room after 20 seconds, our own work, the person after an hour, our own work, the target.
    expect(seen).toEqual(['06:00:00', '06:00:20', '06:30:00', '07:00:00', '08:00:00', '09:00:00']);
  });

  test('never goes backwards', async () => {
    const { sandbox } = await openFarSide();
    await sandbox.clock.advanceTo(at('2026-08-01T00:00:00Z'));
    expect(sandbox.clock.now().toString()).toBe('2026-08-03T06:00:00Z');
  });

  test('work of ours that stays due does not hold it still', async () => {
    const { sandbox } = await openFarSide();
    sandbox.setHooks({ nextDue: () => at('2026-08-03T05:00:00Z') });
    await sandbox.clock.advanceTo(at('2026-08-04T06:00:00Z'));
    expect(sandbox.clock.now().toString()).toBe('2026-08-04T06:00:00Z');
  });

  test('knows the next event', async () => {
    const far = await openFarSide();
    expect(await far.sandbox.clock.nextEvent()).toBeNull();
    await far.graph('POST', events, session({ attendees: [attendee(siljan, 'resource')] }));
    expect((await far.sandbox.clock.nextEvent())?.toString()).toBe('2026-08-03T06:00:20Z');
  });

  test('runs at real speed from where it stands when it is let go', async () => {
    const { sandbox } = await openFarSide();
    sandbox.clock.freeze(false);
    const before = sandbox.clock.nowMs();
    expect(before - Date.parse('2026-08-03T06:00:00Z')).toBeLessThan(60_000);
    await sandbox.clock.advanceTo(at('2026-12-24T14:00:00Z'));
    expect(sandbox.clock.nowMs()).toBeGreaterThanOrEqual(Date.parse('2026-12-24T14:00:00Z'));
    expect(sandbox.clock.isFrozen()).toBe(false);
  });
});

describe('its own file', () => {
  test('after a restart the calendars, mail, files, clock and key are the same, and what was under way goes on', async () => {
    const file = join(temporaryFolder('sandbox'), 'sandbox.sqlite');
    const first = await openFarSide({}, { file });
    const token = await signIn(first.sandbox);
    const made = await first.graph(
      'POST',
      events,
      session({ attendees: [attendee(anna.mail), attendee(siljan, 'resource')] }),
    );
    const folder = `/teams/${teamId}/channels/${encodeURIComponent(channelId)}/filesFolder`;
    await first.graph('GET', folder);
    const { id, parentReference } = (await first.graph('GET', folder)).body as {
      id: string;
      parentReference: { driveId: string };
    };
    await first.graph(
      'PUT',
      `/drives/${parentReference.driveId}/items/${id}:/a.txt:/content`,
      new TextEncoder().encode('hej'),
    );
    await first.pass({ seconds: 10 });
    await first.sandbox.close();

    const second = await openFarSide({ startsAt: '2030-01-01T00:00:00Z' }, { file });
    expect(second.sandbox.clock.now().toString()).toBe('2026-08-03T06:00:10Z');
    expect(second.sandbox.calendar(organiser)).toMatchObject([{ id: made.body['id'] }]);
    expect(second.sandbox.mailbox(anna.mail)).toHaveLength(1);
    expect(second.sandbox.requestLog()).toHaveLength(4);
    const [stored] = second.sandbox.channelFiles(channelId);
    expect(Buffer.from(second.sandbox.bytes(stored?.blobId ?? '') ?? []).toString()).toBe('hej');
    await second.pass({ seconds: 10 });
    const read = await graphCall({ sandbox: second.sandbox, token }, `GET ${events}/${made.id}`);
    expect(responsesOf(read)[siljan]).toBe('accepted');
  });

  test('what was answered is there even if the process dies at once', async () => {
    const [folder, copy] = [temporaryFolder('sandbox'), temporaryFolder('sandbox')];
    const first = await openFarSide({}, { file: join(folder, 'sandbox.sqlite') });
    await first.graph('POST', events, session());
    // What stands on disk now is what a killed process would leave.
    cpSync(folder, copy, { recursive: true });
    const second = await openFarSide({}, { file: join(copy, 'sandbox.sqlite') });
    expect(second.sandbox.calendar(organiser)).toMatchObject([{ subject: 'Träff 1' }]);
  });

  test('a second process is refused the same file', async () => {
    const file = join(temporaryFolder('sandbox'), 'sandbox.sqlite');
    await openFarSide({}, { file });
    await expect(openSandbox({ file, world: world() })).rejects.toThrow(file);
  });

  test('a policy that was changed while it ran outlives the restart', async () => {
    const file = join(temporaryFolder('sandbox'), 'sandbox.sqlite');
    const first = await openFarSide({}, { file });
    first.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 9999 });
    await first.sandbox.close();
    const second = await openFarSide({}, { file });
    expect(second.sandbox.directory.roomPolicy(siljan)?.bookingWindowInDays).toBe(9999);
  });
});

describe('sign-in', () => {
  test('a wrong secret and an unknown tenant are refused in Entra’s words', async () => {
    const app = { appId: '11111111-2222-4333-8444-555555555555', clientSecret: 'rätt' };
    const { sandbox } = await openSandboxWithApp(app);
    await expect(signIn(sandbox, 'fel')).rejects.toThrow('AADSTS7000215');
    const unknown = await sandbox.fetch(
      new Request('https://login.microsoftonline.com/nobody/oauth2/v2.0/token', { method: 'POST', body: '' }),
    );
    expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('AADSTS90002')]);
  });

  test('the tab’s token is checked with the published keys, in real time', async () => {
    const { sandbox } = await openFarSide();
    const discovery = await sandbox.fetch(
      new Request(`https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`),
    );
    const { issuer, jwks_uri } = (await discovery.json()) as { issuer: string; jwks_uri: string };
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      [customFetch]: (url, init) => sandbox.fetch(new Request(url, init)),
    });
    const token = await sandbox.issueUserToken({
      oid: lead.id,
      tid: tenantId,
      name: 'Maria',
      upn: lead.mail,
      audience: 'vår-app',
    });
    const { payload } = await jwtVerify(token, keys, { issuer, audience: 'vår-app' });
    expect(payload).toMatchObject({ oid: lead.id, tid: tenantId, scp: 'access_as_user', ver: '2.0' });
    const spent = await sandbox.issueUserToken({
      oid: lead.id,
      tid: tenantId,
      name: '',
      upn: '',
      audience: 'vår-app',
      seconds: -5,
    });
    await expect(jwtVerify(spent, keys, { issuer, audience: 'vår-app' })).rejects.toThrow('exp');
  });

  test('the bot’s token names its service and its key is endorsed for Teams', async () => {
    const { sandbox } = await openFarSide();
    const base = 'https://login.botframework.com/v1/.well-known';
    const metadata = (await (await sandbox.fetch(new Request(`${base}/openidconfiguration`))).json()) as {
      issuer: string;
      jwks_uri: string;
    };
    const keySet = (await (await sandbox.fetch(new Request(metadata.jwks_uri))).json()) as {
      keys: { endorsements: string[] }[];
    };
    expect(keySet.keys[0]?.endorsements).toEqual(['msteams']);
    const token = await sandbox.issueBotToken({ appId: 'bot', serviceUrl: 'http://127.0.0.1:1/' });
    expect(await sandbox.keys.verify(token)).toMatchObject({
      iss: metadata.issuer,
      aud: 'bot',
      serviceurl: 'http://127.0.0.1:1/',
    });
  });
});

describe('from another process', () => {
  test('the same calls go over a loopback socket, for those who know the secret', async () => {
    const { sandbox } = await openFarSide();
    const server = await serveFarSide(sandbox, 0);
    try {
      const remote = farSideOverSocket(server.url);
      const token = await signIn(sandbox);
      const made = await graphCall({ sandbox: remote, token }, `POST ${events}`, session({ subject: 'Träff å' }));
      expect([made.status, made.body['subject']]).toEqual([201, 'Träff å']);
      const gone = await graphCall({ sandbox: remote, token }, `DELETE ${events}/${made.id}`);
      expect([gone.status, gone.headers.get('content-type')]).toEqual([204, null]);
      expect(await remote.readClock()).toEqual({ nowMs: sandbox.clock.nowMs(), isFrozen: true, publicUrl: '' });
      const stranger = farSideOverSocket(`${server.url}x`);
      await expect(stranger.readClock()).rejects.toThrow('403');
    } finally {
      await server.close();
    }
  });

  test('a host that the sandbox does not know is not reached', async () => {
    const { sandbox } = await openFarSide();
    await expect(sandbox.fetch(new Request('https://example.com/'))).rejects.toThrow('example.com');
  });
});

async function openSandboxWithApp(app: { appId: string; clientSecret: string }) {
  return { sandbox: await openSandbox({ file: null, world: world({ apps: [app] }), frozen: true }) };
}
