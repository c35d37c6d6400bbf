import type { Temporal } from 'temporal-polyfill';
import { readLocalDate, startInstant } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { blocking } from '../../../guideline/evaluate.ts';
import { currentVersion, ruleById, ruleSetOf } from '../../../guideline/versions.ts';
import type { Tools, Work } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { donePrefix } from '../facts/rules.ts';
import { factsOf, projectOf, sessionOf } from '../queries.ts';
import * as store from '../store.ts';
import type { PlanRefusal } from '../types.ts';

const shortestReason = 5;

/** Goes on although a rule is not met, and says why. A new reason takes the place of the old one. */
export async function overrideRule(
  tools: Tools,
  actor: Actor,
  {
    ruleId,
    sessionId,
    reason,
  }: { readonly ruleId: string; readonly sessionId?: string | undefined; readonly reason: string },
): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const ruleSet = ruleSetOf(project.guidelineVersion) ?? currentVersion;
    const rule = ruleById(ruleSet, ruleId);
    if (rule === undefined) return refused('noRule', { ruleId });
    if (rule.isFinal === true) return refused('neverOverridden', { ruleId });
    if (sessionId !== undefined && (await sessionOf(work, actor, sessionId)) === null) return refused('noSession');
    if (reason.trim().length < shortestReason) return refused('noReason');
    await store.putOverride(work, {
      tenant_id: actor.tenantId,
      project_id: actor.projectId,
      rule_id: ruleId,
      scope: sessionId ?? '',
      reason: reason.trim(),
      person_id: actor.personId,
      person_name: actor.name,
      at: new Date(tools.clock.now().epochMilliseconds),
    });
    await writeAudit(work, tools, {
      ...auditedBy(actor),
      act: 'plan.override',
      subject: ruleId,
      details: { sessionId: sessionId ?? null },
    });
    return done(null);
  });
}

/** What a person may tell the tool: it happened outside it. */
const byHand: readonly string[] = ['datesAndRoomsSet', 'invitationSent', 'participantListShared'];

/** What may be ticked by hand, and the session that it is about; undefined for what the tool itself records. */
function isByHand(name: string, version: string): { readonly sessionId?: string } | undefined {
  if (byHand.includes(name)) return {};
  const [kind, first = '', second] = name.split(':');
  if (kind === 'sessionInfoSent') return { sessionId: first };
  const rule = `${kind}:` === donePrefix ? ruleById(ruleSetOf(version) ?? currentVersion, first) : undefined;
  if (rule?.byHand !== true || (rule.scope === 'session') !== (second !== undefined)) return undefined;
  return second === undefined ? {} : { sessionId: second };
}

/** Ticks off, or takes back, something that was done outside the tool. Without a day it happened now. */
export async function recordMilestone(
  tools: Tools,
  actor: Actor,
  { name, isDone, on }: { readonly name: string; readonly isDone: boolean; readonly on?: string | undefined },
): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const project = await projectOf(work, actor);
    if (project === null) return refused('noProject');
    const subject = isByHand(name, project.guidelineVersion);
    if (subject === undefined) return refused('notByHand', { name });
    if (subject.sessionId !== undefined && (await sessionOf(work, actor, subject.sessionId)) === null)
      return refused('noSession');
    const hinders = isDone && name === 'invitationSent' ? await hindrances(work, tools, actor) : [];
    if (hinders.length > 0) return refused('blocked', { rules: hinders.join(', ') });
    const at = momentOf(on, project.timeZone, tools.clock.now());
    if (at === undefined) return refused('badDate', { value: on ?? '' });
    await putMilestone(work, tools, actor, { name, at: isDone ? at : null });
    return done(null);
  });
}

/** As above in another feature's transaction, which has checked the day: a local one, or null to take the mark away. */
export async function noteMilestone(
  work: Work,
  tools: Tools,
  actor: Actor,
  { name, on, timeZone }: { readonly name: string; readonly on: string | null; readonly timeZone: string },
): Promise<void> {
  const at = on === null ? null : (momentOf(on, timeZone, tools.clock.now()) ?? null);
  await putMilestone(work, tools, actor, { name, at });
}

async function putMilestone(
  work: Work,
  tools: Tools,
  actor: Actor,
  { name, at }: { readonly name: string; readonly at: Temporal.Instant | null },
): Promise<void> {
  if (at === null) await store.removeMilestone(work, actor, name);
  else await store.putMilestone(work, milestoneRow(actor, name, at));
  await store.updateProject(work, actor, {});
  const details = { isDone: at !== null };
  await writeAudit(work, tools, { ...auditedBy(actor), act: 'milestone.record', subject: name, details });
}

async function hindrances(work: Work, tools: Tools, actor: Actor): Promise<readonly string[]> {
  const facts = await factsOf({ db: work.db, clock: tools.clock, settings: tools.settings }, actor);
  if (facts === null) return [];
  const ruleSet = ruleSetOf(facts.guidelineVersion) ?? currentVersion;
  return [...new Set(blocking(facts, ruleSet, 'sendInvitation').map(({ ruleId }) => ruleId))];
}

function momentOf(on: string | undefined, zone: string, now: Temporal.Instant): Temporal.Instant | undefined {
  if (on === undefined) return now;
  const day = readLocalDate(on);
  return day === undefined ? undefined : startInstant(day, '00:00', zone);
}

function milestoneRow(actor: Actor, name: string, at: Temporal.Instant) {
  return {
    tenant_id: actor.tenantId,
    project_id: actor.projectId,
    name,
    at: new Date(at.epochMilliseconds),
    source: 'hand' as const,
  };
}
