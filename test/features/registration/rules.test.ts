import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Organisation } from '../../../src/features/planning/types.ts';
import { announceAt, closingStep, type ClosingFacts } from '../../../src/features/registration/closing/rules.ts';
import { csvText, harmless } from '../../../src/features/registration/exports/rules.ts';
import { matchOrganisation } from '../../../src/features/registration/form/rules.ts';
import {
  addressFault,
  hasPlace,
  isOfDomain,
  isSameName,
  nextInLine,
  nextParticipantId,
  positionInLine,
} from '../../../src/features/registration/rules.ts';
import { sample } from './desk.ts';

const organisations = sample()['organisations'] as readonly Organisation[];

describe('matching an organisation that somebody typed', () => {
  test.each([
    ['Falun kommun', 'org-2080'],
    ['falu kommun', 'org-2080'],
    ['Falun', 'org-2080'],
    ['Säter', 'org-2082'],
    ['SATERS KOMMUN', 'org-2082'],
    ['Malung Sälens kommun', 'org-2023'],
    ['region dalarna', 'org-r20'],
    ['Älvdalens kommun', 'org-2039'],
  ])('%s is certain', (text, id) => {
    expect(matchOrganisation(text, organisations).certain?.id).toBe(id);
  });

  test.each([
    ['Leksans kommnu', 'org-2029'],
    ['Borlenge', 'org-2081'],
    ['Hedemora bildningsförvaltning', 'org-2083'],
  ])('%s is asked about', (text, id) => {
    const match = matchOrganisation(text, organisations);
    expect(match.certain).toBeUndefined();
    expect(match.suggestions.map((one) => one.id)).toContain(id);
  });

  test.each(['Skatteverket', 'IBM', 'Mo'])('%s is nobody we know', (text) => {
    const match = matchOrganisation(text, organisations);
    expect([match.certain, match.suggestions]).toEqual([undefined, []]);
  });
});

describe('places', () => {
  const of = (max: number | null, taken: number) => ({ max, taken });

  test('INV-04 there is a place while neither the organisation nor the project is full', () => {
    expect(hasPlace(of(3, 2), of(40, 39))).toBe(true);
    expect(hasPlace(of(3, 3), of(40, 10))).toBe(false);
    expect(hasPlace(of(3, 0), of(40, 40))).toBe(false);
    expect(hasPlace(of(null, 99), of(null, 99))).toBe(true);
  });

  const line = [
    { personId: 'b', organisationId: 'falun', order: 2 },
    { personId: 'a', organisationId: 'mora', order: 1 },
    { personId: 'c', organisationId: 'falun', order: 3 },
  ];

  test('a free place goes to the first in line whose organisation has room', () => {
    const full = new Map([['mora', of(3, 3)]]);
    const next = nextInLine(line, (id) => full.get(id ?? '') ?? of(3, 2), of(40, 39));
    expect(next?.personId).toBe('b');
    expect(nextInLine(line, () => of(3, 2), of(40, 40))).toBeUndefined();
  });

  test('the place in line is counted within the organisation', () => {
    expect(positionInLine(line, 'c')).toBe(2);
    expect(positionInLine(line, 'a')).toBe(1);
    expect(positionInLine(line, 'x')).toBeNull();
  });

  test('a new participant gets the next number', () => {
    expect(nextParticipantId([])).toBe('p-01');
    expect(nextParticipantId(['p-01', 'p-34', 'st-9', 'p-2'])).toBe('p-35');
    expect(nextParticipantId(['p-99'])).toBe('p-100');
  });
});

describe('addresses and names', () => {
  test('an address is read as people write it', () => {
    expect(addressFault(' Asa.Hjortsberg-Lindh@kommun-falun.example ')).toBeUndefined();
    expect(addressFault('fornamn2.efternamn@norrkoping.se')).toBeUndefined();
    expect(addressFault('asa@')).toEqual({ reason: 'addressUnreadable' });
    expect(addressFault('asa kommun.se')).toEqual({ reason: 'addressUnreadable' });
    expect(addressFault('per.håll@borlänge.se')).toEqual({
      reason: 'addressHasAccents',
      suggestion: 'per.hall@borlange.se',
    });
  });

  test('a domain under the organisation’s own belongs to it', () => {
    expect(isOfDomain('a@falun.se', 'falun.se')).toBe(true);
    expect(isOfDomain('a@edu.falun.se', 'falun.se')).toBe(true);
    expect(isOfDomain('a@notfalun.se', 'falun.se')).toBe(false);
  });

  test('a name without its accents is the same name', () => {
    expect(isSameName('Asa Hjortsberg Lindh', 'Åsa Hjortsberg-Lindh')).toBe(true);
    expect(isSameName('Asa Lindh', 'Åsa Lind')).toBe(false);
  });
});

describe('files', () => {
  test('X-07 what a spreadsheet would run becomes text, also behind blanks', () => {
    for (const text of ['=1+1', '+46', '-2', '@SUM(A1)', ' =1', '\t=1']) expect(harmless(text)).toBe(`'${text}`);
    expect(harmless('Hjortsberg-Lindh')).toBe('Hjortsberg-Lindh');
  });

  test('X-07 a list is UTF-8 with a byte order mark and semicolons', () => {
    expect(csvText([{ title: 'Namn', width: 1, value: () => 'Åsa "A"; B' }], [])).toBe('\uFEFF"Namn"\r\n');
  });
});

describe('the closing', () => {
  const closesAt = Temporal.Instant.from('2026-08-28T14:00:00Z');
  const yes = { dueAt: closesAt, textVersion: 'v1', isAnnounced: false, isStopped: false };
  const facts: ClosingFacts = {
    isActive: true,
    isClosed: false,
    closesAt,
    timeZone: 'Europe/Stockholm',
    latest: yes,
    textVersion: 'v1',
  };
  const step = (change: Partial<ClosingFacts>, now: string) =>
    closingStep({ ...facts, ...change }, Temporal.Instant.from(now));

  test('X-02 is announced three days before, on the same clock time also across the change of time', () => {
    expect(announceAt(closesAt, 'Europe/Stockholm').toString()).toBe('2026-08-25T14:00:00Z');
    expect(announceAt(Temporal.Instant.from('2026-10-26T15:00:00Z'), 'Europe/Stockholm').toString()).toBe(
      '2026-10-23T14:00:00Z',
    );
    expect(step({}, '2026-08-25T13:59:59Z')).toBe('nothing');
    expect(step({}, '2026-08-25T14:00:00Z')).toBe('announce');
  });

  test('CAL-01 happens at the minute under the standing yes, and is announced first even when it is late', () => {
    const announced = { latest: { ...yes, isAnnounced: true } };
    expect(step(announced, '2026-08-28T13:59:59Z')).toBe('nothing');
    expect(step(announced, '2026-08-28T14:00:00Z')).toBe('execute');
    expect(step({}, '2026-08-28T14:00:00Z')).toBe('announce');
    expect(step({ isClosed: true }, '2026-08-28T14:00:00Z')).toBe('nothing');
    expect(step({ isActive: false }, '2026-08-28T14:00:00Z')).toBe('nothing');
  });

  test('X-02 does not happen when it was stopped, changed or never confirmed', () => {
    expect(step({ latest: { ...yes, isStopped: true } }, '2026-08-28T14:00:00Z')).toBe('tellStopped');
    expect(step({ latest: { ...yes, isStopped: true } }, '2026-08-27T14:00:00Z')).toBe('nothing');
    expect(step({ textVersion: 'v2' }, '2026-08-01T14:00:00Z')).toBe('tellChanged');
    expect(step({ closesAt: closesAt.add({ hours: 1 }) }, '2026-08-28T15:00:00Z')).toBe('tellChanged');
    expect(step({ latest: null }, '2026-08-28T14:00:00Z')).toBe('tellUnconfirmed');
  });
});
