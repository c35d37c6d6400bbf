import { execFileSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cachedFolder } from './cached-folder.ts';
import { projectRoot } from './project-root.ts';

export type Chromium = { executable: string; environment: Record<string, string> };
export type ChromiumChoice = { found: Chromium } | { missing: string };

// The package's own flags switch web security off and run in one process, which would hide CORS and CSP faults.
// The resolver rule makes an accidental call to the outside impossible.
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

const installedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** CHROMIUM_PATH first, then the browser inside the npm package where it runs (Linux x64), then an installed one. */
export async function findChromium(): Promise<ChromiumChoice> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? { found: { executable: named, environment: {} } }
      : { missing: `CHROMIUM_PATH names ${named}, which does not exist` };
  }
  const carried = await carriedChromium();
  if ('found' in carried) return carried;
  const installed = installedPlaces.find((place) => existsSync(place));
  if (installed !== undefined) return { found: { executable: installed, environment: {} } };
  return { missing: `${carried.missing}, and no installed Chromium was found (set CHROMIUM_PATH to one)` };
}

async function carriedChromium(): Promise<ChromiumChoice> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { missing: `the carried Chromium runs on Linux x64, this is ${process.platform} ${process.arch}` };
  }
  const packageFolder = join(projectRoot, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(packageFolder)) return { missing: 'the package @sparticuz/chromium is not installed' };
  const folder = await cachedFolder('chromium', versionOf(packageFolder), (aside) => unpack(packageFolder, aside));
  const chromium = { executable: join(folder, 'chromium'), environment: environmentFor(folder) };
  return runs(chromium) ? { found: chromium } : { missing: 'the carried Chromium does not start on this machine' };
}

function versionOf(packageFolder: string): string {
  const described: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (typeof described === 'object' && described !== null && 'version' in described) return String(described.version);
  throw new Error(`${packageFolder} has no version`);
}

// The package's own executablePath() unpacks to a shared temporary folder, reuses any older version that lies
// there and races between workers.
async function unpack(packageFolder: string, into: string): Promise<void> {
  const program = join(into, 'chromium');
  const packed = (name: string) => createReadStream(join(packageFolder, 'bin', name));
  await pipeline(packed('chromium.br'), createBrotliDecompress(), createWriteStream(program));
  chmodSync(program, 0o755);
  const tar = tarReader();
  for (const [name, folder] of [
    ['fonts.tar.br', into],
    ['swiftshader.tar.br', into],
    ['al2023.tar.br', join(into, 'al2023')],
  ] as const) {
    await pipeline(packed(name), createBrotliDecompress(), tar.extract(folder));
  }
}

type TarReader = { extract: (folder: string) => NodeJS.WritableStream };

// tar-fs carries no types.
function tarReader(): TarReader {
  return createRequire(import.meta.url)('tar-fs') as TarReader;
}

function environmentFor(folder: string): Record<string, string> {
  const fonts = join(folder, 'our-fonts.conf');
  // Without any font Chromium crashes on the first text, and the package's own fonts.conf points elsewhere.
  if (!existsSync(fonts)) writeFileSync(fonts, fontSettings(folder));
  const environment: Record<string, string> = { FONTCONFIG_FILE: fonts, LANG: 'C.UTF-8' };
  const libraries = [join(folder, 'al2023', 'lib'), join(folder, 'lib')].find((place) => existsSync(place));
  if (libraries !== undefined && !systemHasNss()) {
    environment['LD_LIBRARY_PATH'] = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  return environment;
}

function fontSettings(folder: string): string {
  const prefer = (family: string) =>
    `<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir>`,
    `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`,
    prefer('Segoe UI'),
    prefer('sans-serif'),
    prefer('system-ui'),
    '</fontconfig>',
  ].join('\n');
}

function systemHasNss(): boolean {
  try {
    return execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch {
    return false;
  }
}

function runs({ executable, environment }: Chromium): boolean {
  try {
    execFileSync(executable, ['--version'], { env: { ...process.env, ...environment }, stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
