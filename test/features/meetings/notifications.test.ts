import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { afterAll, describe, expect, test } from 'vitest';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { nextDueAt, runDue } from '../../../src/features/meetings/jobs.ts';
import { meetingsPages } from '../../../src/features/meetings/routes.ts';
import { canBeNotified, needsRenewal } from '../../../src/features/meetings/watch/actions.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import type { OpenAnswers } from '../../../src/sandbox/open-questions.ts';
import { onEachEngine } from '../../engines.ts';
import { key, moveSession, openStage, type Stage } from './stage.ts';

/** The stage with a real address of its own for Graph to post to. */
async function listening(answers: Partial<OpenAnswers> = {}, wish: Parameters<typeof openStage>[0] = {}) {
  let entrance = express();
  const server = createServer((request, response) => void entrance(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => server.close());
  const address = server.address();
  const publicUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const stage = await openStage({ ...wish, publicUrl, answers });
  entrance = express();
  entrance.use(meetingsPages(stage.tools));
  const post = (body: unknown) =>
    fetch(`${publicUrl}/graph/notifications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { stage, publicUrl, post };
}

const waiting = async (stage: Stage) => {
  await runDue(stage.tools);
  return stage.tools.db.selectFrom('meeting_sync').selectAll().executeTakeFirst();
};

describe('X-05 Graph tells us of changes', () => {
  test('the handshake gives the token back as plain text, decoded', async () => {
    const { publicUrl } = await listening();
    const token = 'Validation: åäö & co';
    const response = await fetch(`${publicUrl}/graph/notifications?validationToken=${encodeURIComponent(token)}`, {
      method: 'POST',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toBe(token);
  });

  test('an answer reaches the list without anybody asking for it', async () => {
    const { stage } = await listening();
    await stage.book();
    await stage.pass({ minutes: 16 });
    await stage.closeRegistration();
    const [first] = await confirmedPeople(stage.tools, key);
    stage.sandbox.answer(stage.event(3).id, first?.email ?? '', 'accept');
    await stage.sandbox.far.notifier.settled();
    await stage.settle();
    expect((await meetingsOf(stage.tools, key)).sessions[2]).toMatchObject({ accepted: 1, none: 33, isOut: true });
    expect(await nextDueAt(stage.tools)).toBeUndefined();
  });

  test('X-05 notifications that come twice or out of order, and a room that takes its time, end with the same answers', async () => {
    const { stage } = await listening({}, { rain: { rate: 0.2, seed: 10 } });
    await stage.book();
    await stage.pass({ hours: 48 });
    await stage.closeRegistration();
    await stage.pass({ hours: 1 });
    const people = await confirmedPeople(stage.tools, key);
    const said = people.map(({ email }, index) => ({ email, answer: index % 3 === 0 ? 'decline' : 'accept' }) as const);
    for (const { email, answer } of said) {
      stage.sandbox.answer(stage.event(3).id, email, answer);
      await stage.sandbox.far.notifier.settled();
    }
    await stage.pass({ hours: 2 });
    const count = (wanted: string) => said.filter(({ answer }) => answer === wanted).length;
    expect((await meetingsOf(stage.tools, key)).sessions[2]).toMatchObject({
      accepted: count('accept'),
      declined: count('decline'),
      none: 0,
    });
    const { duplicateNotification = 0, lateNotification = 0, slowRoom = 0 } = stage.sandbox.fallen();
    expect([duplicateNotification, lateNotification, slowRoom].map((times) => times > 0)).toEqual([true, true, true]);
  });

  test('X-04 what Outlook tells of our own writes is not looked up, and what others do is', async () => {
    const { stage } = await listening();
    await stage.book();
    await stage.pass({ minutes: 16 });
    const reads = async (act: () => Promise<void>): Promise<number> => {
      const asked = stage.sandbox.requestLog().length;
      await act();
      await stage.sandbox.far.notifier.settled();
      await stage.settle();
      const log = stage.sandbox.requestLog().slice(asked);
      return log.filter(({ path }) => path.includes('/calendarView/delta')).length;
    };
    expect(await reads(() => stage.closeRegistration())).toBe(0);
    expect(await reads(() => stage.reconcile())).toBe(0);
    const byHand = (): Promise<void> => {
      stage.sandbox.editInOutlook(stage.event(2).id, { subject: 'Något annat' });
      return Promise.resolve();
    };
    expect(await reads(byHand)).toBe(1);
    expect((await meetingsOf(stage.tools, key)).sessions[1]?.drift).not.toBeNull();
  });

  test('X-04 a room that answered before we knew that its event was made is heard all the same', async () => {
    const { stage } = await listening();
    await stage.book();
    await stage.pass({ minutes: 16 });
    stage.sandbox.failNext({ match: /(POST|GET) .*\/events(\?|$)/, status: 504, afterSuccess: true, times: 100 });
    await moveSession(stage, 's-1', { date: '2026-09-23' });
    await stage.pass({ minutes: 10 });
    const day = () => new Date(stage.event(1).startMs).toISOString().slice(0, 10);
    expect(day()).toBe('2026-09-22');
    stage.sandbox.clearFaults();
    await stage.reconcile();
    await stage.pass({ minutes: 1 });
    expect(day()).toBe('2026-09-23');
  });

  test('what does not carry our secret is ignored, and what cannot be read is refused', async () => {
    const { stage, post } = await listening();
    await stage.book();
    const row = await waiting(stage);
    const wrong = {
      subscriptionId: row?.subscription_id ?? '',
      clientState: 'guessed',
      lifecycleEvent: 'subscriptionRemoved',
    };
    expect((await post({ value: [wrong] })).status).toBe(202);
    expect((await waiting(stage))?.subscription_id).toBe(row?.subscription_id);
    expect((await post({ what: 1 })).status).toBe(400);
  });

  test('lost notifications lead to reading everything anew, a removed subscription to a new one', async () => {
    const { stage, post } = await listening();
    await stage.book();
    const row = await waiting(stage);
    const told = (lifecycleEvent: string) => ({
      subscriptionId: row?.subscription_id,
      clientState: row?.client_state,
      lifecycleEvent,
    });
    await post({ value: [told('missed')] });
    expect((await waiting(stage))?.delta_link).toBeNull();
    await post({ value: [told('subscriptionRemoved')] });
    stage.sandbox.dropSubscriptions();
    await stage.settle();
    const after = await waiting(stage);
    expect(after?.subscription_id).not.toBeNull();
    expect(after?.subscription_id).not.toBe(row?.subscription_id);
  });

  test.each(['conflict', 'taken'] as const)(
    'X-04 a subscription that we have forgotten is followed by another, and each answer is read once: %s',
    async (secondSubscription) => {
      const { stage } = await listening({ secondSubscription });
      await stage.book();
      await stage.pass({ minutes: 16 });
      await stage.closeRegistration();
      const before = await waiting(stage);
      await stage.tools.db
        .updateTable('meeting_sync')
        .set({ subscription_id: null, client_state: null, subscription_expires_at: null })
        .execute();
      await stage.sync();
      const after = await waiting(stage);
      expect(after?.subscription_id).not.toBeNull();
      expect(after?.subscription_id).not.toBe(before?.subscription_id);
      const standing = stage.sandbox.far.tables.subscriptions.all().length;
      expect(standing).toBe(secondSubscription === 'taken' ? 2 : 1);

      const [first] = await confirmedPeople(stage.tools, key);
      const asked = stage.sandbox.requestLog().length;
      stage.sandbox.answer(stage.event(3).id, first?.email ?? '', 'accept');
      await stage.sandbox.far.notifier.settled();
      await stage.settle();
      expect((await meetingsOf(stage.tools, key)).sessions[2]).toMatchObject({ accepted: 1, none: 33 });
      const reads = stage.sandbox.requestLog().slice(asked);
      expect(reads.filter(({ path }) => path.includes('/calendarView/delta'))).toHaveLength(1);
    },
  );

  test('the subscription is renewed before it ends', async () => {
    const { stage } = await listening();
    await stage.book();
    const before = await waiting(stage);
    await stage.pass({ hours: 24 * 5 });
    const after = await waiting(stage);
    expect(after?.subscription_id).toBe(before?.subscription_id);
    expect(after?.subscription_expires_at?.getTime()).toBeGreaterThan(
      before?.subscription_expires_at?.getTime() ?? Infinity,
    );
  });
});

test('X-05 without notifications a room that has not answered is looked after every quarter of an hour', async () => {
  const stage = await openStage();
  await stage.book();
  const next = await nextDueAt(stage.tools);
  expect(next?.toString()).toBe('2026-08-20T07:15:00Z');
  await stage.pass({ minutes: 16 });
  expect(await nextDueAt(stage.tools)).toBeUndefined();
});

test('notifications need https, or this machine itself', () => {
  expect(canBeNotified('https://dalalab.example')).toBe(true);
  expect(canBeNotified('http://127.0.0.1:3978')).toBe(true);
  expect(canBeNotified('http://dalalab.example')).toBe(false);
});

test('a subscription is renewed when two days are left', async () => {
  const stage = await openStage();
  const now = stage.tools.clock.now();
  const inHours = (hours: number) => new Date(now.epochMilliseconds + hours * 3_600_000);
  expect(needsRenewal(inHours(49), now)).toBe(false);
  expect(needsRenewal(inHours(47), now)).toBe(true);
  expect(needsRenewal(null, now)).toBe(true);
});

onEachEngine('the whole of it', (engine) => {
  test('CAL-01 rooms, invitations and answers on one database as on the other', async () => {
    const stage = await openStage({ engine });
    await stage.book();
    await stage.pass({ minutes: 16 });
    await stage.closeRegistration();
    const [first] = await confirmedPeople(stage.tools, key);
    stage.sandbox.answer(stage.event(1).id, first?.email ?? '', 'tentative');
    await stage.sync();
    const { sessions } = await meetingsOf(stage.tools, key);
    expect(sessions.map(({ invited, roomStatus }) => `${roomStatus} ${invited}`)).toEqual([
      'accepted 34',
      'askedByMail 34',
      'askedByMail 34',
      'askedByMail 34',
    ]);
    expect(sessions[0]).toMatchObject({ tentative: 1, sharedCalendar: 'written', drift: null });
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });
});
