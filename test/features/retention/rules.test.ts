import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import { may } from '../../../src/domain/policy.ts';
import { dataClass, dataClasses } from '../../../src/features/retention/classes/rules.ts';
import {
  checkedRule,
  dietaryRule,
  dueOf,
  keptAttendance,
  lastDayOf,
  mayGo,
  periodOf,
  stateOf,
  type ClassFacts,
} from '../../../src/features/retention/rules.ts';
import { dataClassIds, type DataClass, type RetentionRule } from '../../../src/features/retention/types.ts';

const today = localDate('2027-04-01');
const rule: RetentionRule = { way: 'dispose', days: 30, decision: 'RD-2026/77', decidedOn: '2026-05-04' };
const classOf = (id: string): DataClass => {
  const found = dataClass(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const facts = (changed: Partial<ClassFacts> = {}): ClassFacts => ({
  ...{ rule, today, lastSession: localDate('2027-02-23'), lastEvaluation: null, isEvaluationOpen: false },
  ...{ items: 3, isOtherThere: false },
  ...changed,
});

describe('X-06 the classes of data', () => {
  test('X-06 each has words in both languages, and a proposal that decides nothing', () => {
    expect(dataClasses.map(({ id }) => id)).toEqual(dataClassIds);
    for (const one of dataClasses) {
      for (const words of [one.name, one.what, ...(one.effect === null ? [] : [one.effect])])
        expect(words.sv === '' || words.en === '' || words.sv === words.en).toBe(false);
      expect(stateOf(one, facts({ rule: null }))).toBe(one.effect === null ? 'kept' : 'undecided');
    }
  });

  test('X-06 what is commonly preserved is proposed to be kept, and what is not is proposed to go', () => {
    const kept = dataClasses.filter(({ proposal }) => proposal.way === 'keep').map(({ id }) => id);
    expect(kept).toEqual(['participantList', 'decisions', 'plans', 'documentation']);
  });

  test('ROL-04 X-06 whoever leads disposes and hands out, and nobody else', () => {
    for (const act of ['retention.edit', 'disclosure.export'] as const) {
      expect(may(['contentLead'], act)).toBe(true);
      expect(may(['deputy'], act)).toBe(true);
      expect(may(['planningGroup', 'processFacilitator', 'workingGroup', 'steeringGroup', 'participant'], act)).toBe(
        false,
      );
    }
  });
});

describe('X-06 a decision', () => {
  test('nothing is disposed of without a reference and a day, and a preserved class is never disposed of', () => {
    const check = (id: string, changed: Partial<RetentionRule> = {}) => checkedRule(id, { ...rule, ...changed }, today);
    expect(check('messages')).toMatchObject({ ok: true, value: { rule } });
    expect(check('messages', { decision: '  ' })).toMatchObject({ reason: 'noDecision' });
    expect(check('messages', { decidedOn: null })).toMatchObject({ reason: 'noDecision' });
    expect(check('messages', { days: null })).toMatchObject({ reason: 'noDays' });
    expect(check('messages', { decidedOn: '2027-04-02' })).toMatchObject({ reason: 'future' });
    expect(check('decisions')).toMatchObject({ reason: 'onlyKept' });
    expect(check('dietary')).toMatchObject({ reason: 'dietaryTerms' });
    expect(check('everything')).toMatchObject({ reason: 'unknownClass' });
    const keep = check('messages', { way: 'keep', decision: null, decidedOn: null });
    expect(keep).toMatchObject({ ok: true, value: { rule: { way: 'keep', days: null } } });
  });

  test('the decision on dietary needs is read from the project’s terms, when they are whole', () => {
    const terms = { legalBasis: 'explicitConsent', retentionDays: 14, decisionReference: 'RD-1' } as const;
    expect(dietaryRule(terms)).toEqual({ way: 'dispose', days: 14, decision: 'RD-1', decidedOn: null });
    expect(dietaryRule({ ...terms, legalBasis: null })).toBeNull();
    expect(dietaryRule({ ...terms, decisionReference: null })).toBeNull();
  });
});

describe('X-06 when a class may go', () => {
  test('the day after the days it is kept, counted from the last session that is held', () => {
    const sessions = [
      { date: '2026-09-22', cancelled: false },
      { date: '2027-02-23', cancelled: false },
      { date: '2027-03-30', cancelled: true },
    ];
    expect(lastDayOf(sessions)?.toString()).toBe('2027-02-23');
    expect(lastDayOf([...sessions, { date: null, cancelled: false }])).toBeNull();
    expect(lastDayOf([])).toBeNull();
    expect(dueOf(classOf('messages'), facts())?.toString()).toBe('2027-03-26');
    const evaluations = classOf('evaluationAnswers');
    expect(dueOf(evaluations, facts({ lastEvaluation: localDate('2027-03-02') }))?.toString()).toBe('2027-04-02');
    expect(dueOf(evaluations, facts({ lastEvaluation: localDate('2026-09-29') }))?.toString()).toBe('2027-03-26');
  });

  test('every reason why it does not go today has a name and words', () => {
    const of = classOf('messages');
    expect(stateOf(of, facts())).toBe('due');
    expect(stateOf(of, facts({ today: localDate('2027-03-26') }))).toBe('due');
    expect(stateOf(of, facts({ today: localDate('2027-03-25') }))).toBe('waits');
    expect(stateOf(of, facts({ rule: { ...rule, way: 'keep', days: null } }))).toBe('kept');
    expect(stateOf(of, facts({ rule: { ...rule, decision: null } }))).toBe('undecided');
    expect(stateOf(of, facts({ lastSession: null }))).toBe('unknownDay');
    expect(stateOf(of, facts({ items: 0 }))).toBe('empty');
    expect(stateOf(classOf('evaluationAnswers'), facts({ isEvaluationOpen: true }))).toBe('evaluationOpen');
    expect(stateOf(classOf('participantList'), facts({ isOtherThere: true }))).toBe('needsOther');
    const line = { state: 'waits', effect: of.effect, dueOn: '2027-03-26' } as const;
    expect(mayGo(line, 'sv')).toMatchObject({ reason: 'notYet', details: { day: 'fredag 26 mars 2027' } });
    expect(mayGo({ ...line, state: 'kept', effect: null }, 'sv')).toMatchObject({ reason: 'onlyKept' });
    expect(mayGo({ ...line, state: 'due' }, 'sv').ok).toBe(true);
  });

  test('what is left is numbers of sessions, and the period is that of the rows', () => {
    const sessions = [
      { id: 's-1', number: 1, day: null },
      { id: 's-2', number: 2, day: { number: 2 } },
    ];
    const counts = [{ session_id: 's-2', accepted: 30, declined: 0, attended: 29, absent: 1 }];
    expect(keptAttendance(sessions, counts).map(({ words, count }) => `${words.sv}: ${count}`)).toEqual([
      'Träff 2, dag 2, tackade ja: 30',
      'Träff 2, dag 2, var där: 29',
      'Träff 2, dag 2, uteblev: 1',
    ]);
    expect(periodOf(['2026-09-22', null, '2026-06-05'])).toEqual({ from: '2026-06-05', to: '2026-09-22' });
    expect(periodOf([null])).toEqual({ from: null, to: null });
  });
});
