import { localDate } from '../../../domain/local-date.ts';
import { counted, dayMonth, inBoth } from '../../../domain/swedish-text.ts';
import type { Language, Words } from '../../../domain/words.ts';
import { isHold } from '../holding/rules.ts';
import { folded } from '../places/rules.ts';
import type { Operation, WrittenMeeting } from '../types.ts';
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
  text: ['session.change', 'agenda.changed', 'project.change', 'speaker.register', 'roles.change', 'meetings.restored'],
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

const causes: Readonly<Record<string, Words>> = {
  'session.move': { sv: '{by} flyttade träffen', en: '{by} moved the session' },
  'session.add': { sv: '{by} lade till träffen', en: '{by} added the session' },
  'session.addDay': { sv: '{by} lade till en dag', en: '{by} added a day' },
  'session.change': { sv: '{by} ändrade träffen', en: '{by} changed the session' },
  'session.cancel': { sv: '{by} ställde in träffen', en: '{by} cancelled the session' },
  'session.fromOutlook': { sv: '{by} lät Outlook gälla', en: '{by} let Outlook be right' },
  'agenda.changed': { sv: '{by} ändrade programmet', en: '{by} changed the programme' },
  'project.change': { sv: '{by} ändrade projektets uppgifter', en: '{by} changed the project' },
  'meetings.restored': { sv: '{by} lät planen gälla', en: '{by} let the plan be right' },
  'rooms.booked': { sv: '{by} bokade lokaler', en: '{by} booked venues' },
  'rooms.confirmed': { sv: 'lokalen blev bekräftad', en: 'the venue was confirmed' },
  'rooms.declined': { sv: 'lokalen gick inte att få', en: 'the venue could not be had' },
  'room.accepted': { sv: 'lokalen tackade ja', en: 'the room accepted' },
  'venue.register': { sv: '{by} ändrade en lokal', en: '{by} changed a venue' },
  'speaker.register': { sv: '{by} ändrade medverkande', en: '{by} changed the speakers' },
  'roles.change': { sv: '{by} ändrade rollerna', en: '{by} changed the roles' },
  'registration.closed': { sv: 'anmälan stängde', en: 'the registration closed' },
  'registration.place': { sv: 'någon fick en plats', en: 'somebody got a place' },
  'registration.received': { sv: 'någon anmälde sig', en: 'somebody registered' },
  'registration.cancelled': { sv: 'någon lämnade lärprojektet', en: 'somebody left the learning project' },
  'registration.declined': { sv: 'en plats togs tillbaka', en: 'a place was taken back' },
  'participants.listTakenIn': { sv: '{by} läste in en deltagarlista', en: '{by} read in a list of participants' },
  'guest.substitute': { sv: 'en deltagare skickar en ersättare', en: 'a participant sends a substitute' },
  'guest.colleague': { sv: 'en deltagare tar med en kollega', en: 'a participant brings a colleague' },
  'stranger.remove': {
    sv: '{by} tog bort någon som inte är anmäld',
    en: '{by} removed somebody who is not registered',
  },
};

/** "34 personer fick en uppdaterad bokning för att Karin flyttade träffen." */
export function calendarWords(act: CalendarAct, cause: CalendarCause | null): Words {
  return inBoth((language) => {
    const why = cause === null ? undefined : causes[cause.act]?.[language].replace('{by}', cause.by ?? 'Lärprojekt');
    const because = why === undefined ? '' : `${language === 'sv' ? ' för att ' : ' because '}${why}`;
    return `${said(act, language)}${because}.`;
  });
}

function said(act: CalendarAct, language: Language): string {
  const sv = language === 'sv';
  const people = (count: number): string =>
    sv ? counted(count, 'person', 'personer') : counted(count, 'person', 'people');
  if (act.kind === 'refused')
    return sv ? `Outlook tog inte emot ändringen (${act.why})` : `Outlook refused (${act.why})`;
  if (act.part === 'sharedCalendar')
    return act.kind === 'cancelled'
      ? sv
        ? 'Togs bort ur den gemensamma möteskalendern'
        : 'Was taken out of the shared calendar'
      : sv
        ? 'Skrevs i den gemensamma möteskalendern'
        : 'Was written in the shared calendar';
  if (isHold(act.part)) return ofHold(act, language);
  const who = act.part === 'remoteSpeakers' ? (sv ? 'om länken för medverkande' : 'about the speakers’ link') : '';
  const tail = who === '' ? '' : ` ${who}`;
  if (act.kind === 'cancelled')
    return act.told === 0
      ? sv
        ? `Bokningen togs bort${tail}`
        : `The booking was removed${tail}`
      : sv
        ? `${people(act.told)} fick en avbokning${tail}`
        : `${people(act.told)} got a cancellation${tail}`;
  return changed(act, { language, people, tail });
}

function ofHold({ kind, start, place }: CalendarAct, language: Language): string {
  const day = dayMonth(localDate(start.slice(0, 10)), language);
  if (kind === 'cancelled') return language === 'sv' ? `${place} släpptes den ${day}` : `${place} was let go on ${day}`;
  return language === 'sv' ? `${place} frågades om den ${day}` : `${place} was asked for ${day}`;
}

function changed(
  act: CalendarAct,
  words: { readonly language: Language; readonly people: (count: number) => string; readonly tail: string },
): string {
  const { language, people, tail } = words;
  const sv = language === 'sv';
  const { fields, invited, removed, told } = act;
  if (fields.some((field) => field !== 'attendees'))
    return told === 0
      ? sv
        ? 'Bokningen ändrades (ingen är inbjuden än)'
        : 'The booking was changed (nobody is invited yet)'
      : sv
        ? `${people(told)} fick en uppdaterad bokning${tail}`
        : `${people(told)} got an updated booking${tail}`;
  const parts = [
    ...(act.asksRoom ? [sv ? `${act.place} frågades` : `${act.place} was asked`] : []),
    ...(invited === 0
      ? []
      : [sv ? `${people(invited)} fick en bokning${tail}` : `${people(invited)} got a booking${tail}`]),
    ...(removed === 0
      ? []
      : [sv ? `${people(removed)} fick en avbokning${tail}` : `${people(removed)} got a cancellation${tail}`]),
  ];
  if (parts.length > 0) return parts.join(sv ? ' och ' : ' and ');
  if (tail !== '') return sv ? 'Länken för medverkande skapades' : 'The speakers’ link was made';
  return sv ? 'Bokningen skapades (ingen är inbjuden än)' : 'The booking was made (nobody is invited yet)';
}
