import { Temporal } from 'temporal-polyfill';
import type { ProjectKey } from '../../domain/ids.ts';
import { localDate, startInstant } from '../../domain/local-date.ts';
import type { AccountType } from '../../domain/people.ts';
import { foldEmail, withoutAccents } from '../../domain/swedish-text.ts';
import type { Language, Words } from '../../domain/words.ts';
import type { Organisation, Project } from '../planning/types.ts';
import type { RegistrationPhase } from './types.ts';

/** REG-04, verbatim from the guidelines. A change of the words is a new version. */
export const commitmentSentence =
  'Jag är medveten om att anmälan gäller för hela lärprojektet och avser att, så långt det är möjligt, delta vid samtliga träffar';
export const commitmentVersion = '2026-01';
/** Nobody ticked a box: the content lead vouched that they know. */
export const attestedVersion = 'attested:2026-01';

const wholeProjectSentence: Words = {
  sv: 'Anmälan gäller för hela lärprojektet. Vi räknar med att du är med på alla träffar, så långt det är möjligt.',
  en: 'The registration is for the whole learning project. We count on you at every session, as far as possible.',
};

/**
 * REG-02: said in the same words in the invitation, the form, the confirmation and the calendar booking. The only source of
 * them: the project's own text (INV-06), which is in Swedish, else the standard one.
 */
export function wholeProjectText(own: string | null, language: Language): string {
  return (language === 'sv' && own?.trim()) || wholeProjectSentence[language];
}

/** Where people register: the page that the project names, else the tool's own form. */
export function registrationPage(
  { projectId, registrationUrl }: Pick<Project, 'projectId' | 'registrationUrl'>,
  publicUrl: string,
): string {
  return registrationUrl ?? `${publicUrl}/anmalan/${encodeURIComponent(projectId)}`;
}

export interface PhaseFacts {
  readonly state: Project['state'];
  /** Local day, the first on which the form is open. */
  readonly registrationOpens: string | null;
  /** ISO; the first moment that is too late. */
  readonly registrationCloses: string | null;
  readonly timeZone: string;
  /** It was closed, by itself or by hand. */
  readonly closedAt: string | null;
  /** Somebody opened it by confirming the closing. */
  readonly openedByHand: boolean;
  /** What is not decided about dietary needs keeps the form shut. */
  readonly isShut: boolean;
}

/** INV-08: open from the first minute of the opening day until, and not including, the closing moment. */
export function phaseOf(facts: PhaseFacts, now: Temporal.Instant): RegistrationPhase {
  if (facts.state === 'dormant') return 'dormant';
  if (facts.isShut) return 'undecided';
  if (facts.closedAt !== null || facts.state === 'closed') return 'closed';
  if (facts.registrationCloses !== null && isReached(Temporal.Instant.from(facts.registrationCloses), now))
    return 'closed';
  if (facts.registrationOpens === null) return facts.openedByHand ? 'open' : 'notOpen';
  const opens = startInstant(localDate(facts.registrationOpens), '00:00', facts.timeZone);
  return isReached(opens, now) ? 'open' : 'notOpen';
}

export function isReached(moment: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, moment) >= 0;
}

/** The organisations that people may register from: of an invited type, and of the host's county when that is known. */
export function invitedOrganisations(
  project: Pick<Project, 'maxPerOrganisation'>,
  organisations: readonly Organisation[],
): readonly Organisation[] {
  const county = organisations.find(({ extra }) => extra['hostTenant'] === true)?.extra['countyCode'];
  return organisations.filter(({ type, extra }) => {
    const isElsewhere = county !== undefined && extra['countyCode'] !== undefined && extra['countyCode'] !== county;
    return project.maxPerOrganisation[type] !== undefined && !isElsewhere;
  });
}

export interface Places {
  /** null: no limit. */
  readonly max: number | null;
  readonly taken: number;
}

/** INV-04: a place when neither the organisation nor the whole project is full. */
export function hasPlace(organisation: Places, project: Places): boolean {
  return [organisation, project].every(({ max, taken }) => max === null || taken < max);
}

export interface Waiting {
  readonly personId: string;
  readonly organisationId: string | null;
  /** Order of arrival, lowest first. */
  readonly order: number;
}

/** Who gets a place that has become free: the first in line whose organisation has room. */
export function nextInLine(
  waiting: readonly Waiting[],
  placesOf: (organisationId: string | null) => Places,
  project: Places,
): Waiting | undefined {
  return waiting
    .toSorted((one, other) => one.order - other.order)
    .find(({ organisationId }) => hasPlace(placesOf(organisationId), project));
}

/** Place in one's own organisation's line, 1 first. */
export function positionInLine(waiting: readonly Waiting[], personId: string): number | null {
  const mine = waiting.find((one) => one.personId === personId);
  if (mine === undefined) return null;
  return waiting.filter(({ organisationId, order }) => organisationId === mine.organisationId && order <= mine.order)
    .length;
}

/** `p-35` after `p-34`; `p-01` first. */
export function nextParticipantId(ids: readonly string[]): string {
  const numbers = ids.map((id) => /^p-(\d+)$/.exec(id)?.[1]).map((text) => Number(text ?? 0));
  return `p-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

export type AddressFault =
  { readonly reason: 'addressUnreadable' } | { readonly reason: 'addressHasAccents'; readonly suggestion: string };

/** Undefined when it can be an address. Letters that mail does not carry are refused with the likely right form. */
export function addressFault(typed: string): AddressFault | undefined {
  const { address, suggestion } = foldEmail(typed);
  const candidate = suggestion ?? address;
  if (candidate.length > 254 || !/^[a-z0-9._%+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(candidate))
    return { reason: 'addressUnreadable' };
  return suggestion === undefined ? undefined : { reason: 'addressHasAccents', suggestion };
}

/** Whether the address is of the organisation's own domain, or one under it. True when the domain is not known. */
export function isOfDomain(address: string, domain: string | null): boolean {
  if (domain === null) return true;
  const host = address.slice(address.lastIndexOf('@') + 1);
  return host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`);
}

/** What we cannot know is taken as the least: an address somewhere, or a mailbox at another organisation. */
export function accountTypeOf(email: string, organisation: Organisation | undefined): AccountType {
  if (organisation === undefined || !isOfDomain(email, organisation.emailDomain)) return 'mailOnly';
  return organisation.extra['hostTenant'] === true ? 'member' : 'external';
}

/** "Åsa Hjortsberg-Lindh" and "Asa Hjortsberg Lindh" are one name, spelt by a person and by a keyboard without å. */
export function isSameName(one: string, other: string): boolean {
  const folded = [one, other].map((name) =>
    withoutAccents(name)
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );
  return folded[0] === folded[1];
}

/** The key alone, of something that carries more. */
export function keyOf({ tenantId, projectId }: ProjectKey): ProjectKey {
  return { tenantId, projectId };
}
