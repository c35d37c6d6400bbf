import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { z } from 'zod';
import { projectRoot } from '../project-root.ts';
import { buildTab, inProduction } from '../tab-build.ts';
import { squeeze } from '../tab-squeeze.ts';
import { median } from './median.ts';
import { paintFigures } from './paint.ts';
import type { SectionReport } from './types.ts';

const KILOBYTE = 1000;

const manifestFile = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
    isDynamicEntry: z.boolean().default(false),
  }),
);
type Manifest = z.infer<typeof manifestFile>;

/** What the tab's first page weighs on the wire and how soon it shows, beside the same source built as one file. */
export async function tabSection(): Promise<SectionReport> {
  const ours = await buildTab();
  const whole = mkdtempSync(join(tmpdir(), 'larprojekt-bench-tab-'));
  try {
    await buildWhole(whole);
    const manifest = manifestOf(ours);
    const first = needs(manifest, 'index.html');
    const pages = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry === true);
    const weights = pages.map((page) => weight(ours, manifest, [...first, ...needs(manifest, page)]));
    const one = weight(whole, manifestOf(whole), ['index.html']);
    const figure = (what: string, kilobytes: number) => ({
      what,
      figure: `${kilobytes.toFixed(0)} kB mot ${one.toFixed(0)} kB`,
      ratio: kilobytes / one,
      goal: null,
    });
    return {
      name: 'tab',
      figures: [
        figure('första sidan, den tyngsta av alla', Math.max(...weights)),
        figure('första sidan, median', median(weights)),
        ...(await paintFigures(ours, whole)),
      ],
      notes: [
        'Målning och innehåll: flikens första sida i Chromium utan något i minnet, räknat från flikens egen start, median, varannan gång av varje.',
        `Brotli, skript och formatmallar, ${pages.length} sidor och fönster som hämtas när de öppnas. Jämfört med samma källa i en enda fil.`,
      ],
    };
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
}

async function buildWhole(outDir: string): Promise<void> {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await inProduction(() =>
    build({
      ...{ root: join(projectRoot, 'tab'), base: '/tab/', configFile: false, logLevel: 'error', mode: 'production' },
      plugins: [react()],
      build: {
        ...{ outDir, emptyOutDir: true, manifest: true, target: 'es2022', assetsInlineLimit: 0 },
        chunkSizeWarningLimit: 10_000,
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
  );
  squeeze(outDir);
}

function manifestOf(folder: string): Manifest {
  return manifestFile.parse(JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')));
}

/** An entry with everything that it loads at once. */
function needs(manifest: Manifest, name: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of manifest[name]?.imports ?? []) needs(manifest, other, found);
  return found;
}

function weight(folder: string, manifest: Manifest, names: readonly string[]): number {
  const files = new Set(
    names.flatMap((name) => {
      const entry = manifest[name];
      return entry === undefined ? [] : [entry.file, ...entry.css];
    }),
  );
  const bytes = [...files].map((file) => brotliCompressSync(readFileSync(join(folder, file))).length);
  return bytes.reduce((sum, one) => sum + one, 0) / KILOBYTE;
}
