import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Act } from '../../../src/domain/policy.ts';
import type { TimelineEntry } from '../../../src/features/planning/guidance/types.ts';
import { tellNews } from '../../../src/features/today/events/rules.ts';
import type { NewRows } from '../../../src/features/today/events/types.ts';
import { lastVisit } from '../../../src/features/today/look/rules.ts';
import { doNow, namesText, type NowFacts } from '../../../src/features/today/rules.ts';
import { dismissal, tipsFor } from '../../../src/features/today/tips/rules.ts';

function anEntry(ruleId: string, override: Partial<TimelineEntry> = {}): TimelineEntry {
  const words = { sv: ruleId, en: ruleId };
  return {
    ruleId,
    title: words,
    quote: '',
    source: words,
    explanation: words,
    level: 'must',
    basis: 'guideline',
    owner: 'contentLead',
    sessionId: null,
    sessionNumber: null,
    state: 'upcoming',
    due: '2026-09-08',
    wiseDue: '2026-09-08',
    wiseBecause: null,
    words,
    remarks: [],
    severity: 'none',
    hinders: false,
    pastMending: false,
    action: null,
    override: null,
    ...override,
  };
}

const everything: ReadonlySet<Act> = new Set(['project.activate', 'notices.send', 'registration.close']);
const now = (entries: readonly TimelineEntry[], override: Partial<NowFacts> = {}) =>
  doNow({
    today: '2026-09-01',
    entries,
    isDormant: false,
    undelivered: 0,
    lateRequests: 0,
    troubles: [],
    byItself: new Set(),
    can: everything,
    ...override,
  }).map(({ id }) => id);

describe('what to do now', () => {
  test('a late must goes before people who wait, and they before a late should', () => {
    const entries = [anEntry('S', { state: 'late', level: 'should' }), anEntry('M', { state: 'late' })];
    expect(now(entries, { lateRequests: 2 })).toEqual(['M', 'late', 'S']);
  });

  test('what is broken goes first, even when it fell due before the tool', () => {
    const entries = [
      anEntry('LATE', { state: 'late' }),
      anEntry('VEN-02', { state: 'beforeTool', severity: 'red', sessionId: 's-1' }),
      anEntry('OLD', { state: 'beforeTool' }),
    ];
    expect(now(entries, { undelivered: 1 })).toEqual(['bounced', 'VEN-02 s-1', 'LATE']);
  });

  test('a dormant project is woken before anything else, by whoever may', () => {
    expect(now([anEntry('M', { state: 'late' })], { isDormant: true })).toEqual(['wake', 'M']);
    expect(now([], { isDormant: true, lateRequests: 1, undelivered: 1, can: new Set() })).toEqual([]);
  });

  test('the wise day decides among what is ahead, musts first; far days and tips do not press', () => {
    const entries = [
      anEntry('FAR', { wiseDue: '2026-12-18' }),
      anEntry('SHOULD', { level: 'should', wiseDue: '2026-09-03' }),
      anEntry('MUST', { wiseDue: '2026-09-10' }),
      anEntry('MONTH', { wiseDue: '2026-10-01' }),
      anEntry('NICE', { level: 'nice', wiseDue: '2026-09-02' }),
    ];
    expect(now(entries)).toEqual(['MUST', 'SHOULD', 'MONTH']);
  });

  test('what goes off by itself under a yes that stands is nothing to do', () => {
    const entries = [
      anEntry('CAL-01', { action: 'registration.close' }),
      anEntry('EVA-01', { action: 'evaluation.prepare', sessionId: 's-1' }),
      anEntry('EVA-01', { action: 'evaluation.prepare', sessionId: 's-2' }),
    ];
    const byItself = new Set(['registration.close', 'evaluation.prepare s-1']);
    expect(now(entries, { byItself })).toEqual(['EVA-01 s-2']);
  });

  test('one screen stands once per session, and what can only be explained not at all', () => {
    const entries = [
      anEntry('A', { action: 'agenda.edit', sessionId: 's-1' }),
      anEntry('B', { action: 'agenda.edit', sessionId: 's-1' }),
      anEntry('C', { action: 'agenda.edit', sessionId: 's-2' }),
      anEntry('D', { state: 'late', pastMending: true }),
    ];
    expect(now(entries)).toEqual(['A s-1', 'C s-2']);
  });
});

describe('tips', () => {
  const facts = { hasDeputy: true, mayDispose: false };
  const nice = (ruleId: string, wiseDue: string) => anEntry(ruleId, { level: 'nice', wiseDue });

  test('are three at most, the nearest first, one per rule, and never a must', () => {
    const entries = [
      anEntry('M', { state: 'late' }),
      nice('T4', '2026-12-01'),
      nice('T1', '2026-09-02'),
      nice('T1', '2026-11-02'),
      nice('T2', '2026-09-03'),
      nice('T3', '2026-09-04'),
    ];
    expect(tipsFor({ ...facts, entries }, new Set()).map(({ id }) => id)).toEqual(['T1', 'T2', 'T3']);
    expect(tipsFor({ ...facts, entries }, new Set(['T2'])).map(({ id }) => id)).toEqual(['T1', 'T3', 'T4']);
  });

  test('the tool’s own advice says whose it is', () => {
    const [tip] = tipsFor({ ...facts, entries: [], hasDeputy: false }, new Set());
    expect([tip?.title.sv, tip?.source.sv]).toEqual(['Utse en ersättare', 'Verktygets råd']);
  });

  test('X-06 what may be disposed of is told first, and can be put aside', () => {
    const due = { entries: [nice('T1', '2026-09-02')], hasDeputy: true, mayDispose: true };
    expect(tipsFor(due, new Set())[0]).toMatchObject({ id: 'ADV-DISPOSAL', action: 'retention.look' });
    expect(tipsFor(due, new Set(['ADV-DISPOSAL'])).map(({ id }) => id)).toEqual(['T1']);
    expect(dismissal('ADV-DISPOSAL', [])).toBe('ok');
  });

  test('a must cannot be put aside, a tip can', () => {
    const entries = [anEntry('INV-01'), nice('COM-03', '2026-09-25')];
    expect(['INV-01', 'COM-03', 'ADV-DEPUTY', 'NO-99'].map((id) => dismissal(id, entries))).toEqual([
      'isMust',
      'ok',
      'ok',
      'unknownTip',
    ]);
  });
});

describe('since last time', () => {
  const at = (iso: string) => Temporal.Instant.from(iso);

  test('looks within half an hour are one visit, later ones begin where the last ended', () => {
    const look = { since: at('2026-09-01T08:00:00Z'), lookedAt: at('2026-09-02T08:00:00Z') };
    expect(lastVisit(undefined, at('2026-09-02T08:00:00Z'))).toBeNull();
    expect(lastVisit(look, at('2026-09-02T08:20:00Z'))).toEqual(look.since);
    expect(lastVisit(look, at('2026-09-02T09:00:00Z'))).toEqual(look.lookedAt);
  });

  const none: NewRows = { registrations: [], answers: [], bookings: [], notices: [], audit: [] };
  const known = {
    me: 'st-1',
    names: new Map([
      ['p-1', 'Anna Berg'],
      ['p-2', 'Bo Ek'],
    ]),
    sessions: [{ id: 's-2', number: 2 }],
    venues: new Map([['v-1', 'Kulturhuset']]),
  };
  const said = (rows: Partial<NewRows>, override: Partial<typeof known> = {}) =>
    tellNews({ ...none, ...rows }, { ...known, ...override }).map(({ words }) => words.sv);
  const noon = '2026-09-01T12:00:00.000Z';

  test('registrations and cancellations are told with names, an imported list is no news', () => {
    const row = { registeredAt: noon, cancelledAt: null, state: 'confirmed' };
    const registrations = [
      { ...row, personId: 'p-1' },
      { ...row, personId: 'p-2', registeredAt: '2026-08-01T12:00:00.000Z', state: 'cancelled', cancelledAt: noon },
      { ...row, personId: 'p-3' },
    ];
    const by = { at: noon, actor: '', actorPersonId: null, details: {} };
    const audit = [
      { ...by, id: 'a', act: 'registration.received', subject: 'p-1' },
      { ...by, id: 'b', act: 'registration.cancelled', subject: 'p-2' },
    ];
    expect(said({ registrations, audit })).toEqual(['Anna Berg har anmält sig.', 'Bo Ek har avanmält sig.']);
  });

  test('a no has a name and a yes is counted', () => {
    const answers = [
      { personId: 'p-1', sessionId: 's-2', answer: 'declined' as const, at: noon },
      { personId: 'p-2', sessionId: 's-2', answer: 'accepted' as const, at: noon },
    ];
    expect(said({ answers })).toEqual([
      'Anna Berg har tackat nej till träff 2.',
      '1 person har tackat ja till träff 2.',
    ]);
    expect(tellNews({ ...none, answers }, { ...known, names: null })[0]?.words.sv).toBe(
      '1 person har tackat nej till träff 2.',
    );
  });

  test('venues, letters and what bounced are sentences', () => {
    const notice = {
      kind: 'x',
      sessionId: 's-2',
      state: 'sent' as const,
      channel: 'mail',
      subject: 'Inför träff 2',
      at: noon,
    };
    expect(
      said({
        bookings: [{ sessionId: 's-2', venueId: 'v-1', status: 'declined', answeredAt: noon }],
        notices: [
          { ...notice, isAutomatic: false },
          { ...notice, isAutomatic: false },
          { ...notice, isAutomatic: true },
          { ...notice, isAutomatic: true, state: 'failed' },
        ],
      }),
    ).toEqual([
      'Kulturhuset har tackat nej till träff 2.',
      '1 utskick kom inte fram.',
      '”Inför träff 2” gick till 2 mottagare.',
      '1 automatiskt besked gick ut.',
    ]);
  });

  test('a move by somebody else is told with both days, one’s own is not', () => {
    const act = { id: 'a', at: noon, act: 'session.move', subject: 's-2', actor: 'Åsa Lindh' };
    const details = { from: '2026-11-05', to: '2026-11-12' };
    expect(said({ audit: [{ ...act, actorPersonId: 'p-9', details }] })).toEqual([
      'Åsa Lindh flyttade träff 2 från 5 november till 12 november.',
    ]);
    expect(said({ audit: [{ ...act, actorPersonId: 'st-1', details }] })).toEqual([]);
  });

  test('GOV-01 a rule that somebody went on without is told by its name, and a person’s change without theirs', () => {
    const act = { id: 'a', at: '2026-09-07T08:00:00Z', actor: 'Karin Tunsberg', actorPersonId: 'p-9', details: {} };
    expect(
      said({
        audit: [
          { ...act, act: 'plan.override', subject: 'INV-10' },
          { ...act, id: 'b', act: 'person.change', subject: 'st-2' },
        ],
      }),
    ).toEqual([
      'Karin Tunsberg gick vidare utan ”Kontaktuppgifter”.',
      'Karin Tunsberg ändrade uppgifter om en person.',
    ]);
  });

  test('a sentence names three people at most', () => {
    expect(namesText(['A', 'B', 'C']).sv).toBe('A, B och C');
    expect(namesText(['A', 'B', 'C', 'D', 'E']).sv).toBe('A, B och 3 till');
  });
});
