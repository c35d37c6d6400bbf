import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/local-date.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Words } from '../domain/words.ts';
import type { Override, ProjectFacts, SessionFacts } from './facts.ts';
import type { Due, Finding, GuardedAct, GuidelineAction, Level, Basis, Rule, RuleSet, Severity } from './rule.ts';
import { liveSessions } from './session-dates.ts';

export type Scope =
  { readonly kind: 'project' } | { readonly kind: 'session'; readonly sessionId: string; readonly number: number };

/**
 * met · late: broken, or open after the rule's last day · next: the nearest open day · upcoming · overridden: with a reason ·
 * beforeTool: not known to be met, and due before the tool knew the project, so nobody is told that it is late.
 */
export type TimelineState = 'met' | 'late' | 'next' | 'upcoming' | 'overridden' | 'beforeTool';

/** One rule of one project or session, as the timeline shows it. Dates become `2026-09-22` in JSON. */
export type Evaluation = {
  readonly ruleId: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly scope: Scope;
  readonly state: TimelineState;
  /** The rule's last day; left out while the dates that it follows from are not set. */
  readonly due?: LocalDate;
  readonly wiseDue?: LocalDate;
  readonly wiseBecause?: Words;
  readonly title: Words;
  readonly explanation: Words;
  readonly quote: string;
  readonly words: Words;
  readonly remarks: readonly Words[];
  readonly severity: Severity;
  /** Stands in the way of what the rule guards, and is not overridden. */
  readonly hinders: boolean;
  readonly pastMending: boolean;
  readonly action?: GuidelineAction;
  readonly override?: Override;
};

type Asked = {
  readonly rule: Rule;
  readonly scope: Scope;
  readonly due: Due | undefined;
  readonly finding: Finding;
  readonly override: Override | undefined;
};

/** Every rule that applies, in the order of a timeline: by wise day, then the rule's day, then the guideline's own order. */
export function evaluate(facts: ProjectFacts, ruleSet: RuleSet): readonly Evaluation[] {
  const asked = ruleSet.rules
    .flatMap((rule) => ask(rule, facts))
    .filter(({ finding }) => finding.state !== 'notApplicable')
    .sort(byDay);
  const next = asked.find((entry) => stateOf(entry, facts) === 'upcoming' && entry.due !== undefined)?.due?.wiseDay;
  return asked.map((entry) => evaluation(entry, facts, next));
}

function ask(rule: Rule, facts: ProjectFacts): readonly Asked[] {
  if (rule.scope === 'project')
    return [asked(rule, facts, { scope: { kind: 'project' }, due: rule.due(facts), finding: rule.check(facts) })];
  return liveSessions(facts).map((session) =>
    asked(rule, facts, {
      scope: { kind: 'session', sessionId: session.id, number: session.number },
      due: rule.due(facts, session),
      finding: rule.check(facts, session),
    }),
  );
}

function asked(rule: Rule, facts: ProjectFacts, answer: Pick<Asked, 'scope' | 'due' | 'finding'>): Asked {
  return { rule, ...answer, override: overrideOf(rule, answer.scope, facts) };
}

/** A reason given for the session, or else for the rule as a whole; none counts where the rule is final. */
function overrideOf(rule: Rule, scope: Scope, facts: ProjectFacts): Override | undefined {
  if (rule.isFinal === true) return undefined;
  const given = facts.overrides.filter((override) => override.ruleId === rule.id);
  const own = scope.kind === 'session' ? given.find(({ sessionId }) => sessionId === scope.sessionId) : undefined;
  return own ?? given.find(({ sessionId }) => sessionId === undefined);
}

function byDay(one: Asked, other: Asked): number {
  return compareDays(one.due?.wiseDay, other.due?.wiseDay) || compareDays(one.due?.lastDay, other.due?.lastDay);
}

/** What has no day yet comes last. */
function compareDays(one: LocalDate | undefined, other: LocalDate | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return Temporal.PlainDate.compare(one, other);
}

function stateOf({ finding, override, due }: Asked, facts: ProjectFacts): TimelineState {
  if (finding.state === 'met') return 'met';
  if (override !== undefined) return 'overridden';
  if (isBeforeTool(due, facts)) return 'beforeTool';
  if (finding.pastMending) return 'late';
  return due !== undefined && isBefore(due.lastDay, facts.today) ? 'late' : 'upcoming';
}

function isBeforeTool(due: Due | undefined, { toolSince }: ProjectFacts): boolean {
  return due !== undefined && toolSince !== undefined && isBefore(due.lastDay, toolSince);
}

function evaluation(entry: Asked, facts: ProjectFacts, next: LocalDate | undefined): Evaluation {
  const { rule, scope, due, finding, override } = entry;
  const state = stateOf(entry, facts);
  const action = finding.action ?? rule.action;
  const isNext = state === 'upcoming' && next !== undefined && due?.wiseDay.equals(next) === true;
  return {
    ruleId: rule.id,
    level: rule.level,
    basis: rule.basis,
    scope,
    state: isNext ? 'next' : state,
    title: rule.title,
    explanation: rule.explanation,
    quote: rule.quote,
    words: finding.words,
    remarks: finding.remarks,
    severity: finding.severity,
    hinders: finding.hinders && override === undefined,
    pastMending: finding.pastMending,
    ...(due === undefined ? {} : { due: due.lastDay, wiseDue: due.wiseDay }),
    ...(due?.because === undefined ? {} : { wiseBecause: due.because }),
    ...(action === undefined ? {} : { action }),
    ...(override === undefined ? {} : { override }),
  };
}

const urgency: Readonly<Record<TimelineState, number>> = {
  late: 0,
  next: 1,
  upcoming: 2,
  met: 3,
  overridden: 3,
  beforeTool: 3,
};
const weight: Readonly<Record<Level, number>> = { must: 0, should: 1, nice: 2 };

/** The `count` things to do now: late ones first, musts before tips, and each screen once per session. */
export function nextSteps(evaluations: readonly Evaluation[], count: number): readonly Evaluation[] {
  const open = evaluations
    .filter(({ state, pastMending }) => urgency[state] < 3 && !pastMending)
    // A good habit of somebody else's is worth reading, and nothing that waits to be done.
    .filter(({ basis, level }) => basis !== 'network' || level !== 'nice')
    .sort(
      (one, other) =>
        urgency[one.state] - urgency[other.state] ||
        compareDays(one.wiseDue, other.wiseDue) ||
        weight[one.level] - weight[other.level],
    );
  const seen = new Set<string>();
  return open.filter((step) => isFirstOf(seen, stepKey(step))).slice(0, count);
}

/** What belonged before a session that has been held: it can be explained, and nobody can do it now. */
export function isForgone({ scope, due }: Evaluation, { sessions, today }: ProjectFacts): boolean {
  if (scope.kind === 'project' || due === undefined) return false;
  const date = sessions.find(({ id }) => id === scope.sessionId)?.date;
  return date !== undefined && isBefore(date, today) && isBefore(due, date);
}

function stepKey({ action, ruleId, scope }: Evaluation): string {
  return `${action ?? ruleId} ${scope.kind === 'session' ? scope.sessionId : ''}`;
}

function isFirstOf(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

export type LevelCount = { readonly met: number; readonly total: number };

export type GuidelineSummary = Readonly<Record<Level, LevelCount>> & {
  /** Rules that are broken, late or overridden, in the guideline's order. What is only not due yet is in neither. */
  readonly notMet: readonly string[];
};

/**
 * How the project follows the guideline. A session rule is met when every session it applies to meets it. What fell due
 * before the tool is in no count: the tool does not know.
 */
export function summary(evaluations: readonly Evaluation[]): GuidelineSummary {
  const byRule = Map.groupBy(
    evaluations.filter(({ basis, state }) => basis === 'guideline' && state !== 'beforeTool'),
    ({ ruleId }) => ruleId,
  );
  const rules = [...byRule.entries()].map(([ruleId, scopes]) => ({
    ruleId,
    level: scopes[0]?.level,
    met: scopes.every(({ state }) => state === 'met'),
    notMet: scopes.some(({ state }) => state === 'late' || state === 'overridden'),
  }));
  const countOf = (level: Level): LevelCount => {
    const those = rules.filter((rule) => rule.level === level);
    return { met: those.filter(({ met }) => met).length, total: those.length };
  };
  return {
    must: countOf('must'),
    should: countOf('should'),
    nice: countOf('nice'),
    notMet: rules
      .filter(({ notMet }) => notMet)
      .map(({ ruleId }) => ruleId)
      .sort(),
  };
}

/**
 * What stands in the way of an act, to be met or overridden with a reason. Only musts of the guideline can be here.
 * Empty means that the act may go ahead.
 */
export function blocking(facts: ProjectFacts, ruleSet: RuleSet, act: GuardedAct): readonly Evaluation[] {
  return guarding(facts, ruleSet, act).filter(({ hinders }) => hinders);
}

/** Everything that guards an act, met or not, in the guideline's own order. */
export function guarding(facts: ProjectFacts, ruleSet: RuleSet, act: GuardedAct): readonly Evaluation[] {
  const guards = ruleSet.rules.filter((rule) => rule.blocks?.includes(act) === true);
  const place = new Map(guards.map(({ id }, index) => [id, index]));
  const found = evaluate(facts, { ...ruleSet, rules: guards });
  return found.toSorted((one, other) => (place.get(one.ruleId) ?? 0) - (place.get(other.ruleId) ?? 0));
}

/** The evaluations that a session's own page shows. */
export function ofSession(
  evaluations: readonly Evaluation[],
  session: Pick<SessionFacts, 'id'>,
): readonly Evaluation[] {
  return evaluations.filter(({ scope }) => scope.kind === 'session' && scope.sessionId === session.id);
}
