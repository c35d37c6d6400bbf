import { describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { sessionsOf } from '../../../src/features/planning/queries.ts';
import { confirmedPeople, participantsOf } from '../../../src/features/registration/queries.ts';
import { previewRooms } from '../../../src/features/rooms/actions.ts';
import { bookingsOf, roomsOf } from '../../../src/features/rooms/queries.ts';
import type { OpenAnswers } from '../../../src/sandbox/open-questions.ts';
import { key, lead, moveSession, openStage, organiser, siljan, type Stage } from './stage.ts';

/** What a tenant may answer otherwise than our sandbox does, and what comes of it must not. */
const otherwise: readonly { question: keyof OpenAnswers; answers: Partial<OpenAnswers> }[] = [
  { question: 'repeatedCreate', answers: { repeatedCreate: 'conflict' } },
  { question: 'ifMatch', answers: { ifMatch: 'ignored' } },
  { question: 'answersOnResend', answers: { answersOnResend: 'forgotten' } },
  { question: 'hiddenAttendees', answers: { hiddenAttendees: 'shown' } },
];

/** Creates whose answers are lost, a closing, answers, somebody who leaves, and a move. */
async function lived(answers: Partial<OpenAnswers>): Promise<object> {
  const stage = await openStage({ answers });
  stage.sandbox.failNext({ match: /POST \/users\/[^/]+\/events/, status: 504, afterSuccess: true, times: 2 });
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  await stage.pass({ hours: 72 });
  await stage.sync();
  const before = await answersOf(stage);
  const leaves = (await confirmedPeople(stage.tools, key)).at(-1)?.personId ?? '';
  await stage.tools.db
    .updateTable('registration')
    .set({ state: 'cancelled' })
    .where('person_id', '=', leaves)
    .execute();
  await stage.reconcile();
  await stage.sync();
  const after = await answersOf(stage);
  await moveSession(stage, 's-4', { start_time: '09:00' });
  await stage.pass({ minutes: 16 });
  return { before, after, ends: endsOf(stage) };
}

const answersOf = async (stage: Stage) =>
  (await participantsOf(stage.tools, key))?.participants
    .map(({ email, sessions }) => [email, sessions.map(({ answer }) => answer)])
    .toSorted();

const endsOf = (stage: Stage): object => ({
  events: [1, 2, 3, 4].map((number) => {
    const { startMs, attendees } = stage.event(number);
    return [startMs, attendees.map(({ address }) => address).toSorted()];
  }),
  mails: stage.sandbox.far.tables.messages
    .all()
    .filter(({ folder, kind }) => folder === 'inbox' && (kind === 'meetingRequest' || kind === 'meetingUpdate'))
    .map(({ mailbox, kind, subject }) => `${mailbox} ${kind} ${subject}`)
    .toSorted(),
});

describe('a question that no document answers', () => {
  let usual: Promise<object> | undefined;
  test.each(otherwise)('X-04 $question: the other answer leads to the same', async ({ answers }) => {
    const [other, known] = [await lived(answers), await (usual ??= lived({}))];
    expect(other).toEqual(known);
  });

  test.each(['told', 'silent'] as const)(
    'VEN-02 a room that says no is understood when its reason is %s',
    async (reason) => {
      const stage = await openStage({ answers: { roomReason: reason } });
      stage.sandbox.setRoomPolicy(siljan, { bookingType: 'reserved' });
      await stage.book();
      await stage.pass({ minutes: 16 });
      const booking = (await bookingsOf(stage.tools, key)).find(({ sessionId }) => sessionId === 's-1');
      expect(booking?.status).toBe('declined');
      // Why it said no is told in words, and a guess is said to be one.
      const posts = await stage.tools.db.selectFrom('notice').selectAll().where('kind', '=', 'room.declined').execute();
      const said = JSON.stringify(posts.map(({ content }) => content));
      const words = 'Lokalen är reserverad och går inte att boka';
      expect(booking?.note).toBe(reason === 'told' ? words : null);
      expect(said).toContain(reason === 'told' ? `Svaret: ”${words}”` : 'Rummet säger inte varför');
    },
  );

  test.each(['refused', 'taken'] as const)(
    'CAL-01 times are written in a name that Outlook takes, and read in any, when Europe/Stockholm is %s',
    async (zoneStockholm) => {
      const stage = await openStage({ answers: { zoneStockholm } });
      await stage.book();
      const zones = stage.writes().flatMap(({ body }) => JSON.stringify(body).match(/"timeZone":"[^"]*"/g) ?? []);
      expect(new Set(zones)).toEqual(new Set(['"timeZone":"W. Europe Standard Time"']));
      const { id, startMs, endMs } = stage.event(1);
      const zone = zoneStockholm === 'taken' ? 'Europe/Stockholm' : 'W. Europe Standard Time';
      stage.sandbox.editInOutlook(id, { start: { ms: startMs, zone }, end: { ms: endMs, zone } });
      await stage.sync();
      expect((await meetingsOf(stage.tools, key)).sessions[0]).toMatchObject({ drift: null });
    },
  );

  test.each(['atOnce', 'late', 'never'] as const)(
    'X-04 nobody is let in to an online session before it has a link, which comes: %s',
    async (teamsLink) => {
      const stage = await openStage({ answers: { teamsLink } });
      await stage.tools.db.updateTable('session').set({ format: 'digital' }).where('id', '=', 's-4').execute();
      const state = async () => {
        const { sessions } = await meetingsOf(stage.tools, key);
        return { invited: sessions[3]?.invited ?? 0, problem: sessions[3]?.problem ?? null };
      };
      await stage.closeRegistration();
      const early = await state();
      await stage.pass({ minutes: 20 });
      await stage.sync();
      const everybody = { invited: (await confirmedPeople(stage.tools, key)).length, problem: null };
      expect(early).toEqual(teamsLink === 'atOnce' ? everybody : { invited: 0, problem: 'noOnlineMeeting' });
      expect(await state()).toEqual(teamsLink === 'never' ? early : everybody);
      const mailed = stage.sandbox.far.tables.messages
        .all()
        .filter(
          ({ folder, kind, subject }) =>
            folder === 'inbox' && kind.startsWith('meeting') && subject.includes('träff 4'),
        );
      expect(mailed.every(({ meeting }) => meeting?.method !== 'REQUEST' || meeting.joinUrl !== null)).toBe(true);
    },
  );

  test.each(['ErrorAccessDenied', 'Forbidden'] as const)(
    'CAL-02 a shared calendar that we may not write in becomes a task, and the bookings go out, whatever the code: %s',
    async (refusalCode) => {
      const stage = await openStage({ answers: { refusalCode }, appScope: [organiser] });
      await stage.book();
      await stage.pass({ minutes: 16 });
      await stage.closeRegistration();
      const { sessions } = await meetingsOf(stage.tools, key);
      expect(sessions.map(({ sharedCalendar, invited }) => `${sharedCalendar} ${invited}`)).toEqual(
        Array.from({ length: 4 }, () => 'failed 34'),
      );
      stage.writes();
      await stage.reconcile();
      expect(stage.writes().filter(({ path }) => path.includes(organiser))).toEqual([]);
    },
  );

  test.each(['leftOut', 'added'] as const)(
    'X-05 an invitation that somebody sends on takes nobody’s place, and who came by it is %s',
    async (forwarded) => {
      const stage = await openStage({ answers: { forwarded } });
      await stage.book();
      await stage.pass({ minutes: 16 });
      await stage.closeRegistration();
      const [from] = await confirmedPeople(stage.tools, key);
      const nils = { address: 'nils.ek@kommun-orsa.example', name: 'Nils Ek' };
      const { id, attendees } = stage.event(2);
      stage.sandbox.forward(id, from?.email ?? '', nils);
      stage.sandbox.answer(id, nils.address, 'accept');
      await stage.sync();
      await stage.reconcile();
      const session = (await meetingsOf(stage.tools, key)).sessions.find(({ sessionId }) => sessionId === 's-2');
      expect(session?.strangers).toEqual(forwarded === 'added' ? [nils] : []);
      expect(session).toMatchObject({ invited: 34, accepted: 0, drift: null });
      expect(stage.event(2).attendees).toHaveLength(attendees.length + (forwarded === 'added' ? 1 : 0));
    },
  );

  test.each(['unknown', 'shown'] as const)(
    'VEN-02 a room in another organisation’s calendar is proposed with what is known of it: %s',
    async (outsideSchedule) => {
      const stage = await openStage({ answers: { outsideSchedule } });
      const mailbox = 'salen@kommun-orsa.example';
      const room = {
        id: 'sal',
        mail: mailbox,
        userPrincipalName: mailbox,
        displayName: 'Salen',
        kind: 'external',
      } as const;
      stage.sandbox.addPeople([room]);
      await stage.tools.db
        .updateTable('venue')
        .set({ room_mailbox: mailbox })
        .where('room_mailbox', '=', siljan)
        .execute();
      const { start, end } = (await sessionsOf(stage.tools, key))[0] ?? {};
      const [from, to] = [start, end].map((at) => Temporal.Instant.from(at ?? ''));
      if (from === undefined || to === undefined) throw new Error('there is no session');
      stage.sandbox.occupy(mailbox, from, to);
      const asked = { organiserMailbox: organiser, mailboxes: [mailbox], from: from.toString(), to: to.toString() };
      expect(await stage.tools.rooms.busy(asked)).toEqual([
        outsideSchedule === 'shown'
          ? { mailbox, known: true, busy: [{ start: from.toString(), end: to.toString() }] }
          : { mailbox, known: false, busy: [] },
      ]);
      const preview = await previewRooms(stage.tools, lead);
      expect(preview).toMatchObject({ ok: true });
      const option = (await roomsOf(stage.tools, key, 'sv'))?.sessions[0]?.options.find(({ hasMailbox }) => hasMailbox);
      expect([option?.availability, option?.warnings]).toEqual(
        outsideSchedule === 'shown'
          ? ['busy', [`${option?.name ?? ''} är upptagen den tiden.`]]
          : [
              'unknown',
              [
                `Kalendern för ${option?.name ?? ''} går inte att se härifrån. Om den är ledig vet vi först när lokalen svarar.`,
              ],
            ],
      );
    },
  );
});
