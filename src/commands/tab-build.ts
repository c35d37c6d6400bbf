import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin } from 'vite';
import { projectRoot } from './project-root.ts';
import { squeeze } from './tab-squeeze.ts';

const source = join(projectRoot, 'tab');

/** The folder that holds the built tab, with `index.html` and `.vite/manifest.json`. */
export const tabFolder = join(projectRoot, 'dist', 'tab');

/**
 * Builds the tab when its source has changed since the last time, and answers the folder to serve.
 * Without source (an installation that holds only what was built) nothing is done.
 */
export async function buildTab(): Promise<string> {
  if (!existsSync(join(source, 'index.html'))) return tabFolder;
  const stamp = join(tabFolder, '.source');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return tabFolder;
  // Loaded only here: these tools are not part of a production installation, nor of a start with nothing to build.
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  const wish = (root: string, outDir: string, base: string): InlineConfig => ({
    ...{ root, base, configFile: false, logLevel: 'warn', plugins: [react(), stylesFirst] },
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      // The content security policy allows files of our own only: no data: addresses, no inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1000,
      // What many pages share comes as one file, not as a dozen of some hundred bytes each.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 4, maxModuleSize: 3000 }] } },
      },
    },
  });
  // Apart, so that what the pane alone needs never stands in the tab's way, nor the other way round.
  await inProduction(async () => {
    await build(wish(source, tabFolder, '/tab/'));
    await build(wish(join(source, 'pane'), join(tabFolder, 'pane'), '/tab/pane/'));
  });
  squeeze(tabFolder);
  writeFileSync(stamp, now);
  return tabFolder;
}

/**
 * A test runner says `test` in the environment, and React would come in its large version for development. What the
 * builder itself writes there is taken away again: a sandbox that is started afterwards would be refused.
 */
export async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const told = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (told === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = told;
  }
}

/** A browser fetches six files at once: behind six scripts the style sheet would wait, and the page be white, until one has come. */
const stylesFirst: Plugin = {
  name: 'styles-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const styles = html.match(/[ \t]*<link rel="stylesheet"[^>]*>\n/g) ?? [];
      const rest = styles.reduce((page, style) => page.replace(style, ''), html);
      return rest.replace(/[ \t]*<script type="module"/, (script) => `${styles.join('')}${script}`);
    },
  },
};

/** Everything that can change the result: the tab, the words it shares with the server, the packages and the settings here. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const places = [
    source,
    join(projectRoot, 'src', 'domain'),
    join(projectRoot, 'package-lock.json'),
    fileURLToPath(import.meta.url),
    fileURLToPath(new URL('./tab-squeeze.ts', import.meta.url)),
  ];
  for (const file of places.flatMap(filesIn))
    hash.update(relative(projectRoot, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .toSorted()
    .flatMap((name) => filesIn(join(place, name)));
}
