import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { previewDrift, settleDrift } from '../../../src/features/meetings/drift/actions.ts';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { peopleOf, sessionsOf, venuesOf } from '../../../src/features/planning/queries.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { bookingsOf } from '../../../src/features/rooms/queries.ts';
import { key, lead, openStage, organiser, siljan, type Stage } from './stage.ts';

/** Everybody invited, and nothing counted yet. */
async function invited() {
  const stage = await openStage();
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  await stage.sync();
  stage.writes();
  return stage;
}

/** What has reached people about a session's meeting. */
const mailsOf = async (stage: Stage, number: number) =>
  (await peopleOf(stage.tools, key))
    .flatMap(({ email }) => stage.sandbox.mailbox(email))
    .filter(
      ({ folder, kind, subject }) =>
        folder === 'inbox' && kind.startsWith('meeting') && subject.includes(`Dalalab träff ${number} `),
    ).length;
const view = async (stage: Stage, number: number) =>
  (await meetingsOf(stage.tools, key)).sessions.find((one) => one.number === number);
const session = async (stage: Stage, id: string) => (await sessionsOf(stage.tools, key)).find((one) => one.id === id);
const edit = async (stage: Stage, number: number, change: Parameters<Stage['sandbox']['editInOutlook']>[1]) => {
  stage.sandbox.editInOutlook(stage.event(number).id, change);
  await stage.sync();
};
const at = (local: string) => ({
  ms: Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds,
  zone: 'W. Europe Standard Time',
});

describe('somebody has changed a meeting in Outlook, and Outlook is right', () => {
  test('X-05 a new time goes into the plan, and those who have it from Outlook get nothing more', async () => {
    const stage = await invited();
    await edit(stage, 2, { start: at('2026-11-18T10:00:00'), end: at('2026-11-18T15:00:00') });
    expect((await view(stage, 2))?.drift).toEqual({ start: '2026-11-18T10:00:00', end: '2026-11-18T15:00:00' });
    const before = await mailsOf(stage, 2);
    // Those who speak by link, those who let them in, and the host, who is asked about the new time.
    expect(await stage.settleDrift('s-2', 'outlook')).toBe(4);
    expect(await session(stage, 's-2')).toMatchObject({ date: '2026-11-18', startTime: '10:00', endTime: '15:00' });
    expect(await mailsOf(stage, 2)).toBe(before);
    expect((await view(stage, 2))?.drift).toBeNull();
    stage.writes();
    await stage.reconcile();
    await stage.sync();
    expect(stage.writes()).toEqual([]);
    expect((await view(stage, 2))?.drift).toBeNull();
  });

  test('X-05 another hour the same day is asked of the host, and the speakers’ link stays as it is', async () => {
    const stage = await invited();
    const { date } = (await session(stage, 's-2')) ?? {};
    await edit(stage, 2, { start: at(`${date ?? ''}T10:00:00`), end: at(`${date ?? ''}T15:00:00`) });
    const preview = await previewDrift(stage.tools, lead, { sessionId: 's-2', side: 'outlook' });
    if (!preview.ok) throw new Error(preview.reason);
    const lines = preview.value.lines.map(({ sv }) => sv).join(' ');
    expect(lines).toMatch(/frågas om den nya tiden i ett mejl till \S+@/);
    expect(lines).not.toContain('länk');
    stage.writes();
    expect(await stage.settleDrift('s-2', 'outlook')).toBe(1);
    await stage.pass({ minutes: 10 });
    const asked = await stage.tools.db
      .selectFrom('notice')
      .selectAll()
      .where('kind', 'in', ['venue.request', 'venue.change'])
      .where('session_id', '=', 's-2')
      .execute();
    expect(asked.some(({ content }) => JSON.stringify(content).includes('10.00–15.00'))).toBe(true);
    expect(stage.writes().filter(({ path }) => path.includes(organiser) && path.includes('/events'))).toEqual([]);
  });

  test('a room on the meeting answers for the time that Outlook has given it', async () => {
    const stage = await invited();
    await edit(stage, 1, { start: at('2026-09-24T08:30:00'), end: at('2026-09-24T16:00:00') });
    await stage.settleDrift('s-1', 'outlook');
    await stage.pass({ minutes: 20 });
    const booking = (await bookingsOf(stage.tools, key)).find(({ sessionId }) => sessionId === 's-1');
    expect(booking).toMatchObject({ status: 'accepted', askedFor: '2026-09-24T08:30/2026-09-24T16:00' });
  });

  test('another place becomes the venue, a new one when nobody had heard of it, and the host of the old one is told', async () => {
    const stage = await invited();
    await edit(stage, 2, { locations: [{ displayName: 'Folkets hus', locationType: 'default' }] });
    const before = await mailsOf(stage, 2);
    expect(await stage.settleDrift('s-2', 'outlook')).toBe(1);
    const venue = (await venuesOf(stage.tools, key)).find(({ name }) => name === 'Folkets hus');
    expect(await session(stage, 's-2')).toMatchObject({ venueId: venue?.id });
    expect((await view(stage, 2))?.roomStatus).toBe('confirmedByHand');
    expect(await mailsOf(stage, 2)).toBe(before);
    const released = await stage.tools.db
      .selectFrom('notice')
      .selectAll()
      .where('kind', '=', 'venue.release')
      .execute();
    expect(released).toHaveLength(1);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes().filter(({ path }) => path.includes(organiser))).toEqual([]);
  });

  test('a heading of somebody’s own stays until the plan gives the session another', async () => {
    const stage = await invited();
    await edit(stage, 3, { subject: 'Dalalab träff 3 av 4: Ta med dator!' });
    await stage.settleDrift('s-3', 'outlook');
    stage.writes();
    await stage.reconcile();
    expect(stage.writes().filter(({ path }) => path.includes(organiser))).toEqual([]);
    expect(stage.event(3).subject).toBe('Dalalab träff 3 av 4: Ta med dator!');
  });

  test('a meeting that is gone cancels the session in the plan, and nobody is told twice', async () => {
    const stage = await invited();
    stage.sandbox.cancelInOutlook(stage.event(4).id);
    await stage.sync();
    const before = await mailsOf(stage, 4);
    await stage.settleDrift('s-4', 'outlook');
    expect(await session(stage, 's-4')).toMatchObject({ cancelled: true });
    expect(await mailsOf(stage, 4)).toBe(before);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('a room that somebody has taken off is not booked any more', async () => {
    const stage = await invited();
    const { attendees } = stage.event(1);
    await edit(stage, 1, {
      attendees: attendees.filter(({ address }) => address !== siljan),
    });
    expect((await view(stage, 1))?.drift).toEqual({ room: 'removed' });
    await stage.settleDrift('s-1', 'outlook');
    expect((await view(stage, 1))?.roomStatus).toBe('none');
  });

  test('what the plan cannot hold, or is no choice at all, is refused in words', async () => {
    const stage = await invited();
    const asked = (sessionId: string) => previewDrift(stage.tools, lead, { sessionId, side: 'outlook' });
    expect(await asked('s-2')).toMatchObject({ ok: false, reason: 'noDrift' });
    expect(await asked('s-99')).toMatchObject({ ok: false, reason: 'unknownSession' });
    await edit(stage, 2, { end: at('2026-11-20T15:00:00') });
    expect(await asked('s-2')).toMatchObject({ ok: false, reason: 'spansDays' });
    const preview = await previewDrift(stage.tools, lead, { sessionId: 's-2', side: 'plan' });
    if (!preview.ok) throw new Error(preview.reason);
    await edit(stage, 2, { subject: 'Dalalab träff 2 av 4: Hoppsan' });
    const wish = { sessionId: 's-2', side: 'plan', confirm: preview.value } as const;
    expect(await settleDrift(stage.tools, lead, wish)).toMatchObject({ ok: false, reason: 'previewChanged' });
  });
});

describe('somebody has changed a meeting in Outlook, and the plan is right', () => {
  test('the meeting is put back, and the preview says how many hear of it', async () => {
    const stage = await invited();
    await edit(stage, 2, { start: at('2026-11-18T10:00:00'), end: at('2026-11-18T15:00:00') });
    const before = await mailsOf(stage, 2);
    const told = await stage.settleDrift('s-2', 'plan');
    expect((await mailsOf(stage, 2)) - before).toBe(told);
    expect(told).toBeGreaterThan(30);
    expect((await view(stage, 2))?.drift).toBeNull();
  });

  test('somebody who was taken off by hand is invited again, alone', async () => {
    const stage = await invited();
    const [person] = await confirmedPeople(stage.tools, key);
    await edit(stage, 2, {
      attendees: stage.event(2).attendees.filter(({ address }) => address !== person?.email),
    });
    expect(await view(stage, 2)).toMatchObject({ drift: { people: person?.email }, missing: [person?.displayName] });
    const post = await stage.tools.db
      .selectFrom('notice')
      .selectAll()
      .where('kind', '=', 'meetings.drift')
      .executeTakeFirstOrThrow();
    // The chat is read by many: a count, and no name.
    expect(JSON.stringify(post.content)).toContain('saknar 1 person');
    expect(JSON.stringify(post.content)).not.toContain(person?.displayName);
    expect(JSON.stringify(post.content)).not.toContain(person?.email);
    expect(await previewDrift(stage.tools, lead, { sessionId: 's-2', side: 'outlook' })).toMatchObject({
      reason: 'onlyThePlan',
    });
    const before = await mailsOf(stage, 2);
    expect(await stage.settleDrift('s-2', 'plan')).toBe(1);
    expect(await mailsOf(stage, 2)).toBe(before + 1);
  });
});
