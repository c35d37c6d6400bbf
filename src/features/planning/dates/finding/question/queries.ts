import { Temporal } from 'temporal-polyfill';
import type { DateQuestion, FinderPerson, FinderRoom, Span } from '../../../../../domain/date-finder/types.ts';
import type { RegionPeriod } from '../../../../../domain/region-periods.ts';
import { localDate, startInstant, type LocalDate } from '../../../../../domain/local-date.ts';
import type { Tools } from '../../../../../tools.ts';
import { seatNeed } from '../../../../rooms/rules.ts';
import { factsOf } from '../../../facts/queries.ts';
import { venuesOf } from '../../../queries.ts';
import type { Project, Session, Venue } from '../../../types.ts';
import type { Calendars } from '../calendars/queries.ts';
import { foreignSessions } from '../foreign/queries.ts';
import { keyPeople, type KeyPerson } from '../people/queries.ts';
import { gapOfWeeks, type Names } from '../rules.ts';
import type { DateWish, ForeignSession, MovingSession } from '../types.ts';

/** How many proposals there are to choose among: as many as fit on a card. */
const proposals = 3;

export interface Window {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What is known about a project before its calendars have been looked into. */
export interface Gathered {
  readonly project: Project;
  readonly sessions: readonly Session[];
  readonly venues: readonly Venue[];
  readonly people: readonly KeyPerson[];
  readonly foreign: readonly ForeignSession[];
  readonly seats: number;
  readonly region: readonly RegionPeriod[];
  /** Sessions that are to get another day, of every project that looks for days now: what they hold today is free. */
  readonly moving: readonly MovingSession[];
}

export interface Known extends Gathered {
  readonly calendars: Calendars;
}

/** What the wish is about. `together`: the sessions that the projects move which look for days at the same time. */
export async function gathered(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  { project, sessions }: Pick<Gathered, 'project' | 'sessions'>,
  wish: DateWish,
  together?: readonly MovingSession[],
): Promise<Gathered> {
  const moving = together ?? movingOf(project, sessions, wish);
  const [allVenues, everybody, facts, foreign] = await Promise.all([
    venuesOf(tools, project),
    keyPeople(tools, project),
    factsOf(tools, project),
    foreignSessions(tools, project, moving),
  ]);
  const venues = allVenues.filter(({ id }) => wish.venues.includes(id));
  const people = everybody.filter(({ id }) => (wish.people[id] ?? 'no') !== 'no');
  const needs = (facts?.sessions ?? []).map((session) => (facts === null ? 0 : seatNeed(facts, session).total));
  const region = facts?.region ?? [];
  return { project, sessions, venues, people, foreign, seats: Math.max(0, ...needs), region, moving };
}

export function movingOf(
  { projectId }: Project,
  sessions: readonly Session[],
  wish: DateWish,
): readonly MovingSession[] {
  return sessions
    .filter(({ id }) => wish.sessions.includes(id))
    .map(({ id, start, end }) => ({ projectId, id, start, end }));
}

/** The instants between which calendars are looked into. */
export function lookOf({ from, until }: Window, { timeZone }: Project) {
  return {
    from: startInstant(from, '00:00', timeZone),
    until: startInstant(until.add({ days: 1 }), '00:00', timeZone),
  };
}

/** Rows in the order in which they are held; of a session of several days (RG-07) each day is one. */
export function chronological(sessions: readonly Session[], wish: DateWish): readonly Session[] {
  let latest = '';
  return sessions.filter(({ id, date }) => {
    if (wish.sessions.includes(id)) return true;
    // Dates out of order cannot all be kept in a chain; the first of them holds.
    if (date === null || date <= latest) return false;
    latest = date;
    return true;
  });
}

export function questionOf(known: Known, wish: DateWish, window: Window): DateQuestion {
  const { project, sessions, venues, people, calendars } = known;
  const standing = sessions.filter(({ id, date }) => date !== null && !wish.sessions.includes(id));
  return {
    ...window,
    region: known.region,
    weekdays: wish.weekdays,
    hours: [{ start: wish.startTime, end: wish.endTime }],
    zone: project.timeZone,
    sessions: chronological(sessions, wish).map(({ id, date }) =>
      wish.sessions.includes(id) || date === null ? null : localDate(date),
    ),
    gap: gapOfWeeks(wish.weeksApart),
    seats: known.seats,
    rooms: venues.map((venue) => roomOf(known, venue)),
    people: people.flatMap((person) => (calendars.sees(person.email) ? [personOf(known, wish, person)] : [])),
    closed: standing.flatMap(({ date }) => (date === null ? [] : [localDate(date)])),
    objective: wish.objective,
    proposals,
  };
}

function roomOf({ calendars, foreign, moving }: Known, venue: Venue): FinderRoom {
  const mailbox = venue.roomMailbox?.toLowerCase() ?? null;
  const elsewhere = foreign.filter((one) =>
    mailbox === null ? one.roomMailbox === null && one.venueName === venue.name : one.roomMailbox === mailbox,
  );
  return {
    id: venue.id,
    capacity: venue.capacity,
    isOwn: venue.own,
    isKnown: mailbox !== null && calendars.sees(mailbox),
    busy: [...without(moving, calendars.busy(mailbox ?? '')), ...elsewhere],
  };
}

function personOf({ calendars, foreign, moving }: Known, wish: DateWish, person: KeyPerson): FinderPerson {
  const elsewhere = foreign.filter(({ people }) => people.includes(person.email));
  return {
    id: person.id,
    mustCome: wish.people[person.id] === 'must',
    weight: 1,
    busy: [...without(moving, calendars.busy(person.email)), ...elsewhere],
  };
}

/** What those sessions hold today that are to get another day is free for them. */
function without(moving: readonly MovingSession[], busy: readonly Span[]): readonly Span[] {
  const own = new Set(
    moving.flatMap(({ start, end }) => (start === null || end === null ? [] : [`${millis(start)} ${millis(end)}`])),
  );
  return busy.filter(({ from, until }) => !own.has(`${from} ${until}`));
}

function millis(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds;
}

export function namesOf({ venues, people, region }: Gathered): Names {
  return {
    region,
    person: (id) => people.find((one) => one.id === id)?.name ?? id,
    venue: (id) => venues.find((one) => one.id === id)?.name ?? id,
  };
}
