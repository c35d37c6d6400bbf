import { expect, test } from 'vitest';
import { foundDates } from '../../../src/features/planning/dates/finding/queries.ts';
import { wishForm } from '../../../src/features/planning/dates/finding/form/queries.ts';
import { mostDays, usualWindow, windowOf } from '../../../src/features/planning/dates/finding/rules.ts';
import type { DateWish, FoundView } from '../../../src/features/planning/dates/finding/types.ts';
import { confirmDates, previewDates } from '../../../src/features/planning/dates/several/actions.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { sessionsOf } from '../../../src/features/planning/queries.ts';
import { localDate } from '../../../src/domain/local-date.ts';
import { bookingsOf } from '../../../src/features/rooms/queries.ts';
import { key, lead, openStage, siljan, type Stage } from '../meetings/stage.ts';
import { sample } from './project-file.ts';

/** The sample project in the spring, before any of its sessions has a day. */
async function openSpring(): Promise<Stage> {
  const stage = await openStage({ now: '2027-05-03T07:00:00Z' });
  await stage.tools.db
    .updateTable('session')
    .set({ date: null, start_time: null, end_time: null, venue_id: null })
    .execute();
  return stage;
}

async function usualWish(stage: Stage): Promise<DateWish> {
  const form = await wishForm(stage.tools, key);
  if (form === null) throw new Error('no project');
  return form.wish;
}

async function find(stage: Stage, wish: DateWish): Promise<FoundView> {
  const found = await foundDates(stage.tools, lead, wish);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

const looks = (stage: Stage) => stage.sandbox.requestLog().filter(({ path }) => path.endsWith('/getSchedule')).length;
const day = (found: FoundView, date: string) => found.days.find((one) => one.date === date);

test('PLN-01 the usual wish is for every session without a day, two months ahead and after the summer', async () => {
  const stage = await openSpring();
  const form = await wishForm(stage.tools, key);
  expect(form?.wish).toMatchObject({
    from: '2027-08-16',
    sessions: ['s-1', 's-2', 's-3', 's-4'],
    weekdays: [2, 3, 4],
    people: { 'st-1': 'must' },
  });
  // Guests and people outside have calendars that nobody here can see.
  expect(form?.people.map(({ id }) => id)).not.toContain('st-3');
});

test('VEN-02 finds three proposals with rooms, and asks Outlook as seldom as it can be asked', async () => {
  const stage = await openSpring();
  const wish = await usualWish(stage);
  const found = await find(stage, { ...wish, from: '2027-08-16', until: '2028-02-11' });
  expect(looks(stage)).toBe(3);
  expect(found.proposals).toHaveLength(3);
  expect(found.nothing).toBeNull();
  for (const { dates, summary } of found.proposals) {
    expect(dates.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(dates.every(({ venueId }) => venueId === 'v-1')).toBe(true);
    expect(dates[0]?.reasons.map(({ sv }) => sv)).toContain('Regionens hus, sal Siljan är ledig.');
    expect(summary[0]?.sv).toBe('Alla som räknas kan vid varje träff.');
  }
  expect(day(found, '2027-11-04')).toMatchObject({ tone: 'poor', mark: { sv: 'lov', en: 'brk' } });
  expect(day(found, '2027-12-24')).toMatchObject({ tone: 'barred', mark: { sv: 'röd' } });
  // Hosts without a calendar are asked by a person.
  expect(found.unseen.length).toBeGreaterThan(0);
});

test('what another project of the organisation has planned takes its room and its people', async () => {
  const stage = await openSpring();
  const other = sample();
  const file = { ...other, project: { ...other.project, id: 'lp-annat' } };
  expect(await importProject(stage.tools, key.tenantId, file, { actorName: 'test' })).toMatchObject({ ok: true });
  await stage.tools.db
    .updateTable('session')
    .set({ date: '2027-09-14' })
    .where('project_id', '=', 'lp-annat')
    .where('id', '=', 's-1')
    .execute();
  const wish = await usualWish(stage);
  const found = await find(stage, { ...wish, venues: ['v-1'] });
  const taken = day(found, '2027-09-14');
  expect(taken?.tone).toBe('barred');
  expect(taken?.mark.sv).toBe('nyck');
  expect(taken?.reasons.map(({ sv }) => sv)).toContain('Ingen av lokalerna är ledig och stor nog.');
  expect(day(found, '2027-09-15')?.venueId).toBe('v-1');
  const freely = await find(stage, { ...wish, venues: ['v-1'], people: {} });
  expect(day(freely, '2027-09-14')?.mark.sv).toBe('lok');
});

test('a room that is taken in Outlook is not proposed, and calendars that cannot be seen are said', async () => {
  const stage = await openSpring();
  await stage.tools.db.updateTable('project').set({ delivery: 'manual' }).execute();
  const wish = await usualWish(stage);
  const before = looks(stage);
  const found = await find(stage, wish);
  expect(looks(stage)).toBe(before);
  expect(found.unseen).toContain('Regionens hus, sal Siljan');
  expect(found.proposals[0]?.dates[0]?.reasons.map(({ sv }) => sv)).toContain(
    'Regionens hus, sal Siljan kan passa, men kalendern syns inte. Fråga värden.',
  );
});

test('PLN-03 a window that is too short says what to change', async () => {
  const stage = await openSpring();
  const wish = await usualWish(stage);
  const found = await find(stage, { ...wish, until: '2027-09-10' });
  expect(found.proposals).toEqual([]);
  expect(found.nothing?.sv).toContain('Gör perioden längre');
  expect(await foundDates(stage.tools, lead, { ...wish, until: '2027-04-01', from: '2027-03-01' })).toMatchObject({
    reason: 'inThePast',
  });
});

test('the dates that were seen are set together, with the room in the plan, and nothing is booked yet', async () => {
  const stage = await openSpring();
  const found = await find(stage, await usualWish(stage));
  const dates = (found.proposals[0]?.dates ?? []).map(({ sessionId, date, venueId }) => {
    return { sessionId, date, venueId, startTime: found.startTime, endTime: found.endTime };
  });
  const preview = await previewDates(stage.tools, lead, dates);
  if (!preview.ok) throw new Error(preview.reason);
  expect(preview.value).toMatchObject({ recipientCount: 0 });
  // Judged as they will be, not against where the others stand now.
  expect(preview.value.dates.flatMap(({ warnings }) => warnings)).toEqual([]);
  expect(preview.value.deadlines.map(({ ruleId }) => ruleId)).toContain('INF-01');
  const changed = { dates, confirm: { ...preview.value, textVersion: 'another' } };
  expect(await confirmDates(stage.tools, lead, changed)).toMatchObject({ reason: 'previewChanged' });
  const { textVersion, recipientCount } = preview.value;
  const set = await confirmDates(stage.tools, lead, { dates, confirm: { textVersion, recipientCount } });
  expect(set).toMatchObject({ ok: true, value: { set: 4 } });
  const sessions = await sessionsOf(stage.tools, key);
  expect(sessions.map(({ date, venueId }) => ({ date, venueId }))).toEqual(
    dates.map(({ date, venueId }) => ({ date, venueId })),
  );
  expect(await bookingsOf(stage.tools, key)).toEqual([]);
  expect(stage.sandbox.calendar(siljan)).toEqual([]);
});

test('INV-01 PLN-02 the usual window begins two months ahead, never in the summer, and ends before Dalating', () => {
  const window = (today: string, dalating?: string) => {
    const { from, until } = usualWindow(localDate(today), dalating === undefined ? undefined : localDate(dalating));
    return `${from.toString()} ${until.toString()}`;
  };
  expect(window('2027-05-03', '2028-03-28')).toBe('2027-08-16 2028-03-14');
  expect(window('2027-09-01', '2027-12-01')).toBe('2027-11-01 2028-05-01');
  const long = windowOf({ from: '2020-01-01', until: '2040-01-01' }, localDate('2027-05-03'));
  expect(long.from.toString()).toBe('2027-05-04');
  expect(long.until.equals(long.from.add({ days: mostDays }))).toBe(true);
});
