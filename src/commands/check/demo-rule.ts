import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { importsOf } from './imports.ts';
import { placeOf } from './layers.ts';

const isDemo = (path: string) => /^src\/commands\/demo(\.ts$|\/|-)/.test(path);

/**
 * The demo proves the product through its own entrances, so it must not reach past them to an action or a store,
 * not even through a file of its own that does.
 */
export function checkDemo(root: string, paths: readonly string[]): string[] {
  return paths.filter(isDemo).flatMap((path) =>
    importsOf(path, readFileSync(join(root, path), 'utf8'))
      .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
      .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
      .filter((target) => ['actions', 'jobs', 'store'].includes(placeOf(target)?.layer ?? ''))
      .map((target) => `${path} imports ${target}. Let the demo act through HTTP or the bot.`),
  );
}
