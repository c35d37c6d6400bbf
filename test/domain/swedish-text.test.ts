import { expect, test } from 'vitest';
import { localDate, startInstant, stockholm } from '../../src/domain/local-date.ts';
import {
  compareFamilyName,
  counted,
  dayMonthTime,
  foldEmail,
  listDate,
  listText,
  numberText,
  tableDate,
  textDate,
  timeRange,
  timeText,
  weekText,
  withoutAccents,
} from '../../src/domain/swedish-text.ts';

const first = localDate('2026-09-22');

test('a date has one form for lists, one for sentences and one for tables', () => {
  expect(listDate(first, 'sv')).toBe('tisdag 22 september 2026');
  expect(textDate(first, 'sv')).toBe('tisdagen den 22 september');
  expect(tableDate(first)).toBe('2026-09-22');
  expect(weekText(first, 'sv')).toBe('v. 39');
  expect(listDate(first, 'en')).toBe('Tuesday 22 September 2026');
  expect(textDate(first, 'en')).toBe('Tuesday 22 September');
});

test('clock times have a full stop and no leading zero', () => {
  expect(timeRange('09:00', '16:00', 'sv')).toBe('kl. 9.00–16.00');
  expect(timeText('08:30', 'sv')).toBe('kl. 8.30');
  expect(timeRange('09:00', '16:00', 'en')).toBe('9:00–16:00');
  expect(dayMonthTime(startInstant(localDate('2026-08-28'), '16:00', stockholm), stockholm, 'sv')).toBe(
    '28 augusti kl. 16.00',
  );
});

test('numbers up to twelve are words, and lists end with och', () => {
  expect([numberText(11, 'sv'), numberText(12, 'en'), numberText(13, 'sv')]).toEqual(['elva', 'twelve', '13']);
  expect(listText(['a', 'b', 'c'], 'sv')).toBe('a, b och c');
  expect(listText(['a', 'b'], 'en')).toBe('a and b');
  expect(listText([], 'sv')).toBe('');
  expect([counted(1, 'dag', 'dagar'), counted(47, 'dag', 'dagar')]).toEqual(['1 dag', '47 dagar']);
});

const inOrder = [
  'af Dalsjö',
  'Backe Jönsson',
  'Berg',
  'Cohen Sandberg',
  'Danielsson Öst',
  'Édman',
  'Ek',
  'El-Khoury',
  'Hjortsberg-Lindh',
  'Koskela',
  'Kvarnström',
  'Kühnel',
  'Labba',
  'Lindkvist Überg',
  'Ljungqvist',
  'Mohammadi',
  'Mäkelä',
  'Nguyễn Thị',
  'Nowak-Hedlund',
  'Petrov',
  'Pettersson-Ståhl',
  'Ramírez Lundqvist',
  'Rautiainen',
  'Shevchuk',
  'Ström Håkansson',
  'Tesfay',
  'Vikström',
  'Warsame Abdi',
  'Wik',
  'Wåhlander',
  'Yıldırım',
  'Åhs',
  'Ärlingsson',
  'Øvergård',
];

test('LST-01 family names stand in Swedish order', () => {
  const shuffled = inOrder.map((familyName, index) => ({
    familyName,
    givenName: '',
    at: (index * 7) % inOrder.length,
  }));
  shuffled.sort((one, other) => one.at - other.at);
  expect(shuffled.sort(compareFamilyName).map(({ familyName }) => familyName)).toEqual(inOrder);
});

test('namesakes are ordered by given name', () => {
  const [one, other] = [
    { familyName: 'Berg', givenName: 'Åke' },
    { familyName: 'Berg', givenName: 'Zoë' },
  ];
  expect(compareFamilyName(one, other)).toBeGreaterThan(0);
});

test('an address is the same whatever its capitals and spaces', () => {
  expect(foldEmail(' ASA.Hjortsberg-Lindh@kommun-falun.example ')).toEqual({
    address: 'asa.hjortsberg-lindh@kommun-falun.example',
  });
});

test('å, ä and ö in an address give the form that it probably has', () => {
  expect(foldEmail('per.håll@kommun-borlänge.example').suggestion).toBe('per.hall@kommun-borlange.example');
  expect(foldEmail('per.ha\u030All@x.example').suggestion).toBe('per.hall@x.example');
});

test('names are compared without their accents', () => {
  expect(withoutAccents('Åsa Édman Øvergård Małgorzata')).toBe('Asa Edman Overgard Malgorzata');
});
