import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import { issueLink, revokeLinks } from '../../../src/features/links/actions.ts';
import { resolveLink } from '../../../src/features/links/queries.ts';
import type { LinkOrder } from '../../../src/features/links/types.ts';
import { onEachEngine } from '../../engines.ts';
import { key, openDesk, type Desk } from '../registration/desk.ts';

const now = '2026-08-20T10:00:00Z';
const order: LinkOrder = {
  ...key,
  purpose: 'self',
  personId: 'p-01',
  subjectId: null,
  expiresAt: Temporal.Instant.from('2026-09-20T10:00:00Z'),
};

onEachEngine('a personal link', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());
  const issue = (changed: Partial<LinkOrder> = {}) =>
    desk.tools.tx((work) => issueLink(work, desk.tools, { ...order, ...changed }));

  test('X-03 is random, and only its hash is kept', async () => {
    desk = await openDesk(engine, { now });
    const [one, other] = [await issue(), await issue()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(one).not.toBe(other);
    const rows = await desk.tools.db.selectFrom('personal_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(one);
    expect(rows.map(({ hash }) => hash.length)).toEqual([64, 64]);
  });

  test('X-03 opens what it was made for, for its owner, until it expires', async () => {
    desk = await openDesk(engine, { now });
    const secret = await issue();
    expect(await resolveLink(desk.tools, secret, 'self')).toMatchObject({ ...key, personId: 'p-01', purpose: 'self' });
    expect(await resolveLink(desk.tools, secret, 'evaluation:s-1')).toBeUndefined();
    expect(await resolveLink(desk.tools, `${secret}x`, 'self')).toBeUndefined();
    desk.at('2026-09-20T09:59:59Z');
    expect(await resolveLink(desk.tools, secret, 'self')).toBeDefined();
    desk.at('2026-09-20T10:00:00Z');
    expect(await resolveLink(desk.tools, secret, 'self')).toBeUndefined();
  });

  test('X-03 can be revoked, one purpose or all, without touching anybody else’s', async () => {
    desk = await openDesk(engine, { now });
    const own = await issue();
    const evaluation = await issue({ purpose: 'evaluation:s-1' });
    const other = await issue({ personId: 'p-02' });
    await desk.tools.tx((work) => revokeLinks(work, desk.tools, { ...key, personId: 'p-01', purpose: 'self' }));
    expect(await resolveLink(desk.tools, own, 'self')).toBeUndefined();
    expect(await resolveLink(desk.tools, evaluation, 'evaluation:s-1')).toBeDefined();
    await desk.tools.tx((work) => revokeLinks(work, desk.tools, { ...key, personId: 'p-01' }));
    expect(await resolveLink(desk.tools, evaluation, 'evaluation:s-1')).toBeUndefined();
    expect(await resolveLink(desk.tools, other, 'self')).toBeDefined();
  });
});
