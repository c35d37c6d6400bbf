import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { FileParticipant, FileSession, ProjectFile } from '../../features/planning/file/types.ts';

/** How one session's evaluation turned out, as the file tells. */
export interface ToldEvaluation {
  readonly sessionId: string;
  readonly present: number;
  readonly absentParticipantIds: readonly string[];
  readonly responses: number;
  readonly useful: Readonly<Record<string, number>>;
  readonly likelihood: Readonly<Record<string, number>>;
  readonly support: Readonly<Record<string, number>>;
  readonly talkTime: Readonly<Record<string, number>>;
  readonly plans: readonly string[];
  readonly keepOrChange: readonly string[];
}

/** A project file read as a script: who does what, when. */
export interface Script {
  readonly file: ProjectFile;
  readonly projectId: string;
  readonly zone: string;
  readonly leadMail: string;
  readonly startsAt: Temporal.Instant;
  readonly roomsOn: Temporal.PlainDate;
  readonly invitedOn: Temporal.PlainDate;
  readonly opensOn: Temporal.PlainDate;
  readonly closesAt: Temporal.Instant;
  readonly sessions: readonly FileSession[];
  /** Everybody who registered, by time of registration. */
  readonly registrants: readonly FileParticipant[];
  /** Those of them who are in the project. */
  readonly participants: readonly FileParticipant[];
  readonly dietaryOf: ReadonlyMap<string, string>;
  readonly evaluations: ReadonlyMap<string, ToldEvaluation>;
  /** A session that an edge case moves; `sessions` has its new time. */
  readonly movedSessionId?: string;
  /** Participants whom an edge case keeps from a session. */
  readonly away?: readonly { readonly id: string; readonly sessionId: string }[];
}

const counts = z.record(z.string(), z.number()).default({});
const told = z.object({
  sessionId: z.string(),
  present: z.number(),
  absentParticipantIds: z.array(z.string()).default([]),
  responses: z.number(),
  useful: counts,
  likelihood: counts,
  support: counts,
  talkTime: counts,
  plans: z.array(z.string()).default([]),
  keepOrChange: z.array(z.string()).default([]),
});

/** Words for a person at the command line: what the file lacks to be lived through. */
export class ScriptProblem extends Error {}

const DAYS_TO_REGISTER = 60;
const DAYS_BEFORE_FIRST = 21;

/** @throws ScriptProblem when the file has no content lead with an account, or no dated session */
export function readScript(file: ProjectFile): Script {
  const zone = file.timeZone ?? 'Europe/Stockholm';
  const lead = file.staff?.find(({ id }) => id === file.governance?.contentLead);
  if (lead === undefined)
    throw new ScriptProblem(
      'Filen har ingen innehållsansvarig bland personalen (governance.contentLead). / The file names no content lead among its staff.',
    );
  const sessions = (file.sessions ?? []).filter(
    ({ start, end }) => typeof start === 'string' && typeof end === 'string',
  );
  const first = sessions.map(({ start }) => Temporal.Instant.from(start ?? '')).toSorted(Temporal.Instant.compare)[0];
  if (first === undefined)
    throw new ScriptProblem(
      'Filen har ingen träff med datum och tid. / The file has no session with a date and times.',
    );
  const firstDay = first.toZonedDateTimeISO(zone).toPlainDate();
  const dates = file.project.keyDates ?? {};
  const day = (name: string): Temporal.PlainDate | undefined => dayOf(dates[name]);
  const closesAt =
    momentOf(dates['registrationCloses'], zone) ??
    firstDay.subtract({ days: DAYS_BEFORE_FIRST }).toZonedDateTime({ timeZone: zone, plainTime: '16:00' }).toInstant();
  const closesOn = closesAt.toZonedDateTimeISO(zone).toPlainDate();
  const opensOn = day('registrationOpens') ?? closesOn.subtract({ days: DAYS_TO_REGISTER });
  const roomsOn = day('datesAndRoomsSet') ?? opensOn.subtract({ days: 28 });
  const registeredAt = (person: FileParticipant): string =>
    person.registeredAt ?? opensOn.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).toInstant().toString();
  const registrants = registered(file)
    .map((person) => ({ ...person, registeredAt: registeredAt(person) }))
    .toSorted((one, other) => Temporal.Instant.compare(one.registeredAt, other.registeredAt));
  return {
    file,
    projectId: file.project.id,
    zone,
    leadMail: lead.email,
    startsAt: firstMoment(dates, [roomsOn, opensOn], zone),
    roomsOn,
    invitedOn: day('invitationSent') ?? opensOn,
    opensOn,
    closesAt,
    sessions: sessions.toSorted((one, other) => Temporal.Instant.compare(one.start ?? '', other.start ?? '')),
    registrants,
    participants: registrants.filter(isConfirmed),
    dietaryOf: new Map((file.dietary ?? []).map(({ participantId, text }) => [participantId, text])),
    evaluations: new Map(
      z
        .array(told)
        .catch([])
        .parse(file['evaluations'] ?? [])
        .map((evaluation) => [evaluation.sessionId, evaluation]),
    ),
  };
}

/** Staff who registered too carry their registration with them. */
function registered({ participants = [], staff = [] }: ProjectFile): FileParticipant[] {
  return [
    ...participants,
    ...staff.flatMap(({ registration, ...person }) =>
      registration === undefined ? [] : [{ ...person, ...registration }],
    ),
  ];
}

export function isConfirmed({ status }: Pick<FileParticipant, 'status'>): boolean {
  return status === undefined || status === 'confirmed';
}

function dayOf(text: string | null | undefined): Temporal.PlainDate | undefined {
  const found = /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];
  return found === undefined ? undefined : Temporal.PlainDate.from(found);
}

function momentOf(text: string | null | undefined, zone: string): Temporal.Instant | undefined {
  if (text === null || text === undefined) return undefined;
  if (/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text);
  // A mere day lasts to its end.
  return dayOf(text)?.toZonedDateTime({ timeZone: zone, plainTime: '23:59' }).toInstant();
}

/** Eight in the morning of the file's first date. */
function firstMoment(
  dates: Readonly<Record<string, string | null>>,
  own: readonly Temporal.PlainDate[],
  zone: string,
): Temporal.Instant {
  const days = [...own, ...Object.values(dates).flatMap((text) => dayOf(text) ?? [])];
  const first = days.toSorted(Temporal.PlainDate.compare)[0] ?? Temporal.PlainDate.from('2026-01-01');
  return first.toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).toInstant();
}

/** What happens while the project runs, and so is not in the plan it starts from. */
const lived = [
  'participants',
  'dietary',
  'evaluations',
  'edgeCases',
  'expected',
  'seating',
  'wishes',
  'focusGroups',
  'milestones',
  'attendance',
  'guests',
  'overrides',
];
const livedDates = ['invitationSent', 'calendarBookingsSent'];

/**
 * The file as it stood before anybody had registered: the plan, the staff, and those of the planning group that will
 * be participants later, who keep their ids when they register.
 */
export function planOf(script: Script): Record<string, unknown> {
  const { file } = script;
  const governance = file.governance ?? {};
  const involved = new Set([
    ...(governance.planningGroup ?? []),
    ...(governance.workingGroup ?? []),
    ...(governance.steeringGroup ?? []),
    governance.processFacilitator,
    governance.deputy,
  ]);
  const early = (file.participants ?? [])
    .filter(({ id }) => involved.has(id))
    .map(
      ({
        registeredAt: _at,
        source: _source,
        commitmentAccepted: _accepted,
        status: _status,
        sector: _sector,
        ...person
      }) => person,
    );
  const keyDates = Object.fromEntries(
    Object.entries(file.project.keyDates ?? {}).filter(([name]) => !livedDates.includes(name)),
  );
  const known = new Set([...(file.staff ?? []), ...early].map(({ id }) => id));
  return {
    ...Object.fromEntries(Object.entries(file).filter(([name]) => !lived.includes(name))),
    project: { ...file.project, keyDates, phase: undefined },
    staff: [...(file.staff ?? []).map(({ registration: _registration, ...person }) => person), ...early],
    speakers: (file.speakers ?? []).map(({ participantId, ...speaker }) =>
      participantId !== undefined && participantId !== null && known.has(participantId)
        ? { ...speaker, participantId }
        : speaker,
    ),
    sessions: (file.sessions ?? []).map((session) => ({ ...session, roomBookingStatus: undefined })),
    homework: undefined,
  };
}
