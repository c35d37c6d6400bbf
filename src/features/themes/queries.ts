import { localDateOf } from '../../domain/local-date.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { Paper } from '../../domain/paper.ts';
import type { Actor } from '../../domain/people.ts';
import { blocking } from '../../guideline/evaluate.ts';
import { currentVersion, ruleSetOf } from '../../guideline/versions.ts';
import type { Tools } from '../../tools.ts';
import { askedOf } from './asking/store.ts';
import { decisionBasis } from './letters/basis.ts';
import { factsOf, organisationsOf, projectOf } from '../planning/queries.ts';
import { inOrder, isDecided, mayTakeBack, ranked, unheard, wayOf } from './rules.ts';
import * as store from './store.ts';
import type { Hindrance, ThemesView } from './types.ts';

export type Needs = Pick<Tools, 'db' | 'clock' | 'settings'>;

/** The year's proposals with their support, who has been heard, and the decision; as `actor` may see and do. */
export async function themesView(tools: Needs, actor: ProjectKey & Pick<Actor, 'roles'>): Promise<ThemesView | null> {
  const project = await projectOf(tools, actor);
  if (project === null) return null;
  const [organisations, proposals, consultations, decision] = await Promise.all([
    organisationsOf(tools, actor),
    store.proposalsOf(tools, actor),
    store.consultationsOf(tools, actor),
    store.decisionOf(tools, actor),
  ]);
  const chosen = proposals.find(({ id }) => id === decision?.proposalId);
  const decided = isDecided(decision);
  return {
    today: localDateOf(tools.clock.now(), project.timeZone).toString(),
    proposals: ranked(proposals, organisations),
    consultations: inOrder(consultations, organisations),
    unheard: unheard(consultations, organisations),
    municipalities: organisations.filter(({ type }) => type === 'municipality').length,
    decision: decided ? { ...decision, title: chosen?.title ?? null } : null,
    hindrances: decided ? [] : await hindrances(tools, actor),
    way: wayOf(actor.roles),
    mayTakeBack: decided && mayTakeBack(actor.roles, decision.way),
    asked: decided ? null : await askedOf(tools, actor),
    canOpen: decided && chosen !== undefined && chosen.title !== project.title,
  };
}

/** THM-04: the one page that the steering group has before it; null when the tenant has no such project. */
export async function basisOf(
  tools: Needs,
  actor: ProjectKey & Pick<Actor, 'roles' | 'language'>,
): Promise<{ readonly paper: Paper; readonly name: string } | null> {
  const [project, view] = await Promise.all([projectOf(tools, actor), themesView(tools, actor)]);
  if (project === null || view === null) return null;
  const name = actor.language === 'sv' ? 'beslutsunderlag-tema' : 'decision-basis-theme';
  return { paper: decisionBasis(view, project, actor.language), name: `${name}-${view.today}.pdf` };
}

/** What the guideline wants before the decision, less what somebody has gone on without, with a reason. */
export async function hindrances(tools: Needs, key: ProjectKey): Promise<readonly Hindrance[]> {
  const facts = await factsOf(tools, key);
  if (facts === null) return [];
  const ruleSet = ruleSetOf(facts.guidelineVersion) ?? currentVersion;
  return blocking(facts, ruleSet, 'decideTheme').map(({ ruleId, title, words, action }) => ({
    ruleId,
    title,
    words,
    action: action ?? null,
  }));
}
