import { describe, expect, test } from 'vitest';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { factsOf, peopleOf, rolesOf } from '../../../src/features/planning/queries.ts';
import { askReconcile } from '../../../src/features/meetings/actions.ts';
import { calendarHistory } from '../../../src/features/meetings/history/queries.ts';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { bookingsOf } from '../../../src/features/rooms/queries.ts';
import { answerByHand } from '../../../src/features/rooms/actions.ts';
import {
  key,
  lead,
  moveSession,
  openStage,
  organiser,
  posts,
  saidOf,
  sharedCalendar,
  siljan,
  type Stage,
} from './stage.ts';

const plannersRoles = ['contentLead', 'deputy', 'processFacilitator', 'planningGroup'];
const people = ({ attendees }: { attendees: readonly { type: string; address: string }[] }) =>
  attendees.filter(({ type }) => type !== 'resource').map(({ address }) => address);
const letters = (stage: Stage, address: string) =>
  stage.sandbox.mailbox(address).filter(({ folder, kind }) => folder === 'inbox' && kind.startsWith('meeting'));
const sessionEvents = (stage: Stage) =>
  stage.sandbox.calendar(organiser).filter(({ subject }) => subject.startsWith('Dalalab träff '));

describe('booking', () => {
  test('VEN-02 a room with a calendar is asked alone; the planning group is let in when it has accepted', async () => {
    const stage = await openStage();
    await stage.book();
    expect(stage.event(1).attendees.map(({ address }) => address)).toEqual([siljan]);
    await stage.pass({ minutes: 16 });
    expect((await bookingsOf(stage.tools, key)).find(({ sessionId }) => sessionId === 's-1')?.status).toBe('accepted');
    const invited = people(stage.event(1));
    const roles = await rolesOf(stage.tools, key);
    const holds = (id: string) => roles.some(({ personId, role }) => personId === id && plannersRoles.includes(role));
    const planners = (await peopleOf(stage.tools, key)).filter(({ id }) => holds(id)).map(({ email }) => email);
    expect(invited.toSorted()).toEqual(planners.toSorted());
    expect(new Set(invited).size).toBe(invited.length);
  });

  test('VEN-02 a venue without a calendar stands as an address, and no room is asked', async () => {
    const stage = await openStage();
    await stage.book();
    const event = stage.event(2);
    expect(event.attendees.filter(({ type }) => type === 'resource')).toEqual([]);
    expect(event.locations).toMatchObject([{ displayName: 'Kommunhuset i Ludvika, sal Väsman' }]);
  });

  test('VEN-02 a declined room leaves the participants uninvited, and those who lead are told once', async () => {
    const stage = await openStage();
    stage.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 3 });
    await stage.book();
    await stage.closeRegistration();
    await stage.pass({ minutes: 40 });
    expect(people(stage.event(1))).toEqual([]);
    expect(
      (await saidOf(stage, 'room.declined')).filter((text) =>
        text.includes('Träff 1: Regionens hus, sal Siljan kan inte'),
      ),
    ).toHaveLength(1);
    expect(people(stage.event(2)).length).toBeGreaterThan(30);
  });

  test('VEN-02 a room that has said no is asked again by the same choice, and nobody else notices', async () => {
    const stage = await openStage();
    stage.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 3 });
    await stage.book();
    await stage.pass({ minutes: 16 });
    const again = () => stage.book([{ sessionId: 's-1', venueId: 'v-1' }]);
    const roomStatus = async () => (await bookingsOf(stage.tools, key)).find(({ sessionId }) => sessionId === 's-1');
    await again();
    expect(await roomStatus()).toMatchObject({ status: 'asked' });
    await stage.pass({ minutes: 16 });
    expect(await roomStatus()).toMatchObject({ status: 'declined' });
    const told = (await saidOf(stage, 'room.declined')).filter((text) =>
      text.includes('Träff 1: Regionens hus, sal Siljan kan inte'),
    );
    expect(told).toHaveLength(2);
    stage.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 400 });
    stage.writes();
    await again();
    const changes = stage.writes().filter(({ method }) => method === 'PATCH');
    expect(changes.map(({ body }) => Object.keys(body as object))).toEqual([['attendees'], ['attendees']]);
    await stage.pass({ minutes: 16 });
    expect(await roomStatus()).toMatchObject({ status: 'accepted' });
    const [planner] = people(stage.event(1));
    expect(letters(stage, planner ?? '').filter(({ subject }) => subject.includes('träff 1 '))).toHaveLength(1);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('VEN-02 the planning group holds the day when the host has said yes', async () => {
    const stage = await openStage();
    await stage.book();
    expect(people(stage.event(2))).toEqual([]);
    await answerByHand(stage.tools, lead, 's-2', { answer: 'confirmed' });
    await stage.settle();
    expect(people(stage.event(2)).length).toBeGreaterThan(0);
    expect(people(stage.event(3))).toEqual([]);
  });

  test('VEN-03 an online session promises neither coffee nor lunch, and a subject always says what it is about', async () => {
    const stage = await openStage();
    await stage.tools.db
      .updateTable('session')
      .set({ format: 'digital', theme: null, title: 'Träff 2' })
      .where('id', '=', 's-2')
      .execute();
    await stage.book([{ sessionId: 's-1', venueId: 'v-1' }]);
    await stage.closeRegistration();
    const { subject, body } = stage.event(2);
    expect(subject).toBe('Dalalab träff 2 av 4: Kompetens i hela Dalarna');
    expect(body).not.toMatch(/kaffe|lunch|fika|maten|Ludvika/i);
    expect(body).toContain('Länken till mötet finns i bokningen.');
    expect(stage.event(1).body).toContain('Lunch och fika ingår.');
  });

  test('VEN-02 another venue after a decline takes the place of the first, and the people are let in', async () => {
    const stage = await openStage();
    stage.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 3 });
    await stage.book();
    await stage.closeRegistration();
    await stage.pass({ minutes: 40 });
    await stage.book([{ sessionId: 's-1', venueId: 'v-4' }]);
    expect(stage.event(1).attendees.some(({ address }) => address === siljan)).toBe(false);
    expect(people(stage.event(1)).length).toBeGreaterThan(30);
    expect(stage.sandbox.calendar(siljan)).toEqual([]);
  });
});

describe('closing', () => {
  async function closed() {
    const stage = await openStage();
    await stage.book();
    await stage.pass({ minutes: 16 });
    stage.writes();
    await stage.closeRegistration();
    return stage;
  }

  test('CAL-01 all confirmed participants are invited to every session, each by one change of attendees and nothing else', async () => {
    const stage = await closed();
    const ids = sessionEvents(stage).map(({ id }) => id);
    const patches = stage
      .writes()
      .filter(({ method, path }) => method === 'PATCH' && ids.some((id) => decodeURIComponent(path).includes(id)));
    expect(patches).toHaveLength(4);
    for (const { body } of patches) expect(Object.keys(body as object)).toEqual(['attendees']);
    const confirmed = await confirmedPeople(stage.tools, key);
    for (const number of [1, 2, 3, 4]) {
      const invited = new Set(people(stage.event(number)));
      expect(confirmed.filter(({ email }) => !invited.has(email))).toEqual([]);
      expect(stage.event(number)).toMatchObject({ hideAttendees: true, allowNewTimeProposals: false, joinUrl: null });
    }
    const outsider = confirmed.find(({ accountType }) => accountType === 'mailOnly');
    expect(letters(stage, outsider?.email ?? '')).toHaveLength(4);
  });

  test('CAL-01 the text points to the public page and carries nobody’s personal link', async () => {
    const stage = await closed();
    for (const number of [1, 2, 3, 4]) {
      const { body } = stage.event(number);
      expect(body).toContain('/projekt/lp-2026-kompetens');
      expect(body).not.toMatch(/\/(min|lokal|utvardering|dokument)\//);
    }
    expect(stage.event(1).body).toContain('Programmet kommer senast den 8 september.');
  });

  test('CAL-02 the shared calendar has a copy of each session, with nobody in it', async () => {
    const stage = await closed();
    const copies = stage.sandbox.calendar(sharedCalendar);
    expect(copies.map(({ startMs }) => startMs)).toEqual([1, 2, 3, 4].map((number) => stage.event(number).startMs));
    expect(copies.flatMap(({ attendees }) => attendees)).toEqual([]);
  });

  test('CAL-02 a shared calendar that cannot be written is told, and the participants get theirs all the same', async () => {
    const stage = await openStage();
    await stage.book();
    await stage.pass({ minutes: 16 });
    stage.sandbox.failNext({ match: /ruf-moteskalender/, status: 403, times: 50 });
    await stage.closeRegistration();
    expect(people(stage.event(3)).length).toBeGreaterThan(30);
    expect((await posts(stage)).filter((text) => text.includes('gemensamma möteskalendern'))).toHaveLength(4);
    const { sessions } = await meetingsOf(stage.tools, key);
    expect(sessions.map(({ sharedCalendar: state }) => state)).toEqual(['failed', 'failed', 'failed', 'failed']);
    stage.sandbox.clearFaults();
    await stage.reconcile();
    expect(stage.sandbox.calendar(sharedCalendar)).toHaveLength(4);
  });

  test('CAL-02 a change that the shared calendar refuses is told and shown, and is written when somebody tries again', async () => {
    const stage = await closed();
    const shown = async () => (await meetingsOf(stage.tools, key)).sessions[3]?.sharedCalendar;
    const fact = async () =>
      (await factsOf(stage.tools, key))?.sessions.map(({ inSharedCalendar }) => inSharedCalendar);
    expect([await shown(), await fact()]).toEqual(['written', [true, true, true, true]]);
    stage.sandbox.failNext({ match: /ruf-moteskalender/, status: 403, times: 50 });
    await moveSession(stage, 's-4', { start_time: '09:30' });
    await stage.pass({ minutes: 16 });
    expect([await shown(), await fact()]).toEqual(['stale', [true, true, true, false]]);
    expect((await posts(stage)).at(-1)).toContain('Ändringen av träff 4 kom inte in i den gemensamma möteskalendern');
    const lines = (await calendarHistory(stage.tools, key)).flatMap(({ words }) => words.sv);
    expect(lines.filter((line) => line.startsWith('Den gemensamma möteskalendern tog inte emot'))).toHaveLength(1);
    stage.sandbox.clearFaults();
    expect(await askReconcile(stage.tools, lead)).toEqual({ ok: true, value: null });
    await stage.settle();
    expect([await shown(), await fact()]).toEqual(['written', [true, true, true, true]]);
    const copy = stage.sandbox.calendar(sharedCalendar).at(-1);
    expect(copy?.startMs).toBe(stage.event(4).startMs);
  });

  test('X-04 the second run of the same close sends nothing', async () => {
    const stage = await closed();
    stage.writes();
    await stage.reconcile();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('X-04 a crash between Outlook and our database leaves one event and one invitation each', async () => {
    const stage = await openStage();
    stage.sandbox.failNext({ match: /POST \/users\/[^/]+\/events/, status: 504, afterSuccess: true, times: 2 });
    await stage.book();
    await stage.pass({ minutes: 16 });
    expect(sessionEvents(stage)).toHaveLength(4);
    stage.sandbox.failNext({ match: /PATCH \/users\/[^/]+\/events/, status: 504, afterSuccess: true, times: 3 });
    await stage.closeRegistration();
    await stage.pass({ minutes: 1 });
    const [outsider] = (await confirmedPeople(stage.tools, key)).filter(
      ({ accountType }) => accountType === 'mailOnly',
    );
    expect(letters(stage, outsider?.email ?? '')).toHaveLength(4);
    const { sessions } = await meetingsOf(stage.tools, key);
    expect(sessions.map(({ invited }) => invited)).toEqual([34, 34, 34, 34]);
  });

  test('CAL-01 a mailbox that is too busy is asked again later, and nobody is mailed twice', async () => {
    const stage = await openStage();
    await stage.book();
    await stage.pass({ minutes: 16 });
    stage.sandbox.failNext({ match: /PATCH \/users\/[^/]+\/events/, status: 429, retryAfterSeconds: 1, times: 2 });
    await stage.closeRegistration();
    const [outsider] = (await confirmedPeople(stage.tools, key)).filter(
      ({ accountType }) => accountType === 'mailOnly',
    );
    expect(letters(stage, outsider?.email ?? '')).toHaveLength(4);
  });

  test('CAL-01 the moment when the bookings went out is kept, instead of what the file claimed', async () => {
    const stage = await closed();
    const row = await stage.tools.db
      .selectFrom('milestone')
      .selectAll()
      .where('name', '=', 'calendarBookingsSent')
      .executeTakeFirst();
    expect(row?.source).toBe('tool');
  });
});

describe('afterwards', () => {
  async function invited(now?: string) {
    const stage = await openStage(now === undefined ? {} : { now });
    await stage.book();
    await stage.pass({ minutes: 16 });
    await stage.closeRegistration();
    stage.writes();
    return stage;
  }

  test('X-05 an answer in Outlook reaches the participant list, and a decline leaves the person in the project', async () => {
    const stage = await invited();
    const [first, second] = await confirmedPeople(stage.tools, key);
    if (first === undefined || second === undefined) throw new Error('nobody is registered');
    stage.sandbox.answer(stage.event(2).id, first.email, 'accept');
    stage.sandbox.answer(stage.event(2).id, second.email, 'decline', 'Jag är sjuk');
    await stage.sync();
    const rows = await stage.tools.db
      .selectFrom('session_participation')
      .selectAll()
      .where('session_id', '=', 's-2')
      .execute();
    expect(rows.find(({ person_id }) => person_id === first.personId)?.answer).toBe('accepted');
    expect(rows.find(({ person_id }) => person_id === second.personId)?.answer).toBe('declined');
    expect(await confirmedPeople(stage.tools, key)).toHaveLength(34);
    const { sessions } = await meetingsOf(stage.tools, key);
    expect(sessions[1]).toMatchObject({ invited: 34, accepted: 1, declined: 1, none: 32 });
  });

  test('a participant who registers after closing gets only the remaining sessions', async () => {
    const stage = await invited();
    await stage.pass({ hours: 24 * 40 });
    stage.writes();
    const [late] = await confirmedPeople(stage.tools, key);
    await stage.tools.db
      .insertInto('person')
      .values({
        ...(await personRow(stage, late?.personId ?? '')),
        id: 'p-99',
        email: 'sen@kommun-orsa.example',
        email_key: 'sen@kommun-orsa.example',
        oid: null,
      })
      .execute();
    await stage.tools.db
      .insertInto('registration')
      .values({
        tenant_id: key.tenantId,
        project_id: key.projectId,
        person_id: 'p-99',
        state: 'confirmed',
        registered_at: new Date(0),
        source: 'byHand',
        commitment_at: null,
        commitment_version: null,
        waiting_position: null,
        cancelled_at: null,
        warnings: '[]',
      })
      .execute();
    await stage.reconcile();
    expect(letters(stage, 'sen@kommun-orsa.example')).toHaveLength(3);
    const patches = stage.writes();
    expect(patches.map(({ method, body }) => `${method} ${Object.keys(body as object).join()}`)).toEqual([
      'PATCH attendees',
      'PATCH attendees',
      'PATCH attendees',
    ]);
  });

  test('a moved session is one change that tells everybody once, and says what changed', async () => {
    const stage = await invited();
    const [person] = (await confirmedPeople(stage.tools, key)).filter(({ accountType }) => accountType === 'mailOnly');
    const before = letters(stage, person?.email ?? '').length;
    await moveSession(stage, 's-3', { date: '2027-01-20' });
    const writes = stage.writes().filter(({ path }) => path.includes(organiser));
    expect(writes.map(({ method, body }) => `${method} ${Object.keys(body as object).join()}`)).toEqual([
      'PATCH body,start,end',
    ]);
    expect(letters(stage, person?.email ?? '')).toHaveLength(before + 1);
    expect(stage.event(3).body).toContain('Ändrat:');
    expect(stage.event(3).body).toContain(
      'från onsdag 13 januari 2027 till onsdag 20 januari 2027. Samma plats och tid.',
    );
    expect(new Date(stage.event(3).startMs).toISOString()).toBe('2027-01-20T08:00:00.000Z');
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
    // The next change says what changed then; the former line is gone.
    await moveSession(stage, 's-3', { date: '2027-01-27' });
    expect(stage.event(3).body.match(/Ändrat:/g)).toHaveLength(1);
    expect(stage.event(3).body).toContain('från onsdag 20 januari 2027 till onsdag 27 januari 2027.');
  });

  test('REG-03 the participants’ first booking says nothing of what had changed before they got one', async () => {
    const stage = await openStage();
    await stage.book();
    await answerByHand(stage.tools, lead, 's-3', { answer: 'confirmed' });
    await stage.settle();
    await stage.pass({ minutes: 16 });
    expect(people(stage.event(3)).length).toBeGreaterThan(2);
    await stage.tools.db.updateTable('session').set({ date: '2027-01-20' }).where('id', '=', 's-3').execute();
    await stage.closeRegistration();
    await stage.pass({ minutes: 16 });
    expect(people(stage.event(3)).length).toBeGreaterThan(30);
    expect(new Date(stage.event(3).startMs).toISOString()).toBe('2027-01-20T08:00:00.000Z');
    expect(stage.event(3).body).not.toContain('Ändrat:');
  });

  test('a session that is called off is cancelled for everybody and goes from the shared calendar', async () => {
    const stage = await invited();
    await moveSession(stage, 's-4', { cancelled_at: '2026-09-01T08:00:00Z' });
    expect(sessionEvents(stage)).toHaveLength(3);
    expect(stage.sandbox.calendar(sharedCalendar)).toHaveLength(3);
    await stage.reconcile();
    expect(stage.writes().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('a session that is over is left alone, whatever happens in the plan', async () => {
    const stage = await invited();
    await stage.pass({ hours: 24 * 40 });
    stage.writes();
    await moveSession(stage, 's-1', { cancelled_at: '2026-10-01T08:00:00Z' });
    expect(stage.writes()).toEqual([]);
    expect(stage.event(1).isCancelled).toBe(false);
  });

  test('somebody’s change in Outlook is not written over but shown and told once', async () => {
    const stage = await invited();
    await stage.sync();
    const event = stage.event(2);
    stage.sandbox.editInOutlook(event.id, { locations: [{ displayName: 'Folkets hus', locationType: 'default' }] });
    await stage.sync();
    await stage.reconcile();
    await stage.sync();
    expect(stage.event(2).locations[0]?.displayName).toBe('Folkets hus');
    const { sessions } = await meetingsOf(stage.tools, key);
    expect(sessions[1]?.drift).toEqual({ location: 'Folkets hus' });
    expect(
      (await posts(stage)).filter((text) => text.startsWith('Träff 2 är ändrad i Outlook: den är i Folkets hus.')),
    ).toHaveLength(1);
  });

  test('an event removed in Outlook is not made again until somebody says so', async () => {
    const stage = await invited();
    await stage.sync();
    stage.sandbox.cancelInOutlook(stage.event(4).id);
    await stage.sync();
    await stage.reconcile();
    expect(sessionEvents(stage)).toHaveLength(3);
    await stage.settleDrift('s-4', 'plan');
    expect(people(stage.event(4)).length).toBeGreaterThan(30);
  });

  test('a dormant project leaves Outlook alone', async () => {
    const stage = await invited();
    await stage.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    await moveSession(stage, 's-3', { date: '2027-01-20' });
    expect(stage.writes()).toEqual([]);
  });
});

async function personRow(stage: Stage, id: string) {
  const row = await stage.tools.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { ...row, extra: JSON.stringify(row.extra) };
}
