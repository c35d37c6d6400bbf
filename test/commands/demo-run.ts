import type { ProjectFile } from '../../src/features/planning/file/types.ts';
import { runDemo, type DemoResult, type DemoWish } from '../../src/commands/demo/run.ts';
import { quickest } from '../engines.ts';

/** Lives a file without writing anything and without a word. */
export async function lived(file: ProjectFile, more: Partial<DemoWish> = {}): Promise<DemoResult> {
  const databaseUrl = await quickest.preparedUrl();
  return await runDemo({ file, out: null, seed: 1, edges: false, print: () => undefined, databaseUrl, ...more });
}
