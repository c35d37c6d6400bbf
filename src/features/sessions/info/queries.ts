import { localDate } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { clockText, dayMonth, textDate, timeRange, timeText } from '../../../domain/swedish-text.ts';
import { languageOf } from '../../../domain/words.ts';
import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { whoWasTold } from '../../notices/queries.ts';
import { previewOf } from '../../notices/rules.ts';
import { personOf, projectOf, sessionOf, speakersOf, venuesOf } from '../../planning/queries.ts';
import type { Project, Session, Speaker, Venue } from '../../planning/types.ts';
import { confirmedPeople } from '../../registration/queries.ts';
import type { ConfirmedPerson } from '../../registration/types.ts';
import { infoLetter, type InfoFacts } from '../letters/info.ts';
import { agendaOf, programmeUrl, speakerNames } from '../queries.ts';
import type { InfoPreview, InfoRefusal } from '../types.ts';

type Reader = Pick<Tools, 'db' | 'settings'>;

/** The letter's content for one session, or what it still lacks. */
export async function infoFacts(
  tools: Reader,
  key: ProjectKey,
  sessionId: SessionId,
): Promise<Outcome<InfoFacts, InfoRefusal>> {
  const project = await projectOf(tools, key);
  const session = await sessionOf(tools, key, sessionId);
  if (project === null || session === null || session.cancelled) return refused('sessionUnknown');
  if (project.state === 'dormant') return refused('dormant');
  const { date, startTime, endTime, preparation } = session;
  if (date === null || startTime === null || endTime === null) return refused('noDate');
  if (session.agenda.length === 0) return refused('noAgenda');
  if (preparation === null || preparation.trim() === '') return refused('noPreparation');
  const language = languageOf(project.language);
  const contact = project.contactPersonId === null ? null : await personOf(tools, key, project.contactPersonId);
  return done({
    sessionNumber: session.number,
    theme: session.theme,
    day: textDate(localDate(date), language),
    shortDay: dayMonth(localDate(date), language),
    times: timeRange(startTime, endTime, language),
    arrival: timeText(startTime, language),
    place: placeOf(session, await venuesOf(tools, key)),
    preparation,
    programme: programmeLines(project, session, await speakersOf(tools, key)),
    programmeUrl: programmeUrl(tools.settings.publicUrl, key, sessionId),
    sender: contact?.displayName ?? 'Dalalab',
    language,
  });
}

function placeOf(session: Session, venues: readonly Venue[]): string | null {
  const venue = venues.find(({ id }) => id === session.venueId);
  return venue === undefined ? null : `${venue.name}, ${venue.city}`;
}

function programmeLines(project: Project, session: Session, speakers: readonly Speaker[]): readonly string[] {
  const language = languageOf(project.language);
  return agendaOf(session).map((item) =>
    [`${clockText(item.start, language)} ${item.title}`, ...speakerNames(item, speakers)].join(', '),
  );
}

/** The notice's kind, and part of its key. */
export const infoKind = 'session.info';

export interface InfoMailing {
  readonly facts: InfoFacts;
  /** Those who have not got these very words: all, after a change, and only the new ones after a late registration. */
  readonly people: readonly ConfirmedPerson[];
  /** Of the words alone, so that who else gets them does not say them again. */
  readonly version: string;
  readonly preview: InfoPreview;
}

/** Who would get which words, or why nobody would. */
export async function infoMailing(
  tools: Reader,
  key: ProjectKey,
  sessionId: SessionId,
): Promise<Outcome<InfoMailing, InfoRefusal>> {
  const facts = await infoFacts(tools, key, sessionId);
  if (!facts.ok) return facts;
  const confirmed = await confirmedPeople(tools, key);
  if (confirmed.length === 0) return refused('nobody');
  const { subject, text } = infoLetter(facts.value, { givenName: '…' });
  const { textVersion: version } = previewOf({ texts: [subject, text], recipients: [] });
  const told = await whoWasTold(tools, key, { kind: infoKind, sessionId, version });
  const people = confirmed.filter(({ personId }) => !told.has(personId));
  if (people.length === 0) return refused('allTold');
  const recipients = people.map(({ personId, email }) => `${personId} ${email}`);
  const preview = { ...previewOf({ texts: [subject, text], recipients }), subject, text };
  return done({ facts: facts.value, people, version, preview });
}

/** To read before the yes. */
export async function previewInfo(
  tools: Reader,
  key: ProjectKey,
  sessionId: SessionId,
): Promise<Outcome<InfoPreview, InfoRefusal>> {
  const mailing = await infoMailing(tools, key, sessionId);
  return mailing.ok ? done(mailing.value.preview) : mailing;
}
