import { expect, test } from 'vitest';
import { atMoment, longPast, moment, nearMoment, placeText } from '../../tab/format.ts';
import { periodText } from '../../tab/pages/projects/period.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('of what happened on a day without a clock time the day alone is shown', () => {
  const dayAlone = '2026-06-04T22:00:00.000Z';
  expect(moment(dayAlone, 'sv')).toBe('5 juni');
  expect(longPast(dayAlone, 'sv')).toBe('fredag 5 juni 2026');
  expect(nearMoment(dayAlone, '2026-06-06', 'sv')).toBe('i går');
  expect(nearMoment(dayAlone, '2026-06-20', 'en')).toBe('5 June');
});

test('what has a clock time keeps it, also just after midnight and for what is to come', () => {
  expect(plain(moment('2026-06-05T08:00:00Z', 'sv'))).toBe('5 juni kl. 10.00');
  expect(plain(moment('2026-06-04T22:00:03.120Z', 'sv'))).toBe('5 juni kl. 0.00');
  expect(plain(atMoment('2026-06-04T22:00:00Z', 'sv'))).toBe('5 juni kl. 0.00');
  expect(plain(nearMoment('2026-06-05T08:00:00Z', '2026-06-05', 'sv'))).toBe('i dag kl. 10.00');
});

test('both ends of a project are said in the same way, and its year once when it is one', () => {
  expect(periodText('2026-12-22', '2027-05-25', 'sv')).toBe('22 december 2026 till 25 maj 2027');
  expect(periodText('2026-09-22', '2026-11-05', 'en')).toBe('22 September to 5 November 2026');
  expect(periodText('2026-09-22', '2026-09-22', 'sv')).toBe('22 september 2026');
});

test('a venue whose town is not known is named alone', () => {
  expect(placeText({ name: 'Salen', city: '' })).toBe('Salen');
  expect(placeText({ name: 'Sal Siljan', city: 'Ludvika' })).toBe('Sal Siljan, Ludvika');
});
