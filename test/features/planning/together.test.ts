import { expect, test } from 'vitest';
import { findDates } from '../../../src/domain/date-finder/find.ts';
import { findDatesTogether, type JointPart } from '../../../src/domain/date-finder/together/joint.ts';
import type { DateQuestion } from '../../../src/domain/date-finder/types.ts';
import { localDate } from '../../../src/domain/local-date.ts';
import { confirmDates, previewDates } from '../../../src/features/planning/dates/several/actions.ts';
import { datesTogether, togetherForm } from '../../../src/features/planning/dates/together/queries.ts';
import type { TogetherFound, TogetherView, TogetherWish } from '../../../src/features/planning/dates/together/types.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { projectOf, sessionsOf } from '../../../src/features/planning/queries.ts';
import { key, lead, openStage, type Stage } from '../meetings/stage.ts';
import { sample } from './project-file.ts';

const other = 'lp-annat';
const stranger = { tenantId: key.tenantId, oid: '00000000-0000-4000-8000-0000000000ff' };

/** Two projects in the spring, of the same people and rooms, of which no session has a day. */
async function openSpring(): Promise<{ stage: Stage; me: { tenantId: string; oid: string }; wish: TogetherWish }> {
  const stage = await openStage({ now: '2027-05-03T07:00:00Z' });
  const file = sample();
  const second = { ...file, project: { ...file.project, id: other, title: 'Vatten' } };
  expect(await importProject(stage.tools, key.tenantId, second, { actorName: 'test' })).toMatchObject({ ok: true });
  await stage.tools.db
    .updateTable('session')
    .set({ date: null, start_time: null, end_time: null, venue_id: null })
    .execute();
  const oid = (await stage.tools.directory.byMail('karin.tunsberg@region-dalarna.example'))?.oid ?? '';
  const me = { tenantId: key.tenantId, oid };
  const form = await togetherForm(stage.tools, me);
  if (form === null) throw new Error('nothing to look for');
  return { stage, me, wish: { ...form.wish, projects: form.projects.map(({ projectId }) => projectId) } };
}

function viewOf(found: Awaited<ReturnType<typeof datesTogether>>): TogetherView {
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

const daysOf = (found: TogetherFound | undefined) => (found?.dates ?? []).map(({ date }) => date);

test('ROL-06 PLN-01 two projects find days together, none on a day that the other has, in one look at the calendars', async () => {
  const { stage, me, wish } = await openSpring();
  expect(wish.projects.toSorted()).toEqual([key.projectId, other].toSorted());
  const looks = () => stage.sandbox.requestLog().filter(({ path }) => path.endsWith('/getSchedule')).length;
  const found = viewOf(await datesTogether(stage.tools, me, { ...wish, from: '2027-08-16', until: '2028-02-11' }));
  expect(looks()).toBe(3);
  expect(found).toMatchObject({ nothing: null, isProved: true });
  const [one, two] = found.projects;
  expect(daysOf(one)).toHaveLength(4);
  expect(daysOf(two)).toHaveLength(4);
  expect(daysOf(one).filter((day) => daysOf(two).includes(day))).toEqual([]);
  expect(one?.shares[0]).toMatchObject({ projectId: two?.projectId });
  expect(one?.shares[0]?.people).toContain('Karin Tunsberg');
});

test('VEN-02 each project’s days are seen and confirmed for themselves, and the other’s stay open', async () => {
  const { stage, me, wish } = await openSpring();
  const found = viewOf(await datesTogether(stage.tools, me, wish));
  const mine = found.projects.find(({ projectId }) => projectId === key.projectId);
  const dates = (mine?.dates ?? []).map(({ sessionId, date, venueId }) => {
    return { sessionId, date, venueId, startTime: found.startTime, endTime: found.endTime };
  });
  const preview = await previewDates(stage.tools, lead, dates);
  if (!preview.ok) throw new Error(preview.reason);
  const { textVersion, recipientCount } = preview.value;
  expect(await confirmDates(stage.tools, lead, { dates, confirm: { textVersion, recipientCount } })).toMatchObject({
    ok: true,
  });
  expect((await sessionsOf(stage.tools, key)).map(({ date }) => date)).toEqual(daysOf(mine));
  const theirs = await sessionsOf(stage.tools, { ...key, projectId: other });
  expect(theirs.map(({ date }) => date)).toEqual([null, null, null, null]);
  // What was set now stands, so the other project alone is left to find days for.
  const form = await togetherForm(stage.tools, me);
  expect(form?.projects.find(({ projectId }) => projectId === other)?.sessions).toHaveLength(4);
});

test('what a project’s sessions hold today is free for the others when they move', async () => {
  const { stage, me, wish } = await openSpring();
  for (const [index, date] of ['2027-09-07', '2027-10-12', '2027-11-16', '2028-01-18'].entries())
    await stage.tools.db
      .updateTable('session')
      .set({ date, start_time: '09:00', end_time: '16:00' })
      .where('id', '=', `s-${index + 1}`)
      .execute();
  const found = viewOf(await datesTogether(stage.tools, me, wish));
  const marks = found.projects.map(({ days }) => days.find(({ date }) => date === '2027-09-07')?.tone);
  expect(marks).not.toContain('barred');
});

test('ROL-04 a project whose dates somebody may not set is not found, whatever is asked', async () => {
  const { stage, me, wish } = await openSpring();
  expect(await togetherForm(stage.tools, stranger)).toBeNull();
  expect(await datesTogether(stage.tools, stranger, wish)).toMatchObject({ reason: 'noProject' });
  expect(await datesTogether(stage.tools, { ...me, tenantId: 'another' }, wish)).toMatchObject({ reason: 'noProject' });
  await stage.tools.db
    .deleteFrom('project_role')
    .where('project_id', '=', other)
    .where('role', 'in', ['contentLead', 'deputy'])
    .execute();
  expect(await datesTogether(stage.tools, me, wish)).toMatchObject({ reason: 'noProject' });
  expect(await projectOf(stage.tools, { ...key, projectId: other })).not.toBeNull();
});

test('no days that fit say whether one project is stuck or all of them together', async () => {
  const { stage, me, wish } = await openSpring();
  const short = viewOf(await datesTogether(stage.tools, me, { ...wish, until: '2027-09-01' }));
  expect(short.nothing?.sv).toMatch(/^(Kompetens i hela Dalarna|Vatten): /);
});

const question: DateQuestion = {
  from: localDate('2027-09-06'),
  until: localDate('2027-09-10'),
  weekdays: [1, 2, 3, 4, 5],
  hours: [{ start: '09:00', end: '16:00' }],
  zone: 'Europe/Stockholm',
  sessions: [null],
  gap: { leastDays: 1, idealDays: 7, mostDays: 14 },
  seats: 0,
  rooms: [{ id: 'v', capacity: null, isOwn: true, isKnown: true, busy: [] }],
  people: [],
  closed: [],
  region: [],
  objective: 'leastCost',
  proposals: 1,
};

test('VEN-02 one room is not given twice on a day, nor is one person; alone all would take the same day', () => {
  const part = (room: string, ...people: string[]): JointPart => ({ question, roomKey: () => room, people });
  const alone = findDates(question).proposals[0]?.dates[0]?.slot.date.toString();
  const days = (...parts: JointPart[]) =>
    findDatesTogether(parts).parts.map(({ proposal }) => proposal?.dates[0]?.slot.date.toString());
  expect(new Set(days(part('a'), part('a'), part('a'))).size).toBe(3);
  expect(new Set(days(part('a', 'karin'), part('b', 'karin'))).size).toBe(2);
  expect(days(part('a'))).toEqual([alone]);
  const six = Array.from({ length: 6 }, () => part('a'));
  expect(days(...six)).toEqual(six.map(() => undefined));
});
