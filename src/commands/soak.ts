import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { differencesBetween } from './demo/end-state.ts';
import { quickParent } from './quick-parent.ts';
import { killedLife, liveOn, type LifeWish, type Outcome } from './soak/killing.ts';
import { sumLine, type Sum } from './sum.ts';

const usage = `npm run soak -- [--kills N] [--from N] [--keep DIR]
  --kills  hur många avbrott, annars 100 / how many kills, else 100
  --from   det första livets nummer, som avgör när det avbryts, annars 1 / the number of the first life, which decides when it is killed, else 1
  --keep   mapp för de liv som slutar annorlunda / a folder for the lives that end otherwise`;

const KILLS = 100;
const KILLS_PER_LIFE = 20;
/** One life a core; more would only wait for each other. */
const AT_ONCE = 2;
/** Every second life meets faults besides. */
const FAULTS = 0.08;
const SHOWN = 10;

interface Wish {
  readonly kills: number;
  readonly from: number;
  readonly keep: string | undefined;
}

/**
 * Lives the small project again and again, killed a hundred times on the way, and compares the end of each life with one
 * that nothing disturbed. A kill has passed when the life that it fell in ended like that.
 */
async function soak(wish: Wish, folder: string): Promise<Sum> {
  const calm = livedThrough({ folder: join(folder, 'calm'), seed: 1, faults: 0 });
  const sum = { passed: 0, failed: 0, skipped: 0 };
  let next = wish.from;
  let killed = 0;
  const worker = async (): Promise<void> => {
    while (killed < wish.kills) {
      const life = next;
      next += 1;
      const most = Math.min(KILLS_PER_LIFE, wish.kills - killed);
      // Taken from the sum at once, so that the other worker plans the rest; what a life did not need is given back.
      killed += most;
      const { kills, differences } = await oneLife(join(folder, String(life)), { life, most, calm });
      killed -= most - kills;
      if (differences.length === 0) sum.passed += kills;
      else sum.failed += Math.max(1, kills);
      console.log(`liv ${life}: ${kills} avbrott, ${differences.length} skillnader mot ett ostört liv`);
      for (const line of differences.slice(0, SHOWN)) console.log(`  ${line.slice(0, 200)}`);
      // A life that could not even begin has left nothing.
      if (differences.length > 0 && wish.keep !== undefined && existsSync(join(folder, String(life))))
        cpSync(join(folder, String(life)), join(wish.keep, `liv-${life}`), { recursive: true });
    }
  };
  // The undisturbed life takes the first place, so that no more are lived at once than there are places.
  await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => (place === 0 ? calm.then(worker) : worker())));
  return sum;
}

async function livedThrough(wish: LifeWish): Promise<Outcome> {
  const { outcome } = await liveOn(wish);
  if (outcome === null) throw new Error('a life that nobody killed did not end');
  return outcome;
}

async function oneLife(
  folder: string,
  { life, most, calm }: { life: number; most: number; calm: Promise<Outcome> },
): Promise<{ kills: number; differences: readonly string[] }> {
  // The same seed for all: it decides who answers what, and only lives of the same people can be compared.
  const wish: LifeWish = { folder, seed: 1, faults: life % 2 === 0 ? FAULTS : 0 };
  let number = 0;
  const say = (line: string): void => console.log(`liv ${life} avbrott ${(number += 1)} ${line}`);
  try {
    const { kills, outcome } = await killedLife(wish, { most, chances: life }, say);
    const { endState } = await calm;
    return { kills, differences: [...outcome.differences, ...differencesBetween(endState, outcome.endState)] };
  } catch (cause) {
    return { kills: number, differences: [cause instanceof Error ? cause.message : String(cause)] };
  }
}

function wishOf(words: readonly string[]): Wish | undefined {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...words], options: { kills: text, from: text, keep: text } });
    const [kills, from] = [Number(values.kills ?? KILLS), Number(values.from ?? 1)];
    return [kills, from].every((one) => Number.isSafeInteger(one) && one > 0)
      ? { kills, from, keep: values.keep }
      : undefined;
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  const wish = wishOf(process.argv.slice(2));
  if (wish === undefined) {
    console.error(usage);
    return 2;
  }
  if (wish.keep !== undefined) mkdirSync(wish.keep, { recursive: true });
  const folder = mkdtempSync(join(quickParent(), 'larprojekt-soak-'));
  try {
    const started = performance.now();
    const sum = await soak(wish, folder);
    console.log(`${((performance.now() - started) / 60_000).toFixed(1)} min\n\n${sumLine(sum)}`);
    return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
