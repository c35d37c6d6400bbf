import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chance } from '../demo/chance.ts';
import type { EndState } from '../demo/end-state.ts';
import { copyPreparedDatabase } from '../prepared-database.ts';

/** What a child is told. */
export interface LifeWish {
  readonly folder: string;
  readonly seed: number;
  /** Share of requests that meet a fault besides; 0 for none. */
  readonly faults: number;
  /** Dies by its own hand at this exchange with Microsoft, before it or when its work is done. */
  readonly diesAt?: { readonly exchange: number; readonly afterWork: boolean };
}

/** What a child leaves behind at the end of a life. */
export interface Outcome {
  readonly endState: EndState;
  readonly differences: readonly string[];
  readonly injected: Readonly<Record<string, number>>;
}

export interface Kill {
  readonly told: string;
  readonly diesAt?: LifeWish['diesAt'];
  /** Milliseconds after the child's first word. */
  readonly afterMs?: number;
}

/** A whole life of the small project, about. Kills are spread over it. */
const EXCHANGES = 460;
const LIFE_MS = 12_000;

/**
 * The seed's choice of the moment: by the wire, where database and far side part, or by the clock, in the midst of
 * anything. The more kills there will be, the closer they come.
 */
export function killFor(seed: number, number: number, of: number): Kill {
  const drawn = (word: string): number => chance(seed, 'kill', number, word);
  if (drawn('how') < 0.5) {
    const afterMs = Math.floor((drawn('when') * LIFE_MS) / of);
    return { told: `efter ${afterMs} ms`, afterMs };
  }
  const exchange = 1 + Math.floor((drawn('when') * EXCHANGES) / of);
  const afterWork = drawn('side') < 0.5;
  return {
    told: `vid anrop ${exchange}, ${afterWork ? 'när det är gjort' : 'innan'}`,
    diesAt: { exchange, afterWork },
  };
}

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
/** Who is killed every other second never gets back what it costs to compile the database's code well. */
const hastily = '--liftoff-only';

/** Lives on in a folder until the kill or the end. Answers the last line it said, and what it came to when it ended. */
export async function liveOn(wish: LifeWish, kill?: Kill): Promise<{ last: string; outcome: Outcome | null }> {
  const database = join(wish.folder, 'database');
  if (!existsSync(database)) await copyPreparedDatabase(database);
  const words = { ...wish, ...(kill?.diesAt === undefined ? {} : { diesAt: kill.diesAt }) };
  const child = spawn(process.execPath, [hastily, program, JSON.stringify(words)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const complaints: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    if (said.length === 1 && kill?.afterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), kill.afterMs).unref();
  });
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...ended) => resolve(ended)),
  );
  if (signal === 'SIGKILL') return { last: said.at(-1) ?? '', outcome: null };
  if (code !== 0)
    throw new Error(`a life ended with ${code}:\n${[...said.slice(-3), ...complaints.slice(-30)].join('\n')}`);
  return { last: said.at(-1) ?? '', outcome: outcomeIn(wish.folder) };
}

function outcomeIn(folder: string): Outcome | null {
  const path = join(folder, 'outcome.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Outcome) : null; // written by the child
}

export interface KilledLife {
  readonly kills: number;
  readonly outcome: Outcome;
}

/** One life, killed up to this many times and each time gone on with, to its end. `chances` decides when. */
export async function killedLife(
  wish: LifeWish,
  { most, chances }: { readonly most: number; readonly chances: number },
  say: (line: string) => void,
): Promise<KilledLife> {
  let kills = 0;
  for (;;) {
    const kill = kills < most ? killFor(chances, kills, most) : undefined;
    const { last, outcome } = await liveOn(wish, kill);
    if (outcome !== null) return { kills, outcome };
    kills += 1;
    say(`${kill?.told ?? ''}: ${last.trim()}`);
  }
}
