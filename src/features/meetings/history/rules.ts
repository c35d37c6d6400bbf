import { isHold } from '../holding/rules.ts';
import { folded } from '../places/rules.ts';
import type { Mirror, Operation, WrittenMeeting } from '../types.ts';
import type { CalendarAct, CalendarCause } from './types.ts';

type Written = Pick<WrittenMeeting, 'attendees' | 'start' | 'location'>;

/** What a step of the reconciliation did to people's calendars. @param why Outlook's code when it refused */
export function calendarAct(operation: Operation, why: string | null = null): CalendarAct {
  const { part } = operation.kind === 'cancel' ? operation.mirror : operation.meeting;
  const before: Written | undefined = operation.kind === 'create' ? undefined : operation.mirror.written;
  const after: Written | undefined = operation.kind === 'cancel' ? undefined : operation.meeting;
  const fields = operation.kind === 'change' ? operation.fields : [];
  const invited = peopleOf(after).filter((address) => !peopleOf(before).includes(address)).length;
  const removed = peopleOf(before).filter((address) => !peopleOf(after).includes(address)).length;
  const isForAll = fields.some((field) => field !== 'attendees');
  const told = isForAll ? peopleOf(after).length + removed : invited + removed;
  const asksRoom = hasRoom(after) && (!hasRoom(before) || fields.includes('time'));
  const kind = ({ create: 'created', change: 'changed', cancel: 'cancelled' } as const)[operation.kind];
  const { start, location } = after ?? before ?? { start: '', location: { displayName: '' } };
  const counts = why === null ? { invited, removed, told } : { invited: 0, removed: 0, told: 0 };
  return {
    kind: why === null ? kind : 'refused',
    part,
    fields,
    ...counts,
    asksRoom,
    start,
    place: location.displayName,
    why,
  };
}

/** A room's answer as a line of its own. It mails nobody. */
export function roomAnswered({ part, written }: Pick<Mirror, 'part' | 'written'>, answer: string): CalendarAct {
  const room = written.attendees.find(({ type }) => type === 'resource');
  const { start, location } = written;
  return {
    kind: 'answered',
    part,
    fields: [],
    invited: 0,
    removed: 0,
    told: 0,
    asksRoom: false,
    start,
    place: room?.name ?? location.displayName,
    why: answer,
  };
}

function peopleOf(written: Written | undefined): readonly string[] {
  return (written?.attendees ?? []).filter(({ type }) => type !== 'resource').map(({ address }) => folded(address));
}

function hasRoom(written: Written | undefined): boolean {
  return (written?.attendees ?? []).some(({ type }) => type === 'resource');
}

/** An act of the project's log, the latest first. */
interface LoggedAct {
  readonly at: string;
  readonly act: string;
  readonly actor: string;
  readonly subject: string | null;
}

const about = {
  time: ['session.move', 'session.add', 'session.addDay', 'session.fromOutlook', 'meetings.restored'],
  place: [
    'rooms.booked',
    'rooms.confirmed',
    'rooms.declined',
    'venue.register',
    'session.fromOutlook',
    'meetings.restored',
  ],
  text: [
    'session.change',
    'agenda.changed',
    'project.change',
    'registration.settings',
    'speaker.register',
    'roles.change',
    'person.change',
    'meetings.restored',
  ],
  people: [
    'registration.closed',
    'registration.place',
    'registration.received',
    'registration.cancelled',
    'registration.declined',
    'participants.listTakenIn',
    'guest.substitute',
    'guest.colleague',
    'stranger.remove',
    'roles.change',
    'person.change',
    'meetings.restored',
    'rooms.booked',
    'rooms.confirmed',
  ],
  gone: ['session.cancel', 'session.move', 'rooms.booked', 'speaker.register', 'agenda.changed'],
  room: ['session.move', 'rooms.booked', 'session.add'],
} as const;

/** Which lists of acts may be behind what was done, the nearest first. */
function behind(act: CalendarAct): readonly (keyof typeof about)[] {
  if (act.kind === 'cancelled') return ['gone'];
  if (isHold(act.part)) return ['room'];
  if (act.fields.includes('time')) return ['time'];
  if (act.fields.includes('location')) return ['place'];
  if (act.fields.some((field) => field === 'subject' || field === 'html')) return ['text'];
  return act.asksRoom && act.invited === 0 ? ['room', 'place', 'people'] : ['people', 'place', 'room'];
}

/**
 * The latest act that can be behind it and is about this session or about everybody. Who is let in by a room's yes has that as
 * the cause, when it came after the last such act.
 */
export function causeOf(
  act: CalendarAct,
  known: {
    readonly sessionId: string;
    readonly log: readonly LoggedAct[];
    /** ISO instant of the room's yes. */
    readonly roomSaidYesAt: string | null;
  },
): CalendarCause | null {
  const { sessionId, log, roomSaidYesAt } = known;
  const sessionOnly = (name: string): boolean => name.startsWith('session.') || name.startsWith('meetings.');
  const isAbout = ({ act: name, subject }: LoggedAct, kind: keyof typeof about): boolean =>
    (about[kind] as readonly string[]).includes(name) && (!sessionOnly(name) || subject === sessionId);
  const candidates = behind(act)
    .map((kind) => log.filter((one) => isAbout(one, kind)))
    .find(({ length }) => length > 0);
  const latest = candidates?.toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))[0];
  const letIn = act.kind === 'changed' && act.invited > 0 && !act.fields.includes('time');
  const isByRoom = letIn && roomSaidYesAt !== null && (latest === undefined || latest.at < roomSaidYesAt);
  if (isByRoom) return { act: 'room.accepted', by: null };
  return latest === undefined ? null : { act: latest.act, by: latest.actor };
}
