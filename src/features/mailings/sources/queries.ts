import { isDisposedAddress } from '../../../domain/disposed.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { RegistrationState } from '../../../domain/people.ts';
import { languageOf, type Words } from '../../../domain/words.ts';
import { currentVersion, ruleSetOf } from '../../../guideline/versions.ts';
import type { Tools } from '../../../tools.ts';
import { noticeLog, saidOf } from '../../notices/queries.ts';
import { resentMark } from '../../notices/rules.ts';
import { factsOf } from '../../planning/facts/queries.ts';
import { organisationsOf, peopleOf, projectOf, sessionsOf, speakersOf, venuesOf } from '../../planning/queries.ts';
import { languageFor } from '../../planning/rules.ts';
import type { Organisation, Session } from '../../planning/types.ts';
import { participantsOf, registrationStateOf } from '../../registration/queries.ts';
import { mailingId } from '../rules.ts';
import { milestones, wordsRows } from '../store.ts';
import type { LeftOut, MailingRef, OwnWords, Recipient } from '../types.ts';
import type { Sources } from './types.ts';

export type SourceReader = Pick<Tools, 'db' | 'clock' | 'settings'>;

/** Null when the tenant has no such project. */
export async function sourcesOf(tools: SourceReader, key: ProjectKey): Promise<Sources | null> {
  const project = await projectOf(tools, key);
  const facts = await factsOf(tools, key);
  const registrations = await participantsOf(tools, key);
  if (project === null || facts === null || registrations === null) return null;
  const log = await noticeLog(tools, key, languageOf(project.language));
  const now = tools.clock.now();
  return {
    now,
    today: localDateOf(now, project.timeZone),
    publicUrl: tools.settings.publicUrl,
    project,
    sessions: (await sessionsOf(tools, key)).filter(({ cancelled }) => !cancelled),
    venues: await venuesOf(tools, key),
    speakers: await speakersOf(tools, key),
    people: await peopleOf(tools, key),
    organisations: await organisationsOf(tools, key),
    registrations,
    isRegistrationClosed: (await registrationStateOf(tools, key)).closed,
    facts,
    ruleSet: ruleSetOf(project.guidelineVersion) ?? currentVersion,
    said: (await saidOf(tools, key)).map((one) => ({ ...one, version: one.version.split(resentMark)[0] ?? '' })),
    notices: log.notices,
    confirmations: log.confirmations,
    words: await wordsRows(tools.db, key),
    milestones: await milestones(tools.db, key),
  };
}

/** The person who signs: the one whom the project names as its contact, else the content lead. */
export function senderOf({ project, facts, people }: Sources): {
  readonly name: string;
  readonly givenName: string;
  readonly email: string;
  readonly phone: string;
} {
  const id = project.contactPersonId ?? facts.roles.contentLead?.id;
  const person = people.find((one) => one.id === id);
  return {
    name: person?.displayName ?? 'Dalalab',
    givenName: person?.givenName ?? 'Dalalab',
    email: person?.email ?? project.organiserMailbox ?? '…',
    phone: person?.phone ?? '…',
  };
}

/** Everybody who is in the project, as recipients; each in their own language. */
export function participantRecipients({ registrations, people, project }: Sources): readonly Recipient[] {
  return registrations.participants
    .filter(({ state, email }) => state === 'confirmed' && !isDisposedAddress(email))
    .map((one) => ({
      id: one.id,
      personId: one.id,
      organisationId: one.organisationId,
      group: 'participants',
      name: one.displayName,
      givenName: one.givenName,
      address: one.email,
      language: languageFor(people.find(({ id }) => id === one.id)?.extra, project),
    }));
}

/** The general mailboxes of organisations, and those that have none. Offices read Swedish. */
export function officesOf(organisations: readonly Organisation[]): {
  readonly candidates: readonly Recipient[];
  readonly leftOut: readonly LeftOut[];
} {
  const mailboxOf = ({ functionMailbox }: Organisation): string => functionMailbox?.trim() ?? '';
  return {
    candidates: organisations.flatMap((one): Recipient[] =>
      mailboxOf(one) === ''
        ? []
        : [
            {
              ...{ id: one.id, organisationId: one.id, name: one.name, address: one.functionMailbox ?? '' },
              ...{ personId: null, group: 'municipalMailboxes', givenName: null, language: 'sv' },
            },
          ],
    ),
    leftOut: organisations
      .filter((one) => mailboxOf(one) === '')
      .map(({ name }) => ({ name, why: { sv: `${name} saknar adress.`, en: `${name} has no address.` } })),
  };
}

/** Those who wait for a place or an answer get no letter of the participants, nor do those whose address has been disposed of. */
export function waitingLeftOut({ registrations }: Sources): readonly LeftOut[] {
  return registrations.participants.flatMap(({ displayName, state, email }) => {
    const why = isDisposedAddress(email) ? disposedWords : waitingWords[state];
    return why === undefined ? [] : [{ name: displayName, why }];
  });
}

const disposedWords: Words = { sv: 'Adressen är gallrad.', en: 'The address has been disposed of.' };
const waitingWords: Readonly<Partial<Record<RegistrationState, Words>>> = {
  waitingList: { sv: 'Står på väntelista.', en: 'Is on the waiting list.' },
  lateRequest: { sv: 'Väntar på besked om sin anmälan.', en: 'Awaits an answer to the registration.' },
};

/** What each of the project's own languages has to say for itself: the texts as written, and what stands without them. */
export function ownWordsOf(
  { words }: Sources,
  ref: MailingRef,
  {
    slot,
    label,
    standard = { sv: '', en: '' },
  }: Pick<OwnWords, 'slot' | 'label'> & { readonly standard?: OwnWords['standard'] },
): OwnWords {
  const written = words.find((one) => one.mailing === mailingId(ref) && one.slot === slot);
  return { slot, label, standard, sv: written?.sv ?? '', en: written?.en ?? '' };
}

export const ownLabel = { sv: 'Egen text', en: 'Text of your own' };

/** What the recipient reads: the own text in their language, or the standard one. */
export function wordsFor(own: OwnWords | undefined, language: Recipient['language']): string {
  if (own === undefined) return '';
  return own[language] || own.standard[language] || own[language === 'sv' ? 'en' : 'sv'];
}

export function sessionNamed({ sessions }: Sources, id: string | null): Session | undefined {
  return sessions.find((one) => one.id === id);
}
