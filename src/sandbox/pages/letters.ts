import type { MeetingPart, StoredMessage } from '../rows.ts';

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
    .replace(/<(br|\/p|\/div|\/li|\/h\d)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
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
    `DTSTART:${utc(meeting.startMs)}`,
    `DTEND:${utc(meeting.endMs)}`,
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
