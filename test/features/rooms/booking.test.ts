import { createServer } from 'node:http';
import { once } from 'node:events';
import express from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { cancelSession, previewCancel } from '../../../src/features/planning/actions.ts';
import { answerByHand, confirmRooms, previewRooms } from '../../../src/features/rooms/actions.ts';
import { alternativesFor, bookingsOf, roomsOf } from '../../../src/features/rooms/queries.ts';
import { roomsPages } from '../../../src/features/rooms/routes.ts';
import { linkChannel } from '../session-stage.ts';
import { key, lead, moveSession, openStage, siljan, type Stage } from '../meetings/stage.ts';

const ludvika = 'lokalbokning@kommun-ludvika.example';
const inbox = (stage: Stage, address: string) =>
  stage.sandbox.mailbox(address).filter(({ folder }) => folder === 'inbox');
const status = async (stage: Stage, sessionId: string) =>
  (await bookingsOf(stage.tools, key)).find((one) => one.sessionId === sessionId)?.status;
const failedNotices = (stage: Stage) =>
  stage.tools.db.selectFrom('notice').select('kind').where('state', '=', 'failed').execute();

async function preview(stage: Stage) {
  const shown = await previewRooms(stage.tools, lead);
  if (!shown.ok) throw new Error(shown.reason);
  return shown.value;
}

describe('VEN-02 dates and rooms in one act', () => {
  test('shows every session’s venue, how it is asked and what is wrong, and sends nothing', async () => {
    const stage = await openStage();
    await stage.closeRegistration();
    stage.writes();
    const shown = await preview(stage);
    expect(shown.lines.map(({ how }) => how)).toEqual(['roomMailbox', 'mail', 'mail', 'mail']);
    expect(shown.recipientCount).toBe(4);
    expect(shown.lines[1]?.warnings).toEqual([
      'Någon medverkar via länk, men Kommunhuset i Ludvika, sal Väsman saknar hybridkamera och mikrofon.',
    ]);
    expect(shown.lines[2]?.warnings[0]).toBe(
      'Länsstyrelsen, konferens Runn rymmer 36, ni är 38 (34 anmälda + 4 ledare = 38).',
    );
    expect(shown.mails[0]).toMatchObject({ to: ludvika });
    expect(shown.mails[0]?.text).toContain('torsdag 5 november 2026 kl. 9.00–16.00');
    expect(stage.writes()).toEqual([]);
    expect(inbox(stage, ludvika)).toEqual([]);
  });

  test('asks for a reason when a venue is too small or lacks something', async () => {
    const stage = await openStage();
    const shown = await preview(stage);
    const refused = await confirmRooms(stage.tools, lead, shown);
    expect(refused).toMatchObject({ ok: false, reason: 'reasonNeeded', details: { number: 2 } });
    expect(await bookingsOf(stage.tools, key)).toEqual([]);
  });

  test('books nothing when something has changed since the preview', async () => {
    const stage = await openStage();
    const shown = await preview(stage);
    await moveSession(stage, 's-2', { date: '2026-11-12' });
    const choices = shown.choices.map((choice) => ({ ...choice, overrideReason: 'går ändå' }));
    expect(await confirmRooms(stage.tools, lead, { ...shown, choices })).toMatchObject({ reason: 'previewChanged' });
    expect(await bookingsOf(stage.tools, key)).toEqual([]);
  });

  test('a dormant project books nothing', async () => {
    const stage = await openStage();
    await stage.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    expect(await previewRooms(stage.tools, lead)).toMatchObject({ ok: false, reason: 'dormant' });
  });

  test('a second go has nothing left to book', async () => {
    const stage = await openStage();
    await stage.book();
    expect(await previewRooms(stage.tools, lead)).toMatchObject({ ok: false, reason: 'nothingToBook' });
    expect(inbox(stage, ludvika)).toHaveLength(1);
  });

  test('a moved session has its host asked again, for the new time', async () => {
    const stage = await openStage();
    await stage.book();
    await moveSession(stage, 's-2', { date: '2026-11-12' });
    const view = await roomsOf(stage.tools, key, 'sv');
    expect(view?.sessions[1]?.warnings[0]).toBe('Träffen har flyttats sedan lokalen blev frågad. Boka igen.');
    await stage.book();
    expect(
      inbox(stage, ludvika)
        .map(({ subject }) => subject)
        .at(-1),
    ).toContain('torsdag 12 november 2026');
  });

  test('another venue frees the first: its host is told, and the room that was asked gets its time back', async () => {
    const stage = await openStage();
    await stage.book();
    await stage.pass({ minutes: 16 });
    await stage.book([
      { sessionId: 's-1', venueId: 'v-4' },
      { sessionId: 's-2', venueId: 'v-1' },
    ]);
    expect(inbox(stage, ludvika).at(-1)?.subject).toContain('Avbokning: Kommunhuset i Ludvika');
    await stage.pass({ minutes: 16 });
    const live = stage.sandbox.calendar(siljan).filter(({ isCancelled }) => !isCancelled);
    const days = live.map(({ startMs }) => new Date(startMs).toISOString().slice(0, 10));
    expect(days).toEqual(['2026-11-05']);
    expect(await status(stage, 's-2')).toBe('accepted');
  });

  test('a host of a session that is called off is told, unless the question has not left yet', async () => {
    const stage = await openStage();
    await stage.book();
    const callOff = async (sessionId: string) => {
      const preview = await previewCancel(stage.tools, lead, sessionId);
      if (!preview.ok) throw new Error(preview.reason);
      expect(preview.value.lines.at(-1)?.sv).toContain('avbokas i ett mejl till ');
      expect(await cancelSession(stage.tools, lead, { sessionId, confirm: preview.value })).toMatchObject({ ok: true });
      await stage.settle();
    };
    await callOff('s-2');
    expect(inbox(stage, ludvika).map(({ subject }) => subject.split(' ')[0])).toEqual(['Kan', 'Avbokning:']);
    const waiting = stage.tools.db.updateTable('notice').set({ state: 'waiting', not_before: '2030-01-01T00:00:00Z' });
    await waiting.where('kind', '=', 'venue.request').where('session_id', '=', 's-3').execute();
    await callOff('s-3');
    const about = stage.tools.db.selectFrom('notice').select(['kind', 'state']).where('session_id', '=', 's-3');
    expect(await about.where('kind', 'like', 'venue.%').execute()).toEqual([
      { kind: 'venue.request', state: 'stopped' },
    ]);
  });

  test('a taken room is seen in its calendar, and said', async () => {
    const stage = await openStage();
    const { start } = (await roomsOf(stage.tools, key, 'sv'))?.sessions[0] ?? {};
    expect(start).toBe('08:30');
    const from = stage.sandbox.clock.now();
    stage.sandbox.occupy(siljan, from, from.add({ hours: 24 * 60 }));
    const view = await roomsOf(stage.tools, key, 'sv');
    const room = view?.sessions[0]?.options.find(({ venueId }) => venueId === 'v-1');
    expect(room).toMatchObject({
      availability: 'busy',
      warnings: ['Regionens hus, sal Siljan är upptagen den tiden.'],
    });
    // Nothing else seats 44 with what a remote speaker needs, so the plan stands, with its warning.
    expect(view?.sessions[0]?.warnings).toContain('Regionens hus, sal Siljan är upptagen den tiden.');
  });
});

describe('VEN-02 a host without a room calendar', () => {
  async function asked() {
    const stage = await openStage();
    await stage.book();
    const app = express();
    app.use(roomsPages(stage.tools));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    afterAll(() => server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const body = inbox(stage, ludvika)[0]?.body ?? '';
    const path = /\/lokal\/[\w-]+/.exec(body)?.[0] ?? '';
    const url = `http://127.0.0.1:${port}${path}`;
    const press = (answer: string, note = '') =>
      fetch(url, { method: 'POST', body: new URLSearchParams({ answer, note }) });
    return { stage, url, press };
  }

  test('opens the link as often as it likes without answering, and sees what is asked', async () => {
    const { stage, url } = await asked();
    for (let opened = 0; opened < 3; opened += 1) await (await fetch(url)).text();
    const page = await (await fetch(url)).text();
    expect(await status(stage, 's-2')).toBe('askedByMail');
    for (const shown of ['Ja, bokat', 'Nej, upptaget', 'torsdag 5 november 2026 kl. 9.00–16.00', 'hybridkamera'])
      expect(page).toContain(shown);
    expect(page).not.toContain('<script');
    expect(await (await fetch(`${url}?lang=en`)).text()).toContain('Yes, booked');
  });

  test('says yes with one press, and may change its mind', async () => {
    const { stage, press } = await asked();
    expect(await (await press('yes')).text()).toContain('Tack! Lokalen är bokad.');
    expect(await status(stage, 's-2')).toBe('confirmedByHand');
    await press('no', 'Vattenläcka');
    expect(await status(stage, 's-2')).toBe('declinedByHand');
  });

  test('says no: the planning chat is told why, with the venues that would do', async () => {
    const { stage, press } = await asked();
    await linkChannel(stage, 'planning', key);
    await press('no', 'Vattenläcka');
    await press('no', 'Vattenläcka');
    const posts = await stage.tools.db.selectFrom('notice').selectAll().where('kind', '=', 'room.declined').execute();
    expect(posts).toHaveLength(1);
    const text = String((posts[0]?.content as { text?: unknown } | undefined)?.text);
    expect(text).toContain('”Vattenläcka”');
    expect(text).toContain('Siljan (45)');
    expect((await alternativesFor(stage.tools, key, 's-2')).map(({ venueId }) => venueId)).toContain('v-1');
  });

  test('VEN-02 says no in a project without a planning chat: those who lead are told by mail, once each', async () => {
    const { stage, press } = await asked();
    const deputy = {
      tenant_id: key.tenantId,
      project_id: key.projectId,
      role: 'deputy',
      person_id: 'st-2',
      position: 0,
    } as const;
    await stage.tools.db.insertInto('project_role').values(deputy).execute();
    await press('no', 'Vattenläcka');
    await press('no', 'Vattenläcka');
    await stage.settle();
    for (const address of ['karin.tunsberg@region-dalarna.example', 'tobias.hallgren-vaara@region-dalarna.example']) {
      const told = inbox(stage, address).filter(({ subject }) => subject.startsWith('Lokalen sa nej till träff 2'));
      expect(told).toHaveLength(1);
      expect(told[0]?.body).toContain('”Vattenläcka”');
      expect(told[0]?.body).toContain('Siljan (45)');
      expect(told[0]?.body).toContain('Välj i fliken under Planering, Lokaler.');
      expect(told[0]?.body).toContain('/tab/planering/lokaler?projekt=');
    }
    expect(await failedNotices(stage)).toEqual([]);
  });

  test('a link to a session that has moved since has nothing to answer', async () => {
    const { stage, url, press } = await asked();
    await moveSession(stage, 's-2', { date: '2026-11-12' });
    expect(await (await fetch(url)).text()).toContain('Vi behöver inte längre svaret.');
    await press('yes');
    expect(await status(stage, 's-2')).toBe('askedByMail');
  });

  test('an unknown link says so and nothing more', async () => {
    const { url } = await asked();
    const response = await fetch(url.replace(/[\w-]+$/, 'A'.repeat(43)));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Länken gäller inte');
  });

  test('answers by telephone: the lead writes it down', async () => {
    const { stage } = await asked();
    expect(await answerByHand(stage.tools, lead, 's-2', { answer: 'confirmed' })).toEqual({ ok: true, value: null });
    expect(await status(stage, 's-2')).toBe('confirmedByHand');
    expect(await answerByHand(stage.tools, lead, 's-99', { answer: 'confirmed' })).toMatchObject({
      reason: 'notBooked',
    });
  });
});
