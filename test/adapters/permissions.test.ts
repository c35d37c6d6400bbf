import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  explained,
  registeredPermissions,
  statedPermissions,
} from '../../src/commands/package/handover/permissions.ts';

const folder = 'src/adapters/graph';
const registered = registeredPermissions('manifest/app-registration.json');

test('every Graph permission that a call needs is registered, and none is registered that no call needs', async () => {
  const stated = await statedPermissions(join(process.cwd(), folder));
  expect(stated.size).toBeGreaterThan(0);
  expect(registered.map(({ name }) => name).toSorted()).toEqual([...stated.keys()].toSorted());
  expect(explained(stated, registered)).toHaveLength(registered.length);
});

test('no permission is registered twice', () => {
  expect(new Set(registered.map(({ name }) => name)).size).toBe(registered.length);
});

test('calendars and mail are given for named mailboxes alone, never by consent for the whole tenant', () => {
  const ofMailboxes = registered.filter(({ name }) => /^(Calendars|Mail|MailboxSettings|Contacts)\./.test(name));
  expect(ofMailboxes.map(({ granted }) => granted)).toEqual(ofMailboxes.map(() => 'rbac'));
  expect(ofMailboxes).not.toHaveLength(0);
});

test('every file that calls Graph by its client states what it needs', () => {
  const silent = readdirSync(folder).filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    // The one below the others that only carries their calls.
    return (
      /\.call\(|\.request\(/.test(text) &&
      !['client.ts', 'batch.ts'].includes(name) &&
      !text.includes('export const permissions')
    );
  });
  expect(silent).toEqual([]);
});
