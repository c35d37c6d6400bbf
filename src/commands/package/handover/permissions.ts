import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const words = z.object({ sv: z.string().min(15), en: z.string().min(15) });

const registration = z.object({
  graphApplicationPermissions: z.array(
    z.object({
      name: z.string(),
      id: z.guid(),
      /** `rbac`: in Exchange Online for named mailboxes · `consent`: in Entra, for the whole tenant. */
      granted: z.enum(['rbac', 'consent']),
      use: words,
      reason: words,
    }),
  ),
});

export type Permission = z.infer<typeof registration>['graphApplicationPermissions'][number] & {
  /** The adapters that state it, such as `meetings`. */
  readonly statedBy: readonly string[];
};

export type RegisteredPermission = Omit<Permission, 'statedBy'>;

/** What Entra registers, with the words for each. */
export function registeredPermissions(file: string): readonly RegisteredPermission[] {
  return registration.parse(JSON.parse(readFileSync(file, 'utf8'))).graphApplicationPermissions;
}

/** What the Graph files say that they need, by the constant that stands beside the calls: permission → adapters. */
export async function statedPermissions(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const stated = z.object({ permissions: z.array(z.string()) });
  const found = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const module: unknown = await import(pathToFileURL(join(folder, file)).href);
    const read = stated.safeParse({ ...(module as object) }); // a module is an object of its exports
    for (const name of read.success ? read.data.permissions : []) {
      found.set(name, [...(found.get(name) ?? []), file.replace(/\.ts$/, '')]);
    }
  }
  return found;
}

/**
 * One list of both. @throws Error naming every permission that a call needs and nobody has explained, or that is
 * registered though no call needs it: neither may reach those who are to approve them.
 */
export function explained(
  stated: ReadonlyMap<string, readonly string[]>,
  registered: readonly RegisteredPermission[],
): readonly Permission[] {
  const names = registered.map(({ name }) => name);
  const faults = [
    ...[...stated.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${name} saknar förklaring / has no explanation`),
    ...names.filter((name) => !stated.has(name)).map((name) => `${name} behövs inte / is not needed`),
  ];
  if (faults.length > 0) throw new Error(`manifest/app-registration.json:\n  - ${faults.join('\n  - ')}`);
  return registered.map((one) => ({ ...one, statedBy: stated.get(one.name) ?? [] }));
}
