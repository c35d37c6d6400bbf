import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { agendaCard } from '../../../bot/cards/planning-meeting.ts';
import { stockholm } from '../../../src/domain/local-date.ts';
import { agendaDue, nextAgenda } from '../../../src/features/meetings/series/agenda/rules.ts';
import { endSeries, previewEnd, previewSeries, setSeries } from '../../../src/features/meetings/series/actions.ts';
import { agendaJobs } from '../../../src/features/meetings/series/jobs.ts';
import { seriesView } from '../../../src/features/meetings/series/queries.ts';
import { daysOf, recurrenceOf, seriesDays } from '../../../src/features/meetings/series/rules.ts';
import type { SeriesOrder } from '../../../src/features/meetings/series/types.ts';
import { setRoles } from '../../../src/features/planning/roles/actions.ts';
import { addDecision, addTask } from '../../../src/features/tasks/actions.ts';
import { occurrencesOf } from '../../../src/sandbox/outlook/series.ts';
import { key, lead, openStage, organiser, posts, siljan, type Stage } from './stage.ts';

const tuesdays: SeriesOrder = {
  rhythm: 'fortnight',
  weekday: 2,
  from: '2026-09-07',
  until: '2027-03-01',
  startTime: '09:00',
  endTime: '10:00',
  place: { kind: 'teams' },
  agenda: 'dayBefore',
};

describe('which days the planning group meets', () => {
  const days = (order: SeriesOrder) => daysOf(recurrenceOf(order)).map(String);

  test('ROL-05 every other Tuesday begins on the first Tuesday, and passes over red days, Christmas and July', () => {
    const all = seriesDays({ ...tuesdays, until: '2027-07-31' }, []);
    expect(all[0]?.date).toBe('2026-09-08');
    const out = all.filter(({ leftOut }) => leftOut !== null).map(({ date, leftOut }) => `${date} ${leftOut?.sv}`);
    expect(out).toEqual(['2026-12-29 jul- och nyårshelgerna', '2027-07-13 juli', '2027-07-27 juli']);
  });

  test('once a month is the same Tuesday of each month, and the fifth is the last', () => {
    const monthly = { ...tuesdays, rhythm: 'month', until: '2026-12-31' } as const;
    expect(days({ ...monthly, from: '2026-09-08' })).toEqual(['2026-09-08', '2026-10-13', '2026-11-10', '2026-12-08']);
    expect(days({ ...monthly, from: '2026-09-29' })).toEqual(['2026-09-29', '2026-10-27', '2026-11-24', '2026-12-29']);
  });
});

describe('when the agenda is posted', () => {
  const at = (text: string) => Temporal.Instant.from(text);
  const series = { wish: tuesdays, setAt: '2026-09-01T08:00:00Z', endedAt: null, agendaOn: null, problem: null };
  const due = (now: string, more: object = {}) => agendaDue({ ...series, ...more }, at(now), stockholm)?.toString();

  test('ROL-05 at eight on the working day before, until the meeting begins, and once', () => {
    expect(due('2026-09-07T05:59:00Z')).toBeUndefined();
    expect(due('2026-09-07T06:00:00Z')).toBe('2026-09-08');
    expect(due('2026-09-08T07:01:00Z')).toBeUndefined();
    expect(due('2026-09-07T07:00:00Z', { agendaOn: '2026-09-08' })).toBeUndefined();
    expect(nextAgenda({ ...series, agendaOn: '2026-09-08' }, at('2026-09-07T07:00:00Z'), stockholm)?.toString()).toBe(
      '2026-09-21T06:00:00Z',
    );
  });

  test('never for the past, not of a day that is left out, and not when nobody wants one', () => {
    expect(due('2026-09-07T08:00:00Z', { setAt: '2026-09-07T07:00:00Z' })).toBeUndefined();
    expect(due('2026-12-28T08:00:00Z')).toBeUndefined();
    expect(due('2026-09-07T07:00:00Z', { wish: { ...tuesdays, agenda: 'none' } })).toBeUndefined();
    expect(due('2026-09-08T05:00:00Z', { wish: { ...tuesdays, agenda: 'twoHours' } })).toBe('2026-09-08');
    expect(due('2026-09-07T07:00:00Z', { endedAt: '2026-09-06T07:00:00Z' })).toBeUndefined();
  });
});

async function agree(stage: Stage, order: SeriesOrder = tuesdays) {
  const preview = await previewSeries(stage.tools, lead, order);
  if (!preview.ok) throw new Error(preview.reason);
  const set = await setSeries(stage.tools, lead, { ...order, confirm: preview.value });
  if (!set.ok) throw new Error(set.reason);
  await stage.settle();
  return set.value;
}

const own = (stage: Stage) => stage.sandbox.calendar(organiser).filter(({ recurrence }) => recurrence != null);
const daysIn = (stage: Stage, address: string) =>
  stage.sandbox
    .calendar(address)
    .filter(({ subject }) => subject.startsWith('Planeringsmöte'))
    .flatMap(occurrencesOf);
const kinds = (stage: Stage, address: string) =>
  stage.sandbox
    .mailbox(address)
    .filter(({ subject }) => subject.includes('Planeringsmöte'))
    .map(({ kind }) => kind);
const karin = 'karin.tunsberg@region-dalarna.example';

describe('the series in Outlook', () => {
  test('CAL-02 X-04 is one event: made with nobody on it, free days taken out, then the planning group in one change', async () => {
    const stage = await openStage();
    stage.writes();
    const preview = await agree(stage);
    const [event, ...others] = own(stage);
    expect(others).toEqual([]);
    expect(event?.cancelledDates).toEqual(['2026-12-29']);
    expect(event?.joinUrl).not.toBeNull();
    expect(event?.attendees.map(({ address }) => address).toSorted()).toHaveLength(preview.recipientCount);
    const who = event?.attendees[0]?.address ?? '';
    expect(kinds(stage, who)).toEqual(['meetingRequest']);
    expect(daysIn(stage, who)).toHaveLength(preview.days.filter(({ leftOut }) => leftOut === null).length);
    expect(stage.writes().map(({ method }) => method)).toEqual(['POST', 'DELETE', 'PATCH']);
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('X-04 who joins or leaves the planning group is invited or told, and the others hear nothing', async () => {
    const stage = await openStage();
    await agree(stage);
    const before = own(stage)[0]?.attendees.map(({ address }) => address) ?? [];
    stage.writes();
    const roles = await stage.tools.db
      .selectFrom('project_role')
      .selectAll()
      .where('role', '=', 'planningGroup')
      .execute();
    const holders = roles.map(({ person_id }) => person_id).filter((id) => id !== 'st-1');
    const [leaves = '', ...stay] = holders;
    const set = await setRoles(stage.tools, lead, {
      contentLead: 'st-1',
      deputy: null,
      processFacilitator: null,
      planningGroup: [...stay, 'p-20'],
      workingGroup: [],
      steeringGroup: [],
    });
    expect(set).toMatchObject({ ok: true });
    await stage.settle();
    const people = await stage.tools.db.selectFrom('person').select(['id', 'email']).execute();
    const address = (id: string) => people.find((one) => one.id === id)?.email.toLowerCase() ?? '';
    expect(kinds(stage, address('p-20'))).toEqual(['meetingRequest']);
    expect(kinds(stage, address(leaves))).toEqual(['meetingRequest', 'meetingCancelled']);
    const stays = before.find((one) => one !== address(leaves) && one === address(stay[0] ?? ''));
    expect(kinds(stage, stays ?? '')).toEqual(['meetingRequest']);
    const [patch, ...rest] = stage.writes().filter(({ body }) => JSON.stringify(body).includes('attendees'));
    expect(rest).toEqual([]);
    expect(Object.keys(patch?.body ?? {})).toEqual(['attendees']);
  });

  test('another time is one change, and a free day that comes back with it is called off again', async () => {
    const stage = await openStage();
    await agree(stage);
    stage.writes();
    const preview = await agree(stage, { ...tuesdays, startTime: '13:00', endTime: '14:00' });
    expect(preview.act).toBe('change');
    expect(stage.writes().map(({ method, path }) => `${method} ${path.endsWith('/cancel') ? 'cancel' : ''}`)).toEqual([
      'PATCH ',
      'POST cancel',
    ]);
    expect(own(stage)[0]?.cancelledDates).toEqual(['2026-12-29']);
  });

  test.each(['comeBack', 'stayAway'] as const)(
    'a new rhythm ends at the same days when they %s',
    async (cancelledDays) => {
      const stage = await openStage({ answers: { cancelledDays } });
      await agree(stage);
      await agree(stage, { ...tuesdays, rhythm: 'week' });
      const out = (await seriesView(stage.tools, key))?.series?.days.filter(({ leftOut }) => leftOut !== null);
      expect(daysIn(stage, organiser).map(({ startMs }) => new Date(startMs).toISOString().slice(0, 10))).not.toContain(
        out?.[0]?.date,
      );
    },
  );

  test('ending it tells everybody once and empties their calendars; nobody says yes to what they have not seen', async () => {
    const stage = await openStage();
    await agree(stage);
    const who = own(stage)[0]?.attendees[0]?.address ?? '';
    const preview = await previewEnd(stage.tools, lead);
    if (!preview.ok) throw new Error(preview.reason);
    const other = { ...preview.value, recipientCount: preview.value.recipientCount + 1 };
    expect(await endSeries(stage.tools, lead, other)).toMatchObject({ ok: false, reason: 'previewChanged' });
    expect(await endSeries(stage.tools, lead, preview.value)).toMatchObject({ ok: true });
    await stage.settle();
    expect(kinds(stage, who)).toEqual(['meetingRequest', 'meetingCancelled']);
    expect(own(stage)).toEqual([]);
    expect((await seriesView(stage.tools, key))?.series).toBeNull();
    await agree(stage);
    expect(own(stage)).toHaveLength(1);
  });

  test('a room is booked with the series, and its no is told', async () => {
    const stage = await openStage();
    const rooms = (await seriesView(stage.tools, key))?.rooms ?? [];
    const room = rooms.find(({ name }) => name.includes('Siljan'));
    stage.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 120 });
    await agree(stage, { ...tuesdays, place: { kind: 'room', venueId: room?.venueId ?? '' } });
    expect((await seriesView(stage.tools, key))?.series?.room).toBe('asked');
    await stage.pass({ hours: 3 });
    // Longer than the room takes bookings for.
    expect((await seriesView(stage.tools, key))?.series?.room).toBe('declined');
    await agree(stage, { ...tuesdays, until: '2026-11-30', place: { kind: 'room', venueId: room?.venueId ?? '' } });
    await stage.pass({ hours: 3 });
    expect((await seriesView(stage.tools, key))?.series?.room).toBe('accepted');
  });

  test('somebody removes it in Outlook: it is told, no agenda comes, and it can be booked anew', async () => {
    const stage = await openStage();
    await agree(stage);
    const [event] = own(stage);
    stage.sandbox.cancelInOutlook(event?.id ?? '');
    await stage.sync();
    expect((await seriesView(stage.tools, key))?.series?.problem).toBe('gone');
    await stage.sync();
    expect(await posts(stage)).toEqual([expect.stringContaining('har tagits bort i Outlook')]);
    expect((await agree(stage)).act).toBe('start');
    expect(own(stage)).toHaveLength(1);
  });

  test.each([
    ['past', { from: '2026-08-01' }],
    ['endsBeforeStart', { until: '2026-09-07' }],
    ['clock', { endTime: '09:00' }],
    ['tooLong', { until: '2029-01-01' }],
    ['noDays', { from: '2026-12-28', until: '2027-01-05' }],
    ['noVenue', { place: { kind: 'room', venueId: 'none' } }],
  ] as const)('is refused: %s', async (reason, more) => {
    const stage = await openStage();
    expect(await previewSeries(stage.tools, lead, { ...tuesdays, ...more })).toMatchObject({ ok: false, reason });
  });
});

describe('by hand', () => {
  test('X-09 each gets a file with the rule and the free days; a new member one more, and ending takes them back', async () => {
    const stage = await openStage();
    await stage.tools.db.updateTable('project').set({ delivery: 'manual' }).where('id', '=', key.projectId).execute();
    stage.writes();
    const { recipientCount } = await agree(stage);
    expect(stage.writes()).toEqual([]);
    const waiting = () =>
      stage.tools.db
        .selectFrom('notice')
        .selectAll()
        .where('kind', 'like', 'planningMeeting.byHand%')
        .where('state', '=', 'byHand')
        .execute();
    const files = await waiting();
    expect(files).toHaveLength(recipientCount);
    const { file } = (files[0]?.content ?? {}) as { file?: { text: string } };
    const text = file?.text;
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU;INTERVAL=2;WKST=MO;UNTIL=20270301T225959Z');
    expect(text).toContain('EXDATE;TZID=Europe/Stockholm:20261229T090000');
    await stage.reconcile();
    expect(await waiting()).toHaveLength(recipientCount);
    const preview = await previewEnd(stage.tools, lead);
    if (!preview.ok) throw new Error(preview.reason);
    await endSeries(stage.tools, lead, preview.value);
    await stage.settle();
    // Nobody has sent them, so there is nothing to take back.
    expect(await waiting()).toEqual([]);
  });
});

describe('the agenda', () => {
  test('ROL-05 holds open tasks, the next date, decisions since last time, and is posted once', async () => {
    const stage = await openStage();
    await agree(stage);
    await addTask(stage.tools, lead, { what: 'Boka lunch', ownerId: 'st-1', dueOn: '2026-09-18', source: 'tab' });
    await addDecision(stage.tools, lead, { text: 'Vi kör Borlänge' });
    const jobs = agendaJobs(agendaCard);
    await stage.pass({ hours: 24 * 18 });
    await jobs.runDue(stage.tools);
    await jobs.runDue(stage.tools);
    await stage.settle();
    const posts = await stage.tools.db
      .selectFrom('notice')
      .selectAll()
      .where('kind', '=', 'planningMeeting.agenda')
      .execute();
    expect(posts).toHaveLength(1);
    const told = JSON.stringify(posts[0]?.content);
    for (const part of ['Dagordning', 'tisdag 8 september', 'Boka lunch', 'senast 18 september', 'Vi kör Borlänge'])
      expect(told).toContain(part);
    expect(stage.sandbox.mailbox(karin).filter(({ subject }) => subject.startsWith('Dagordning'))).toHaveLength(1);
  });
});
