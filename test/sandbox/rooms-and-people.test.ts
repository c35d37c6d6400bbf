import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { RoomPolicy } from '../../src/sandbox/world.ts';
import {
  anna,
  attendee,
  bo,
  inbox,
  obedient,
  openFarSide,
  organiser,
  person,
  responsesOf,
  runn,
  session,
  silent,
  siljan,
  stockholmTime,
} from './far-side.ts';
import type { FarSideInTest } from './far-side.ts';

const events = `/users/${organiser}/events`;

async function book(
  far: FarSideInTest,
  policy: Partial<RoomPolicy>,
  more: Record<string, unknown> = {},
): Promise<{ id: string; answer: string; reason: string }> {
  far.sandbox.setRoomPolicy(siljan, policy);
  const made = await far.graph('POST', events, session({ attendees: [attendee(siljan, 'resource')], ...more }));
  const id = made.id;
  await far.pass({ minutes: 5 });
  const read = await far.graph('GET', `${events}/${id}`);
  return { id, answer: responsesOf(read)[siljan] ?? '', reason: inbox(far.sandbox, organiser).at(-1)?.body ?? '' };
}

describe('a room answers by its policy', () => {
  test('it accepts a while after the invitation, and only then is the event changed', async () => {
    const far = await openFarSide();
    const made = await far.graph('POST', events, session({ attendees: [attendee(siljan, 'resource')] }));
    expect(responsesOf(made)[siljan]).toBe('none');
    await far.pass({ seconds: 19 });
    const path = `${events}/${made.id}`;
    expect(responsesOf(await far.graph('GET', path))[siljan]).toBe('none');
    await far.pass({ seconds: 1 });
    const read = await far.graph('GET', path);
    expect(responsesOf(read)[siljan]).toBe('accepted');
    expect(read.body['@odata.etag']).not.toBe(made.body['@odata.etag']);
    expect(inbox(far.sandbox, organiser).at(-1)).toMatchObject({
      kind: 'meetingAccepted',
      meeting: { method: 'REPLY' },
    });
  });

  test('it declines a meeting more than 180 days ahead, Exchange’s own window', async () => {
    const far = await openFarSide();
    const start = stockholmTime('2027-03-16T09:00:00');
    const { answer, reason } = await book(far, {}, { start, end: stockholmTime('2027-03-16T16:00:00') });
    expect(answer).toBe('declined');
    expect(reason).toContain('180 dagar');
  });

  test('it declines when it is already booked, and the first one keeps it', async () => {
    const far = await openFarSide();
    const first = await book(far, {});
    const second = await book(far, {}, { start: stockholmTime('2026-09-22T15:30:00') });
    expect([first.answer, second.answer]).toEqual(['accepted', 'declined']);
    expect(second.reason).toContain('redan bokad');
    expect(far.sandbox.calendar(siljan)).toHaveLength(1);
  });

  test('two who ask at the same time are served in order', async () => {
    const far = await openFarSide();
    const ask = () => far.graph('POST', events, session({ attendees: [attendee(siljan, 'resource')] }));
    const [first, second] = [await ask(), await ask()];
    await far.pass({ minutes: 5 });
    const answers = [first, second].map(
      async (made) => responsesOf(await far.graph('GET', `${events}/${made.id}`))[siljan],
    );
    expect(await Promise.all(answers)).toEqual(['accepted', 'declined']);
  });

  test('a room that allows conflicts accepts both', async () => {
    const far = await openFarSide();
    const answers = [await book(far, { allowConflicts: true }), await book(far, { allowConflicts: true })];
    expect(answers.map((one) => one.answer)).toEqual(['accepted', 'accepted']);
  });

  test('it declines a meeting longer than it allows', async () => {
    const { answer, reason } = await book(await openFarSide(), { maximumDurationInMinutes: 240 });
    expect([answer, reason.includes('240 minuter')]).toEqual(['declined', true]);
  });

  test('a reserved room cannot be booked', async () => {
    expect((await book(await openFarSide(), { bookingType: 'reserved' })).answer).toBe('declined');
  });

  test('capacity is enforced only where the room is set so', async () => {
    const crowd = Array.from({ length: 13 }, (_, i) => attendee(`deltagare${i}@falun.example`));
    const attendees = [...crowd, attendee(siljan, 'resource')];
    const far = await openFarSide({ rooms: [{ mail: siljan, displayName: 'Sal', capacity: 12 }] });
    expect((await book(far, { allowConflicts: true }, { attendees })).answer).toBe('accepted');
    const { answer, reason } = await book(far, { allowConflicts: true, enforceCapacity: true }, { attendees });
    expect([answer, reason.includes('rymmer 12')]).toEqual(['declined', true]);
  });

  test('it declines what lies after its last day', async () => {
    expect((await book(await openFarSide(), { acceptsUntil: '2026-09-01T00:00:00Z' })).answer).toBe('declined');
  });

  test('with a delegate it says perhaps first and yes later', async () => {
    const far = await openFarSide();
    const delegate = { afterSeconds: 3600, answer: 'accept' } as const;
    const { id, answer } = await book(far, { delegate });
    expect(answer).toBe('tentativelyAccepted');
    await far.pass({ hours: 1 });
    expect(responsesOf(await far.graph('GET', `${events}/${id}`))[siljan]).toBe('accepted');
  });

  test('its calendar shows who booked, not why', async () => {
    const far = await openFarSide();
    await book(far, {});
    expect(far.sandbox.calendar(siljan)).toMatchObject([{ subject: 'Dalalab', body: '' }]);
  });

  test('a moved meeting asks the room again, and a cancelled one frees it', async () => {
    const far = await openFarSide();
    const { id } = await book(far, {});
    const moved = { start: stockholmTime('2026-09-23T09:00:00'), end: stockholmTime('2026-09-23T16:00:00') };
    expect(responsesOf(await far.graph('PATCH', `${events}/${id}`, moved))[siljan]).toBe('none');
    await far.pass({ minutes: 1 });
    expect(responsesOf(await far.graph('GET', `${events}/${id}`))[siljan]).toBe('accepted');
    await far.graph('POST', `${events}/${id}/cancel`, {});
    expect((await book(far, {}, moved)).answer).toBe('accepted');
  });

  test('removing the room from the event frees it', async () => {
    const far = await openFarSide();
    const { id } = await book(far, {});
    await far.graph('PATCH', `${events}/${id}`, { attendees: [attendee(runn, 'resource')] });
    expect((await book(far, {})).answer).toBe('accepted');
  });

  test('somebody else’s booking is in the way', async () => {
    const far = await openFarSide();
    far.sandbox.occupy(
      siljan,
      Temporal.Instant.from('2026-09-22T08:00:00Z'),
      Temporal.Instant.from('2026-09-22T09:00:00Z'),
    );
    expect((await book(far, {})).answer).toBe('declined');
  });
});

describe('people answer by their temperament', () => {
  const crowd = Array.from({ length: 40 }, (_, i) =>
    person(100 + i, `deltagare${i}@falun.example`, {
      temperament: { accept: 0.6, decline: 0.2, tentative: 0.1, delayMinutes: [10, 600] },
    }),
  );
  const live = async (seed: number, order: 'asListed' | 'reversed'): Promise<Record<string, string>> => {
    const far = await openFarSide({ seed, people: crowd });
    const attendees = crowd.map((one) => attendee(one.mail));
    if (order === 'reversed') attendees.reverse();
    const made = await far.graph('POST', events, session({ attendees }));
    await far.pass({ hours: 24 });
    return responsesOf(await far.graph('GET', `${events}/${made.id}`));
  };

  test('the same seed gives the same answers in whatever order they are invited', async () => {
    const [first, second] = [await live(7, 'asListed'), await live(7, 'reversed')];
    expect(second).toEqual(first);
    expect(new Set(Object.values(first))).toEqual(new Set(['accepted', 'declined', 'tentativelyAccepted', 'none']));
    expect(await live(8, 'asListed')).not.toEqual(first);
  });

  test('an answer comes after its delay and reaches the organiser by mail', async () => {
    const far = await openFarSide({ people: [{ ...anna, temperament: obedient }] });
    await far.graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    await far.pass({ minutes: 59 });
    expect(inbox(far.sandbox, organiser)).toHaveLength(0);
    await far.pass({ minutes: 1 });
    expect(inbox(far.sandbox, organiser)).toMatchObject([{ kind: 'meetingAccepted', from: { address: anna.mail } }]);
    expect(far.sandbox.calendar(anna.mail)).toMatchObject([{ response: 'accepted', showAs: 'busy' }]);
  });

  test('who has answered by hand does not answer once more', async () => {
    const far = await openFarSide({ people: [{ ...anna, temperament: obedient }] });
    const made = await far.graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    expect(far.sandbox.answer(String(made.body['iCalUId']), anna.mail, 'decline', 'Semester')).toBe(true);
    await far.pass({ hours: 24 });
    expect(responsesOf(await far.graph('GET', `${events}/${made.id}`))).toEqual({ [anna.mail]: 'declined' });
    expect(inbox(far.sandbox, organiser).at(-1)?.body).toContain('Semester');
  });

  test('nobody answers a meeting that has been cancelled', async () => {
    const far = await openFarSide({ people: [{ ...anna, temperament: obedient }] });
    const made = await far.graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    await far.graph('POST', `${events}/${made.id}/cancel`, {});
    await far.pass({ hours: 24 });
    expect(inbox(far.sandbox, organiser)).toHaveLength(0);
    expect(far.sandbox.answer(String(made.body['iCalUId']), anna.mail, 'accept')).toBe(false);
  });

  test('an unanswered invitation is still answered after the text has changed', async () => {
    const far = await openFarSide({ people: [{ ...anna, temperament: obedient }] });
    const made = await far.graph('POST', events, session({ attendees: [attendee(anna.mail)] }));
    await far.graph('PATCH', `${events}/${made.id}`, { subject: 'Träff 1, ny lokal' });
    await far.pass({ hours: 24 });
    expect(responsesOf(await far.graph('GET', `${events}/${made.id}`))).toEqual({ [anna.mail]: 'accepted' });
  });

  test('an address that nobody has in our own domain bounces', async () => {
    const far = await openFarSide();
    await far.graph('POST', events, session({ attendees: [attendee('finnsinte@region.example'), attendee(bo.mail)] }));
    expect(inbox(far.sandbox, organiser)).toMatchObject([{ kind: 'bounce' }]);
    expect(inbox(far.sandbox, bo.mail)).toHaveLength(1);
  });

  test('people and rooms can be added while it runs', async () => {
    const far = await openFarSide();
    const eva = person(50, 'eva@region.example', { kind: 'member', temperament: silent });
    far.sandbox.addPeople([eva]);
    expect((await far.graph('GET', `/users/${eva.id}`)).body['mail']).toBe(eva.mail);
  });
});
