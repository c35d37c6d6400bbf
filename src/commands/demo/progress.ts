import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ScriptProblem } from './script.ts';

/** How far a life in a folder has come: what a run that was killed leaves to the next. */
export interface Progress {
  /** What is being lived: the same command goes on, another one is refused. */
  readonly wish: string;
  /** Where the product listens: its address stands in what has been sent. */
  readonly port: number;
  /** How many acts have been carried out to their end. */
  readonly done: number;
  readonly refusals: readonly string[];
  readonly overridden: readonly string[];
  /** What the last run told, when the life has ended. */
  readonly ended: { readonly lines: readonly string[]; readonly code: number } | null;
}

const shape = z.object({
  wish: z.string(),
  port: z.number(),
  done: z.number(),
  refusals: z.array(z.string()),
  overridden: z.array(z.string()),
  ended: z.object({ lines: z.array(z.string()), code: z.number() }).nullable(),
});

export interface ProgressBook {
  /** Null in a folder where nothing has been lived. */
  read(): Progress | null;
  write(progress: Progress): void;
}

const fileName = 'demo.json';

/** @throws ScriptProblem when another life is lived in the folder */
export function openProgress(folder: string, wish: string): ProgressBook {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  const read = (): Progress | null => (existsSync(path) ? shape.parse(JSON.parse(readFileSync(path, 'utf8'))) : null);
  const found = read();
  if (found !== null && found.wish !== wish)
    throw new ScriptProblem(
      `I ${folder} levs ett annat projekt (${found.wish}). Kör samma kommando som då, eller välj en annan mapp.\nAnother project is lived in ${folder} (${found.wish}). Run the same command as then, or choose another folder.`,
    );
  return {
    read,
    write: (progress) => {
      // Renamed into its place, so that a run that is killed while writing leaves the earlier one.
      writeFileSync(`${path}.new`, JSON.stringify(progress));
      renameSync(`${path}.new`, path);
    },
  };
}
