import { expect, test } from 'vitest';
import { localDate } from '../../src/domain/local-date.ts';
import { readDeadline } from '../../src/domain/spoken-deadline.ts';
import { parseSpokenDate } from '../../src/domain/spoken-date.ts';
import { parseSpokenTime } from '../../src/domain/spoken-time.ts';

const june = localDate('2026-06-05');

function said(text: string): readonly string[] {
  return parseSpokenDate(text, june).map((found) =>
    found.kind === 'day' ? found.date.toString() : `${found.year} v. ${found.week}`,
  );
}

test.each([
  ['kan vi ta den 13e jan ist', ['2027-01-13']],
  ['13:e januari 2028', ['2028-01-13']],
  ['flytta träff 3 till 6 jan', ['2027-01-06']],
  ['20 januari', ['2027-01-20']],
  ['5/11', ['2026-11-05']],
  ['5/11-27', ['2027-11-05']],
  ['v45', ['2026 v. 45']],
  ['vecka 45', ['2026 v. 45']],
  ['v. 2', ['2027 v. 2']],
  ['torsdag v45', ['2026-11-05']],
  ['den 13', ['2026-06-13', '2026-07-13']],
  ['i morgon', ['2026-06-06']],
  ['på onsdag', ['2026-06-10']],
  ['tis 22 sept', ['2026-09-22']],
  ['Jan 13th', ['2027-01-13']],
  ['2026-11-05', ['2026-11-05']],
  ['i morron', ['2026-06-06']],
  ['nästa vecka', ['2026 v. 24']],
  ['tisdag nästa vecka', ['2026-06-09']],
  ['den här veckan', ['2026 v. 23']],
  ['om tre dagar', ['2026-06-08']],
  ['om 2 veckor', ['2026-06-19']],
  ['in a week', ['2026-06-12']],
])('"%s" said in June 2026 means %j', (text, dates) => {
  expect(said(text)).toEqual(dates);
});

test.each(['31/2', '2026-02-30', 'v 54', 'hur ligger vi till?', 'kan man boka mick'])('"%s" names no date', (text) => {
  expect(said(text)).toEqual([]);
});

test('a weekday that does not fit the date is told', () => {
  expect(parseSpokenDate('torsdag 13 januari', june)[0]).toMatchObject({ kind: 'day', weekdayDiffers: true });
  expect(parseSpokenDate('onsdag 13 januari', june)[0]).toMatchObject({ kind: 'day', weekdayDiffers: false });
});

test.each([
  ['flytta fikat till kvart i tre', ['14:45', '02:45']],
  ['halv tio', ['09:30', '21:30']],
  ['fem i halv tre', ['14:25', '02:25']],
  ['tjugo över tre', ['15:20', '03:20']],
  ['kl 9', ['09:00', '21:00']],
  ['klockan 13', ['13:00']],
  ['kl. 14.45', ['14:45']],
  ['quarter to three', ['14:45', '02:45']],
  ['half past nine', ['09:30', '21:30']],
  ['påminn om två dagar', []],
  ['hej', []],
])('"%s" is the time %j', (text, times) => {
  expect(parseSpokenTime(text)).toEqual(times);
});

const deadline = (text: string) => {
  const { what, days, unread } = readDeadline(text, june);
  return [what, days.map((day) => (day.kind === 'day' ? day.date.toString() : `v. ${day.week}`)).join(), unread];
};

test.each([
  ['boka lunch senast fredag', 'boka lunch', '2026-06-12'],
  ['boka buss v45', 'boka buss', 'v. 45'],
  ['boka buss till v. 45', 'boka buss', 'v. 45'],
  ['book lunch by Friday', 'book lunch', '2026-06-12'],
  ['book lunch no later than Jan 13th', 'book lunch', '2027-01-13'],
  ['ring hotellet den 13e jan', 'ring hotellet', '2027-01-13'],
  ['ring hotellet senast på onsdag den 11 november 2026', 'ring hotellet', '2026-11-11'],
  ['skicka listan nästa vecka', 'skicka listan', 'v. 24'],
  ['skicka listan i morgon', 'skicka listan', '2026-06-06'],
  ['skicka listan om två veckor', 'skicka listan', '2026-06-19'],
  ['boka rum 12 fredag', 'boka rum 12', '2026-06-12'],
  ['boka rum 12, 5/11', 'boka rum 12', '2026-11-05'],
  ['boka lunch till 30 personer', 'boka lunch till 30 personer', ''],
  ['boka lunch till 30 personer till torsdag', 'boka lunch till 30 personer', '2026-06-11'],
  ['köp in till fikat', 'köp in till fikat', ''],
  ['fråga Maj om bussen', 'fråga Maj om bussen', ''],
  ['betala den 13', 'betala', '2026-06-13,2026-07-13'],
  ['skicka infon senast fredag halv tio', 'skicka infon, kl. 9.30', '2026-06-12'],
  ['ring kl. 9', 'ring kl. 9', ''],
])('"%s" is to do "%s" by %s', (text, what, days) => {
  expect(deadline(text)).toEqual([what, days, null]);
});

test('a last day that does not exist is told, and not taken for a part of the task', () => {
  expect(deadline('boka lunch senast 31 februari')).toEqual(['boka lunch senast 31 februari', '', '31 februari']);
});
