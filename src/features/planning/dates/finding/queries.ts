import { Temporal } from 'temporal-polyfill';
import { findDates } from '../../../../domain/date-finder/find.ts';
import type { DateQuestion, FinderPerson, FinderRoom, Span } from '../../../../domain/date-finder/types.ts';
import type { RegionPeriod } from '../../../../domain/region-periods.ts';
import { weigh } from '../../../../domain/date-finder/weigh.ts';
import {
  isAfter,
  localDate,
  localDateOf,
  readLocalDate,
  startInstant,
  type LocalDate,
} from '../../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/people.ts';
import type { Tools } from '../../../../tools.ts';
import { seatNeed } from '../../../rooms/rules.ts';
import { factsOf } from '../../facts/queries.ts';
import { projectOf, sessionsOf, venuesOf } from '../../queries.ts';
import type { PlanRefusal, Project, Session, Venue } from '../../types.ts';
import { calendarsOf, type Calendars } from './calendars/queries.ts';
import { foreignSessions } from './foreign/queries.ts';
import { keyPeople, type KeyPerson } from './people/queries.ts';
import { foundDay, gapOfWeeks, noProposal, reasonWords, summaryOf, windowOf, type Names } from './rules.ts';
import type { DateWish, ForeignSession, FoundProposal, FoundView } from './types.ts';

/** How many proposals there are to choose among: as many as fit on a card. */
const proposals = 3;
const workingDays: readonly number[] = [1, 2, 3, 4, 5];

interface Known {
  readonly project: Project;
  readonly sessions: readonly Session[];
  readonly venues: readonly Venue[];
  readonly people: readonly KeyPerson[];
  readonly calendars: Calendars;
  readonly foreign: readonly ForeignSession[];
  readonly seats: number;
  readonly region: readonly RegionPeriod[];
}

/** The best dates for a project's sessions (PLN-01, VEN-02), and how every day of the window is. Changes nothing. */
export async function foundDates(tools: Tools, actor: Actor, wish: DateWish): Promise<Outcome<FoundView, PlanRefusal>> {
  const [project, allSessions] = await Promise.all([projectOf(tools, actor), sessionsOf(tools, actor)]);
  if (project === null) return refused('noProject');
  const wrong = [wish.from, wish.until].find((text) => readLocalDate(text) === undefined);
  if (wrong !== undefined) return refused('badDate', { value: wrong });
  if (wish.endTime <= wish.startTime) return refused('endsBeforeStart');
  const window = windowOf(wish, localDateOf(tools.clock.now(), project.timeZone));
  if (isAfter(window.from, window.until)) return refused('inThePast', { value: wish.until });
  const sessions = allSessions.filter(({ cancelled }) => !cancelled);
  const placed = wish.sessions.map((id) => sessions.find((session) => session.id === id));
  if (placed.some((session) => session === undefined)) return refused('noSession');
  const known = await knownAbout(tools, { project, sessions }, wish, window);
  const question = questionOf(known, wish, window);
  const found = findDates(question);
  const names = namesOf(known);
  const days = weigh({ ...question, weekdays: workingDays }).slots.map((slot) => foundDay(slot, names));
  const counted = question.people.map(({ id }) => id);
  const order = chronological(sessions, wish);
  const shown = found.proposals.map((one): FoundProposal => ({
    dates: one.dates.flatMap(({ session, slot }) => {
      const row = order[session];
      if (row === undefined) return [];
      const [date, reasons] = [slot.date.toString(), reasonWords(slot, names)];
      return [{ sessionId: row.id, number: row.number, date, venueId: slot.room, reasons }];
    }),
    summary: summaryOf(one, counted, names),
    present: one.presentAtAll.length,
    counted: counted.length,
    against: one.dates.filter(({ slot }) => slot.cost.day > 0).length,
  }));
  const { startTime, endTime } = wish;
  const nothing = shown.length > 0 ? null : noProposal(found.slots);
  return done({ proposals: shown, days, startTime, endTime, unseen: known.calendars.unseen, nothing });
}

async function knownAbout(
  tools: Tools,
  { project, sessions }: Pick<Known, 'project' | 'sessions'>,
  wish: DateWish,
  window: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<Known> {
  const [allVenues, everybody, facts, foreign] = await Promise.all([
    venuesOf(tools, project),
    keyPeople(tools, project),
    factsOf(tools, project),
    foreignSessions(tools, project),
  ]);
  const venues = allVenues.filter(({ id }) => wish.venues.includes(id));
  const people = everybody.filter(({ id }) => (wish.people[id] ?? 'no') !== 'no');
  const needs = (facts?.sessions ?? []).map((session) => (facts === null ? 0 : seatNeed(facts, session).total));
  const calendars = await calendarsOf(tools, project, {
    from: startInstant(window.from, '00:00', project.timeZone),
    until: startInstant(window.until.add({ days: 1 }), '00:00', project.timeZone),
    venues,
    people,
  });
  const region = facts?.region ?? [];
  return { project, sessions, venues, people, calendars, foreign, seats: Math.max(0, ...needs), region };
}

/** Rows in the order in which they are held; of a session of several days (RG-07) each day is one. */
function chronological(sessions: readonly Session[], wish: DateWish): readonly Session[] {
  let latest = '';
  return sessions.filter(({ id, date }) => {
    if (wish.sessions.includes(id)) return true;
    // Dates out of order cannot all be kept in a chain; the first of them holds.
    if (date === null || date <= latest) return false;
    latest = date;
    return true;
  });
}

function questionOf(
  known: Known,
  wish: DateWish,
  window: { readonly from: LocalDate; readonly until: LocalDate },
): DateQuestion {
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
    rooms: venues.map((venue) => roomOf(known, wish, venue)),
    people: people.flatMap((person) => (calendars.sees(person.email) ? [personOf(known, wish, person)] : [])),
    closed: standing.flatMap(({ date }) => (date === null ? [] : [localDate(date)])),
    objective: wish.objective,
    proposals,
  };
}

function roomOf({ calendars, foreign, ...known }: Known, wish: DateWish, venue: Venue): FinderRoom {
  const mailbox = venue.roomMailbox?.toLowerCase() ?? null;
  const elsewhere = foreign.filter((one) =>
    mailbox === null ? one.roomMailbox === null && one.venueName === venue.name : one.roomMailbox === mailbox,
  );
  return {
    id: venue.id,
    capacity: venue.capacity,
    isOwn: venue.own,
    isKnown: mailbox !== null && calendars.sees(mailbox),
    busy: [...withoutOwn(known.sessions, wish, calendars.busy(mailbox ?? '')), ...elsewhere],
  };
}

function personOf({ calendars, foreign, sessions }: Known, wish: DateWish, person: KeyPerson): FinderPerson {
  const elsewhere = foreign.filter(({ people }) => people.includes(person.email));
  return {
    id: person.id,
    mustCome: wish.people[person.id] === 'must',
    weight: 1,
    busy: [...withoutOwn(sessions, wish, calendars.busy(person.email)), ...elsewhere],
  };
}

/** What the sessions hold today that are to get another day is free for them. */
function withoutOwn(sessions: readonly Session[], wish: DateWish, busy: readonly Span[]): readonly Span[] {
  const own = new Set(
    sessions.flatMap(({ id, start, end }) =>
      wish.sessions.includes(id) && start !== null && end !== null ? [`${millis(start)} ${millis(end)}`] : [],
    ),
  );
  return busy.filter(({ from, until }) => !own.has(`${from} ${until}`));
}

function millis(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds;
}

function namesOf({ venues, people, region }: Known): Names {
  return {
    region,
    person: (id) => people.find((one) => one.id === id)?.name ?? id,
    venue: (id) => venues.find((one) => one.id === id)?.name ?? id,
  };
}
