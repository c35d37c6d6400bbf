import { describe, expect, test } from 'vitest';
import { occurrencesOf } from '../../src/sandbox/outlook/series.ts';
import { anna, attendee, bo, inbox, openFarSide, organiser, session, siljan } from './far-side.ts';

const events = `/users/${organiser}/events`;

/** Every other Tuesday at nine, from before the change of clocks to after it. */
function series(more: object = {}): object {
  return session({
    start: { dateTime: '2026-10-06T09:00:00', timeZone: 'W. Europe Standard Time' },
    end: { dateTime: '2026-10-06T10:00:00', timeZone: 'W. Europe Standard Time' },
    recurrence: {
      pattern: { type: 'weekly', interval: 2, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'endDate', startDate: '2026-10-06', endDate: '2026-12-01' },
    },
    ...more,
  });
}

const year = 'startDateTime=2026-01-01T00:00:00Z&endDateTime=2027-12-31T00:00:00Z';

type Graph = Awaited<ReturnType<typeof openFarSide>>['graph'];

async function starts(graph: Graph, path: string): Promise<readonly string[]> {
  const answer = await graph('GET', `${path}&$top=100`);
  return (answer.body['value'] as { start: { dateTime: string } }[]).map(({ start }) => start.dateTime.slice(0, 16));
}

async function idOn(graph: Graph, master: string | undefined, day: string): Promise<string> {
  const answer = await graph('GET', `${events}/${master}/instances?${year}&$top=100`);
  const found = (answer.body['value'] as { id: string; start: { dateTime: string } }[]).find(({ start }) =>
    start.dateTime.startsWith(day),
  );
  return found?.id ?? '';
}

describe('a series of meetings', () => {
  test('is one event with its occurrences at the same hour on both sides of a change of clocks', async () => {
    const { graph } = await openFarSide();
    const made = await graph('POST', events, series());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ type: 'seriesMaster', seriesMasterId: null });
    const days = ['2026-10-06T07:00', '2026-10-20T07:00', '2026-11-03T08:00', '2026-11-17T08:00', '2026-12-01T08:00'];
    expect(await starts(graph, `${events}/${made.id}/instances?${year}`)).toEqual(days);
    expect(await starts(graph, `/users/${organiser}/calendarView?${year}`)).toEqual(days);
    expect((await graph('GET', events)).body['value']).toHaveLength(1);
  });

  test.each([
    ['relativeMonthly', { daysOfWeek: ['tuesday'], index: 'last' }, ['2026-10-27', '2026-11-24']],
    ['relativeMonthly', { daysOfWeek: ['monday'], index: 'first' }, ['2026-11-02']],
    ['absoluteMonthly', { dayOfMonth: 31 }, ['2026-10-31', '2026-11-30']],
    [
      'weekly',
      { daysOfWeek: ['monday', 'friday'], interval: 4 },
      ['2026-10-09', '2026-11-02', '2026-11-06', '2026-11-30'],
    ],
    ['daily', { interval: 20 }, ['2026-10-06', '2026-10-26', '2026-11-15']],
  ])('comes as Graph says for %s %j', async (type, pattern, expected) => {
    const { graph } = await openFarSide();
    const range = { type: 'endDate', startDate: '2026-10-06', endDate: '2026-12-01' };
    const recurrence = { pattern: { interval: 1, firstDayOfWeek: 'monday', ...pattern, type }, range };
    const made = await graph('POST', events, series({ recurrence }));
    const found = await starts(graph, `${events}/${made.id}/instances?${year}`);
    expect(found.map((one) => one.slice(0, 10))).toEqual(expected);
  });

  test.each([
    [
      'a range that does not begin with the event',
      { range: { type: 'endDate', startDate: '2026-10-07', endDate: '2026-12-01' } },
    ],
    ['an end before its start', { range: { type: 'endDate', startDate: '2026-10-06', endDate: '2026-10-01' } }],
    ['no weekday', { pattern: { type: 'weekly', interval: 1 } }],
    ['no interval', { pattern: { type: 'weekly', daysOfWeek: ['tuesday'] } }],
    ['a numbered range without a number', { range: { type: 'numbered', startDate: '2026-10-06' } }],
  ])('is refused with %s', async (_what, part) => {
    const { graph } = await openFarSide();
    const { recurrence } = series() as { recurrence: object };
    const made = await graph('POST', events, series({ recurrence: { ...recurrence, ...part } }));
    expect(made.status).toBe(400);
    expect(made.body['error']).toMatchObject({ code: 'ErrorPropertyValidationFailure' });
  });

  test('a day taken out before anybody is on it mails nobody, and who comes later never sees it', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph('POST', events, series());
    const gone = await idOn(graph, made.id, '2026-11-03');
    expect((await graph('DELETE', `${events}/${gone}`)).status).toBe(204);
    expect((await graph('GET', `${events}/${gone}`)).status).toBe(404);
    await graph('PATCH', `${events}/${made.id}`, { attendees: [attendee(anna.mail)] });
    expect(inbox(sandbox, anna.mail).map(({ kind }) => kind)).toEqual(['meetingRequest']);
    expect(inbox(sandbox, anna.mail)[0]?.meeting?.series).toMatchObject({ without: ['2026-11-03'] });
    expect(sandbox.calendar(anna.mail).flatMap(occurrencesOf)).toHaveLength(4);
  });

  test('one day called off tells those who are on it of that day, and the rest stands', async () => {
    const { sandbox, graph } = await openFarSide();
    const made = await graph('POST', events, series({ attendees: [attendee(anna.mail)] }));
    const gone = await idOn(graph, made.id, '2026-11-03');
    expect((await graph('POST', `${events}/${gone}/cancel`, { comment: 'Lov' })).status).toBe(202);
    const [, told] = inbox(sandbox, anna.mail);
    expect(told).toMatchObject({ kind: 'meetingCancelled', meeting: { series: { only: '2026-11-03' } } });
    expect(sandbox.calendar(anna.mail).flatMap(occurrencesOf)).toHaveLength(4);
  });

  test.each([
    ['comeBack', 5],
    ['stayAway', 4],
  ] as const)('a new time lets days that were taken out: %s', async (cancelledDays, days) => {
    const { graph } = await openFarSide({ answers: { cancelledDays } });
    const made = await graph('POST', events, series());
    await graph('DELETE', `${events}/${await idOn(graph, made.id, '2026-11-03')}`);
    const end = { dateTime: '2026-10-06T10:30:00', timeZone: 'W. Europe Standard Time' };
    expect((await graph('PATCH', `${events}/${made.id}`, { end })).status).toBe(200);
    expect(await starts(graph, `${events}/${made.id}/instances?${year}`)).toHaveLength(days);
  });

  test('a room says no to the whole when one of its days is taken', async () => {
    const { graph, pass } = await openFarSide();
    const busy = { dateTime: '2026-11-17T08:00:00', timeZone: 'W. Europe Standard Time' };
    const until = { dateTime: '2026-11-17T16:00:00', timeZone: 'W. Europe Standard Time' };
    await graph('POST', events, session({ start: busy, end: until, attendees: [attendee(siljan, 'resource')] }));
    await pass({ hours: 2 });
    const made = await graph('POST', events, series({ attendees: [attendee(siljan, 'resource'), attendee(bo.mail)] }));
    await pass({ hours: 2 });
    const read = await graph('GET', `${events}/${made.id}`);
    expect(read.body['attendees']).toContainEqual(
      expect.objectContaining({ type: 'resource', status: expect.objectContaining({ response: 'declined' }) }),
    );
  });

  test('getSchedule shows every day of it as busy', async () => {
    const { graph } = await openFarSide();
    await graph('POST', events, series({ attendees: [attendee(siljan, 'resource')] }));
    const answer = await graph('POST', `/users/${organiser}/calendar/getSchedule`, {
      schedules: [organiser],
      startTime: { dateTime: '2026-10-01T00:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-11-20T00:00:00', timeZone: 'UTC' },
    });
    const [own] = answer.body['value'] as { scheduleItems: object[] }[];
    expect(own?.scheduleItems).toHaveLength(4);
  });

  test('the changes of a calendar tell the series, its days and those taken out', async () => {
    const { graph } = await openFarSide();
    const made = await graph('POST', events, series());
    const gone = await idOn(graph, made.id, '2026-11-03');
    await graph('DELETE', `${events}/${gone}`);
    const told = await graph('GET', `/users/${organiser}/calendarView/delta?${year}`);
    const items = told.body['value'] as { id: string; type?: string; '@removed'?: object }[];
    expect(items.map(({ type }) => type)).toEqual([
      'seriesMaster',
      ...Array.from({ length: 4 }, () => 'occurrence'),
      undefined,
    ]);
    expect(items.at(-1)).toMatchObject({ id: gone, '@removed': { reason: 'deleted' } });
  });
});
