import { describe, expect, test } from 'vitest';
import { desired, instantOf } from '../../../src/features/meetings/rules.ts';
import type { MeetingFacts, MeetingSession } from '../../../src/features/meetings/types.ts';
import { facts, now, peopleOf, person, siljan, speakers, vasman, World } from './world.ts';

const seeds = Array.from({ length: 200 }, (_one, index) => index + 1);
const mostRounds = 14;

describe('X-04 whatever happens to the plan and wherever we die', () => {
  test.each(seeds)('Outlook comes to agree with the plan, seed %i', (seed) => {
    const random = seeded(seed);
    const world = new World(facts());
    for (let turn = 0; turn < 12; turn += 1) {
      world.plan((before) => changed(before, random));
      settle(world, random);
      if (random() > 0.5) world.answerRooms(() => (random() > 0.3 ? 'accepted' : 'declined'));
    }
    settle(world);
    expect(world.steps()).toEqual([]);
    const wanted = desired(world.facts, world.mirrors, now).meetings;
    for (const meeting of wanted) {
      const events = world.eventsOf(meeting.sessionId, meeting.part);
      expect(events).toHaveLength(1);
      expect(events[0]?.start, `${meeting.sessionId} ${meeting.part}`).toBe(
        instantOf(meeting.start, 'Europe/Stockholm').toString(),
      );
      expect(peopleOf(events[0]?.attendees ?? []).toSorted()).toEqual(peopleOf(meeting.attendees).toSorted());
    }
    expect(world.events.size).toBe(wanted.length);
  });

  test.each(seeds)(
    'each change mails a person once at most, and nobody whose meeting is as it was, seed %i',
    (seed) => {
      const random = seeded(seed);
      const world = new World(facts());
      settle(world);
      for (let turn = 0; turn < 12; turn += 1) {
        const before = world.seen();
        world.mails();
        world.plan((plan) => changed(plan, random));
        settle(world, random);
        const mails = world.mails();
        const after = world.seen();
        for (const [who, count] of mails) {
          expect(count, who).toBeLessThanOrEqual(1);
          expect(after.get(who), `${who} was mailed for nothing`).not.toBe(before.get(who));
        }
        world.mails();
        world.answerRooms(() => (random() > 0.3 ? 'accepted' : 'declined'));
        settle(world, random);
        for (const [who, count] of world.mails()) expect(count, who).toBeLessThanOrEqual(1);
      }
    },
  );

  test.each(seeds)('it ends as if it had been done once, in peace, seed %i', (seed) => {
    const random = seeded(seed);
    const troubled = new World(facts());
    for (let turn = 0; turn < 12; turn += 1) {
      troubled.plan((before) => changed(before, random));
      settle(troubled, random);
      if (random() > 0.5) troubled.answerRooms(() => (random() > 0.3 ? 'accepted' : 'declined'));
    }
    // Every room that is wanted is asked once more, and says yes.
    const asked = (before: MeetingFacts, at: string): MeetingFacts => ({
      ...before,
      registrationClosed: true,
      sessions: before.sessions.map((one) => ({
        ...one,
        roomStatus: one.venue === siljan ? 'asked' : 'none',
        roomAskedAt: at,
      })),
    });
    const peaceful = new World(asked(troubled.facts, now.toString()));
    for (const world of [troubled, peaceful]) {
      world.plan((before) => asked(before, world.now().toString()));
      settle(world);
      world.answerRooms(() => 'accepted');
      settle(world);
      expect(world.steps()).toEqual([]);
    }
    expect(outlook(troubled)).toEqual(outlook(peaceful));
  });
});

/** Rounds until nothing is left to do, with or without mishaps. */
function settle(world: World, random?: () => number): void {
  for (let round = 0; round < mostRounds && world.steps().length > 0; round += 1) world.round(random);
}

/** What people and rooms have, whichever event holds the room. Wording waits for the next change, so it is left out. */
function outlook(world: World) {
  const events = [...world.events.values()];
  return {
    people: events
      .flatMap(({ of, start, locationName, attendees }) =>
        peopleOf(attendees).map((address) => [of, start, locationName, address].join(' ')),
      )
      .toSorted(),
    rooms: events
      .filter(({ attendees }) => attendees.some(({ type }) => type === 'resource'))
      .map(({ of, start }) => `${of.split(' ')[0]} ${start}`)
      .toSorted(),
  };
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
