import { describe, expect, test } from 'vitest';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { answerByHand } from '../../../src/features/rooms/actions.ts';
import { bookingsOf } from '../../../src/features/rooms/queries.ts';
import { sample } from '../planning/project-file.ts';
import { key, lead, moveSession, openStage, organiser, posts, saidOf, siljan, type Stage } from './stage.ts';

const people = ({ attendees }: { attendees: readonly { type: string; address: string }[] }) =>
  attendees.filter(({ type }) => type !== 'resource').map(({ address }) => address);
const roomOf = ({ attendees }: { attendees: readonly { type: string; address: string }[] }) =>
  attendees.find(({ type }) => type === 'resource')?.address;
const holds = (stage: Stage) =>
  stage.sandbox.calendar(organiser).filter(({ subject, isCancelled }) => subject.startsWith('Lokal: ') && !isCancelled);
const dayOf = ({ startMs }: { startMs: number }) => new Date(startMs).toISOString().slice(0, 10);
const roomDays = (stage: Stage, room = siljan) =>
  stage.sandbox
    .calendar(room)
    .filter(({ isCancelled }) => !isCancelled)
    .map(dayOf)
    .toSorted();
const booking = async (stage: Stage) =>
  (await bookingsOf(stage.tools, key)).find(({ sessionId }) => sessionId === 's-1');

/** Somebody outside with all four invitations, and what has come since. */
async function invited(wish: Parameters<typeof openStage>[0] = {}) {
  const stage = await openStage(wish);
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  const [outsider] = (await confirmedPeople(stage.tools, key)).filter(({ accountType }) => accountType === 'mailOnly');
  const inbox = () =>
    stage.sandbox
      .mailbox(outsider?.email ?? '')
      .filter(
        ({ folder, kind, subject }) => folder === 'inbox' && kind.startsWith('meeting') && subject.includes('träff 1 '),
      );
  expect(inbox()).toHaveLength(1);
  stage.writes();
  return { stage, inbox };
}

describe('VEN-02 a session that people have in their calendars moves when its room has said yes', () => {
  test('the room is asked alone; then one change moves everybody, and the old time is free again', async () => {
    const { stage, inbox } = await invited();
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    expect(dayOf(stage.event(1))).toBe('2026-09-22');
    expect(inbox()).toHaveLength(1);
    expect(holds(stage).map((hold) => [dayOf(hold), people(hold), roomOf(hold)])).toEqual([['2026-09-24', [], siljan]]);
    expect(roomDays(stage)).toEqual(['2026-09-22', '2026-09-24']);
    expect((await meetingsOf(stage.tools, key)).sessions[0]?.waitsForRoom).toMatchObject({
      start: '2026-09-22T08:30:00',
    });
    stage.writes();
    await stage.pass({ minutes: 16 });
    const { id } = stage.event(1);
    const patches = stage.writes().filter(({ path }) => decodeURIComponent(path).endsWith(id));
    expect(
      patches.map(({ body }) =>
        Object.keys(body as object)
          .toSorted()
          .join(),
      ),
    ).toEqual(['attendees,body,end,start']);
    expect(dayOf(stage.event(1))).toBe('2026-09-24');
    expect(roomOf(stage.event(1))).toBeUndefined();
    expect(people(stage.event(1)).length).toBeGreaterThan(30);
    expect(inbox()).toHaveLength(2);
    expect(roomDays(stage)).toEqual(['2026-09-24']);
    expect(await booking(stage)).toMatchObject({ status: 'accepted' });
    expect(
      (await posts(stage)).filter((text) => text.startsWith('Träff 1 är flyttad till torsdag 24 september')),
    ).toHaveLength(1);
    expect((await meetingsOf(stage.tools, key)).sessions[0]?.waitsForRoom).toBeNull();
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('a second move keeps the first new time until the second one has a yes', async () => {
    const { stage, inbox } = await invited();
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    await stage.pass({ minutes: 16 });
    await moveSession(stage, 's-1', { date: '2026-09-25' });
    expect(roomDays(stage)).toEqual(['2026-09-24', '2026-09-25']);
    await stage.pass({ minutes: 16 });
    expect(roomDays(stage)).toEqual(['2026-09-25']);
    expect(holds(stage)).toHaveLength(1);
    expect(inbox()).toHaveLength(3);
  });

  test('another hour of the same day moves the room with the meeting: it would say no to a booking beside its own', async () => {
    const { stage, inbox } = await invited();
    await moveSession(stage, 's-1', { start_time: '10:00', end_time: '16:30' });
    const times = ({ startMs, endMs }: { startMs: number; endMs: number }) =>
      [startMs, endMs].map((ms) => new Date(ms).toISOString().slice(11, 16)).join('–');
    expect(holds(stage)).toEqual([]);
    expect([times(stage.event(1)), roomOf(stage.event(1))]).toEqual(['08:00–14:30', siljan]);
    expect(inbox()).toHaveLength(2);
    await stage.pass({ minutes: 16 });
    expect(await booking(stage)).toMatchObject({ status: 'accepted' });
    expect(roomDays(stage)).toEqual(['2026-09-22']);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('the hour is moved again where the room stands on an event of its own', async () => {
    const { stage, inbox } = await invited();
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    await stage.pass({ minutes: 16 });
    expect(holds(stage)).toHaveLength(1);
    await moveSession(stage, 's-1', { date: '2026-09-24', start_time: '10:00', end_time: '16:00' });
    await stage.pass({ minutes: 16 });
    expect(await booking(stage)).toMatchObject({ status: 'accepted' });
    expect(holds(stage)).toHaveLength(1);
    expect([roomDays(stage), roomOf(stage.event(1))]).toEqual([['2026-09-24'], undefined]);
    expect(inbox()).toHaveLength(3);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('a room that says no leaves everybody as they were, unmailed, and the planners learn it', async () => {
    const { stage, inbox } = await invited();
    stage.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 3 });
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    await stage.pass({ minutes: 40 });
    expect(await booking(stage)).toMatchObject({ status: 'declined' });
    expect(inbox()).toHaveLength(1);
    expect(dayOf(stage.event(1))).toBe('2026-09-22');
    expect(roomOf(stage.event(1))).toBe(siljan);
    expect(holds(stage)).toEqual([]);
    const [told] = (await saidOf(stage, 'room.declined')).filter((text) =>
      text.includes('Träff 1: Regionens hus, sal Siljan kan inte'),
    );
    expect(told).toContain('Ingen har fått någon ändring. I kalendern står träffen kvar den 22 september.');
    // Back to the old time: the room still keeps it, so nobody is asked anything.
    stage.writes();
    await moveSession(stage, 's-1', { date: '2026-09-22' });
    expect(stage.writes()).toEqual([]);
    expect(await booking(stage)).toMatchObject({ status: 'accepted' });
    expect(inbox()).toHaveLength(1);
  });

  test('changed again before the room has answered, only the last time is asked for', async () => {
    const { stage, inbox } = await invited();
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    await moveSession(stage, 's-1', { date: '2026-09-29' });
    await stage.pass({ minutes: 16 });
    expect(dayOf(stage.event(1))).toBe('2026-09-29');
    expect(roomDays(stage)).toEqual(['2026-09-29']);
    expect(inbox()).toHaveLength(2);
  });

  test('another room is asked before anybody is told of it, and the first is let go last', async () => {
    const file = sample();
    const tallen = 'sal-tallen@region-dalarna.example';
    Object.assign(file.venues?.find(({ id }) => id === 'v-4') ?? {}, { roomMailbox: tallen, capacity: 60 });
    const { stage, inbox } = await invited({ file });
    await stage.book([{ sessionId: 's-1', venueId: 'v-4' }]);
    expect(inbox()).toHaveLength(1);
    expect([roomDays(stage)[0], roomDays(stage, tallen)[0]]).toEqual(['2026-09-22', '2026-09-22']);
    await stage.pass({ minutes: 16 });
    expect(inbox()).toHaveLength(2);
    expect([roomDays(stage), roomDays(stage, tallen)[0]]).toEqual([[], '2026-09-22']);
    expect(stage.event(1).body).toContain('ny plats');
    expect(stage.event(1).locations[0]?.displayName).toBe('Kommunhuset i Leksand, sal Siljansnäs');
  });

  test('a host who is asked by mail is no room: the meeting moves at once, and the room is let go', async () => {
    const { stage, inbox } = await invited();
    await stage.book([{ sessionId: 's-1', venueId: 'v-2' }]);
    expect(inbox()).toHaveLength(2);
    expect(roomDays(stage)).toEqual([]);
    await answerByHand(stage.tools, lead, 's-1', { answer: 'confirmed' });
    await stage.settle();
    expect(inbox()).toHaveLength(2);
  });

  test('called off, the session lets go of every room that it holds or has asked', async () => {
    const { stage } = await invited();
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    await moveSession(stage, 's-1', { cancelled_at: '2026-09-01T08:00:00Z' });
    expect(holds(stage)).toEqual([]);
    expect(roomDays(stage)).toEqual([]);
  });

  test('X-04 an unknown outcome on any of the steps leaves one event, one hold and one mail each', async () => {
    const { stage, inbox } = await invited();
    stage.sandbox.failNext({ match: /POST \/users\/[^/]+\/events/, status: 504, afterSuccess: true, times: 1 });
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    stage.sandbox.failNext({ match: /PATCH \/users\/[^/]+\/events/, status: 504, afterSuccess: true, times: 1 });
    await stage.pass({ minutes: 20 });
    expect(dayOf(stage.event(1))).toBe('2026-09-24');
    expect(holds(stage)).toHaveLength(1);
    expect(roomDays(stage)).toEqual(['2026-09-24']);
    expect(inbox()).toHaveLength(2);
  });

  test('the room’s own booking removed in Outlook is told, and booked again when somebody says so', async () => {
    const { stage, inbox } = await invited();
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    await stage.pass({ minutes: 16 });
    const [hold] = holds(stage);
    stage.sandbox.cancelInOutlook(hold?.id ?? '');
    await stage.sync();
    expect(
      (await posts(stage)).filter((text) => text.startsWith('Lokalens bokning för träff 1 är borttagen')),
    ).toHaveLength(1);
    expect(roomDays(stage)).toEqual([]);
    await stage.settleDrift('s-1', 'plan');
    await stage.pass({ minutes: 16 });
    expect(roomDays(stage)).toEqual(['2026-09-24']);
    expect(inbox()).toHaveLength(2);
  });
});
