import { Temporal } from 'temporal-polyfill';
import type { MeetingPart, StoredMessage, StoredRecurrence } from '../rows.ts';

const CRLF = '\r\n';
/** RFC 5545: a line is at most 75 octets, continued by a leading space. */
const LINE_OCTETS = 73;

function fold(line: string): string {
  const parts: string[] = [];
  let current = '';
  for (const char of line) {
    if (Buffer.byteLength(current + char) > LINE_OCTETS) {
      parts.push(current);
      current = '';
    }
    current += char;
  }
  return [...parts, current].join(`${CRLF} `);
}

const escapeText = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n');
const quoted = (text: string): string => `"${text.replace(/"/g, "'")}"`;
const utc = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

function plainText(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/h\d)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const compact = (local: string): string => local.replace(/[-:]/g, '').slice(0, 15);

function inZone(ms: number, zone: string): string {
  return compact(Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime().toString());
}

/** A series has its times in its own zone: in UTC half of it would be an hour off. One day called off has that day's alone. */
function timesOf({ startMs, endMs, series }: MeetingPart): readonly string[] {
  if (series === undefined) return [`DTSTART:${utc(startMs)}`, `DTEND:${utc(endMs)}`];
  const { zone, recurrence, without, only } = series;
  const time = inZone(startMs, zone).slice(8);
  const times = [`DTSTART;TZID=${zone}:${inZone(startMs, zone)}`, `DTEND;TZID=${zone}:${inZone(endMs, zone)}`];
  if (only !== null) return [...times, `RECURRENCE-ID;TZID=${zone}:${compact(only)}${time}`];
  return [
    ...times,
    `RRULE:${ruleOf(recurrence)}`,
    ...without.map((day) => `EXDATE;TZID=${zone}:${compact(day)}${time}`),
  ];
}

const frequencies: Readonly<Record<StoredRecurrence['pattern']['type'], string>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  absoluteMonthly: 'MONTHLY',
  relativeMonthly: 'MONTHLY',
  absoluteYearly: 'YEARLY',
  relativeYearly: 'YEARLY',
};
const ordinals = { first: '1', second: '2', third: '3', fourth: '4', last: '-1' } as const;

function ruleOf({ pattern, range }: StoredRecurrence): string {
  const days = pattern.daysOfWeek.map((day) => day.slice(0, 2).toUpperCase()).join(',');
  const isRelative = pattern.type.startsWith('relative');
  return [
    `FREQ=${frequencies[pattern.type]}`,
    `INTERVAL=${pattern.interval}`,
    ...(pattern.type.endsWith('Yearly') ? [`BYMONTH=${pattern.month}`] : []),
    ...(pattern.type.startsWith('absolute') ? [`BYMONTHDAY=${pattern.dayOfMonth}`] : []),
    ...(days === '' ? [] : [`BYDAY=${days}`]),
    ...(isRelative ? [`BYSETPOS=${ordinals[pattern.index]}`] : []),
    ...(range.endDate === null ? [] : [`UNTIL=${compact(range.endDate)}T235959Z`]),
    ...(range.type === 'numbered' ? [`COUNT=${range.numberOfOccurrences}`] : []),
    `WKST=${pattern.firstDayOfWeek.slice(0, 2).toUpperCase()}`,
  ].join(';');
}

const partStat: Readonly<Record<string, string>> = {
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentativelyAccepted: 'TENTATIVE',
};

/** The calendar part that Exchange puts in a meeting mail, as its one reader gets it. Times are UTC, so no zone can be misread. */
export function calendarOf(message: StoredMessage, meeting: MeetingPart): string {
  const attendees = meeting.attendees.map(
    ({ address, name, response }) =>
      `ATTENDEE;CN=${quoted(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=${partStat[response] ?? 'NEEDS-ACTION'};RSVP=${meeting.responseRequested ? 'TRUE' : 'FALSE'}:mailto:${address}`,
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sandbox//Exchange//SV',
    `METHOD:${meeting.method}`,
    'BEGIN:VEVENT',
    `UID:${meeting.iCalUId}`,
    `SEQUENCE:${meeting.sequence}`,
    `DTSTAMP:${utc(message.sentAt)}`,
    ...timesOf(meeting),
    `SUMMARY:${escapeText(meeting.subject)}`,
    `LOCATION:${escapeText(meeting.location)}`,
    `DESCRIPTION:${escapeText(plainText(meeting.body))}`,
    `ORGANIZER;CN=${quoted(meeting.organizer.name)}:mailto:${meeting.organizer.address}`,
    ...attendees,
    `STATUS:${meeting.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(fold).join(CRLF) + CRLF;
}

const word = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const mailAddress = ({ address, name }: { address: string; name: string }): string => `${word(name)} <${address}>`;

function part(type: string, content: string): string {
  const encoded = Buffer.from(content)
    .toString('base64')
    .replace(/(.{76})/g, `$1${CRLF}`);
  return [`Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', encoded, ''].join(CRLF);
}

/** The mail as a file that any mail program opens. */
export function mailFileOf(message: StoredMessage): string {
  const boundary = `b-${message.id.replace(/[^a-z0-9]/gi, '').slice(0, 20)}`;
  const parts = [
    part('text/plain', message.bodyType === 'html' ? plainText(message.body) : message.body),
    ...(message.bodyType === 'html' ? [part('text/html', message.body)] : []),
    ...(message.meeting
      ? [part(`text/calendar; method=${message.meeting.method}`, calendarOf(message, message.meeting))]
      : []),
  ];
  return [
    `From: ${mailAddress(message.from)}`,
    `To: ${message.to.map(mailAddress).join(', ')}`,
    `Subject: ${word(message.subject)}`,
    `Date: ${new Date(message.sentAt).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${message.internetMessageId}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...parts.map((one) => `--${boundary}${CRLF}${one}`),
    `--${boundary}--`,
    '',
  ].join(CRLF);
}
