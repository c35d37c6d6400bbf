import { localDate } from '../../../../domain/local-date.ts';
import { counted, dayMonth, inBoth } from '../../../../domain/swedish-text.ts';
import { say, type Language, type Words } from '../../../../domain/words.ts';
import { isHold } from '../../holding/rules.ts';
import type { CalendarAct, CalendarCause } from '../types.ts';

const causes: Readonly<Record<string, Words>> = {
  'session.move': { sv: '{by} flyttade träffen', en: '{by} moved the session' },
  'session.add': { sv: '{by} lade till träffen', en: '{by} added the session' },
  'session.addDay': { sv: '{by} lade till en dag', en: '{by} added a day' },
  'session.change': { sv: '{by} ändrade träffen', en: '{by} changed the session' },
  'session.cancel': { sv: '{by} ställde in träffen', en: '{by} cancelled the session' },
  'session.fromOutlook': { sv: '{by} lät Outlook gälla', en: '{by} let Outlook be right' },
  'agenda.changed': { sv: '{by} ändrade programmet', en: '{by} changed the programme' },
  'registration.settings': { sv: '{by} ändrade anmälan', en: '{by} changed the registration' },
  'project.change': { sv: '{by} ändrade projektets uppgifter', en: '{by} changed the project' },
  'meetings.restored': { sv: '{by} lät planen gälla', en: '{by} let the plan be right' },
  'rooms.booked': { sv: '{by} bokade lokaler', en: '{by} booked venues' },
  'rooms.confirmed': { sv: 'lokalen blev bekräftad', en: 'the venue was confirmed' },
  'rooms.declined': { sv: 'lokalen gick inte att få', en: 'the venue could not be had' },
  'room.accepted': { sv: 'lokalen tackade ja', en: 'the room accepted' },
  'venue.register': { sv: '{by} ändrade en lokal', en: '{by} changed a venue' },
  'speaker.register': { sv: '{by} ändrade medverkande', en: '{by} changed the speakers' },
  'roles.change': { sv: '{by} ändrade rollerna', en: '{by} changed the roles' },
  'person.change': { sv: '{by} ändrade uppgifter om en person', en: '{by} changed what is known of a person' },
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

/** `{n}` stands for people, `{link}` for which of the session's two meetings, when it is not the participants'. */
const sentences = {
  refused: { sv: 'Outlook tog inte emot ändringen ({why})', en: 'Outlook refused ({why})' },
  sharedRefused: {
    sv: 'Den gemensamma möteskalendern tog inte emot ändringen ({why})',
    en: 'The shared calendar refused ({why})',
  },
  sharedWritten: { sv: 'Skrevs i den gemensamma möteskalendern', en: 'Was written in the shared calendar' },
  sharedRemoved: { sv: 'Togs bort ur den gemensamma möteskalendern', en: 'Was taken out of the shared calendar' },
  roomAsked: { sv: '{place} frågades', en: '{place} was asked' },
  roomAskedDay: { sv: '{place} frågades om den {day}', en: '{place} was asked for {day}' },
  roomLetGo: { sv: '{place} släpptes den {day}', en: '{place} was let go on {day}' },
  roomYes: { sv: '{place} tackade ja till den {day}', en: '{place} accepted {day}' },
  roomNo: { sv: '{place} tackade nej till den {day}', en: '{place} declined {day}' },
  roomMaybe: { sv: '{place} svarade kanske för den {day}', en: '{place} answered maybe for {day}' },
  removed: { sv: 'Bokningen togs bort{link}', en: 'The booking was removed{link}' },
  changed: {
    sv: 'Bokningen ändrades (ingen är inbjuden än)',
    en: 'The booking was changed (nobody is invited yet)',
  },
  made: { sv: 'Bokningen skapades (ingen är inbjuden än)', en: 'The booking was made (nobody is invited yet)' },
  linkMade: { sv: 'Länken för medverkande skapades', en: 'The speakers’ link was made' },
  gotBooking: { sv: '{n} fick en bokning{link}', en: '{n} got a booking{link}' },
  gotUpdate: { sv: '{n} fick en uppdaterad bokning{link}', en: '{n} got an updated booking{link}' },
  gotCancellation: { sv: '{n} fick en avbokning{link}', en: '{n} got a cancellation{link}' },
} as const satisfies Record<string, Words>;

type Sentence = keyof typeof sentences;

/** "34 personer fick en uppdaterad bokning för att Karin flyttade träffen." */
export function calendarWords(act: CalendarAct, cause: CalendarCause | null): Words {
  return inBoth((language) => {
    const why = cause === null ? undefined : causes[cause.act];
    const by = cause?.by ?? 'Lärprojekt';
    const because =
      why === undefined ? '' : `${language === 'sv' ? ' för att ' : ' because '}${say(why, language, { by })}`;
    const parts = partsOf(act).map(([sentence, people]) => filled(act, { sentence, people, language }));
    return `${parts.join(language === 'sv' ? ' och ' : ' and ')}${because}.`;
  });
}

/** What was done, each part with how many people it reached. */
function partsOf(act: CalendarAct): readonly (readonly [Sentence, number])[] {
  const { kind, part, fields, invited, removed, told } = act;
  if (kind === 'answered') return [[answers[act.why ?? ''] ?? 'roomMaybe', 0]];
  if (kind === 'refused') return [[part === 'sharedCalendar' ? 'sharedRefused' : 'refused', 0]];
  const isGone = kind === 'cancelled';
  if (part === 'sharedCalendar') return [[isGone ? 'sharedRemoved' : 'sharedWritten', 0]];
  if (isHold(part)) return [[isGone ? 'roomLetGo' : 'roomAskedDay', 0]];
  if (isGone) return [told === 0 ? ['removed', 0] : ['gotCancellation', told]];
  if (fields.some((field) => field !== 'attendees')) return [told === 0 ? ['changed', 0] : ['gotUpdate', told]];
  const parts: (readonly [Sentence, number])[] = [];
  if (act.asksRoom) parts.push(['roomAsked', 0]);
  if (invited > 0) parts.push(['gotBooking', invited]);
  if (removed > 0) parts.push(['gotCancellation', removed]);
  if (parts.length > 0) return parts;
  return [[part === 'remoteSpeakers' ? 'linkMade' : 'made', 0]];
}

const answers: Readonly<Record<string, Sentence>> = { accepted: 'roomYes', declined: 'roomNo', tentative: 'roomMaybe' };

function filled(
  { part, start, place, why }: CalendarAct,
  { sentence, people, language }: { readonly sentence: Sentence; readonly people: number; readonly language: Language },
): string {
  const sv = language === 'sv';
  const aboutLink = sv ? ' om länken för medverkande' : ' about the speakers’ link';
  return say(sentences[sentence], language, {
    n: sv ? counted(people, 'person', 'personer') : counted(people, 'person', 'people'),
    link: part === 'remoteSpeakers' ? aboutLink : '',
    place,
    day: start === '' ? '' : dayMonth(localDate(start.slice(0, 10)), language),
    why: why ?? '',
  });
}
