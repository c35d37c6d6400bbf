import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Today } from '../../../src/features/today/types.ts';
import { quickest } from '../../engines.ts';
import { form, lead, openDesk, sample, type Desk } from '../registration/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(quickest, { now: '2026-08-20T07:00:00Z', file: sample() });
});
afterEach(() => desk.close());

const member = { ...lead, personId: 'st-3', name: 'Tobias', roles: ['planningGroup'] as const };
const stranger = { ...lead, personId: 'p-01', roles: ['participant'] as const };

async function todayOf(actor = lead): Promise<Today> {
  const door = await desk.open(actor);
  return (await door.api('GET', '/today')).body as Today; // the route's own type
}

test('the day’s page tells what to do, what comes and who is awaited, in one answer', async () => {
  const today = await todayOf();
  expect(today.today).toBe('2026-08-20');
  expect(today.steps.length).toBeLessThanOrEqual(3);
  expect(today.steps.every(({ entry }) => entry === null || entry.level !== 'nice')).toBe(true);
  expect(today.nextSession).toMatchObject({ id: 's-1', week: 39, venue: { city: 'Falun' }, isInvited: false });
  expect(today.nextSession?.missing.every(({ lastDay }) => lastDay === null || lastDay <= '2026-09-22')).toBe(true);
  expect(today.awaited.map(({ title }) => title.sv)).toContain('Gagnef, Orsa, Smedjebacken och Vansbro');
  expect(today.awaited.some(({ kind, title }) => kind === 'speaker' && title.sv.endsWith('träff 3'))).toBe(true);
  expect(today.tips.length).toBeLessThanOrEqual(3);
});

test('news are told until they are read, to each on their own, and looking is what ends a visit', async () => {
  const door = await desk.open();
  await door.api('POST', '/today/look', {});
  desk.at('2026-08-21T07:00:00Z');
  await door.post(
    '/anmalan/lp-2026-kompetens',
    form({ email: 'nina.ny@kommun-falun.example', familyName: 'Ny', organisationId: 'org-2026' }),
  );
  const news = async () => (await todayOf()).happened.events.map(({ words }) => words.sv);
  desk.at('2026-08-22T07:00:00Z');
  expect(await news()).toContain('Åsa Ny har anmält sig.');
  // A second look in the same visit changes nothing; a day later the visit is over.
  await door.api('POST', '/today/look', {});
  desk.at('2026-08-22T07:10:00Z');
  await door.api('POST', '/today/look', {});
  expect(await news()).toContain('Åsa Ny har anmält sig.');
  expect((await todayOf(member)).happened.since).toBeNull();
  desk.at('2026-08-23T07:00:00Z');
  expect(await news()).toEqual([]);
});

test('what is read is no news any more, at once', async () => {
  const door = await desk.open();
  await door.post(
    '/anmalan/lp-2026-kompetens',
    form({ email: 'nina.ny@kommun-falun.example', organisationId: 'org-2026' }),
  );
  expect((await todayOf()).happened.events.length).toBeGreaterThan(0);
  desk.at('2026-08-20T07:01:00Z');
  await door.api('POST', '/today/look', { hasRead: true });
  expect((await todayOf()).happened.events).toEqual([]);
});

test('a tip is put aside for the whole project and can come back; a must cannot', async () => {
  const door = await desk.open();
  const [tip] = (await todayOf()).tips;
  const address = `/today/tips/${tip?.id ?? ''}/dismissed`;
  expect((await door.api('PUT', address)).status).toBe(200);
  const without = await todayOf(member);
  expect(without.tips.map(({ id }) => id)).not.toContain(tip?.id);
  expect(without.dismissedTips).toMatchObject([{ id: tip?.id, by: 'Karin Tunsberg' }]);
  expect((await door.api('PUT', '/today/tips/INV-01/dismissed')).body).toMatchObject({ reason: 'isMust' });
  await door.api('DELETE', address);
  expect((await todayOf()).tips.map(({ id }) => id)).toContain(tip?.id);
});

test('ROL-04 a member sees the day but puts no tip aside; a participant and another tenant see nothing', async () => {
  const theirs = await desk.open(member);
  expect((await theirs.api('PUT', '/today/tips/COM-03/dismissed')).status).toBe(403);
  expect((await (await desk.open(stranger)).api('GET', '/today')).status).toBe(403);
  expect((await (await desk.open({ ...lead, tenantId: 'tenant-b' })).api('GET', '/today')).status).toBe(409);
});
