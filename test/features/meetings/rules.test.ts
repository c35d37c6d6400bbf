import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { roomAskedBy } from '../../../src/features/meetings/asking/rules.ts';
import { changeFor, keepOnlineMeeting, saysAlready } from '../../../src/features/meetings/changes/rules.ts';
import { driftOf } from '../../../src/features/meetings/drift/rules.ts';
import { desired, instantOf, operations, transactionIdOf, writtenFrom } from '../../../src/features/meetings/rules.ts';
import type {
  MeetingFacts,
  MeetingSession,
  Mirror,
  Operation,
  RemoteSpeakers,
} from '../../../src/features/meetings/types.ts';
import type { Meeting } from '../../../src/ports/meetings.ts';

const now = Temporal.Instant.from('2026-08-28T14:00:00Z');
const siljan = { id: 'v-1', name: 'Siljan', city: 'Falun', street: null, mailbox: 'siljan@region.example' };
const vasman = { id: 'v-2', name: 'Väsman', city: 'Ludvika', street: null, mailbox: null };
const person = (name: string) => ({ address: `${name}@kommun.example`, name });

function session(number: number, more: Partial<MeetingSession> = {}): MeetingSession {
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

function facts(more: Partial<MeetingFacts> = {}): MeetingFacts {
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

function speakers(day: string, who: readonly string[]): RemoteSpeakers {
  return {
    people: who.map(person),
    withoutAddress: 0,
    start: `${day}T09:35:00`,
    end: `${day}T11:05:00`,
    subject: 'Länk för medverkande',
    html: '<p>Tack för att du medverkar</p>',
  };
}

const names = (list: readonly { address: string }[] | undefined) => list?.map(({ address }) => address.split('@')[0]);
const meetingsOf = (from: MeetingFacts) => desired(from, [], now).meetings.filter(({ part }) => part === 'session');

describe('who is invited', () => {
  test.each([
    ['asked', ['siljan']],
    ['declined', ['siljan']],
    ['accepted', ['siljan', 'maria', 'anna', 'bo']],
    ['tentative', ['siljan', 'maria', 'anna', 'bo']],
  ] as const)('VEN-02 to a room that is %s', (roomStatus, expected) => {
    const [meeting] = meetingsOf(facts({ registrationClosed: true, sessions: [session(1, { roomStatus })] }));
    expect(names(meeting?.attendees)).toEqual(expected);
  });

  test('VEN-02 a host who is asked by mail keeps the planning group waiting, and nobody once the registration has closed', () => {
    const at = (roomStatus: MeetingSession['roomStatus'], registrationClosed = false) =>
      names(
        meetingsOf(facts({ registrationClosed, sessions: [session(1, { venue: vasman, roomStatus })] }))[0]?.attendees,
      );
    expect(at('askedByMail')).toEqual([]);
    expect(at('confirmedByHand')).toEqual(['maria']);
    expect(at('declinedByHand')).toEqual([]);
    expect(at('askedByMail', true)).toEqual(['maria', 'anna', 'bo']);
    expect(at('declinedByHand', true)).toEqual([]);
  });

  test('somebody who is both planner and participant stands once, and the organiser not at all', () => {
    const organiser = { address: 'Dalalab@region.example', name: 'Dalalab' };
    const [meeting] = meetingsOf(
      facts({
        registrationClosed: true,
        planners: [person('anna'), organiser],
        participants: [{ address: ' ANNA@kommun.example', name: 'Anna' }, person('bo')],
      }),
    );
    expect(names(meeting?.attendees)).toEqual(['siljan', 'anna', 'bo']);
  });

  test('a substitute comes to the one session', () => {
    const meetings = meetingsOf(
      facts({ registrationClosed: true, sessions: [session(0), session(1, { guests: [person('saga')] })] }),
    );
    expect(meetings.map(({ attendees }) => names(attendees)?.includes('saga'))).toEqual([false, true]);
  });

  test('nothing exists before a room is booked, everything after closing, and a digital session needs no room', () => {
    const unbooked = [session(1, { roomStatus: 'none', venue: null })];
    expect(meetingsOf(facts({ sessions: unbooked }))).toEqual([]);
    expect(meetingsOf(facts({ sessions: unbooked, registrationClosed: true }))).toHaveLength(1);
    const digital = [session(1, { format: 'digital', venue: null, roomStatus: 'none' })];
    expect(meetingsOf(facts({ sessions: digital, registrationClosed: true }))[0]).toMatchObject({
      isOnline: true,
      location: { displayName: 'Teams' },
    });
  });

  test('a wall clock time is the same instant’s own in summer and in winter', () => {
    expect(instantOf('2026-10-24T09:00:00', 'Europe/Stockholm').toString()).toBe('2026-10-24T07:00:00Z');
    expect(instantOf('2026-10-26T09:00:00', 'Europe/Stockholm').toString()).toBe('2026-10-26T08:00:00Z');
    expect(instantOf('2027-03-29T09:00:00', 'Europe/Stockholm').toString()).toBe('2027-03-29T07:00:00Z');
  });
});

describe('the smallest steps', () => {
  test('X-04 an event’s key is the same on every try and another for the next event', () => {
    const of = (generation: number) =>
      transactionIdOf({ tenantId: 't', projectId: 'lp', sessionId: 's-1', part: 'session', generation });
    expect(of(1)).toBe(of(1));
    expect(of(2)).not.toBe(of(1));
  });

  test('a wording alone waits while participants are invited, and goes along with a move', () => {
    const venue = vasman;
    const world = new World(facts({ registrationClosed: true, sessions: [session(1, { venue })] }));
    world.run();
    world.facts = { ...world.facts, sessions: [session(1, { venue, subject: 'Nytt tema' })] };
    expect(
      world
        .steps()
        .filter(({ kind, ...step }) => kind === 'change' && 'meeting' in step && step.meeting.part === 'session'),
    ).toEqual([]);
    world.facts = {
      ...world.facts,
      sessions: [session(1, { venue, subject: 'Nytt tema', start: '2026-11-12T09:00:00', end: '2026-11-12T16:00:00' })],
    };
    expect(world.steps()[0]).toMatchObject({ kind: 'change', fields: ['time', 'subject'] });
  });

  test('VEN-02 a room that has said no and is asked again is taken off the event and put back, alone', () => {
    const asked = (at: number) => session(1, { roomStatus: 'asked', roomAskedAt: now.add({ minutes: at }).toString() });
    const world = new World(facts({ sessions: [asked(-1)] }));
    world.run();
    world.facts = facts({ sessions: [asked(60)] });
    expect(world.steps()).toMatchObject([{ fields: ['attendees'], meeting: { attendees: [] } }]);
    world.round();
    expect(world.steps()).toMatchObject([{ fields: ['attendees'], meeting: { attendees: [{ type: 'resource' }] } }]);
  });

  test('CAL-01 a wording that is old when the registration closes is written first, so that the invitation is attendees alone', () => {
    const world = new World(facts({ sessions: [session(1)] }));
    world.run();
    world.facts = facts({
      registrationClosed: true,
      sessions: [session(1, { subject: 'Nytt tema' })],
      sharedCalendarMailbox: null,
    });
    expect(world.steps()).toMatchObject([{ fields: ['subject'] }]);
    world.round();
    expect(world.steps()).toMatchObject([{ fields: ['attendees'] }]);
  });
});

describe('X-04 whatever happens to the plan and wherever we die', () => {
  test.each(Array.from({ length: 150 }, (_one, index) => index + 1))(
    'Outlook comes to agree with the plan, seed %i',
    (seed) => {
      const random = seeded(seed);
      const world = new World(facts());
      for (let turn = 0; turn < 12; turn += 1) {
        world.facts = changed(world.facts, random);
        for (let round = 0; round < 8 && world.steps().length > 0; round += 1) world.round(random);
      }
      world.run();
      expect(world.steps()).toEqual([]);
      const wanted = desired(world.facts, world.mirrors, now).meetings;
      for (const meeting of wanted) {
        const events = world.eventsOf(meeting.sessionId, meeting.part);
        expect(events).toHaveLength(1);
        expect(events[0]?.start).toBe(instantOf(meeting.start, 'Europe/Stockholm').toString());
        expect(names(events[0]?.attendees)?.toSorted()).toEqual(names(meeting.attendees)?.toSorted());
      }
      expect(world.events.size).toBe(wanted.length);
    },
  );
});

/** A small Outlook: applies writes, and sometimes we die before we have noted what it did. */
class World {
  facts: MeetingFacts;
  mirrors: Mirror[] = [];
  readonly events = new Map<string, Meeting & { readonly of: string }>();
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
    for (const step of this.steps()) this.#apply(step, random() > 0.3);
  }
  eventsOf(sessionId: string, part: string): readonly Meeting[] {
    return [...this.events.values()].filter(({ of }) => of === `${sessionId} ${part}`);
  }
  #apply(step: Operation, isNoted: boolean): void {
    if (step.kind === 'cancel') {
      const { mirror } = step;
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
      const written = writtenFrom(meeting, step.generation, this.#now());
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
      if (!this.events.has(transactionId)) this.events.set(transactionId, this.#event(step));
      const joinUrl = this.events.get(transactionId)?.joinUrl ?? null;
      if (isNoted) this.#save({ ...mirror, eventId: transactionId, joinUrl, state: 'live' });
      return;
    }
    const actual = step.mirror.eventId === null ? undefined : this.events.get(step.mirror.eventId);
    if (actual === undefined) throw new Error('a live event is not there');
    const change = changeFor(step, actual, `<p>Ändrat</p>${meeting.html}`);
    if (change !== null) this.events.set(step.mirror.transactionId, { ...actual, ...this.#written(change) });
    if (isNoted) this.#save({ ...step.mirror, written: this.#note(step) });
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
  #note(step: Extract<Operation, { kind: 'change' }>): Mirror['written'] {
    const { meeting, mirror, fields } = step;
    const all = writtenFrom(meeting, mirror.written.generation, this.#now());
    const has = (field: (typeof fields)[number]) => fields.includes(field);
    const written = {
      ...mirror.written,
      ...(has('time') ? { start: all.start, end: all.end, html: all.html } : {}),
      ...(has('location') ? { location: all.location } : {}),
      ...(has('subject') ? { subject: all.subject } : {}),
      ...(has('html') ? { html: all.html } : {}),
      ...(has('attendees') ? { attendees: all.attendees, invitesParticipants: all.invitesParticipants } : {}),
    };
    return { ...written, roomAskedAt: roomAskedBy(step, written, this.#now()) };
  }
  /** A second later at every look. */
  #now(): Temporal.Instant {
    return now.add({ seconds: (this.#looks += 1) });
  }
  #save(mirror: Mirror): void {
    this.mirrors = [
      ...this.mirrors.filter((one) => one.sessionId !== mirror.sessionId || one.part !== mirror.part),
      mirror,
    ];
  }
}

function seeded(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** One thing that the plan, the rooms or the participants do. */
function changed(before: MeetingFacts, random: () => number): MeetingFacts {
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const victim = pick(before.sessions).id;
  const inSession = (change: (one: MeetingSession) => Partial<MeetingSession>): MeetingFacts => ({
    ...before,
    sessions: before.sessions.map((one) => (one.id === victim ? { ...one, ...change(one) } : one)),
  });
  const day = `2026-1${pick([0, 1, 2])}-${pick(['03', '17', '24', '26'])}`;
  return pick<() => MeetingFacts>([
    () => inSession(() => ({ start: `${day}T09:00:00`, end: `${day}T16:00:00` })),
    () =>
      inSession(() => ({
        roomStatus: pick(['none', 'asked', 'accepted', 'declined', 'askedByMail', 'confirmedByHand']),
      })),
    () => inSession(() => ({ venue: pick([siljan, vasman, null]) })),
    () => inSession(({ isCancelled }) => ({ isCancelled: !isCancelled })),
    () => inSession(({ guests }) => ({ guests: [...guests, person(`gäst${Math.floor(random() * 9)}`)] })),
    () =>
      inSession(({ remote }) => ({
        remote: remote === null ? speakers(day, pick([['ingegärd'], ['anders', 'ingegärd']])) : null,
      })),
    () => inSession(() => ({ format: pick(['onsite', 'onsite', 'hybrid', 'digital']) })),
    () => inSession(() => ({ replaced: pick([[], [person('anna').address]]) })),
    () => inSession(() => ({ subject: `Tema ${Math.floor(random() * 9)}` })),
    () => ({ ...before, registrationClosed: true }),
    () => ({ ...before, participants: [...before.participants, person(`p${Math.floor(random() * 99)}`)] }),
    () => ({ ...before, participants: before.participants.slice(1) }),
  ])();
}

describe('the text', () => {
  const joinUrl = 'https://teams.microsoft.com/l/meetup-join/1';
  test('keeps what Teams wrote in an online meeting, and nothing in others', () => {
    const bodyHtml = `<html><body><p>Gammalt</p><div>________________________________________________________________________________</div><div><a href="${joinUrl}">Anslut</a></div></body></html>`;
    expect(keepOnlineMeeting('<p>Nytt</p>', { joinUrl, bodyHtml })).toContain(joinUrl);
    expect(keepOnlineMeeting('<p>Nytt</p>', { joinUrl, bodyHtml })).not.toContain('Gammalt');
    expect(keepOnlineMeeting('<p>Nytt</p>', { joinUrl: null, bodyHtml })).toBe('<p>Nytt</p>');
  });

  test('is recognised although Outlook wraps it', () => {
    expect(
      saysAlready(
        '<html><head><style>p{}</style></head><body><p>Hej\r\n  på   dig</p></body></html>',
        '<p>Hej på dig</p>',
      ),
    ).toBe(true);
    expect(saysAlready('<p>Hej</p>', '<p>Hej på dig</p>')).toBe(false);
  });
});

test('our own write that is under way is no drift', () => {
  const [wanted] = meetingsOf(facts({ sessions: [session(1)] }));
  if (wanted === undefined) throw new Error('nothing is wanted');
  const world = new World(facts({ sessions: [session(1)] }));
  world.run();
  const [mirror] = world.mirrors;
  const [actual] = world.eventsOf('s-1', 'session');
  if (mirror === undefined || actual === undefined) throw new Error('nothing was written');
  expect(driftOf(mirror, wanted, actual)).toBeNull();
  const moved = { ...actual, start: '2026-11-12T08:00:00Z' };
  expect(driftOf(mirror, { ...wanted, start: '2026-11-12T09:00:00' }, moved)).toBeNull();
  expect(driftOf(mirror, wanted, moved)).toEqual({ start: '2026-11-12T09:00:00' });
});
