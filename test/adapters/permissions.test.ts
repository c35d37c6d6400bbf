import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const folder = 'src/adapters/graph';
const registration = z
  .object({
    graphApplicationPermissions: z.array(z.object({ name: z.string(), id: z.guid(), reason: z.string().min(20) })),
  })
  .parse(JSON.parse(readFileSync('manifest/app-registration.json', 'utf8')));
const registered = registration.graphApplicationPermissions.map(({ name }) => name);

/** What the Graph files say that they need, by the constant that stands beside the calls. */
async function needed(): Promise<string[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const modules: unknown[] = await Promise.all(files.map((name) => import(join(process.cwd(), folder, name))));
  const stated = z.object({ permissions: z.array(z.string()) });
  return modules.flatMap((module) => {
    const read = stated.safeParse({ ...(module as object) }); // a module is an object of its exports
    return read.success ? read.data.permissions : [];
  });
}

test('every Graph permission that a call needs is registered, and none is registered that no call needs', async () => {
  const permissions = new Set(await needed());
  expect(permissions.size).toBeGreaterThan(0);
  expect(registered.toSorted()).toEqual([...permissions].toSorted());
});

test('no permission is registered twice', () => {
  expect(new Set(registered).size).toBe(registered.length);
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
