import { localDateOf, readLocalDate } from '../../../../../domain/local-date.ts';
import type { ProjectKey } from '../../../../../domain/ids.ts';
import type { Tools } from '../../../../../tools.ts';
import { projectOf, sessionsOf, venuesOf } from '../../../queries.ts';
import { keyPeople } from '../people/queries.ts';
import { usualWeeksApart, usualWindow } from '../rules.ts';
import type { DateWishForm } from '../types.ts';

/** What to ask the date finder when nobody has chosen anything, and what there is to choose among. */
export async function wishForm(tools: Pick<Tools, 'db' | 'clock'>, key: ProjectKey): Promise<DateWishForm | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [all, venues, people] = await Promise.all([
    sessionsOf(tools, key),
    venuesOf(tools, key),
    keyPeople(tools, project),
  ]);
  const today = localDateOf(tools.clock.now(), project.timeZone);
  // A day of a session that lasts several is moved with the others by hand (RG-07).
  const open = all.filter(
    ({ cancelled, date, day }) => !cancelled && day === null && (date === null || date > today.toString()),
  );
  const undated = open.filter(({ date }) => date === null);
  const wanted = undated.length > 0 ? undated : open;
  const window = usualWindow(today, readLocalDate(project.keyDates['dalating'] ?? ''));
  const timed = all.find(({ startTime, endTime }) => startTime !== null && endTime !== null);
  const askable = venues.filter(({ roomMailbox, bookingContact }) => roomMailbox !== null || bookingContact !== null);
  return {
    wish: {
      from: window.from.toString(),
      until: window.until.toString(),
      sessions: wanted.map(({ id }) => id),
      weeksApart: usualWeeksApart(window, wanted.length),
      weekdays: [2, 3, 4],
      startTime: timed?.startTime ?? '09:00',
      endTime: timed?.endTime ?? '16:00',
      venues: askable.map(({ id }) => id),
      people: Object.fromEntries(people.map(({ id, usually }) => [id, usually])),
      objective: 'leastCost',
    },
    sessions: open.map(({ id, number, title, date }) => ({ id, number, title, date })),
    venues: askable.map(({ id, name, city, capacity, roomMailbox }) => ({
      id,
      name,
      city,
      capacity,
      hasCalendar: roomMailbox !== null && project.delivery !== 'manual',
    })),
    people: people.map(({ id, name, role }) => ({ id, name, role })),
  };
}
