import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Role } from '../../domain/people.ts';
import { compareSwedish } from '../../domain/swedish-text.ts';
import type { OrganisationType } from '../../domain/organisation.ts';
import { may } from '../../domain/policy.ts';
import { previewOf } from '../notices/rules.ts';
import type {
  Consultation,
  Decision,
  DecisionWay,
  Named,
  Proposal,
  ProposalOutcome,
  ProposalTexts,
  RankedProposal,
  ShownConsultation,
  ThemeRefusal,
} from './types.ts';

/** What a rule needs to know of an organisation. */
export interface Known {
  readonly id: string;
  readonly shortName: string;
  readonly type: OrganisationType;
}

/** Which proposals were shown, and what they were called: a yes to other ones is no yes to these. */
export function versionOfProposals(proposals: readonly Pick<Proposal, 'id' | 'title' | 'why'>[]): string {
  return previewOf({ texts: proposals.map(({ id, title, why }) => `${id} ${title} ${why}`), recipients: [] })
    .textVersion;
}

/** THM-03: the municipalities behind it: as many as are said to, or as many as are named when those are more. */
function supportOf({ statedSupport, supporters }: Proposal, organisations: readonly Known[]): number {
  const named = organisations.filter(({ id, type }) => type === 'municipality' && supporters.includes(id));
  return Math.max(statedSupport ?? 0, named.length);
}

/** THM-03: by support, equals by name with the same place. */
export function ranked(proposals: readonly Proposal[], organisations: readonly Known[]): readonly RankedProposal[] {
  const supported = proposals.map((proposal) => ({ ...proposal, support: supportOf(proposal, organisations) }));
  return supported
    .toSorted((one, other) => other.support - one.support || compareSwedish(one.title, other.title))
    .map((proposal) => ({
      ...proposal,
      supporters: namesOf(proposal.supporters, organisations),
      rank: 1 + supported.filter(({ support }) => support > proposal.support).length,
    }));
}

/** Proposals that may be pasted at once. */
const mostPasted = 50;
const longestTitle = 200;

/**
 * THM-03: proposals as they stand in somebody's list or table, one a line: the theme, then in any order how many
 * municipalities support it, who proposes it and why, parted by tabs or semicolons.
 */
export function proposalsIn(text: string): Outcome<readonly ProposalTexts[], ThemeRefusal> {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, line: line.replace(/^\s*(?:[-•*–]|\d+[.)])\s+/, '').trim() }))
    .filter(({ line }) => line !== '');
  if (lines.length === 0) return refused('nothingPasted');
  if (lines.length > mostPasted) return refused('tooMany', { most: mostPasted });
  const read = lines.map(({ number, line }) => ({ number, line, texts: proposalOf(line) }));
  const wrong = read.find(({ texts }) => texts === undefined);
  if (wrong !== undefined) return refused('badLine', { line: wrong.number, text: wrong.line.slice(0, 60) });
  return done(read.flatMap(({ texts }) => texts ?? []));
}

/** "11", "11 kommuner". */
const supportCount = /^(\d{1,3})(?:\s+(?:kommun|kommuner|municipalit\w+))?$/i;

function proposalOf(line: string): ProposalTexts | undefined {
  const [title = '', ...rest] = line.split(/\t|;/).map((part) => part.trim());
  const parts = rest.filter((part) => part !== '');
  const counts = parts.flatMap((part) => supportCount.exec(part)?.[1] ?? []);
  const [proposedBy = '', ...why] = parts.filter((part) => !supportCount.test(part));
  const isRead =
    title !== '' && title.length <= longestTitle && proposedBy.length <= longestTitle && counts.length <= 1;
  const statedSupport = counts[0] === undefined ? null : Number(counts[0]);
  return isRead ? { title, why: why.join(' '), proposedBy, statedSupport, supporters: [] } : undefined;
}

export function namesOf(ids: readonly string[], organisations: readonly Known[]): readonly Named[] {
  return organisations
    .filter(({ id }) => ids.includes(id))
    .map(({ id, shortName }) => ({ id, name: shortName }))
    .toSorted((one, other) => compareSwedish(one.name, other.name));
}

/** Latest first; those without a day last. */
export function inOrder(
  consultations: readonly Consultation[],
  organisations: readonly Known[],
): readonly ShownConsultation[] {
  return consultations
    .toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''))
    .map((one) => ({ ...one, heard: namesOf(one.heard, organisations) }));
}

/** THM-02: "Ej hörda: Orsa, Vansbro". */
export function unheard(
  consultations: readonly Pick<Consultation, 'heard'>[],
  organisations: readonly Known[],
): readonly Named[] {
  const heard = new Set(consultations.flatMap((one) => one.heard));
  const silent = organisations.filter(({ id, type }) => type === 'municipality' && !heard.has(id));
  return namesOf(
    silent.map(({ id }) => id),
    organisations,
  );
}

/**
 * THM-04: somebody of the steering group answers; the content lead writes in what the protocol says, also one who sits in
 * the steering group, since nobody approves their own proposal.
 */
export function wayOf(roles: readonly Role[]): Exclude<DecisionWay, 'history'> | null {
  if (may(roles, 'theme.record')) return 'protocol';
  return may(roles, 'theme.decide') ? 'answer' : null;
}

/** Whoever enters decisions in that way may also take one back; what a file brought is the content lead's to mend. */
export function mayTakeBack(roles: readonly Role[], way: DecisionWay): boolean {
  return may(roles, way === 'answer' ? 'theme.decide' : 'theme.record');
}

/** "14" and "§14" are § 14; a text without a number names no paragraph. */
export function paragraphOf(text: string | null | undefined): string | null {
  const bare = (text ?? '').trim().replace(/^(§+|paragraf|par\.?)\s*/i, '');
  return /^\d/.test(bare) ? `§ ${bare}` : null;
}

/** What becomes of each proposal when one is chosen. */
export function outcomesAfter(
  proposals: readonly Pick<Proposal, 'id'>[],
  chosen: string,
  deferred: readonly string[] = [],
): readonly { readonly id: string; readonly outcome: ProposalOutcome }[] {
  return proposals.map(({ id }) => ({
    id,
    outcome: id === chosen ? 'selected' : deferred.includes(id) ? 'deferred' : 'notSelected',
  }));
}

/** THM-04: whether it is the steering group's: a project file has nothing but the words. */
export function isSteeringGroups({ way, by }: Pick<Decision, 'way' | 'by'>): boolean {
  return way !== 'history' || /styrgrupp|steering/i.test(by);
}

/** A decision counts when it has a day. */
export function isDecided(decision: Decision | null): decision is Decision {
  return decision !== null && decision.date !== null;
}
