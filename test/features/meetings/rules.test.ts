import { describe, expect, test } from 'vitest';
import { keepOnlineMeeting, saysAlready } from '../../../src/features/meetings/changes/rules.ts';
import { driftOf } from '../../../src/features/meetings/drift/rules.ts';
import { desired, instantOf, transactionIdOf } from '../../../src/features/meetings/rules.ts';
import type { MeetingFacts, MeetingSession } from '../../../src/features/meetings/types.ts';
import { facts, now, person, session, vasman, World } from './world.ts';

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
