import { localDateOf } from '../../../domain/local-date.ts';
import { dayMonth } from '../../../domain/swedish-text.ts';
import type { Language, Words } from '../../../domain/words.ts';
import { guarding, type Evaluation } from '../../../guideline/evaluate.ts';
import { invitationDue } from '../../../guideline/due-dates.ts';
import { ruleById } from '../../../guideline/versions.ts';
import { invitedOrganisations, wholeProjectText } from '../../registration/rules.ts';
import { standardCover, type CoverGroup as Group } from '../letters/cover.ts';
import { invitationDraft, type InvitationFacts } from '../letters/invitation.ts';
import { addressesIn, mailingName } from '../rules.ts';
import { officesOf, ownWordsOf, senderOf, wordsFor } from '../sources/queries.ts';
import type { Composed, Sources } from '../sources/types.ts';
import type { MailingRef, OwnWords, Recipient, Requirement } from '../types.ts';
import {
  closingMoment,
  formatLine,
  invitationText,
  limitsLine,
  sessionLine,
  standardTexts,
  unknown,
  type InvitationText,
} from './rules.ts';

const ref: MailingRef = { template: 'invitation', subject: null };

const groupNames: Readonly<Record<Group, Words>> = {
  municipalDirectors: { sv: 'Till kommundirektörsgruppen', en: 'To the group of municipal directors' },
  targetGroups: { sv: 'Till målgrupperna', en: 'To the target groups' },
  municipalMailboxes: { sv: 'Till kommunernas allmänna e-post', en: 'To the general mailboxes of the municipalities' },
};
const groups: readonly Group[] = ['municipalDirectors', 'targetGroups', 'municipalMailboxes'];

/** INV-01…INV-11: the nine parts to three groups, each with its own cover text. */
export function composeInvitation(sources: Sources): Composed {
  const { project, facts } = sources;
  const closes = { sv: closingDay(sources, 'sv'), en: closingDay(sources, 'en') };
  const own = groups.map((group) =>
    ownWordsOf(sources, ref, {
      slot: group,
      label: groupNames[group],
      standard: standardCover(group, { project, closes }),
    }),
  );
  return {
    ref,
    name: mailingName(ref, ''),
    purpose: {
      sv: 'Till kommundirektörsgruppen, målgrupperna och kommunernas allmänna e-post.',
      en: 'To the group of municipal directors, the target groups and the general mailboxes of the municipalities.',
    },
    session: null,
    due: invitationDue(facts) ?? null,
    kind: 'invitation',
    again: 'never',
    ...recipientsOf(sources),
    requirements: guarding(facts, sources.ruleSet, 'sendInvitation').map((one) => requirementOf(one, sources)),
    ownWords: own,
    draftFor: (recipient) =>
      invitationDraft(invitationFacts(sources, recipient.language), {
        subject: subjectFor(recipient, sources),
        cover: coverFor(own, recipient),
      }),
    milestone: 'invitationSent',
    isOver: project.registrationCloses !== null && sources.isRegistrationClosed,
  };
}

function coverFor(own: readonly OwnWords[], { group, language }: Recipient): string {
  return wordsFor(
    own.find(({ slot }) => slot === group),
    language,
  );
}

/** A met rule is ticked; one that nobody has had reason to meet yet, such as the day itself, stands in nobody's way. */
export function requirementOf(one: Evaluation, { ruleSet, facts }: Pick<Sources, 'ruleSet' | 'facts'>): Requirement {
  // That some have not had it yet is what another sending mends.
  const isRemark = one.ruleId === 'INV-11' && facts.invitation.sentOn !== undefined;
  const isMissing = one.hinders && one.state !== 'overridden' && !isRemark;
  return {
    id: one.ruleId,
    title: scoped(one),
    words: one.words,
    state: one.state === 'overridden' ? 'overridden' : isMissing ? 'missing' : 'met',
    hinders: isMissing,
    action: one.action ?? null,
    sessionId: one.scope.kind === 'session' ? one.scope.sessionId : null,
    canOverride: ruleById(ruleSet, one.ruleId) !== undefined,
  };
}

function scoped({ title, scope }: Evaluation): Words {
  if (scope.kind === 'project') return title;
  return { sv: `${title.sv}, träff ${scope.number}`, en: `${title.en}, session ${scope.number}` };
}

function recipientsOf(sources: Sources): Pick<Composed, 'candidates' | 'leftOut'> {
  const { project, organisations } = sources;
  const typed = (group: Group, field: 'municipalDirectorsAddress' | 'targetGroupAddress', name: string): Recipient[] =>
    addressesIn(invitationText(project.blocks, field)).map((address) => ({
      ...office(group, name, address),
      id: `${group}.${address.toLowerCase()}`,
    }));
  const { candidates, leftOut } = officesOf(
    invitedOrganisations(project, organisations).filter(({ type }) => type === 'municipality'),
  );
  return {
    candidates: [
      ...typed('municipalDirectors', 'municipalDirectorsAddress', 'Kommundirektörsgruppen'),
      ...typed('targetGroups', 'targetGroupAddress', 'Målgrupperna'),
      ...candidates,
    ],
    leftOut,
  };
}

/** Offices read Swedish. */
function office(group: Group, name: string, address: string): Omit<Recipient, 'id'> {
  return { personId: null, organisationId: null, group, name, givenName: null, address, language: 'sv' };
}

export function invitationFacts(sources: Sources, language: Language): InvitationFacts {
  const { project, sessions, venues, organisations } = sources;
  const text = (name: InvitationText): string => invitationText(project.blocks, name) ?? standardTexts[name][language];
  return {
    title: project.title,
    subtitle: project.subtitle,
    challenge: project.challenge?.trim() || unknown,
    purpose: project.purpose?.trim() || unknown,
    targetGroups: project.targetGroups.length === 0 ? [unknown] : project.targetGroups,
    limits: limitsLine(project.maxPerOrganisation, organisations, language),
    format: formatLine(sessions, language),
    sessions: sessions.map((session) => sessionLine(session, venues, language)),
    wholeProject: wholeProjectText(invitationText(project.blocks, 'wholeProjectText') ?? null, language),
    registrationUrl: sources.facts.project.registrationUrl ?? unknown,
    closes: closingMoment(project, language),
    closing: text('closingText'),
    about: text('aboutText'),
    webPage: project.webPage,
    contact: senderOf(sources),
    language,
  };
}

/** Texts.md §1, per group: the directors are asked to tip people off, a registrar whom to forward it to. */
function subjectFor({ group, language }: Recipient, sources: Sources): string {
  const { title } = sources.project;
  const day = closingDay(sources, language);
  if (language === 'en') return `Invitation: the learning project ${title} – register by ${day}`;
  if (group === 'municipalDirectors') return `Till kommundirektörerna: nytt lärprojekt om ${title}`;
  if (group === 'municipalMailboxes') {
    const [first, ...more] = sources.project.targetGroups;
    const whom = first === undefined ? '' : ` till ${first}${more.length === 0 ? '' : ' med flera'}`;
    return `För vidarebefordran${whom}: inbjudan till lärprojekt, svar senast ${day}`;
  }
  return `Inbjudan: lärprojektet ${title} – anmäl dig senast ${day}`;
}

function closingDay({ facts, project }: Sources, language: Language): string {
  const { closesAt } = facts.registration;
  return closesAt === undefined ? unknown : dayMonth(localDateOf(closesAt, project.timeZone), language);
}
