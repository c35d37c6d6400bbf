import { expect, test } from 'vitest';
import { atMoment, longPast, moment, nearMoment } from '../../tab/format.ts';

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
