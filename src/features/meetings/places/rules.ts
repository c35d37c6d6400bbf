import type { MeetingDraft } from '../../../ports/meetings.ts';
import type { MeetingSession, WrittenMeeting } from '../types.ts';

export function locationOf({ venue, format }: Pick<MeetingSession, 'venue' | 'format'>): MeetingDraft['location'] {
  if (venue === null) return { displayName: format === 'digital' ? 'Teams' : '' };
  const address = [venue.street, venue.city].filter((part) => part !== null && part !== '').join(', ');
  return {
    displayName: venue.name,
    ...(address === '' ? {} : { address }),
    ...(venue.mailbox === null ? {} : { mailbox: venue.mailbox }),
  };
}

/** A room's mailbox is told by its attendee; the words alone are what people see. */
export function sameLocation(one: MeetingDraft['location'], other: MeetingDraft['location']): boolean {
  return one.displayName === other.displayName && one.address === other.address;
}

export function hasPeople({ attendees }: Pick<WrittenMeeting, 'attendees'>): boolean {
  return attendees.some(({ type }) => type !== 'resource');
}

export function hasRoom({ attendees }: Pick<WrittenMeeting, 'attendees'>, mailbox: string): boolean {
  return attendees.some(({ type, address }) => type === 'resource' && folded(address) === folded(mailbox));
}

export function folded(address: string): string {
  return address.trim().toLowerCase();
}
