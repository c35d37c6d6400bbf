import {
  agendaItemTypes,
  filled,
  type AgendaItemFacts,
  type DocumentFacts,
  type RoomStatus,
  type SessionFacts,
  type SpeakerFacts,
  type VenueFacts,
} from '../../../../guideline/facts.ts';
import { localDateOf } from '../../../../domain/local-date.ts';
import { Temporal } from 'temporal-polyfill';
import { clockOf, dayOf, optional, type Milestones } from '../rules.ts';
import type * as store from '../store.ts';
import { boardAsked, boardSizeOf, chosenFor } from '../../rota/rules.ts';
import type { LinkCheck } from '../../../web-links/queries.ts';
import type { Project, RoleHolder, Session, Speaker, Venue } from '../../types.ts';

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>;

/** What a session's facts are put together from. */
export interface SessionSources {
  readonly project: Project;
  readonly roles: readonly RoleHolder[];
  readonly venues: readonly Venue[];
  readonly speakers: readonly Speaker[];
  readonly milestones: Milestones;
  readonly confirmed: readonly { readonly person_id: string; readonly email_key: string }[];
  readonly rooms: Rows<typeof store.roomFacts>;
  readonly mirrors: Rows<typeof store.mirrorFacts>;
  readonly substitutes: Rows<typeof store.substituteFacts>;
  readonly evaluations: Rows<typeof store.evaluationFacts>;
  readonly documents: Rows<typeof store.documentFacts>;
  readonly linkChecks: ReadonlyMap<string, LinkCheck>;
  readonly publicUrl: string;
}

export function sessionFacts(session: Session, sources: SessionSources): SessionFacts {
  const { project, milestones } = sources;
  const venue = sources.venues.find(({ id }) => id === session.venueId);
  const setup = objectOf(session.extra['setupMeeting']);
  const evaluation = sources.evaluations.find((row) => row.session_id === session.id);
  const invited = invitedTo(session, sources);
  const noteTakers = chosenFor('notes', session, project);
  const leaders = leadersOf(session, sources, noteTakers);
  const agenda = session.agenda.map((item) => agendaItemFacts(item, sources));
  return {
    id: session.id,
    number: session.number,
    title: session.title,
    fullDay: session.fullDay,
    format: session.format === 'digital' ? 'remote' : session.format,
    cancelled: session.cancelled,
    roomStatus: roomStatusOf(session, sources),
    bookedEquipment: textsOf(session.extra['bookedEquipment']),
    onSiteLeaders: leaders.length,
    agenda,
    visitingSpeakers: visitorsAmong(agenda, session, sources, leaders),
    noteTakers: noteTakers.length,
    soundingBoard: textsOf(session.extra['soundingBoardOrganisationIds']),
    soundingBoardSize: boardSizeOf(project),
    agendaPageUrl: `${sources.publicUrl}/program/${project.projectId}/${session.id}`,
    // As it has become: a copy that could not be changed is not there.
    inSharedCalendar: sources.mirrors.some(
      (row) => row.session_id === session.id && row.part === 'sharedCalendar' && row.problem === null,
    ),
    invited,
    notInvited: sources.confirmed.length - invited,
    documents: sources.documents.filter((row) => row.session_id === session.id).map((row) => document(row, sources)),
    ...optional('theme', session.theme ?? undefined),
    ...optional('date', dayOf(session.date)),
    ...optional('start', session.startTime ?? undefined),
    ...optional('day', session.day ?? undefined),
    ...optional('end', session.endTime ?? undefined),
    ...optional('formatReason', textOf(session.extra['formatReason'])),
    ...optional('venue', venue === undefined ? undefined : venueFacts(venue)),
    ...optional('layout', session.layout ?? undefined),
    ...optional('setupStart', clockOf(setup['start'], project.timeZone)),
    ...optional('preparation', session.preparation ?? undefined),
    ...optional('foodOrderedOn', milestones.get(`foodOrdered:${session.id}`)?.on),
    ...optional('infoSentOn', milestones.get(`sessionInfoSent:${session.id}`)?.on),
    ...optional('soundingBoardAskedOn', milestones.get(boardAsked(session.id))?.on),
    ...optional('documentationSharedOn', milestones.get(`documentationShared:${session.id}`)?.on),
    ...(evaluation?.opened_at == null
      ? {}
      : { evaluation: { openedOn: dayIn(evaluation.opened_at, project.timeZone), answers: evaluation.answers } }),
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function dayIn(at: Date, zone: string) {
  return localDateOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone);
}

function venueFacts(venue: Venue): VenueFacts {
  return {
    id: venue.id,
    name: venue.name,
    equipment: venue.equipment,
    ...optional('city', venue.city === '' ? undefined : venue.city),
    ...optional('ownerOrganisationId', venue.ownerOrganisationId ?? undefined),
    ...optional('capacity', venue.capacity ?? undefined),
  };
}

/** `tentative` is a room that has not answered yes. */
const roomWords: Readonly<Record<string, RoomStatus>> = {
  none: 'none',
  asked: 'asked',
  tentative: 'asked',
  accepted: 'accepted',
  declined: 'declined',
  askedByMail: 'askedByMail',
  confirmedByHand: 'confirmedByHand',
  declinedByHand: 'declined',
};

/** What the tool has booked; before that, what an imported file claimed. */
function roomStatusOf(session: Session, { rooms }: SessionSources): RoomStatus {
  const booked = rooms.find((row) => row.session_id === session.id)?.status;
  if (booked !== undefined) return roomWords[booked] ?? 'none';
  if (session.importedRoomStatus === 'confirmed') return 'confirmedByHand';
  return session.importedRoomStatus === 'requested' ? 'askedByMail' : 'none';
}

/** A type that we do not know, such as a study visit, counts as an exercise: people do something together. */
export function agendaItemFacts(
  item: Session['agenda'][number],
  { speakers, linkChecks }: Pick<SessionSources, 'speakers' | 'linkChecks'>,
): AgendaItemFacts {
  return {
    start: item.start,
    end: item.end,
    type: agendaItemTypes.find((type) => type === item.type) ?? 'exercise',
    title: item.title,
    speakers: (item.speakerIds ?? []).flatMap((id) => {
      const speaker = speakers.find((one) => one.id === id);
      // An item's own mode goes before its speaker's.
      return speaker === undefined ? [] : [{ ...speakerFacts(speaker, linkChecks), ...optional('mode', item.mode) }];
    }),
  };
}

const speakerKinds = ['research', 'agencyInformation', 'localExample', 'externalExample', 'other'] as const;
const speakerStates = ['idea', 'asked', 'tentative', 'confirmed', 'declined'] as const;

function speakerFacts(speaker: Speaker, linkChecks: SessionSources['linkChecks']): SpeakerFacts {
  return {
    id: speaker.id,
    name: speaker.displayName,
    mode: speaker.mode,
    status: speakerStates.find((status) => status === speaker.status) ?? 'idea',
    isIntroduced: speaker.organisationId !== null && filled(speaker.topic ?? undefined),
    links: speaker.links.length,
    deadLinks: speaker.links.filter(({ url }) => linkChecks.get(url)?.reachable === false).length,
    ...optional('kind', speaker.kind === null ? undefined : (speakerKinds.find((k) => k === speaker.kind) ?? 'other')),
    ...optional('techTestOn', dayOf(speaker.techTest)),
  };
}

/** People in the room who are no participants: content lead, process facilitator, working group and note-takers. */
function leadersOf(
  session: Session,
  { roles, confirmed }: SessionSources,
  noteTakers: readonly string[],
): readonly string[] {
  if (session.format === 'digital') return [];
  const inRoom = roles.filter(({ role }) => ['contentLead', 'processFacilitator', 'workingGroup'].includes(role));
  const participants = new Set(confirmed.map(({ person_id }) => person_id));
  const ids = new Set([...inRoom.map(({ personId }) => personId), ...noteTakers]);
  return [...ids].filter((id) => !participants.has(id));
}

/** RG-05: who comes only to speak. A participant or somebody who leads the day eats once, not twice. */
function visitorsAmong(
  agenda: readonly AgendaItemFacts[],
  { format }: Pick<Session, 'format'>,
  { speakers, confirmed }: Pick<SessionSources, 'speakers' | 'confirmed'>,
  leaders: readonly string[],
): number {
  if (format === 'digital') return 0;
  const counted = new Set([...leaders, ...confirmed.map(({ person_id }) => person_id)]);
  const inRoom = agenda
    .flatMap((item) => item.speakers)
    .filter(({ mode, status }) => mode === 'onsite' && status !== 'declined' && status !== 'idea');
  const visitors = new Set(inRoom.map(({ id }) => id));
  return speakers.filter(({ id, personId }) => visitors.has(id) && (personId === null || !counted.has(personId)))
    .length;
}

/** Confirmed participants, or those who have their seat this time, among the attendees last written to the session's event. */
function invitedTo(session: Session, { mirrors, substitutes, confirmed }: SessionSources): number {
  const mirror = mirrors.find((row) => row.session_id === session.id && row.part === 'session');
  const attendees: unknown = mirror?.written['attendees'];
  if (!Array.isArray(attendees)) return 0;
  const addresses = new Set(
    attendees.map((one: unknown) => String(typeof one === 'string' ? one : objectOf(one)['address']).toLowerCase()),
  );
  const isThere = ({ person_id, email_key }: (typeof confirmed)[number]): boolean =>
    addresses.has(email_key) ||
    substitutes.some(
      (one) =>
        one.session_id === session.id && one.host_person_id === person_id && addresses.has(one.email.toLowerCase()),
    );
  return confirmed.filter(isThere).length;
}

function document(row: SessionSources['documents'][number], { speakers }: SessionSources): DocumentFacts {
  const consent = speakers.find(({ id }) => id === row.speaker_id)?.slidesConsent ?? undefined;
  return {
    id: row.id,
    title: row.name,
    kind: row.kind,
    rightsAssured: row.rights_confirmed,
    shared: row.shared_at !== null,
    ...optional('speakerConsent', consent),
    ...optional('photographer', row.photographer ?? undefined),
    ...optional('altText', row.alt_text ?? undefined),
  };
}
