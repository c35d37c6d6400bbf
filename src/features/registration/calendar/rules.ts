import { Temporal } from 'temporal-polyfill';
import { localDate, startInstant, stockholm } from '../../../domain/local-date.ts';
import type { CalendarFile, CalendarSession } from './types.ts';

/** The rules of the European Union since 1996, as every calendar program knows them. */
const stockholmZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${stockholm}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** an iCalendar file (RFC 5545) for one person, the same hour whatever zone the reader or the server lives in. */
export function calendarText(file: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dalalab//Larprojekt//SV',
    'CALSCALE:GREGORIAN',
    // Without METHOD for one's own page: a published calendar may name no attendee, and this one names its owner.
    ...(file.method === undefined ? [`X-WR-CALNAME:${escaped(file.name)}`] : [`METHOD:${file.method}`]),
    ...(file.timeZone === stockholm ? stockholmZone : []),
    ...file.sessions.flatMap((session) => eventLines(session, file)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(session: CalendarSession, file: CalendarFile): readonly string[] {
  const { organiser, attendee } = file;
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(session.uid)}`,
    `DTSTAMP:${utc(Temporal.Instant.from(file.now))}`,
    `SEQUENCE:${file.sequence}`,
    timeLine('DTSTART', session, session.startTime, file.timeZone),
    timeLine('DTEND', session, session.endTime, file.timeZone),
    ...(session.repeats === undefined
      ? []
      : [
          `RRULE:${session.repeats.rule}`,
          ...session.repeats.without.map((date) =>
            timeLine('EXDATE', { ...session, date }, session.startTime, file.timeZone),
          ),
        ]),
    `SUMMARY:${escaped(session.summary)}`,
    `LOCATION:${escaped(session.location)}`,
    `DESCRIPTION:${escaped(session.description)}`,
    `ORGANIZER;CN=${quoted(organiser.name)}:mailto:${address(organiser.address)}`,
    `ATTENDEE;CN=${quoted(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=${session.answer}${file.method === 'REQUEST' ? ';RSVP=TRUE' : ''}:mailto:${address(attendee.address)}`,
    file.method === 'CANCEL' ? 'STATUS:CANCELLED' : 'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

function timeLine(name: string, { date }: CalendarSession, time: string, zone: string): string {
  if (zone !== stockholm) return `${name}:${utc(startInstant(localDate(date), time, zone))}`;
  return `${name};TZID=${stockholm}:${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
}

function utc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** TEXT values: a comma or semicolon would end them, a line break would begin a new property. */
function escaped(text: string): string {
  const safe = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
  return safe.replace(/[\\;,]/g, (char) => `\\${char}`).replaceAll('\n', '\\n');
}

/** Parameter values cannot escape a quotation mark, so it becomes a typographic one. */
function quoted(text: string): string {
  return `"${text.replace(/"/g, '”').replace(/\p{Cc}/gu, ' ')}"`;
}

function address(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '');
}

/** Lines are at most 75 octets; the rest goes on a new line that begins with a blank, never inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
