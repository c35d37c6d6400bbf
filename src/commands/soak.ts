import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differencesBetween } from './demo/end-state.ts';
import { killedLife, liveOn, type LifeWish, type Outcome } from './soak/killing.ts';
import { sumLine } from './sum.ts';

const KILLS = 100;
const KILLS_PER_LIFE = 20;
/** One life a core; more would only wait for each other. */
const AT_ONCE = 2;
/** Every second life meets faults besides. */
const FAULTS = 0.08;
const SHOWN = 10;

/**
 * Lives the small project again and again, killed a hundred times on the way, and compares the end of each life with one
 * that nothing disturbed. A kill has passed when the life that it fell in ended like that.
 */
async function soak(folder: string): Promise<{ passed: number; failed: number; skipped: number }> {
  const calm = await livedThrough({ folder: join(folder, 'calm'), seed: 1, faults: 0 });
  const sum = { passed: 0, failed: 0, skipped: 0 };
  let begun = 0;
  let killed = 0;
  const worker = async (): Promise<void> => {
    while (killed < KILLS) {
      const life = (begun += 1);
      const most = Math.min(KILLS_PER_LIFE, KILLS - killed);
      // Taken from the hundred at once, so that the other worker plans the rest; what a life did not need is given back.
      killed += most;
      const { kills, differences } = await oneLife(folder, { life, most, calm });
      killed -= most - kills;
      if (differences.length === 0) sum.passed += kills;
      else sum.failed += Math.max(1, kills);
      console.log(`liv ${life}: ${kills} avbrott, ${differences.length} skillnader mot ett ostört liv`);
      for (const line of differences.slice(0, SHOWN)) console.log(`  ${line.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return sum;
}

async function livedThrough(wish: LifeWish): Promise<Outcome> {
  const { outcome } = await liveOn(wish);
  if (outcome === null) throw new Error('a life that nobody killed did not end');
  return outcome;
}

async function oneLife(
  folder: string,
  { life, most, calm }: { life: number; most: number; calm: Outcome },
): Promise<{ kills: number; differences: readonly string[] }> {
  // The same seed for all: it decides who answers what, and only lives of the same people can be compared.
  const wish: LifeWish = { folder: join(folder, String(life)), seed: 1, faults: life % 2 === 0 ? FAULTS : 0 };
  let number = 0;
  const say = (line: string): void => console.log(`liv ${life} avbrott ${(number += 1)} ${line}`);
  try {
    const { kills, outcome } = await killedLife(wish, { most, chances: life }, say);
    return { kills, differences: [...outcome.differences, ...differencesBetween(calm.endState, outcome.endState)] };
  } catch (cause) {
    return { kills: number, differences: [cause instanceof Error ? cause.message : String(cause)] };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'larprojekt-soak-'));
try {
  const started = performance.now();
  const sum = await soak(folder);
  console.log(`${((performance.now() - started) / 60_000).toFixed(1)} min\n\n${sumLine(sum)}`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
