import { localDateOf } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { languageOf } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { stopWaitingUnder } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { changeProject } from '../planning/actions.ts';
import { valuesIn } from '../planning/audit/rules.ts';
import { projectOf } from '../planning/queries.ts';
import type { PlanRefusal, Project } from '../planning/types.ts';
import { hindrances } from './queries.ts';
import { isDecided, mayTakeBack, outcomesAfter, paragraphOf, proposalsIn, wayOf } from './rules.ts';
import * as store from './store.ts';
import type {
  ConsultationTexts,
  Decision,
  DecisionOrder,
  DecisionWay,
  ProposalOutcome,
  ProposalTexts,
  ThemeRefusal,
} from './types.ts';

type Done = Outcome<null, ThemeRefusal>;

interface Saved {
  readonly id: string;
}

/** One act on the project's themes: after the others, and in the project's log. */
async function change<Value>(
  tools: Tools,
  actor: Actor,
  act: (work: Work, project: Project) => Promise<Outcome<Value, ThemeRefusal>>,
): Promise<Outcome<Value, ThemeRefusal>> {
  return await tools.tx(async (work) => {
    await store.lockProject(work.db, actor);
    const project = await projectOf(work, actor);
    return project === null ? refused('noProject') : await act(work, project);
  });
}

export async function addProposal(
  tools: Tools,
  actor: Actor,
  texts: ProposalTexts,
): Promise<Outcome<Saved, ThemeRefusal>> {
  return await change(tools, actor, async (work) => {
    const id = tools.ids.next();
    await store.addProposal(work, actor, id, texts);
    await recordAct(work, tools, actor, {
      by: actor,
      act: 'theme.proposed',
      subject: id,
      details: { values: valuesIn(texts) },
    });
    return done({ id });
  });
}

/** THM-03: a list of proposals at once, one a line. One transfer and one decision, however many there are. */
export async function pasteProposals(
  tools: Tools,
  actor: Actor,
  text: string,
): Promise<Outcome<{ readonly ids: readonly string[] }, ThemeRefusal>> {
  const read = proposalsIn(text);
  if (!read.ok) return read;
  return await change(tools, actor, async (work) => {
    const ids: string[] = [];
    for (const texts of read.value) {
      const id = tools.ids.next();
      await store.addProposal(work, actor, id, texts);
      const counted = ids.length === 0 ? { values: 1 } : { together: 1 };
      await recordAct(work, tools, actor, { by: actor, act: 'theme.proposed', subject: id, details: counted });
      ids.push(id);
    }
    return done({ ids });
  });
}

export async function changeProposal(tools: Tools, actor: Actor, id: string, texts: ProposalTexts): Promise<Done> {
  return await change(tools, actor, async (work) => {
    if ((await store.proposalsOf(work, actor)).every((one) => one.id !== id)) return refused('noProposal');
    await store.changeProposal(work, actor, id, texts);
    await recordAct(work, tools, actor, { by: actor, act: 'theme.proposalChanged', subject: id });
    return done(null);
  });
}

/** Takes a proposal away, or puts it back. The one that the steering group has decided on stays. */
export async function setProposalRemoved(tools: Tools, actor: Actor, id: string, isRemoved: boolean): Promise<Done> {
  return await change(tools, actor, async (work) => {
    const decision = await store.decisionOf(work, actor);
    if (isRemoved && isDecided(decision) && decision.proposalId === id) return refused('isDecided');
    const at = isRemoved ? new Date(tools.clock.now().epochMilliseconds) : null;
    if (!(await store.setRemoved(work, actor, { list: 'theme_proposal', id, at }))) return refused('noProposal');
    const act = isRemoved ? 'theme.proposalRemoved' : 'theme.proposalPutBack';
    await recordAct(work, tools, actor, { by: actor, act, subject: id });
    return done(null);
  });
}

/** THM-02: who was heard, where and when, and what they said. */
export async function addConsultation(
  tools: Tools,
  actor: Actor,
  texts: ConsultationTexts,
): Promise<Outcome<Saved, ThemeRefusal>> {
  return await change(tools, actor, async (work, project) => {
    if (isAhead(tools, project, texts.date)) return refused('consultationAhead');
    const id = tools.ids.next();
    await store.addConsultation(work, actor, id, texts);
    await recordAct(work, tools, actor, {
      by: actor,
      act: 'theme.consulted',
      subject: id,
      details: { values: valuesIn({ ...texts, heard: texts.heard.length > 0 ? 'some' : '' }) },
    });
    return done({ id });
  });
}

export async function changeConsultation(
  tools: Tools,
  actor: Actor,
  id: string,
  texts: ConsultationTexts,
): Promise<Done> {
  return await change(tools, actor, async (work, project) => {
    if ((await store.consultationsOf(work, actor)).every((one) => one.id !== id)) return refused('noConsultation');
    if (isAhead(tools, project, texts.date)) return refused('consultationAhead');
    await store.changeConsultation(work, actor, id, texts);
    await recordAct(work, tools, actor, { by: actor, act: 'theme.consultationChanged', subject: id });
    return done(null);
  });
}

export async function setConsultationRemoved(
  tools: Tools,
  actor: Actor,
  id: string,
  isRemoved: boolean,
): Promise<Done> {
  return await change(tools, actor, async (work) => {
    const at = isRemoved ? new Date(tools.clock.now().epochMilliseconds) : null;
    if (!(await store.setRemoved(work, actor, { list: 'theme_consultation', id, at })))
      return refused('noConsultation');
    const act = isRemoved ? 'theme.consultationRemoved' : 'theme.consultationPutBack';
    await recordAct(work, tools, actor, { by: actor, act, subject: id });
    return done(null);
  });
}

function isAhead({ clock }: Tools, { timeZone }: Project, day: string): boolean {
  return day > localDateOf(clock.now(), timeZone).toString();
}

/**
 * THM-04: enters the steering group's decision: one of them answers, or the content lead writes in what its protocol says.
 * Nobody else can, and no reason gets anybody past that. What the guideline wants before it, can be gone past with one.
 */
export async function decideTheme(
  tools: Tools,
  actor: Actor,
  order: DecisionOrder,
): Promise<Outcome<Decision, ThemeRefusal>> {
  return await change(tools, actor, async (work, project) => {
    const way = wayOf(actor.roles);
    if (way === null) return refused('steeringDecides');
    const proposals = await store.proposalsOf(work, actor);
    if (proposals.every(({ id }) => id !== order.proposalId)) return refused('noProposal');
    if (isDecided(await store.decisionOf(work, actor))) return refused('isDecided');
    const reference = referenceOf(tools, project, { order, way });
    if (!reference.ok) return reference;
    const open = await hindrances({ db: work.db, clock: tools.clock, settings: tools.settings }, actor);
    if (open.length > 0) {
      const rules = open.map(({ ruleId, title }) => `${title[actor.language]} (${ruleId})`).join(', ');
      return refused('blocked', { rules });
    }
    const decision: Decision = {
      proposalId: order.proposalId,
      ...reference.value,
      by: deciderOf(project, actor, way),
      way,
      note: order.note?.trim() || null,
    };
    await store.putDecision(work, actor, decision);
    // Nobody in the steering group is asked what is decided already.
    await stopWaitingUnder(work, actor, ['theme.asked']);
    await store.setOutcomes(work, actor, outcomesAfter(proposals, order.proposalId, order.deferred));
    await recordAct(work, tools, actor, {
      by: actor,
      act: 'theme.decided',
      subject: order.proposalId,
      details: { way, paragraph: decision.paragraph, values: valuesIn(order) },
    });
    return done(decision);
  });
}

function referenceOf(
  { clock }: Tools,
  { timeZone }: Project,
  { order, way }: { readonly order: DecisionOrder; readonly way: DecisionWay },
): Outcome<Pick<Decision, 'date' | 'paragraph'>, ThemeRefusal> {
  const today = localDateOf(clock.now(), timeZone).toString();
  const paragraph = paragraphOf(order.paragraph);
  if (way === 'answer') return done({ date: today, paragraph });
  const date = order.date ?? null;
  if (date === null || paragraph === null) return refused('noReference');
  return date > today ? refused('dateAhead') : done({ date, paragraph });
}

function deciderOf({ language }: Project, actor: Actor, way: DecisionWay): string {
  const group = languageOf(language) === 'sv' ? 'Styrgruppen' : 'The steering group';
  return way === 'answer' ? `${group} (${actor.name})` : group;
}

/** It was wrongly entered. Whoever may enter it so may take it back; the log keeps both. */
export async function takeBackDecision(tools: Tools, actor: Actor): Promise<Done> {
  return await change(tools, actor, async (work) => {
    const decision = await store.decisionOf(work, actor);
    if (!isDecided(decision)) return refused('notDecided');
    if (!mayTakeBack(actor.roles, decision.way)) return refused('steeringDecides');
    const proposals = await store.proposalsOf(work, actor);
    await store.removeDecision(work, actor);
    await store.setOutcomes(
      work,
      actor,
      proposals.map(({ id }) => ({ id, outcome: 'open' satisfies ProposalOutcome })),
    );
    const subject = decision.proposalId ?? undefined;
    await recordAct(work, tools, actor, {
      by: actor,
      act: 'theme.takenBack',
      ...(subject === undefined ? {} : { subject }),
    });
    return done(null);
  });
}

/** What the project was called before, so that it can be taken back. */
export interface Opened {
  readonly title: string;
  readonly challenge: string | null;
}

/** Opens the project with the decided theme: its name, and its challenge when nobody has written one. */
export async function openWithTheme(tools: Tools, actor: Actor): Promise<Outcome<Opened, ThemeRefusal | PlanRefusal>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  const decision = await store.decisionOf(tools, actor);
  const chosen = (await store.proposalsOf(tools, actor)).find(({ id }) => id === decision?.proposalId);
  if (!isDecided(decision) || chosen === undefined) return refused('notDecided');
  const takesWhy = project.challenge === null && chosen.why !== '';
  const changed = await changeProject(tools, actor, {
    title: chosen.title,
    ...(takesWhy ? { challenge: chosen.why } : {}),
  });
  return changed.ok ? done({ title: project.title, challenge: project.challenge }) : changed;
}
