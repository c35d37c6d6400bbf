import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '../../../src/domain/people.ts';
import type { Task, TaskBoard } from '../../../src/features/tasks/types.ts';
import type { Today } from '../../../src/features/today/types.ts';
import { quickest } from '../../engines.ts';
import { lead, openDesk, sample, type Desk } from '../registration/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(quickest, { now: '2026-10-20T07:00:00Z', file: sample() });
});
afterEach(() => desk.close());

const member: Actor = { ...lead, personId: 'st-3', name: 'Eva-Lotta Norrby', roles: ['planningGroup'] };
const lunch = { what: 'Boka lunch', ownerId: 'st-3', dueOn: '2026-10-23' };

async function ask(method: string, path: string, body?: unknown, actor = lead) {
  const door = await desk.open(actor);
  return await door.api(method, path, body);
}
const board = async (actor = lead) => (await ask('GET', '/tasks', undefined, actor)).body as TaskBoard;
const add = async (order: object, actor = lead) => (await ask('POST', '/tasks', order, actor)).body as Task;

describe('the planning group’s tasks', () => {
  test('are given to those who plan, municipal members among them, and ticked by anybody of them', async () => {
    const { owners } = await board();
    expect(owners.map(({ name }) => name)).toEqual(expect.arrayContaining(['Karin Tunsberg', 'Eva-Lotta Norrby']));
    expect(owners.some(({ id }) => id === 'p-01')).toBe(true);
    expect(owners.some(({ id }) => id === 'p-30')).toBe(false);
    const { id } = await add(lunch);
    expect((await board(member)).tasks).toMatchObject([
      { what: 'Boka lunch', ownerName: 'Eva-Lotta Norrby', isMine: true, state: 'open', source: 'tab' },
    ]);
    await ask('PUT', `/tasks/${id}/done`, undefined, member);
    await ask('PUT', `/tasks/${id}/done`);
    expect((await board()).tasks).toMatchObject([{ state: 'done', doneBy: 'Eva-Lotta Norrby' }]);
    await ask('DELETE', `/tasks/${id}/done`);
    expect((await board()).tasks).toMatchObject([{ state: 'open', doneBy: null }]);
  });

  test('are changed and taken away, and what they were is answered so that it can be taken back', async () => {
    const { id } = await add(lunch);
    const changed = await ask('PUT', `/tasks/${id}`, { ...lunch, ownerId: null, dueOn: '2026-10-30' });
    expect(changed.body).toMatchObject(lunch);
    expect((await board()).tasks).toMatchObject([{ ownerId: null, ownerName: null, dueOn: '2026-10-30' }]);
    expect((await ask('DELETE', `/tasks/${id}`)).body).toMatchObject({ what: 'Boka lunch', dueOn: '2026-10-30' });
    expect((await board()).tasks).toEqual([]);
    const gone = await ask('PUT', `/tasks/${id}/done`);
    expect(gone).toMatchObject({ status: 409, body: { reason: 'noTask' } });
  });

  test('a day that has been and a red day are refused in words, and the red one can be kept', async () => {
    const past = await ask('POST', '/tasks', { ...lunch, dueOn: '2026-10-01' });
    expect(past.body).toMatchObject({ message: 'Torsdag 1 oktober 2026 har redan varit. Välj en dag framåt.' });
    const red = await ask('POST', '/tasks', { ...lunch, dueOn: '2026-10-31' });
    expect(red.body).toMatchObject({
      reason: 'freeDay',
      message: 'Lördag 31 oktober 2026 är alla helgons dag. Välj till exempel fredag 30 oktober, eller behåll dagen.',
    });
    expect((await board()).tasks).toEqual([]);
    await add({ ...lunch, dueOn: '2026-10-31', evenSo: true });
    expect((await board()).tasks).toMatchObject([{ dueOn: '2026-10-31' }]);
  });

  test('what somebody eats is not kept in a task or a decision', async () => {
    const told = await ask('POST', '/tasks', { ...lunch, what: 'Säg till köket att Anna är allergisk mot nötter' });
    expect(told).toMatchObject({ status: 409, body: { reason: 'dietNotKept' } });
    const decided = await ask('POST', '/decisions', { text: 'Anna Berg äter glutenfritt' });
    expect(decided).toMatchObject({ status: 409, body: { reason: 'dietNotKept' } });
    expect(await board()).toMatchObject({ tasks: [], decisions: [] });
  });

  test.each<readonly Role[]>([['steeringGroup'], ['participant']])('are not for %s to change', async (...roles) => {
    const { id } = await add(lunch);
    const other: Actor = { ...lead, personId: 'p-30', roles };
    for (const [method, path, body] of [
      ['POST', '/tasks', lunch],
      ['PUT', `/tasks/${id}`, lunch],
      ['PUT', `/tasks/${id}/done`, undefined],
      ['DELETE', `/tasks/${id}`, undefined],
      ['POST', '/decisions', { text: 'Vi kör Borlänge' }],
    ] as const)
      expect((await ask(method, path, body, other)).status, `${method} ${path}`).toBe(403);
    expect((await board()).tasks).toHaveLength(1);
  });

  test('of another tenant are not there', async () => {
    const { id } = await add(lunch);
    const other = { ...lead, tenantId: 'tenant-b' };
    expect((await ask('GET', '/tasks', undefined, other)).status).toBe(409);
    expect((await ask('DELETE', `/tasks/${id}`, undefined, other)).body).toMatchObject({ reason: 'noTask' });
    expect((await ask('POST', '/tasks', lunch, other)).body).toMatchObject({ reason: 'noProject' });
    expect((await board()).tasks).toHaveLength(1);
  });

  test('the day’s page shows one’s own and anybody’s that are late', async () => {
    await add(lunch);
    await add({ what: 'Ring hotellet', ownerId: 'st-1', dueOn: null });
    await add({ what: 'Skriv inbjudan', ownerId: null, dueOn: null });
    const today = async (actor = lead) => ((await ask('GET', '/today', undefined, actor)).body as Today).tasks;
    expect(await today()).toMatchObject({ shown: [{ what: 'Ring hotellet' }], open: 3 });
    expect(await today(member)).toMatchObject({ shown: [{ what: 'Boka lunch', state: 'open' }], open: 3 });
    desk.at('2026-10-24T07:00:00Z');
    expect((await today()).shown.map(({ what, state }) => [what, state])).toEqual([
      ['Boka lunch', 'late'],
      ['Ring hotellet', 'open'],
    ]);
  });
});

test('a decision keeps its day and who wrote it down, and none is written down ahead', async () => {
  await ask('POST', '/decisions', { text: 'Vi kör Borlänge' });
  await ask('POST', '/decisions', { text: 'Fika kl. 14', decidedOn: '2026-10-12' }, member);
  expect((await board()).decisions).toMatchObject([
    { text: 'Vi kör Borlänge', decidedOn: '2026-10-20', writtenBy: 'Karin Tunsberg' },
    { text: 'Fika kl. 14', decidedOn: '2026-10-12', writtenBy: 'Eva-Lotta Norrby' },
  ]);
  const ahead = await ask('POST', '/decisions', { text: 'Vi byter lokal', decidedOn: '2026-10-21' });
  expect(ahead.body).toMatchObject({ reason: 'future' });
  const [latest] = (await board()).decisions;
  await ask('DELETE', `/decisions/${latest?.id ?? ''}`);
  expect((await board()).decisions).toMatchObject([{ text: 'Fika kl. 14' }]);
});
