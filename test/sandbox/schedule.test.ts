import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { anna, attendee, openFarSide, organiser, session, siljan, stockholmTime } from './far-side.ts';

const path = `/users/${organiser}/calendar/getSchedule`;
const day = { startTime: stockholmTime('2026-09-22T08:00:00'), endTime: stockholmTime('2026-09-22T18:00:00') };

test('a booked room is busy in its slots and shows no subject', async () => {
  const far = await openFarSide();
  await far.graph('POST', `/users/${organiser}/events`, session({ attendees: [attendee(siljan, 'resource')] }));
  await far.pass({ minutes: 1 });
  const read = await far.graph('POST', path, { schedules: [siljan], ...day, availabilityViewInterval: 60 });
  expect(read.body['value']).toMatchObject([
    {
      scheduleId: siljan,
      availabilityView: '0222222200',
      scheduleItems: [{ status: 'busy', start: { dateTime: '2026-09-22T07:00:00.0000000', timeZone: 'UTC' } }],
    },
  ]);
  expect(read.text).not.toContain('Träff 1');
});

test('an unanswered booking is tentative, and working elsewhere counts as free', async () => {
  const far = await openFarSide();
  await far.graph(
    'POST',
    `/users/${organiser}/events`,
    session({ attendees: [attendee(siljan, 'resource')], showAs: 'workingElsewhere' }),
  );
  const read = await far.graph('POST', path, {
    Schedules: [siljan, organiser],
    StartTime: day.startTime,
    EndTime: day.endTime,
    AvailabilityViewInterval: 600,
  });
  expect((read.body['value'] as { availabilityView: string }[]).map((one) => one.availabilityView)).toEqual(['1', '0']);
});

test('an address that cannot be resolved fails alone', async () => {
  const { graph } = await openFarSide();
  const read = await graph('POST', path, { schedules: [siljan, 'finnsinte@region.example', anna.mail], ...day });
  expect(read.status).toBe(200);
  const [room, ...unknown] = read.body['value'] as { error?: unknown }[];
  expect(room).not.toHaveProperty('error');
  for (const one of unknown) expect(one.error).toMatchObject({ responseCode: 'ErrorMailRecipientNotFound' });
});

describe('its limits', () => {
  test('more than twenty schedules are refused', async () => {
    const { graph } = await openFarSide();
    const schedules = Array.from({ length: 21 }, (_, i) => `sal${i}@region.example`);
    expect((await graph('POST', path, { schedules, ...day })).status).toBe(400);
    expect((await graph('POST', path, { schedules: schedules.slice(1), ...day })).status).toBe(200);
  });

  test('a window of 62 days is refused, one minute less is not', async () => {
    const { graph } = await openFarSide();
    const from = Temporal.PlainDateTime.from('2026-09-01T00:00');
    const ask = (to: Temporal.PlainDateTime) =>
      graph('POST', path, {
        schedules: [siljan],
        startTime: { dateTime: from.toString(), timeZone: 'UTC' },
        endTime: { dateTime: to.toString(), timeZone: 'UTC' },
      });
    expect((await ask(from.add({ days: 62 }))).body['error']).toMatchObject({ code: 'ErrorTimeIntervalTooBig' });
    expect((await ask(from.add({ days: 62 }).subtract({ minutes: 1 }))).status).toBe(200);
  });

  test('the interval lies between five minutes and a day', async () => {
    const { graph } = await openFarSide();
    expect((await graph('POST', path, { schedules: [siljan], ...day, availabilityViewInterval: 4 })).status).toBe(400);
  });
});
