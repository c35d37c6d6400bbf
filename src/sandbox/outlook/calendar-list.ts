import { createHash } from 'node:crypto';
import type { FarSide } from '../far-side.ts';
import type { StoredCalendar } from '../rows.ts';

/** The mailbox's calendars. The first one is made when somebody asks, with an id that never changes. */
export function calendarsOf(far: FarSide, mailbox: string): StoredCalendar[] {
  const known = far.tables.calendarsOf(mailbox);
  const wanted = ['Kalender', ...(far.directory.sharedMailbox(mailbox)?.calendars ?? [])];
  for (const name of wanted)
    if (!known.some((calendar) => calendar.name === name))
      known.push(
        far.tables.calendars.put({ id: calendarId(mailbox, name), mailbox, name, isDefault: name === 'Kalender' }),
      );
  return known.sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name, 'sv'));
}

export const defaultCalendarId = (mailbox: string): string => calendarId(mailbox, 'Kalender');

function calendarId(mailbox: string, name: string): string {
  return `AAMkAGCal${createHash('sha256').update(`${mailbox} ${name}`).digest('base64url').slice(0, 40)}=`;
}
