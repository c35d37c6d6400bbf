import { describe, expect, test } from 'vitest';
import { calendarHistory } from '../../../src/features/meetings/history/queries.ts';
import { causeOf } from '../../../src/features/meetings/history/rules.ts';
import { calendarWords } from '../../../src/features/meetings/history/sentences/rules.ts';
import type { CalendarAct } from '../../../src/features/meetings/history/types.ts';
import { moveSession, previewMove } from '../../../src/features/planning/dates/actions.ts';
import { key, lead, openStage, type Stage } from './stage.ts';

const told = async (stage: Stage, number: number) =>
  (await calendarHistory(stage.tools, key)).filter((line) => line.number === number).map(({ words }) => words.sv);

test('the log says what each calendar request did, to how many, and why', async () => {
  const stage = await openStage();
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  const wish = { sessionId: 's-3', date: '2027-01-20', startTime: '09:00', endTime: '16:00' };
  const preview = await previewMove(stage.tools, lead, wish);
  if (!preview.ok) throw new Error(preview.reason);
  await moveSession(stage.tools, lead, { ...wish, confirm: preview.value });
  await stage.settle();
  const [asked] = (await told(stage, 1)).toReversed();
  expect(asked).toBe('Regionens hus, sal Siljan frågades för att Innehållsansvarig bokade lokaler.');
  // From the booking to the answer to what followed from it.
  const [, answered, ...letIn] = (await told(stage, 1)).toReversed();
  expect(answered).toBe('Regionens hus, sal Siljan tackade ja till den 22 september.');
  expect(letIn).toContain('6 personer fick en bokning för att lokalen tackade ja.');
  const [latest] = (await told(stage, 3)).filter((line) => line.includes('uppdaterad bokning'));
  expect(latest).toBe(
    `${preview.value.recipientCount} personer fick en uppdaterad bokning för att Innehållsansvarig flyttade träffen.`,
  );
  const all = await calendarHistory(stage.tools, key);
  expect(JSON.stringify(all)).not.toMatch(/@|kommun-/);
  const before = all.length;
  await stage.reconcile();
  expect(await calendarHistory(stage.tools, key)).toHaveLength(before);
});

test('what Outlook has refused stands in the log too', async () => {
  const stage = await openStage();
  stage.sandbox.failNext({ match: /POST \/users\/[^/]+\/events/, status: 403, code: 'ErrorAccessDenied', times: 50 });
  await stage.book();
  expect((await told(stage, 1))[0]).toMatch(/^Outlook tog inte emot ändringen \(403 ErrorAccessDenied\)/);
});

describe('why something was written', () => {
  const act = (more: Partial<CalendarAct>): CalendarAct => ({
    kind: 'changed',
    part: 'session',
    fields: ['time'],
    invited: 0,
    removed: 0,
    told: 34,
    asksRoom: false,
    start: '2026-09-22T08:30:00',
    place: 'Siljan',
    why: null,
    ...more,
  });
  const log = [
    { at: '2026-09-02T10:00:00Z', act: 'session.move', actor: 'Karin', subject: 's-2' },
    { at: '2026-09-01T10:00:00Z', act: 'session.move', actor: 'Maria', subject: 's-1' },
    { at: '2026-08-28T14:00:00Z', act: 'registration.closed', actor: 'Lärprojekt', subject: 'c-1' },
  ];

  test.each([
    [act({}), 'Maria flyttade träffen'],
    [act({ fields: ['attendees'], invited: 34 }), 'anmälan stängde'],
    [act({ kind: 'created', part: 'roomHoldA', fields: [], asksRoom: true }), 'Maria flyttade träffen'],
  ])('the nearest act about this session: %#', (what, expected) => {
    const cause = causeOf(what, { sessionId: 's-1', log, roomSaidYesAt: null });
    expect(calendarWords(what, cause).sv).toContain(expected);
  });

  test('nothing is made up when no act is behind it', () => {
    const what = act({ fields: ['html'], told: 3 });
    expect(causeOf(what, { sessionId: 's-1', log, roomSaidYesAt: null })).toBeNull();
    expect(calendarWords(what, null)).toEqual({
      sv: '3 personer fick en uppdaterad bokning.',
      en: '3 people got an updated booking.',
    });
  });
});
