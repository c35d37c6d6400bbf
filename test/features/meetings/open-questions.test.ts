import { describe, expect, test } from 'vitest';
import { confirmedPeople, participantsOf } from '../../../src/features/registration/queries.ts';
import { bookingsOf } from '../../../src/features/rooms/queries.ts';
import type { OpenAnswers } from '../../../src/sandbox/open-questions.ts';
import { key, moveSession, openStage, siljan, type Stage } from './stage.ts';

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
    },
  );
});
