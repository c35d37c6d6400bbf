import { localDate, localDateOf, type LocalDate } from '../../domain/local-date.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import { dueBy, sessionInfoDeadline } from '../../guideline/due-dates.ts';
import { equipmentWords, headCount, missingEquipment } from '../../guideline/head-count.ts';
import type { ProjectFacts } from '../../guideline/facts.ts';
import { evaluate, type Evaluation } from '../../guideline/evaluate.ts';
import { currentVersion, ruleSetOf } from '../../guideline/versions.ts';
import type { Tools } from '../../tools.ts';
import { documentsOf } from '../documentation/queries.ts';
import type { SessionDocument } from '../documentation/types.ts';
import { evaluationsOf } from '../evaluations/queries.ts';
import type { EvaluationView } from '../evaluations/types.ts';
import { factsOf } from '../planning/facts/queries.ts';
import { projectOf, sessionsOf, speakersOf, venuesOf } from '../planning/queries.ts';
import type { Project, Session, Speaker, Venue } from '../planning/types.ts';
import { participantsOf } from '../registration/queries.ts';
import type { Participant } from '../registration/types.ts';
import { bookingsOf } from '../rooms/queries.ts';
import { equipmentAsked } from '../rooms/rules.ts';
import { roomStatusWords, type Booking } from '../rooms/types.ts';
import { needsOf } from './needs/rules.ts';
import { agendaBalance, agendaWarnings, nextOf, whenOf } from './rules.ts';
import { milestones } from './store.ts';
import type {
  AgendaItem,
  MissingThing,
  SessionBoard,
  SessionCounts,
  SessionNeed,
  SessionRoom,
  SessionState,
} from './types.ts';

type Reader = Pick<Tools, 'db' | 'clock' | 'settings'>;

/** Every session's state in one object, in order of number, cancelled ones left out; null without such a project. */
export async function sessionBoard(tools: Reader, key: ProjectKey): Promise<SessionBoard | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const sources = await sourcesOf(tools, project);
  return {
    sessions: sources.sessions.map((session) => stateOf(session, sources)),
    nextSessionId: nextOf(sources.sessions, sources.today)?.id ?? null,
  };
}

/** The session that people ask about: today's, or the nearest to come. */
export async function nextSession(tools: Reader, key: ProjectKey): Promise<SessionState | undefined> {
  const board = await sessionBoard(tools, key);
  return board?.sessions.find(({ id }) => id === board.nextSessionId);
}

interface Sources {
  readonly project: Project;
  readonly facts: ProjectFacts | null;
  readonly today: LocalDate;
  readonly publicUrl: string;
  readonly sessions: readonly Session[];
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  readonly bookings: readonly Booking[];
  readonly participants: readonly Participant[];
  readonly evaluations: readonly EvaluationView[];
  readonly documents: readonly SessionDocument[];
  readonly milestones: ReadonlyMap<string, Date>;
  readonly findings: readonly Evaluation[];
}

async function sourcesOf(tools: Reader, project: Project): Promise<Sources> {
  const facts = await factsOf(tools, project);
  const ruleSet = ruleSetOf(project.guidelineVersion) ?? currentVersion;
  return {
    project,
    facts,
    today: localDateOf(tools.clock.now(), project.timeZone),
    publicUrl: tools.settings.publicUrl,
    sessions: (await sessionsOf(tools, project)).filter(({ cancelled }) => !cancelled),
    venues: await venuesOf(tools, project),
    speakers: await speakersOf(tools, project),
    bookings: await bookingsOf(tools, project),
    participants: ((await participantsOf(tools, project))?.participants ?? []).filter(
      ({ state }) => state === 'confirmed',
    ),
    evaluations: await evaluationsOf(tools, project),
    documents: await documentsOf(tools, project),
    milestones: await milestones(tools.db, project),
    findings: facts === null ? [] : evaluate(facts, ruleSet),
  };
}

function stateOf(session: Session, sources: Sources): SessionState {
  const { project, today } = sources;
  const agenda = agendaOf(session);
  const venue = sources.venues.find(({ id }) => id === session.venueId);
  const room = sources.bookings.find(({ sessionId }) => sessionId === session.id)?.status ?? 'none';
  return {
    id: session.id,
    number: session.number,
    title: session.title,
    theme: session.theme,
    date: session.date,
    week: session.isoWeek,
    start: session.startTime,
    end: session.endTime,
    when: whenOf(session.date, today),
    format: session.format,
    venue: venue === undefined ? null : { id: venue.id, name: venue.name, city: venue.city },
    roomStatus: { code: room, words: roomStatusWords[room] },
    room: roomOf(session, venue, sources.facts),
    preparation: session.preparation,
    programmeUrl: programmeUrl(sources.publicUrl, project, session.id),
    agenda: agenda.map((item) => ({ ...item, speakers: speakerNames(item, sources.speakers) })),
    balance: agendaBalance(agenda),
    warnings: agendaWarnings(agenda),
    needs: needsIn(session, sources),
    signUrl: `${programmeUrl(sources.publicUrl, project, session.id)}/skylt`,
    counts: countsOf(session.id, sources.participants),
    sessionInfo: sessionInfoOf(session, sources),
    evaluation: evaluationState(sources.evaluations.find(({ sessionId }) => sessionId === session.id)),
    documentation: documentationState(sources.documents.filter(({ sessionId }) => sessionId === session.id)),
    missing: missingIn(session, sources),
  };
}

function needsIn({ id }: Session, { facts }: Sources): readonly SessionNeed[] {
  const seen = facts?.sessions.find((one) => one.id === id);
  return facts === null || seen === undefined ? [] : needsOf(facts, seen);
}

function roomOf(session: Session, venue: Venue | undefined, facts: ProjectFacts | null): SessionRoom {
  const seen = facts?.sessions.find(({ id }) => id === session.id);
  return {
    layout: session.layout,
    equipment: facts === null || seen === undefined ? [] : equipmentAsked(facts, seen),
    missingEquipment: seen === undefined ? [] : missingEquipment(seen).map((need) => equipmentWords[need]),
    opensAt: seen?.setupStart ?? null,
    capacity: venue?.capacity ?? null,
    seatsNeeded: facts === null || seen === undefined ? null : (headCount(facts, seen).total ?? null),
    stepFree: venue?.stepFree ?? null,
  };
}

/** The types were checked when the agenda was written or imported. */
export function agendaOf(session: Session): readonly AgendaItem[] {
  return session.agenda as readonly AgendaItem[];
}

export function speakersAt({ speakerIds }: AgendaItem, speakers: readonly Speaker[]): readonly Speaker[] {
  return (speakerIds ?? []).flatMap((id) => speakers.find((speaker) => speaker.id === id) ?? []);
}

export function speakerNames(item: AgendaItem, speakers: readonly Speaker[]): readonly string[] {
  return speakersAt(item, speakers).map(({ displayName }) => displayName);
}

export function programmeUrl(publicUrl: string, key: ProjectKey, sessionId: string): string {
  return `${publicUrl}/program/${encodeURIComponent(key.projectId)}/${encodeURIComponent(sessionId)}`;
}

function countsOf(sessionId: string, participants: readonly Participant[]): SessionCounts {
  const own = participants.flatMap(({ sessions }) => sessions.filter((one) => one.sessionId === sessionId));
  const answered = (answer: string): number => own.filter((one) => one.answer === answer).length;
  const ticked = own.some(({ attended }) => attended !== null);
  return {
    confirmed: participants.length,
    accepted: answered('accepted'),
    declined: answered('declined'),
    declinedInOutlook: own.filter(({ answer, answerFrom }) => answer === 'declined' && answerFrom === 'outlook').length,
    noAnswer: participants.length - answered('accepted') - answered('declined'),
    present: ticked ? own.filter(({ attended }) => attended === true).length : null,
  };
}

function sessionInfoOf(session: Session, sources: Sources): SessionState['sessionInfo'] {
  const sentAt = sources.milestones.get(`sessionInfoSent:${session.id}`)?.toISOString() ?? null;
  if (session.date === null) return { lastDay: null, wiseDay: null, because: null, sentAt };
  const due = dueBy(sessionInfoDeadline(localDate(session.date)), sources.facts?.region ?? []);
  return { lastDay: due.lastDay.toString(), wiseDay: due.wiseDay.toString(), because: due.because ?? null, sentAt };
}

function evaluationState(view: EvaluationView | undefined): SessionState['evaluation'] {
  return {
    state: view?.state ?? 'undated',
    opensAt: view?.opensAt ?? null,
    closesAt: view?.closesAt ?? null,
    answered: view?.answered ?? 0,
    invited: view?.invited ?? 0,
  };
}

function documentationState(documents: readonly SessionDocument[]): SessionState['documentation'] {
  const count = (...states: readonly SessionDocument['state'][]): number =>
    documents.filter(({ state }) => states.includes(state)).length;
  return {
    files: documents.length,
    cleared: count('cleared', 'sharing'),
    held: count('held'),
    shared: count('shared'),
  };
}

/** What fell due before the tool can still be done while the session is ahead; afterwards nobody is asked for it. */
function missingIn({ id, date }: Session, { findings, today }: Sources): readonly MissingThing[] {
  const isOver = date !== null && date < today.toString();
  const seen = new Set<string>();
  return (
    findings
      .filter(({ scope }) => scope.kind === 'session' && scope.sessionId === id)
      .filter(({ state }) => !(state === 'beforeTool' && isOver))
      .filter(({ state, pastMending }) => state !== 'met' && state !== 'overridden' && !pastMending)
      // Many rules lack the same thing, such as a programme: it is one thing to do.
      .filter(({ words: { sv } }) => !seen.has(sv) && seen.add(sv))
      .map((finding) => ({
        ruleId: finding.ruleId,
        words: finding.words,
        severity: finding.severity,
        lastDay: finding.due?.toString() ?? null,
        isLate: finding.state === 'late',
        action: finding.action ?? null,
      }))
  );
}
