import { Temporal } from 'temporal-polyfill';
import { localDateOf, readLocalDate } from '../../../domain/local-date.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { Words } from '../../../domain/words.ts';
import { evaluate, isForgone, nextSteps, summary, type Evaluation } from '../../../guideline/evaluate.ts';
import { doneKey, type ProjectFacts } from '../../../guideline/facts.ts';
import type { RuleSet } from '../../../guideline/rule.ts';
import { currentVersion, ruleById, ruleSetOf } from '../../../guideline/versions.ts';
import type { Tools } from '../../../tools.ts';
import { countsOf } from '../../registration/queries.ts';
import { donePrefix } from '../facts/rules.ts';
import { factsOf, projectOf, sessionsOf } from '../queries.ts';
import type { Project, Session } from '../types.ts';
import type { ProjectStatus, Timeline, TimelineDay, TimelineEntry } from './types.ts';

type Needs = Pick<Tools, 'db' | 'clock' | 'settings'>;

/** Every rule with its day and state, and the project's own days, from theme decision to final summary. */
export async function timelineOf(tools: Needs, key: ProjectKey): Promise<Timeline | null> {
  const facts = await factsOf(tools, key);
  const project = await projectOf(tools, key);
  if (facts === null || project === null) return null;
  const ruleSet = ruleSetOf(facts.guidelineVersion) ?? currentVersion;
  const evaluations = evaluate(facts, ruleSet);
  return {
    today: facts.today.toString(),
    guideline: ruleSet.source,
    toolSince: facts.toolSince?.toString() ?? null,
    days: daysOf(project, facts, await sessionsOf(tools, key)),
    entries: evaluations.map((one) => entryOf(one, ruleSet)),
    summary: summary(evaluations),
  };
}

function entryOf(evaluation: Evaluation, ruleSet: RuleSet): TimelineEntry {
  const { scope, override, due, wiseDue, ...one } = evaluation;
  const rule = ruleById(ruleSet, one.ruleId);
  return {
    ruleId: one.ruleId,
    title: one.title,
    quote: one.quote,
    source: sourceOf(one, ruleSet),
    explanation: one.explanation,
    level: one.level,
    basis: one.basis,
    owner: rule?.owner ?? 'contentLead',
    sessionId: sessionIdOf(scope),
    sessionNumber: scope.kind === 'session' ? scope.number : null,
    state: one.state,
    due: due?.toString() ?? null,
    wiseDue: wiseDue?.toString() ?? null,
    wiseBecause: one.wiseBecause ?? null,
    words: one.words,
    remarks: one.remarks,
    severity: one.severity,
    hinders: one.hinders,
    pastMending: one.pastMending,
    action: one.action ?? null,
    ...(rule?.isFinal === true ? { isFinal: true } : {}),
    ...(rule?.byHand === true ? { byHand: `${donePrefix}${doneKey(one.ruleId, sessionIdOf(scope))}` } : {}),
    override: override === undefined ? null : { reason: override.reason, by: override.by, on: override.on.toString() },
  };
}

const sessionIdOf = (scope: Evaluation['scope']): string | null => (scope.kind === 'session' ? scope.sessionId : null);

const ownSources: Readonly<Record<Exclude<Evaluation['basis'], 'guideline'>, Words>> = {
  advice: { sv: 'Verktygets råd', en: "The tool's advice" },
  network: { sv: 'Från Reglab', en: 'From Reglab' },
};

/** GOV-01: "Regel INV-01, riktlinjer jan 2026"; what the guideline does not say is told apart from it. */
function sourceOf({ ruleId, basis }: Pick<Evaluation, 'ruleId' | 'basis'>, { shortSource }: RuleSet): Words {
  if (basis !== 'guideline') return ownSources[basis];
  return { sv: `Regel ${ruleId}, ${shortSource.sv}`, en: `Rule ${ruleId}, ${shortSource.en}` };
}

function daysOf(project: Project, facts: ProjectFacts, sessions: readonly Session[]): readonly TimelineDay[] {
  const day = (date: string | undefined, kind: TimelineDay['kind'], words: Words, sessionId: string | null = null) =>
    date === undefined || readLocalDate(date) === undefined
      ? []
      : [{ date, kind, words, sessionId, isPast: date < facts.today.toString() }];
  const { closesAt } = facts.registration;
  return [
    ...day(facts.theme.decision?.date.toString(), 'decision', { sv: 'Temat beslutades', en: 'Theme decided' }),
    ...day(facts.datesSetOn?.toString(), 'datesSet', { sv: 'Datum och lokaler sattes', en: 'Dates and rooms set' }),
    ...day(facts.invitation.sentOn?.toString(), 'invitation', { sv: 'Inbjudan skickades', en: 'Invitation sent' }),
    ...day(project.registrationOpens ?? undefined, 'opens', { sv: 'Anmälan öppnar', en: 'Registration opens' }),
    ...day(closesAt === undefined ? undefined : localDateOf(closesAt, facts.timeZone).toString(), 'closes', {
      sv: 'Anmälan stänger',
      en: 'Registration closes',
    }),
    ...sessions
      .filter(({ cancelled }) => !cancelled)
      .flatMap(({ id, date, title }) => day(date ?? undefined, 'session', { sv: title, en: title }, id)),
    ...day(facts.dalating?.toString(), 'dalating', { sv: 'Dalating', en: 'Dalating' }),
  ].toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

const stepsShown = 3;

/** What the bot's "läget" tells: counts and next steps, and no names of people. */
export async function statusOf(tools: Needs, key: ProjectKey, steps = stepsShown): Promise<ProjectStatus | null> {
  const facts = await factsOf(tools, key);
  const project = await projectOf(tools, key);
  const counts = await countsOf(tools, key);
  if (facts === null || project === null || counts === null) return null;
  const ruleSet = ruleSetOf(facts.guidelineVersion) ?? currentVersion;
  const evaluations = evaluate(facts, ruleSet);
  const possible = evaluations.filter((one) => !isForgone(one, facts));
  return {
    projectId: project.projectId,
    title: project.title,
    state: project.state,
    confirmed: counts.confirmed,
    waiting: counts.waitingList,
    maxTotal: counts.maxTotal,
    silentMunicipalities: counts.silentMunicipalities.map(({ shortName }) => shortName),
    registrationCloses: project.registrationCloses,
    isRegistrationClosed: facts.registration.closedAt !== undefined,
    nextSession: nextSession(await sessionsOf(tools, key), tools.clock.now()),
    nextSteps: nextSteps(possible, steps).map((one) => entryOf(one, ruleSet)),
    beforeTool: {
      count: evaluations.filter(({ state }) => state === 'beforeTool').length,
      since: (facts.toolSince ?? facts.today).toString(),
    },
  };
}

function nextSession(sessions: readonly Session[], now: Temporal.Instant): ProjectStatus['nextSession'] {
  const ahead = sessions
    .filter(({ cancelled, end }) => !cancelled && end !== null && isAhead(end, now))
    .toSorted((one, other) => ((one.localStart ?? '') < (other.localStart ?? '') ? -1 : 1))[0];
  if (ahead === undefined) return null;
  const { id, number, title, date, startTime, endTime } = ahead;
  return { id, number, title, date, startTime, endTime };
}

function isAhead(end: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(end), now) > 0;
}
