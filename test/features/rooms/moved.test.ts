import { createServer } from 'node:http';
import { once } from 'node:events';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stopConfirmation, stopNotice } from '../../../src/features/notices/actions.ts';
import { moveSession, previewMove } from '../../../src/features/planning/dates/actions.ts';
import { undoMove } from '../../../src/features/planning/dates/undo/actions.ts';
import { sessionsOf } from '../../../src/features/planning/queries.ts';
import { answerByHand, confirmRooms, previewRooms } from '../../../src/features/rooms/actions.ts';
import { bookingsOf, roomsOf } from '../../../src/features/rooms/queries.ts';
import { runDue as clearStopped } from '../../../src/features/rooms/taken-back/jobs.ts';
import { roomsPages } from '../../../src/features/rooms/routes.ts';
import { key, lead, openStage, type Stage } from '../meetings/stage.ts';

const ludvika = 'lokalbokning@kommun-ludvika.example';
const subjects = (stage: Stage) =>
  stage.sandbox
    .mailbox(ludvika)
    .filter(({ folder }) => folder === 'inbox')
    .map(({ subject }) => subject);
const booking = async (stage: Stage) =>
  (await bookingsOf(stage.tools, key)).find(({ sessionId }) => sessionId === 's-2');
const warnings = async (stage: Stage) => (await roomsOf(stage.tools, key, 'sv'))?.sessions[1]?.warnings;

/** The host of session 2 has been asked by mail and has said yes. */
async function agreed() {
  const stage = await openStage({ graceSeconds: 120 });
  await stage.book();
  await stage.pass({ minutes: 5 });
  await answerByHand(stage.tools, lead, 's-2', { answer: 'confirmed' });
  return stage;
}

async function move(stage: Stage, date: string) {
  const wish = { sessionId: 's-2', date, startTime: '09:00', endTime: '16:00' };
  const preview = await previewMove(stage.tools, lead, wish);
  if (!preview.ok) throw new Error(preview.reason);
  expect(await moveSession(stage.tools, lead, { ...wish, confirm: preview.value })).toMatchObject({ ok: true });
  await stage.settle();
  return preview.value;
}

describe('VEN-02 a session moves whose host was asked by mail', () => {
  test('the preview shows the mail, and one mail asks for the new time and gives the old one back', async () => {
    const stage = await agreed();
    const { hostMail } = await move(stage, '2026-11-12');
    expect(hostMail).toMatchObject({ to: ludvika });
    expect(hostMail?.text).toContain(
      'Vi behöver inte längre Kommunhuset i Ludvika, sal Väsman torsdag 5 november 2026',
    );
    expect(subjects(stage)).toHaveLength(1);
    await stage.pass({ minutes: 5 });
    expect(subjects(stage)).toHaveLength(2);
    expect(subjects(stage)[1]).toBe(
      'Ny tid: kan vi boka Kommunhuset i Ludvika, sal Väsman torsdag 12 november 2026 kl. 9.00–16.00?',
    );
    expect(await booking(stage)).toMatchObject({
      status: 'askedByMail',
      askedFor: '2026-11-12T09:00/2026-11-12T16:00',
    });
    expect((await warnings(stage))?.join(' ')).not.toContain('har flyttats');
  });

  test('two moves in a short while are one question, from the time that the host knows', async () => {
    const stage = await agreed();
    await move(stage, '2026-11-12');
    await stage.pass({ seconds: 30 });
    await move(stage, '2026-11-19');
    await stage.pass({ minutes: 5 });
    expect(subjects(stage).slice(1)).toEqual([
      'Ny tid: kan vi boka Kommunhuset i Ludvika, sal Väsman torsdag 19 november 2026 kl. 9.00–16.00?',
    ]);
    const [, last] = stage.sandbox.mailbox(ludvika).filter(({ folder }) => folder === 'inbox');
    expect(last?.body).toContain('torsdag 5 november 2026');
    expect(last?.body).not.toContain('12 november');
  });

  test('a move that is undone in time leaves the host’s yes as it was, and nothing is sent', async () => {
    const stage = await agreed();
    const before = await booking(stage);
    await move(stage, '2026-11-12');
    await stage.pass({ seconds: 30 });
    expect(await undoMove(stage.tools, lead, 's-2')).toMatchObject({ ok: true });
    await stage.pass({ minutes: 5 });
    expect(subjects(stage)).toHaveLength(1);
    expect(await booking(stage)).toEqual(before);
  });

  test('a mail that somebody stops leaves the session to be asked about again', async () => {
    const stage = await agreed();
    await move(stage, '2026-11-12');
    const waiting = stage.tools.db.selectFrom('notice').select('id').where('kind', '=', 'venue.change');
    await stopNotice(stage.tools, key, (await waiting.executeTakeFirstOrThrow()).id);
    await clearStopped(stage.tools);
    await stage.pass({ minutes: 5 });
    expect(subjects(stage)).toHaveLength(1);
    expect(await booking(stage)).toMatchObject({
      status: 'confirmedByHand',
      askedFor: '2026-11-05T09:00/2026-11-05T16:00',
    });
    expect((await warnings(stage))?.[0]).toBe('Träffen har flyttats sedan lokalen blev frågad. Boka igen.');
  });

  test('a host who answers on a page from before the move sees the new time first', async () => {
    const stage = await openStage();
    await stage.book();
    const server = createServer(express().use(roomsPages(stage.tools))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const body = stage.sandbox.mailbox(ludvika)[0]?.body ?? '';
    const path = /\/lokal\/[\w-]+/.exec(body)?.[0] ?? '';
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}${path}`;
    const asked = /name="asked" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
    const press = async (seen: string) =>
      (await fetch(url, { method: 'POST', body: new URLSearchParams({ answer: 'yes', asked: seen }) })).text();
    await move(stage, '2026-11-12');
    expect(await press(asked)).toContain('torsdag 12 november 2026');
    expect((await booking(stage))?.status).toBe('askedByMail');
    expect(await press('2026-11-12T09:00/2026-11-12T16:00')).toContain('Tack! Lokalen är bokad.');
    expect((await booking(stage))?.status).toBe('confirmedByHand');
  });
});

describe('VEN-02 another venue is chosen for a session whose host has said yes', () => {
  const leksand = 'lokaler@kommun-leksand.example';
  const choices = [{ sessionId: 's-2', venueId: 'v-4', overrideReason: 'Vi får plats ändå' }];
  const place = async (stage: Stage) => (await sessionsOf(stage.tools, key)).find(({ id }) => id === 's-2')?.venueId;

  test('the preview tells what is given up, and a stop before the mails have left gives it back', async () => {
    const stage = await agreed();
    const [before, venue] = [await booking(stage), await place(stage)];
    const seen = await previewRooms(stage.tools, lead, choices);
    if (!seen.ok) throw new Error(seen.reason);
    expect(seen.value.lines[0]?.text).toContain(
      'Kommunhuset i Ludvika, sal Väsman avbokas, och värden får ett mejl om det.',
    );
    expect(seen.value.mails.map(({ to }) => to)).toEqual([leksand, ludvika]);
    expect(await confirmRooms(stage.tools, lead, { ...seen.value, choices })).toMatchObject({ ok: true });
    await stage.settle();
    expect(await booking(stage)).toMatchObject({ venueId: 'v-4', status: 'askedByMail' });
    const { id } = await stage.tools.db
      .selectFrom('confirmation')
      .select('id')
      .where('act', '=', 'rooms')
      .orderBy('confirmed_at', 'desc')
      .executeTakeFirstOrThrow();
    const by = { personId: lead.personId, name: lead.name };
    expect(await stopConfirmation(stage.tools, { ...key, by }, id)).toMatchObject({ ok: true, value: { stopped: 2 } });
    await clearStopped(stage.tools);
    await stage.settle();
    await stage.pass({ minutes: 5 });
    expect([await booking(stage), await place(stage)]).toEqual([before, venue]);
    expect(subjects(stage)).toHaveLength(1);
    expect(stage.sandbox.mailbox(leksand).filter(({ body }) => body.includes('träff 2'))).toEqual([]);
    expect(JSON.stringify(stage.event(2).locations)).toContain('Väsman');
  });

  test('an answer that is written in before the question has left takes the question back', async () => {
    const stage = await openStage({ graceSeconds: 120 });
    await stage.book();
    await answerByHand(stage.tools, lead, 's-2', { answer: 'confirmed' });
    await stage.pass({ minutes: 5 });
    expect(subjects(stage)).toEqual([]);
    expect((await booking(stage))?.status).toBe('confirmedByHand');
  });
});

test('VEN-02 a venue with nobody to ask is booked beside the tool, and stands as confirmed once somebody says so', async () => {
  const stage = await openStage();
  await stage.tools.db
    .updateTable('venue')
    .set({ room_mailbox: null, booking_contact: null })
    .where('id', '=', 'v-2')
    .execute();
  const proposed = await previewRooms(stage.tools, lead);
  expect(proposed.ok && proposed.value.choices.map(({ venueId }) => venueId)).not.toContain('v-2');
  const choices = [{ sessionId: 's-2', venueId: 'v-2', overrideReason: 'Vi lånar kamera' }];
  const seen = await previewRooms(stage.tools, lead, choices);
  if (!seen.ok) throw new Error(seen.reason);
  expect(seen.value).toMatchObject({ recipientCount: 0, mails: [], lines: [{ how: 'byHand' }] });
  expect(seen.value.lines[0]?.text).toContain('Boka lokalen själv, och bekräfta sedan här');
  expect(await confirmRooms(stage.tools, lead, { ...seen.value, choices })).toMatchObject({ ok: true });
  await stage.settle();
  expect(await booking(stage)).toMatchObject({ venueId: 'v-2', status: 'confirmedByHand' });
  expect(subjects(stage)).toEqual([]);
});
