import { expect, test } from 'vitest';
import { findDates } from '../../../src/domain/date-finder/find.ts';
import { dalarnaPeriods } from '../../../src/domain/region-periods.ts';
import type { DateQuestion, FinderPerson, FinderRoom, Span } from '../../../src/domain/date-finder/types.ts';
import { localDate, startInstant, stockholm } from '../../../src/domain/local-date.ts';

const day = localDate;

function span(date: string, from = '08:00', until = '17:00'): Span {
  return {
    from: startInstant(day(date), from, stockholm).epochMilliseconds,
    until: startInstant(day(date), until, stockholm).epochMilliseconds,
  };
}

const room = (id: string, with_: Partial<FinderRoom> = {}): FinderRoom => ({
  id,
  capacity: 40,
  isOwn: true,
  isKnown: true,
  busy: [],
  ...with_,
});
const person = (id: string, with_: Partial<FinderPerson> = {}): FinderPerson => ({
  id,
  mustCome: false,
  weight: 1,
  busy: [],
  ...with_,
});

/** Four whole days on Tuesdays to Thursdays from September to February, about five weeks apart. */
function question(with_: Partial<DateQuestion> = {}): DateQuestion {
  return {
    from: day('2027-09-13'),
    until: day('2028-02-25'),
    weekdays: [2, 3, 4],
    hours: [{ start: '09:00', end: '16:00' }],
    zone: stockholm,
    sessions: [null, null, null, null],
    gap: { leastDays: 21, idealDays: 35, mostDays: 56 },
    seats: 38,
    rooms: [],
    people: [],
    closed: [],
    region: dalarnaPeriods,
    objective: 'leastCost',
    proposals: 3,
    ...with_,
  };
}

const datesOf = (asked: DateQuestion): string[][] =>
  findDates(asked).proposals.map(({ dates }) => dates.map(({ slot }) => slot.date.toString()));

test('PLN-01: four days in about five months, none in a school break, at Christmas or beside a red day', () => {
  const { proposals } = findDates(question());
  expect(proposals).toHaveLength(3);
  for (const { dates, cost } of proposals) {
    expect(dates).toHaveLength(4);
    expect(cost.day).toBe(0);
    expect(dates.flatMap(({ slot }) => slot.reasons)).toEqual([]);
    expect(cost.total).toBe(cost.people + cost.day + cost.room + cost.spacing);
  }
});

test('the three proposals have at most one day in common, two and two', () => {
  const [one = [], two = [], three = []] = datesOf(question());
  const common = (some: string[], others: string[]): number => some.filter((date) => others.includes(date)).length;
  expect(Math.max(common(one, two), common(one, three), common(two, three))).toBeLessThanOrEqual(1);
});

test('VEN-02: a day is proposed with the smallest free room of our own that seats everybody', () => {
  const rooms = [
    room('large', { capacity: 120 }),
    room('right', { capacity: 40, busy: [span('2027-09-14')] }),
    room('small', { capacity: 30 }),
    room('theirs', { capacity: 38, isOwn: false }),
  ];
  const { slots } = findDates(question({ rooms }));
  const on = (date: string) => slots.find((slot) => slot.date.toString() === date);
  expect(on('2027-09-15')).toMatchObject({ room: 'right', reasons: [{ code: 'roomFree', room: 'right' }] });
  expect(on('2027-09-14')).toMatchObject({ room: 'large', cost: { room: 0 } });
});

test('a day when every room is taken is no proposal, and says why', () => {
  const rooms = [room('only', { busy: [span('2027-09-15', '15:00', '18:00')] })];
  const { slots } = findDates(question({ rooms }));
  const taken = slots.find(({ date }) => date.toString() === '2027-09-15');
  expect(taken).toMatchObject({ isBarred: true, reasons: [{ code: 'noRoom' }] });
});

test('a room that is taken from the minute when the session ends is free', () => {
  const rooms = [room('only', { busy: [span('2027-09-15', '16:00', '18:00')] })];
  const { slots } = findDates(question({ rooms }));
  expect(slots.find(({ date }) => date.toString() === '2027-09-15')?.isBarred).toBe(false);
});

test('somebody who must come bars the day, others cost what they weigh', () => {
  const people = [
    person('lead', { mustCome: true, busy: [span('2027-09-14')] }),
    person('facilitator', { weight: 3, busy: [span('2027-09-15')] }),
    person('member', { busy: [span('2027-09-15'), span('2027-09-14')] }),
  ];
  const { slots } = findDates(question({ people }));
  expect(slots[0]).toMatchObject({
    isBarred: true,
    reasons: [
      { code: 'mustBeAway', people: ['lead'] },
      { code: 'away', people: ['member'] },
    ],
  });
  expect(slots[1]).toMatchObject({ isBarred: false, cost: { people: 40 } });
  expect(slots[2]).toMatchObject({ cost: { people: 0 }, reasons: [{ code: 'everybodyFree' }] });
});

test('VEN-02: sessions that have a date keep it, and the new ones keep their distance from it', () => {
  const sessions = [day('2027-09-21'), null, null, day('2028-02-09')];
  const { proposals } = findDates(question({ sessions, proposals: 1 }));
  const [second, third] = proposals[0]?.dates ?? [];
  expect(proposals[0]?.dates.map(({ session }) => session)).toEqual([1, 2]);
  expect(second?.gapDays).toBeGreaterThanOrEqual(21);
  expect(third?.gapDays).toBeGreaterThanOrEqual(21);
});

test('most people at all the sessions is another question than the fewest absences', () => {
  // On Tuesdays the same heavy person is away each time; on Wednesdays three others take turns.
  const tuesdays = ['2027-09-14', '2027-10-05'];
  const asked = question({
    until: day('2027-10-07'),
    weekdays: [2, 3],
    sessions: [null, null],
    gap: { leastDays: 21, idealDays: 21, mostDays: 21 },
    proposals: 1,
    people: [
      person('a', { weight: 2, busy: tuesdays.map((date) => span(date)) }),
      person('b', { busy: [span('2027-09-15')] }),
      person('c', { busy: [span('2027-10-06')] }),
      person('d', { busy: [span('2027-10-06')] }),
    ],
  });
  expect(datesOf(asked)).toEqual([['2027-09-15', '2027-10-06']]);
  const all = findDates({ ...asked, objective: 'mostPresent' }).proposals[0];
  expect(all?.dates.map(({ slot }) => slot.date.toString())).toEqual(tuesdays);
  expect(all?.presentAtAll).toEqual(['b', 'c', 'd']);
});

test('a day of our own that is closed is not proposed', () => {
  const { slots } = findDates(question({ closed: [day('2027-09-15')] }));
  expect(slots[1]).toMatchObject({ isBarred: true, reasons: [{ code: 'closed' }] });
});

test('RG-11: half days are told apart: a morning that is taken leaves the afternoon', () => {
  const hours = [
    { start: '08:30', end: '12:00' },
    { start: '13:00', end: '16:30' },
  ];
  const rooms = [room('only', { busy: [span('2027-09-14', '08:00', '12:00')] })];
  const { slots } = findDates(question({ hours, rooms }));
  expect(slots.slice(0, 2).map(({ isBarred }) => isBarred)).toEqual([true, false]);
});

test('a window without room for the sessions answers with no proposal, and still says how the days are', () => {
  const found = findDates(question({ until: day('2027-09-29') }));
  expect(found.proposals).toEqual([]);
  expect(found.slots).not.toEqual([]);
});
