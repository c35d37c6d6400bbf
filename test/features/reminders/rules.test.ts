import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { localDate, stockholm } from '../../../src/domain/local-date.ts';
import { isOpen, lastLook, nextMorning } from '../../../src/features/reminders/mornings/rules.ts';
import { dueThisMorning, perPerson, stageDays, stageOn } from '../../../src/features/reminders/rules.ts';
import type { Deadline, Stage, Watched } from '../../../src/features/reminders/types.ts';
import { isWeekMorning } from '../../../src/features/reminders/week/rules.ts';
import type { Person } from '../../../src/features/planning/types.ts';

const at = (text: string) => Temporal.Instant.from(text);
const info: Deadline = {
  ruleId: 'INF-01',
  sessionId: 's-2',
  sessionNumber: 2,
  owner: 'contentLead',
  title: { sv: 'Information', en: 'Information' },
  words: { sv: 'Skicka.', en: 'Send.' },
  action: 'sessionInfo.send',
  wiseOn: '2026-10-22',
  dueOn: '2026-10-22',
};
const seen = (changed: Partial<Watched> = {}): Watched => ({
  ruleId: 'INF-01',
  sessionId: 's-2',
  dueOn: '2026-10-22',
  seenOn: '2026-10-22',
  told: { ahead: null, soon: null, late: null },
  ...changed,
});
const due = (today: string, watched: readonly Watched[] = [], deadline = info) =>
  dueThisMorning(localDate(today), [deadline], watched).map(({ stage }) => stage);

describe('the mornings of a last day', () => {
  const days = (wiseOn: string, dueOn: string) =>
    Object.values(stageDays({ wiseOn, dueOn })).map((day) => day.toString());

  test('INF-01 a week before the wise day, two days before the rule’s own, and the day after it', () => {
    expect(days('2026-10-22', '2026-10-22')).toEqual(['2026-10-15', '2026-10-20', '2026-10-23']);
  });

  test('what falls on a free day goes on the next working morning, or before it when that would be too late', () => {
    // Friday 6 November: two days before is Wednesday. Monday 9 November: two days before is a Saturday.
    expect(days('2026-11-09', '2026-11-09')).toEqual(['2026-11-02', '2026-11-09', '2026-11-10']);
    // The rule's last day is a Sunday.
    expect(days('2026-11-06', '2026-11-08')).toEqual(['2026-10-30', '2026-11-06', '2026-11-09']);
  });

  test('nobody is reminded in July or at Christmas: before midsummer, and when people are back', () => {
    expect(days('2026-06-12', '2026-07-22')).toEqual(['2026-06-05', '2026-06-12', '2026-08-10']);
    expect(days('2026-12-18', '2026-12-30')).toEqual(['2026-12-11', '2026-12-18', '2027-01-07']);
  });

  test('a klämdag is no morning', () => {
    // Ascension Day is Thursday 14 May 2026.
    expect(stageDays({ wiseOn: '2026-05-22', dueOn: '2026-05-22' }).ahead.toString()).toBe('2026-05-18');
  });

  test('only the latest stage counts, and what is a week old is no news', () => {
    const on = (day: string): Stage | undefined => stageOn(localDate(day), info);
    expect(['2026-10-14', '2026-10-19', '2026-10-22', '2026-10-23', '2026-10-30'].map(on)).toEqual([
      undefined,
      'ahead',
      'soon',
      'late',
      'late',
    ]);
    expect(on('2026-10-31')).toBeUndefined();
  });
});

describe('what is told', () => {
  test('each stage once', () => {
    expect(due('2026-10-15')).toEqual(['ahead']);
    expect(due('2026-10-16', [seen({ told: { ahead: '2026-10-15', soon: null, late: null } })])).toEqual([]);
    expect(due('2026-10-20', [seen({ told: { ahead: '2026-10-15', soon: null, late: null } })])).toEqual(['soon']);
  });

  test('never of the past: late only when it was seen coming', () => {
    expect(due('2026-10-23')).toEqual([]);
    expect(due('2026-10-23', [seen()])).toEqual(['late']);
    // It stood there once, and was then moved away and back when it had passed.
    expect(due('2026-10-23', [seen({ seenOn: '2026-10-01' })])).toEqual([]);
  });

  test('a date that moves moves the reminder, and to and fro it is not said again within three days', () => {
    const told = seen({ told: { ahead: '2026-10-15', soon: null, late: null } });
    const later = { ...info, wiseOn: '2026-10-23', dueOn: '2026-10-23' };
    expect(due('2026-10-16', [told], later)).toEqual([]);
    expect(due('2026-10-19', [told], later)).toEqual(['ahead']);
    expect(due('2026-10-19', [told], { ...info, wiseOn: '2026-11-20', dueOn: '2026-11-20' })).toEqual([]);
    // It has come near in the meantime: that is something else.
    expect(due('2026-10-16', [told], { ...info, wiseOn: '2026-10-16', dueOn: '2026-10-16' })).toEqual(['soon']);
  });

  test('each screen once, the most pressing first, to the one who answers for it', () => {
    const people = [aPerson('karin'), aPerson('jonas'), aPerson('sven', 'mailOnly')];
    const roles = [
      { personId: 'karin', role: 'contentLead' as const },
      { personId: 'jonas', role: 'processFacilitator' as const },
    ];
    const open = { ...info, stage: 'ahead' as const };
    const reminders = [
      { ...open, ruleId: 'INF-02', action: 'agenda.edit' },
      { ...open, ruleId: 'DOC-01', action: 'agenda.edit', owner: 'planningGroup' },
      { ...open, stage: 'late' as const },
      { ...open, ruleId: 'OPN-01', action: 'agenda.look', owner: 'processFacilitator' },
    ];
    const told = (holders: typeof roles) =>
      perPerson(reminders, people, holders).map((one) => [one.personId, ...one.reminders.map(({ ruleId }) => ruleId)]);
    expect(told(roles)).toEqual([
      ['karin', 'INF-01', 'INF-02'],
      ['jonas', 'OPN-01'],
    ]);
    // Whom neither chat nor tab reaches is not counted on; and a deputy stands in where there is no content lead.
    const outside = [
      { personId: 'karin', role: 'deputy' as const },
      { personId: 'sven', role: 'processFacilitator' as const },
    ];
    expect(told(outside as never).map(([who]) => who)).toEqual(['karin']);
  });
});

describe('quiet hours', () => {
  test('from eight to five on days when people read', () => {
    const open = (now: string) => isOpen(at(now), stockholm);
    expect(open('2026-10-22T05:59:00Z')).toBe(false);
    expect(open('2026-10-22T06:00:00Z')).toBe(true);
    expect(open('2026-10-22T15:00:00Z')).toBe(false);
    expect(['2026-10-24T08:00:00Z', '2026-07-15T08:00:00Z', '2026-12-29T09:00:00Z'].map(open)).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('the next morning is eight o’clock on a working day, in winter as in summer', () => {
    const next = (now: string) => nextMorning(at(now), stockholm).toString();
    expect(next('2026-10-22T05:00:00Z')).toBe('2026-10-22T06:00:00Z');
    expect(next('2026-10-23T06:00:00Z')).toBe('2026-10-26T07:00:00Z');
    expect(next('2026-12-18T12:00:00Z')).toBe('2027-01-07T07:00:00Z');
  });

  test('who wakes a project in the middle of a day hears nothing before the next morning', () => {
    expect(lastLook(at('2026-10-22T08:00:00Z'), stockholm)).toBe('2026-10-22');
    expect(lastLook(at('2026-10-22T05:00:00Z'), stockholm)).toBe('2026-10-21');
  });

  test('the week’s news come on Monday, or on the first day after it when people read', () => {
    const mornings = (from: string, days: number) =>
      Array.from({ length: days }, (_, index) => localDate(from).add({ days: index }))
        .filter(isWeekMorning)
        .map((day) => day.toString());
    expect(mornings('2026-10-26', 7)).toEqual(['2026-10-26']);
    // Easter Monday, and two weeks at Christmas with nobody there.
    expect(mornings('2026-04-06', 7)).toEqual(['2026-04-07']);
    expect(mornings('2026-12-21', 18)).toEqual(['2027-01-07']);
  });
});

function aPerson(id: string, accountType: Person['accountType'] = 'member'): Person {
  return {
    ...{ id, kind: 'staff', givenName: id, familyName: '', displayName: id, title: '', organisationId: null },
    ...{ unit: null, email: `${id}@region.example`, emailKey: id, phone: null, accountType, oid: null, extra: {} },
  };
}
