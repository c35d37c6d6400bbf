import { expect, test } from 'vitest';
import { mailboxBudget, openBudget } from '../../../src/adapters/graph/budget.ts';
import { AskedToWait } from '../../../src/ports/far-side.ts';

const once = (mailbox: string, count = 1) => new Map([[mailbox, count]]);

test('CAL-01 a mailbox is left alone before Exchange refuses it, and only until the window has moved on', () => {
  let now = 0;
  const budget = openBudget(() => now, { most: 10, windowMs: 60_000 });
  budget.spend(once('a', 8));
  now = 30_000;
  budget.spend(once('a', 2));
  expect(() => budget.spend(once('a'))).toThrow(AskedToWait);
  try {
    budget.spend(once('a'));
  } catch (cause) {
    expect(cause).toMatchObject({ retryAfterSeconds: 30 });
  }
  budget.spend(once('b', 10));
  now = 60_000;
  budget.spend(once('a', 8));
  expect(() => budget.spend(once('a'))).toThrow(AskedToWait);
});

test('the limit is below Exchange’s own', () => {
  expect(mailboxBudget.most).toBeLessThan(10_000);
  expect(mailboxBudget.windowMs).toBe(600_000);
});
