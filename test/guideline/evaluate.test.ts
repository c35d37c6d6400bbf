import { expect, test } from 'vitest';
import { daysBetween, localDate } from '../../src/domain/local-date.ts';
import { groundRules } from '../../src/guideline/2026-01/fixed-wording.ts';
import { blocking, evaluate, isForgone, nextSteps, ofSession, summary } from '../../src/guideline/evaluate.ts';
import { currentVersion, ruleById, ruleSetOf } from '../../src/guideline/versions.ts';
import { ask } from './ask.ts';
import { aProject, closedProject, onDay, withSession } from './facts-builder.ts';

test('GOV-01 every rule has its quoted words, its level and its version', () => {
  expect(ruleSetOf('2026-01')?.source.sv).toContain('januari 2026');
  expect(ruleSetOf('1999-01')).toBeUndefined();
  for (const rule of currentVersion.rules) {
    expect(rule.quote.length).toBeGreaterThan(5);
    expect(rule.title.en).not.toBe(rule.title.sv);
    expect(ruleById(currentVersion, rule.id)).toBe(rule);
  }
});

test('GOV-01 only musts of the guideline stand in the way', () => {
  for (const rule of currentVersion.rules.filter(({ blocks }) => blocks !== undefined))
    expect([rule.level, rule.basis]).toEqual(['must', 'guideline']);
});

test('the timeline runs from the theme to the final summary by wise day', () => {
  const days = evaluate(aProject(), currentVersion).flatMap(({ wiseDue }) => wiseDue ?? []);
  for (const [index, day] of days.slice(1).entries())
    expect(daysBetween(days[index] ?? day, day)).toBeGreaterThanOrEqual(0);
  const ids = evaluate(aProject(), currentVersion).map(({ ruleId }) => ruleId);
  expect(ids.indexOf('THM-01')).toBeLessThan(ids.indexOf('INV-01'));
  expect(ids.indexOf('INV-01')).toBeLessThan(ids.indexOf('CAL-01'));
  expect(ids.indexOf('CAL-01')).toBeLessThan(ids.indexOf('END-02'));
});

test('the nearest open day is next and the rest is upcoming', () => {
  const next = evaluate(aProject(), currentVersion).filter(({ state }) => state === 'next');
  expect(new Set(next.map(({ wiseDue }) => wiseDue?.toString()))).toEqual(new Set(['2026-06-12']));
});

test('a rule without a date yet stands last and is not late', () => {
  const facts = aProject({ sessions: [] });
  expect(evaluate(facts, currentVersion).at(-1)?.due).toBeUndefined();
  expect(ask('INV-01', facts).state).toBe('upcoming');
});

test('a session that is cancelled asks for nothing', () => {
  const facts = withSession(aProject(), 3, { cancelled: true });
  expect(ofSession(evaluate(facts, currentVersion), { id: 's-3' })).toEqual([]);
  expect(ofSession(evaluate(facts, currentVersion), { id: 's-2' }).length).toBeGreaterThan(5);
});

test('the next steps begin with what is late and name each screen once', () => {
  const facts = withSession(onDay(closedProject(), '2026-09-09'), 1, { preparation: '' });
  const steps = nextSteps(evaluate(facts, currentVersion), 3);
  expect(steps).toHaveLength(3);
  expect(steps[0]?.state).toBe('late');
  const all = nextSteps(evaluate(facts, currentVersion), 100);
  const keys = all.map(({ action, scope }) => `${action} ${scope.kind === 'session' ? scope.sessionId : ''}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('what happened too late is no next step', () => {
  const facts = aProject();
  const late = { ...facts, invitation: { ...facts.invitation, sentOn: localDate('2026-07-23') } };
  expect(nextSteps(evaluate(late, currentVersion), 100).map(({ ruleId }) => ruleId)).not.toContain('INV-01');
});

test('the summary counts rules, not sessions, and lists what was not met', () => {
  const done = summary(evaluate(onDay(closedProject(), '2026-09-30'), currentVersion));
  expect(done.notMet).toContain('INF-01');
  expect(done.must.met).toBeLessThanOrEqual(done.must.total);
  const guideline = evaluate(closedProject(), currentVersion).filter(({ basis }) => basis === 'guideline');
  const rules = new Set(guideline.map(({ ruleId }) => ruleId));
  expect(done.must.total + done.should.total + done.nice.total).toBe(rules.size);
});

test('GOV-01 what fell due before the tool took the project in is never late', () => {
  const facts = {
    ...withSession(onDay(closedProject(), '2026-09-10'), 1, { preparation: '' }),
    invitation: aProject().invitation,
  };
  expect(ask('INF-01', facts, 1).state).toBe('late');
  const taken = { ...facts, toolSince: localDate('2026-09-10') };
  expect(evaluate(taken, currentVersion).filter(({ state }) => state === 'late')).toEqual([]);
  expect(ask('INF-01', taken, 1)).toMatchObject({ state: 'beforeTool', due: localDate('2026-09-08') });
  expect(ask('INF-01', taken, 2).state).toBe('upcoming');
});

test('GOV-01 a rule that falls due on the very day the tool came is the tool’s to keep', () => {
  const facts = onDay(closedProject(), '2026-09-09');
  expect(ask('INF-01', { ...facts, toolSince: localDate('2026-09-08') }, 1).state).toBe('late');
  expect(ask('INF-01', { ...facts, toolSince: localDate('2026-09-09') }, 1).state).toBe('beforeTool');
});

test('GOV-01 what fell due before the tool is neither counted nor a next step, and what is known to be done stays done', () => {
  const facts = onDay(closedProject(), '2026-09-30');
  const taken = evaluate({ ...facts, toolSince: localDate('2026-09-30') }, currentVersion);
  expect(taken.filter(({ state }) => state === 'met')).toEqual(
    evaluate(facts, currentVersion).filter(({ state }) => state === 'met'),
  );
  expect(summary(taken).notMet).not.toContain('INF-01');
  expect(nextSteps(taken, 100).filter(({ state }) => state === 'beforeTool')).toEqual([]);
});

test('an overridden rule is not met, but stands in nobody’s way', () => {
  const facts = withSession(aProject(), 3, { roomStatus: 'none' });
  const override = {
    ruleId: 'VEN-02',
    sessionId: 's-3',
    reason: 'Lokalen blir klar i juni',
    by: 'st-1',
    on: localDate('2026-05-11'),
  };
  expect(blocking(facts, currentVersion, 'sendInvitation')).toHaveLength(1);
  const overridden = { ...facts, overrides: [override] };
  expect(blocking(overridden, currentVersion, 'sendInvitation')).toEqual([]);
  expect(ask('VEN-02', overridden, 3)).toMatchObject({ state: 'overridden', override });
  expect(summary(evaluate(overridden, currentVersion)).notMet).toContain('VEN-02');
});

test('an override of one session leaves the others in the way', () => {
  const facts = withSession(withSession(aProject(), 3, { roomStatus: 'none' }), 2, { roomStatus: 'none' });
  const override = {
    ruleId: 'VEN-02',
    sessionId: 's-3',
    reason: 'Klart i juni',
    by: 'st-1',
    on: localDate('2026-05-11'),
  };
  const left = blocking({ ...facts, overrides: [override] }, currentVersion, 'sendInvitation');
  expect(left.map(({ scope }) => scope)).toEqual([{ kind: 'session', sessionId: 's-2', number: 2 }]);
});

test('dates become plain days in JSON', () => {
  expect(JSON.parse(JSON.stringify(ask('INV-01', aProject())))).toMatchObject({
    due: '2026-07-22',
    wiseDue: '2026-06-12',
  });
});

test('OPN-02 the four attitudes stand word for word', () => {
  expect(groundRules).toEqual([
    'Vi tar tillsammans ansvar för lärprocessen.',
    'Värdesätt olikhet och andras perspektiv.',
    'Var generös!',
    'Ha respekt för varandra och det du får höra i gruppen.',
  ]);
});

test('what belonged before a session that has been held is no next step, and what follows it is', () => {
  const facts = onDay(aProject(), '2026-09-24');
  const own = evaluate(facts, currentVersion).filter(({ scope }) => scope.kind === 'session' && scope.number === 1);
  const forgone = new Set(own.filter((one) => isForgone(one, facts)).map(({ ruleId }) => ruleId));
  expect([...forgone]).toEqual(expect.arrayContaining(['INF-01', 'VEN-02']));
  expect(own.map(({ ruleId }) => ruleId)).toContain('DOC-02');
  expect(forgone).not.toContain('DOC-02');
  const ahead = evaluate(facts, currentVersion).filter(({ scope }) => scope.kind === 'session' && scope.number === 2);
  expect(ahead.some((one) => isForgone(one, facts))).toBe(false);
});
