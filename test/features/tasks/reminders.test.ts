import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reminderCard } from '../../../bot/cards/tasks.ts';
import { stockholm } from '../../../src/domain/local-date.ts';
import { addTask, changeTask, tickTask } from '../../../src/features/tasks/actions.ts';
import { taskJobs } from '../../../src/features/tasks/jobs.ts';
import { tasksOf } from '../../../src/features/tasks/queries.ts';
import { nextReminder, reminderDue } from '../../../src/features/tasks/reminders/rules.ts';
import { quickest } from '../../engines.ts';
import { key, lead, openDesk, sample, type Desk } from '../registration/desk.ts';

const jobs = taskJobs(reminderCard);
const at = (text: string) => Temporal.Instant.from(text);

describe('when the owner of a task is told', () => {
  // Due on a Friday, given on the Tuesday before.
  const friday = { dueOn: '2026-10-23', dueSetAt: at('2026-10-20T07:00:00Z'), told: { soon: false, late: false } };
  const due = (now: string, task = friday) => reminderDue(task, at(now), stockholm);
  const next = (now: string, task = friday) => nextReminder(task, at(now), stockholm)?.toString();

  test('on the working day before its last one, and on the working day after it, from eight in the morning', () => {
    expect(due('2026-10-22T05:59:00Z')).toBeUndefined();
    expect(due('2026-10-22T06:00:00Z')).toBe('soon');
    expect(due('2026-10-26T06:59:00Z', { ...friday, told: { soon: true, late: false } })).toBeUndefined();
    expect(due('2026-10-26T07:00:00Z', { ...friday, told: { soon: true, late: false } })).toBe('late');
    expect(next('2026-10-20T07:00:00Z')).toBe('2026-10-22T06:00:00Z');
    expect(next('2026-10-22T06:00:00Z')).toBe('2026-10-26T07:00:00Z');
  });

  test('on the Friday before, when it is due on a Monday, and before a holiday', () => {
    const monday = { ...friday, dueOn: '2026-10-26' };
    expect(due('2026-10-23T06:00:00Z', monday)).toBe('soon');
    expect(next('2026-12-01T07:00:00Z', { ...friday, dueOn: '2026-12-28' })).toBe('2026-12-23T07:00:00Z');
  });

  test('never in the evening, at night, on a weekend or a red day: then in the next morning, while it is of use', () => {
    expect(due('2026-10-22T17:00:00Z')).toBeUndefined();
    expect(next('2026-10-22T17:00:00Z')).toBe('2026-10-23T06:00:00Z');
    expect(due('2026-10-23T06:00:00Z')).toBe('soon');
    expect(due('2026-10-24T08:00:00Z')).toBeUndefined();
  });

  test('never for the past: not of a day it was given after the reminder’s own, nor when the news is old', () => {
    const givenLate = { ...friday, dueSetAt: at('2026-10-22T09:00:00Z') };
    expect(due('2026-10-22T10:00:00Z', givenLate)).toBeUndefined();
    expect(due('2026-10-26T07:00:00Z', givenLate)).toBe('late');
    expect(due('2026-11-02T08:00:00Z')).toBeUndefined();
    expect(next('2026-11-02T08:00:00Z')).toBeUndefined();
  });
});

describe('reminders', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(quickest, { now: '2026-10-20T07:00:00Z', file: sample() });
    await desk.tools.db.updateTable('person').set({ account_type: 'mailOnly' }).where('id', '=', 'p-04').execute();
  });
  afterEach(() => desk.close());

  const give = async (ownerId: string | null, dueOn = '2026-10-23') => {
    const added = await addTask(desk.tools, lead, { what: 'Boka lunch', ownerId, dueOn, source: 'tab' });
    if (!added.ok) throw new Error(added.reason);
    return added.value;
  };
  const run = async (moment: string) => {
    desk.at(moment);
    await jobs.runDue(desk.tools);
    await jobs.runDue(desk.tools);
    await desk.send();
    return desk.mails.splice(0).map(({ to, subject }) => `${to.address}: ${subject}`);
  };
  const paivi = 'paivi.rautiainen@kommun-borlange.example';

  test('X-04 each is told once, by mail to whom the chat does not reach, and again when the day is moved', async () => {
    const { id } = await give('p-04');
    expect(await run('2026-10-21T10:00:00Z')).toEqual([]);
    expect((await jobs.nextDueAt(desk.tools))?.toString()).toBe('2026-10-22T06:00:00Z');
    expect(await run('2026-10-22T06:00:00Z')).toEqual([`${paivi}: Påminnelse: Boka lunch`]);
    expect(await run('2026-10-22T07:00:00Z')).toEqual([]);
    expect(await run('2026-10-26T07:00:00Z')).toEqual([`${paivi}: Försenad: Boka lunch`]);
    expect(await run('2026-10-27T08:00:00Z')).toEqual([]);
    await changeTask(desk.tools, lead, id, { what: 'Boka lunch', ownerId: 'p-04', dueOn: '2026-11-05' });
    expect(await run('2026-11-04T07:00:00Z')).toEqual([`${paivi}: Påminnelse: Boka lunch`]);
    expect(await jobs.nextDueAt(desk.tools)).toEqual(at('2026-11-06T07:00:00Z'));
  });

  test('nobody is told of what is done, of what is nobody’s, or in a project that stands still', async () => {
    const { id } = await give('p-04');
    await give(null);
    await tickTask(desk.tools, lead, id, true);
    expect(await run('2026-10-22T06:00:00Z')).toEqual([]);
    expect(await jobs.nextDueAt(desk.tools)).toBeUndefined();
    await tickTask(desk.tools, lead, id, false);
    await desk.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    expect(await run('2026-10-22T06:30:00Z')).toEqual([]);
    await desk.tools.db.updateTable('project').set({ state: 'active' }).execute();
    expect(await run('2026-10-22T06:31:00Z')).toHaveLength(1);
  });

  test('somebody with an account gets a mail only where there is no planning chat', async () => {
    await give('st-3');
    expect(await run('2026-10-22T06:00:00Z')).toEqual([
      'eva-lotta.norrby@lansstyrelsen-dalarna.example: Påminnelse: Boka lunch',
    ]);
  });

  test('X-01 X-03 whoever has only an address ticks it on a page of their own; looking changes nothing', async () => {
    await give('p-04');
    desk.at('2026-10-22T06:00:00Z');
    await jobs.runDue(desk.tools);
    await desk.send();
    const path = /https:\/\/dalalab\.example(\/uppgift\/[\w-]{43})/.exec(desk.mails[0]?.text ?? '')?.[1] ?? '';
    const door = await desk.open();
    const seen = await door.get(path);
    expect(seen).toMatchObject({ status: 200 });
    expect(seen.text).toContain('Boka lunch');
    expect(await tasksOf(desk.tools, key)).toMatchObject([{ doneAt: null }]);
    expect((await door.post(path, {})).status).toBe(404);
    expect((await door.post(path, { klar: 'ja' })).status).toBe(303);
    expect(await tasksOf(desk.tools, key)).toMatchObject([{ doneBy: 'Päivi Rautiainen' }]);
    expect((await door.get(path)).text).toContain('Uppgiften är klar. Tack!');
    await door.post(path, { klar: 'nej' });
    const [task] = await tasksOf(desk.tools, key);
    expect(task).toMatchObject({ doneAt: null });
    // Given to somebody else it is no longer theirs to tick.
    await changeTask(desk.tools, lead, task?.id ?? '', { what: 'Boka lunch', ownerId: 'st-3', dueOn: '2026-10-23' });
    expect((await door.post(path, { klar: 'ja' })).status).toBe(404);
    expect((await door.get(path.replace(/.$/, '_'))).status).toBe(404);
  });
});
