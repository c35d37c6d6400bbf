import type { Meeting, MeetingAttendee, MeetingChange } from '../../../ports/meetings.ts';
import { folded } from '../places/rules.ts';
import { instantOf, sameAttendees } from '../rules.ts';
import type { Operation } from '../types.ts';

type Change = Extract<Operation, { kind: 'change' }>;

/**
 * What is left to change on the event as it is now: null when it is so already (we died after writing it). Attendees that
 * somebody else has added stay; ours are added and taken away.
 * @param html the text to write when the text is among the changes
 */
export function changeFor({ meeting, mirror, fields }: Change, actual: Meeting, html: string): MeetingChange | null {
  const isMoved = fields.includes('time') && !sameTime(meeting, actual);
  const isPlaced = fields.includes('location') && actual.locationName !== meeting.location.displayName;
  const isRenamed = fields.includes('subject') && actual.subject !== meeting.subject;
  const isReworded = fields.includes('html') && !saysAlready(actual.bodyHtml, meeting.html);
  const attendees = fields.includes('attendees')
    ? mergedAttendees(meeting.attendees, mirror.written.attendees, actual)
    : undefined;
  const change: MeetingChange = {
    ...(isMoved ? { start: meeting.start, end: meeting.end, timeZone: meeting.timeZone } : {}),
    ...(isPlaced ? { location: meeting.location } : {}),
    ...(isRenamed ? { subject: meeting.subject } : {}),
    // A move always says what changed, first in the text.
    ...(isReworded || isMoved ? { html: keepOnlineMeeting(html, actual) } : {}),
    ...(attendees === undefined ? {} : { attendees }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

export function sameTime(
  meeting: { readonly start: string; readonly end: string; readonly timeZone: string },
  actual: Pick<Meeting, 'start' | 'end'>,
): boolean {
  return (
    instantOf(meeting.start, meeting.timeZone).toString() === actual.start &&
    instantOf(meeting.end, meeting.timeZone).toString() === actual.end
  );
}

function mergedAttendees(
  wanted: readonly MeetingAttendee[],
  before: readonly MeetingAttendee[],
  actual: Meeting,
): readonly MeetingAttendee[] | undefined {
  const ours = new Set([...wanted, ...before].map(({ address }) => folded(address)));
  const others = actual.attendees
    .filter(({ address, response }) => !ours.has(folded(address)) && response !== 'organizer')
    .map(({ address, name, type }) => ({ address, name, type }));
  const merged = [...wanted, ...others];
  const standing = actual.attendees.filter(({ response }) => response !== 'organizer');
  return sameAttendees(merged, standing) ? undefined : merged;
}

/** Outlook wraps and rewrites the HTML, so the words are compared. */
export function saysAlready(actualHtml: string, html: string): boolean {
  return words(actualHtml).includes(words(html));
}

function words(html: string): string {
  return html
    .replace(/<(style|script|title)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

// Outlook divides the text from what Teams has written with a line of underscores.
const teamsPart = /<div[^>]*>\s*_{20,}[\s\S]*?(?=<\/body>|$)/i;

/** A body without what Teams wrote in it would switch the online meeting off. */
export function keepOnlineMeeting(html: string, actual: Pick<Meeting, 'joinUrl' | 'bodyHtml'>): string {
  if (actual.joinUrl === null) return html;
  const part = teamsPart.exec(actual.bodyHtml)?.[0] ?? fromJoinLink(actual.bodyHtml);
  return html + part;
}

function fromJoinLink(bodyHtml: string): string {
  const block = /<div(?:(?!<div)[\s\S])*?teams\.microsoft\.com\/l\/meetup-join[\s\S]*?(?=<\/body>|$)/i.exec(bodyHtml);
  return block?.[0] ?? '';
}
