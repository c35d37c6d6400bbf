import { Temporal } from 'temporal-polyfill';
import { changeFor } from '../../../src/features/meetings/changes/rules.ts';
import { answersForRoom, isHold } from '../../../src/features/meetings/holding/rules.ts';
import { folded } from '../../../src/features/meetings/places/rules.ts';
import {
  desired,
  instantOf,
  operations,
  transactionIdOf,
  writtenBy,
  writtenFrom,
} from '../../../src/features/meetings/rules.ts';
import type {
  MeetingFacts,
  MeetingSession,
  Mirror,
  Operation,
  RemoteSpeakers,
} from '../../../src/features/meetings/types.ts';
import type { Meeting, MeetingAttendee } from '../../../src/ports/meetings.ts';

export const now = Temporal.Instant.from('2026-08-28T14:00:00Z');
export const siljan = { id: 'v-1', name: 'Siljan', city: 'Falun', street: null, mailbox: 'siljan@region.example' };
export const vasman = { id: 'v-2', name: 'Väsman', city: 'Ludvika', street: null, mailbox: null };
export const person = (name: string) => ({ address: `${name}@kommun.example`, name });

export function session(number: number, more: Partial<MeetingSession> = {}): MeetingSession {
  return {
    id: `s-${number}`,
    number,
    subject: `Träff ${number}`,
    roomSubject: `Lokal: Träff ${number}`,
    html: `<p>Välkommen till träff ${number}</p>`,
    start: `2026-1${number}-05T09:00:00`,
    end: `2026-1${number}-05T16:00:00`,
    isCancelled: false,
    format: 'onsite',
    venue: siljan,
    roomStatus: 'accepted',
    roomAskedAt: null,
    isRoomCurrent: true,
    replaces: null,
    guests: [],
    replaced: [],
    remote: null,
    ...more,
  };
}

export function facts(more: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    tenantId: 't',
    projectId: 'lp',
    isActive: true,
    timeZone: 'Europe/Stockholm',
    organiserMailbox: 'dalalab@region.example',
    sharedCalendarMailbox: 'kalender@region.example',
    registrationClosed: false,
    sessions: [session(0), session(1), session(2)],
    planners: [person('maria')],
    linkHosts: [person('maria')],
    participants: [person('anna'), person('bo')],
    ...more,
  };
}

export function speakers(day: string, who: readonly string[]): RemoteSpeakers {
  return {
    people: who.map(person),
    withoutAddress: 0,
    start: `${day}T09:35:00`,
    end: `${day}T11:05:00`,
    subject: 'Länk för medverkande',
    html: '<p>Tack för att du medverkar</p>',
  };
}

/** How a step ends: well, without our knowing that it did, or before it had begun. */
type Fate = 'noted' | 'unknown' | 'lost';

/**
 * A small Outlook and the bookings of rooms: applies writes and mails as Exchange does, and sometimes we die before or after
 * one has taken effect.
 */
export class World {
  facts: MeetingFacts;
  mirrors: Mirror[] = [];
  readonly events = new Map<string, Meeting & { readonly of: string }>();
  readonly #askedFor = new Map<string, string>();
  readonly #mails = new Map<string, number>();
  #made = 0;
  #looks = 0;
  constructor(start: MeetingFacts) {
    this.facts = start;
  }
  steps(): readonly Operation[] {
    return operations(desired(this.facts, this.mirrors, now), this.mirrors);
  }
  run(): void {
    for (let round = 0; round < 8 && this.steps().length > 0; round += 1) this.round();
  }
  round(random: () => number = () => 1): void {
    for (const step of this.steps()) {
      this.#askRoom(step);
      const luck = random();
      this.#apply(step, luck > 0.3 ? 'noted' : luck > 0.1 ? 'unknown' : 'lost');
    }
  }
  /** Somebody changes the plan; a room's answer for another time is none, and one that it still keeps counts again. */
  plan(change: (before: MeetingFacts) => MeetingFacts): void {
    const before = this.facts;
    const after = change(before);
    this.facts = {
      ...after,
      sessions: after.sessions.map((one) => {
        const old = before.sessions.find(({ id }) => id === one.id);
        if (old?.roomStatus !== one.roomStatus || old.venue !== one.venue) this.#askedFor.set(one.id, timeOf(one));
        const isRoomCurrent = (this.#askedFor.get(one.id) ?? timeOf(one)) === timeOf(one);
        const mirror = isRoomCurrent ? undefined : answersForRoom({ ...one, isRoomCurrent }, this.mirrors);
        if (mirror === undefined) return { ...one, isRoomCurrent };
        this.#askedFor.set(one.id, timeOf(one));
        const said = this.#room(mirror)?.response;
        const roomStatus = said === 'accepted' || said === 'declined' ? said : 'asked';
        return { ...one, roomStatus, isRoomCurrent: true, roomAskedAt: mirror.written.roomAskedAt ?? null };
      }),
    };
  }
  /** Every room that has been asked answers. */
  answerRooms(says: () => 'accepted' | 'declined'): void {
    this.facts = {
      ...this.facts,
      sessions: this.facts.sessions.map((one) => {
        if (one.roomStatus !== 'asked' || !one.isRoomCurrent) return one;
        const mirror = answersForRoom(one, this.mirrors);
        const room = mirror === undefined ? undefined : this.#room(mirror);
        if (room === undefined) return one;
        room.response = says();
        return { ...one, roomStatus: room.response };
      }),
    };
  }
  /** Mails to each person about each meeting since the last time this was asked. */
  mails(): ReadonlyMap<string, number> {
    const sent = new Map(this.#mails);
    this.#mails.clear();
    return sent;
  }
  /** What each person sees of each meeting. */
  seen(): ReadonlyMap<string, string> {
    return new Map(
      [...this.events.values()].flatMap(({ of, attendees, start, end, locationName, subject, bodyHtml }) =>
        peopleOf(attendees).map((address) => [
          `${of} ${address}`,
          [start, end, locationName, subject, bodyHtml].join('|'),
        ]),
      ),
    );
  }
  #room(mirror: Mirror): { response: 'accepted' | 'declined' } | undefined {
    const event = this.events.get(mirror.transactionId);
    // The attendee is ours to change here: this is Outlook.
    return event?.attendees.find(({ type }) => type === 'resource') as
      { response: 'accepted' | 'declined' } | undefined;
  }
  #askRoom(step: Operation): void {
    const asks =
      (step.kind === 'create' && isHold(step.meeting.part)) || (step.kind === 'change' && step.fields.includes('time'));
    if (!asks || step.meeting.location.mailbox === undefined) return;
    const { sessionId } = step.meeting;
    this.facts = {
      ...this.facts,
      sessions: this.facts.sessions.map((one) => {
        if (one.id !== sessionId || one.isRoomCurrent || one.roomStatus === 'none') return one;
        this.#askedFor.set(one.id, timeOf(one));
        return { ...one, roomStatus: 'asked', isRoomCurrent: true, roomAskedAt: this.now().toString() };
      }),
    };
  }
  #mail(of: string, addresses: Iterable<string>): void {
    for (const address of addresses)
      this.#mails.set(`${of} ${address}`, (this.#mails.get(`${of} ${address}`) ?? 0) + 1);
  }
  eventsOf(sessionId: string, part: string): readonly Meeting[] {
    return [...this.events.values()].filter(({ of }) => of === `${sessionId} ${part}`);
  }
  #apply(step: Operation, fate: Fate): void {
    const isNoted = fate === 'noted';
    if (step.kind === 'cancel') {
      const { mirror } = step;
      if (fate === 'lost') return;
      const event = this.events.get(mirror.transactionId);
      if (event !== undefined) this.#mail(event.of, peopleOf(event.attendees));
      this.events.delete(mirror.transactionId);
      if (isNoted) this.#save({ ...mirror, state: 'cancelled' });
      return;
    }
    const { meeting } = step;
    if (step.kind === 'create') {
      const transactionId = transactionIdOf({
        tenantId: 't',
        projectId: 'lp',
        ...meeting,
        generation: step.generation,
      });
      const written = writtenFrom(meeting, step.generation, this.now());
      const mirror: Mirror = {
        sessionId: meeting.sessionId,
        part: meeting.part,
        mailbox: meeting.mailbox,
        transactionId,
        written,
        eventId: null,
        etag: null,
        joinUrl: null,
        state: 'intended',
        drift: null,
        problem: null,
      };
      if (!step.mayExist) this.#save(mirror);
      if (fate === 'lost') return;
      if (!this.events.has(transactionId)) {
        const event = this.#event(step);
        this.events.set(transactionId, event);
        this.#mail(event.of, peopleOf(event.attendees));
      }
      const joinUrl = this.events.get(transactionId)?.joinUrl ?? null;
      if (isNoted) this.#save({ ...mirror, eventId: transactionId, joinUrl, state: 'live' });
      return;
    }
    const actual = step.mirror.eventId === null ? undefined : this.events.get(step.mirror.eventId);
    if (actual === undefined) throw new Error('a live event is not there');
    const change = changeFor(step, actual, `<p>Ändrat</p>${meeting.html}`);
    if (fate === 'lost') return;
    if (change !== null) this.#change(actual, change, step.mirror.transactionId);
    if (isNoted) this.#save({ ...step.mirror, written: writtenBy(step, step.mirror.written.generation, this.now()) });
  }
  /** Exchange mails only those who come and go when attendees are changed alone, and everybody else too when anything else is. */
  #change(
    before: Meeting & { readonly of: string },
    change: NonNullable<ReturnType<typeof changeFor>>,
    key: string,
  ): void {
    const after = { ...before, ...this.#written(change) };
    const asksAnew = change.start !== undefined || change.end !== undefined;
    const attendees = after.attendees.map((one) => {
      const stood = before.attendees.find(({ address }) => folded(address) === folded(one.address));
      return stood === undefined || asksAnew ? one : { ...one, response: stood.response };
    });
    this.events.set(key, { ...after, attendees });
    const [old, fresh] = [peopleOf(before.attendees), peopleOf(attendees)];
    const isForAll = Object.keys(change).some((field) => field !== 'attendees');
    const touched = isForAll
      ? [...old, ...fresh]
      : [...old, ...fresh].filter((one) => !(old.includes(one) && fresh.includes(one)));
    this.#mail(before.of, new Set(touched));
  }
  #event({ meeting }: Extract<Operation, { kind: 'create' }>): Meeting & { of: string } {
    this.#made += 1;
    return {
      of: `${meeting.sessionId} ${meeting.part}`,
      id: `e-${this.#made}`,
      etag: '',
      iCalUId: '',
      isCancelled: false,
      joinUrl: meeting.isOnline ? 'https://teams.microsoft.com/l/meetup-join/1' : null,
      subject: meeting.subject,
      bodyHtml: meeting.html,
      start: instantOf(meeting.start, meeting.timeZone).toString(),
      end: instantOf(meeting.end, meeting.timeZone).toString(),
      locationName: meeting.location.displayName,
      attendees: meeting.attendees.map((one) => ({ ...one, response: 'none', respondedAt: null })),
    };
  }
  #written(change: NonNullable<ReturnType<typeof changeFor>>): Partial<Meeting> {
    const { subject, html, start, end, timeZone = 'Europe/Stockholm', location, attendees } = change;
    return {
      ...(subject === undefined ? {} : { subject }),
      ...(html === undefined ? {} : { bodyHtml: `<html><body>${html}</body></html>` }),
      ...(start === undefined ? {} : { start: instantOf(start, timeZone).toString() }),
      ...(end === undefined ? {} : { end: instantOf(end, timeZone).toString() }),
      ...(location === undefined ? {} : { locationName: location.displayName }),
      ...(attendees === undefined
        ? {}
        : { attendees: attendees.map((one) => ({ ...one, response: 'none', respondedAt: null })) }),
    };
  }
  /** A second later at every look. */
  now(): Temporal.Instant {
    return now.add({ seconds: (this.#looks += 1) });
  }
  #save(mirror: Mirror): void {
    this.mirrors = [
      ...this.mirrors.filter((one) => one.sessionId !== mirror.sessionId || one.part !== mirror.part),
      mirror,
    ];
  }
}

export function peopleOf(attendees: readonly MeetingAttendee[]): readonly string[] {
  return attendees.filter(({ type }) => type !== 'resource').map(({ address }) => folded(address));
}

function timeOf({ start, end }: Pick<MeetingSession, 'start' | 'end'>): string {
  return `${start ?? ''}/${end ?? ''}`;
}
