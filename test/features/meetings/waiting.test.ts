import { expect, test } from 'vitest';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { sendNow } from '../../../src/features/meetings/waiting/actions.ts';
import {
  cancelSession,
  moveSession,
  previewCancel,
  previewMove,
} from '../../../src/features/planning/dates/actions.ts';
import { undoMove } from '../../../src/features/planning/dates/undo/actions.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { todayOf } from '../../../src/features/today/queries.ts';
import { key, lead, openStage, organiser, type Stage } from './stage.ts';

/** Everybody invited; session 2 is held at a place without a room's calendar, so nothing else is waited for. */
async function invited() {
  const stage = await openStage({ graceSeconds: 120 });
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  await stage.pass({ minutes: 10 });
  stage.writes();
  return stage;
}

async function move(stage: Stage, date: string) {
  const wish = { sessionId: 's-2', date, startTime: '09:00', endTime: '16:00' };
  const preview = await previewMove(stage.tools, lead, wish);
  if (!preview.ok) throw new Error(preview.reason);
  const moved = await moveSession(stage.tools, lead, { ...wish, confirm: preview.value });
  expect(moved.ok).toBe(true);
  await stage.settle();
}

const updates = (stage: Stage) => stage.writes().filter(({ path }) => path.includes(organiser));
const view = async (stage: Stage) =>
  (await meetingsOf(stage.tools, key)).sessions.find(({ sessionId }) => sessionId === 's-2');
const letters = async (stage: Stage) => {
  const [person] = (await confirmedPeople(stage.tools, key)).filter(({ accountType }) => accountType === 'mailOnly');
  return stage.sandbox
    .mailbox(person?.email ?? '')
    .filter(
      ({ folder, kind, subject }) => folder === 'inbox' && kind.startsWith('meeting') && subject.includes('träff 2 '),
    ).length;
};

test('a burst of changes goes out once, a short while after the last', async () => {
  const stage = await invited();
  const before = await letters(stage);
  await move(stage, '2026-11-18');
  await stage.pass({ seconds: 30 });
  await move(stage, '2026-11-19');
  expect(updates(stage)).toEqual([]);
  expect((await view(stage))?.heldUntil).not.toBeNull();
  expect(await letters(stage)).toBe(before);
  await stage.pass({ minutes: 5 });
  expect(await letters(stage)).toBe(before + 1);
  expect((await view(stage))?.heldUntil).toBeNull();
});

test('a move that is taken back in time reaches nobody, and afterwards it says so', async () => {
  const stage = await invited();
  const before = await letters(stage);
  await move(stage, '2026-11-18');
  expect((await view(stage))?.canUndoMove).toBe(true);
  const waits = { sessionId: 's-2', number: 2, until: (await view(stage))?.heldUntil };
  expect((await todayOf(stage.tools, lead))?.outbound?.changes).toEqual([waits]);
  expect(await undoMove(stage.tools, lead, 's-2')).toMatchObject({ ok: true });
  await stage.settle();
  await stage.pass({ minutes: 5 });
  expect(updates(stage)).toEqual([]);
  expect(await letters(stage)).toBe(before);
  expect((await todayOf(stage.tools, lead))?.outbound?.changes).toEqual([]);
  expect(await undoMove(stage.tools, lead, 's-2')).toMatchObject({ reason: 'nothingToUndo' });
  await move(stage, '2026-11-18');
  await stage.pass({ minutes: 5 });
  expect(await undoMove(stage.tools, lead, 's-2')).toMatchObject({ reason: 'goneOut' });
});

test('somebody who does not want to wait sends it at once', async () => {
  const stage = await invited();
  const before = await letters(stage);
  await move(stage, '2026-11-18');
  await stage.pass({ seconds: 5 });
  await sendNow(stage.tools, lead, 's-2');
  await stage.settle();
  expect(await letters(stage)).toBe(before + 1);
});

test('CAL-01 a mailbox that has reached as many as it may in a day goes on when there is room again', async () => {
  const stage = await invited();
  const now = stage.sandbox.clock.now();
  await stage.tools.db
    .insertInto('calendar_history')
    .values({
      tenant_id: key.tenantId,
      project_id: key.projectId,
      id: 'h-other',
      session_id: 's-9',
      part: 'session',
      at: now.toString(),
      what: JSON.stringify({ told: 8_990 }),
      cause: null,
    })
    .execute();
  const before = await letters(stage);
  await move(stage, '2026-11-18');
  await stage.pass({ hours: 2 });
  expect(await letters(stage)).toBe(before);
  expect((await view(stage))?.heldUntil).not.toBeNull();
  await stage.pass({ hours: 24 });
  expect(await letters(stage)).toBe(before + 1);
});

test('a cancellation waits as well', async () => {
  const stage = await invited();
  const preview = await previewCancel(stage.tools, lead, 's-2');
  if (!preview.ok) throw new Error(preview.reason);
  const before = await letters(stage);
  await cancelSession(stage.tools, lead, { sessionId: 's-2', confirm: preview.value });
  await stage.settle();
  expect(await letters(stage)).toBe(before);
  await stage.pass({ minutes: 5 });
  expect(await letters(stage)).toBe(before + 1);
});
