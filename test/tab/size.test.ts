import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildTab } from '../../src/commands/tab-build.ts';

interface Entry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isDynamicEntry?: boolean;
}

let folder = '';
let entries: Readonly<Record<string, Entry>> = {};
beforeAll(async () => {
  folder = await buildTab();
  entries = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as typeof entries; // vite's own shape
}, 120_000);

/** What an entry needs, itself included. */
function needs(name: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of entries[name]?.imports ?? []) needs(other, found);
  return found;
}

/** Kilobytes over the wire. */
function weight(names: Iterable<string>): number {
  const files = new Set([...names].flatMap((name) => [entries[name]?.file ?? '', ...(entries[name]?.css ?? [])]));
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return bytes / 1000;
}

const pageEntries = () => Object.keys(entries).filter((name) => entries[name]?.isDynamicEntry === true);

test('the first page comes within 195 kilobytes, the library of Teams included', () => {
  for (const page of pageEntries()) expect(weight(needs(page, needs('index.html'))), page).toBeLessThan(195);
});

test('each further page adds 45 kilobytes at most', () => {
  const first = needs('index.html');
  for (const page of pageEntries())
    expect(weight([...needs(page)].filter((name) => !first.has(name))), page).toBeLessThan(45);
});

test('what shows before anything else is 2 kilobytes of HTML at most', () => {
  expect(readFileSync(join(folder, 'index.html')).length).toBeLessThan(2048);
});

test('the pane in Outlook comes within 150 kilobytes, and what signs in follows apart', () => {
  const pane = join(folder, 'pane');
  const own = JSON.parse(readFileSync(join(pane, '.vite', 'manifest.json'), 'utf8')) as typeof entries; // vite's own shape
  const first = own['index.html'];
  const files = [first?.file, ...(first?.css ?? []), ...(first?.imports ?? []).map((name) => own[name]?.file)];
  const bytes = files.flatMap((file) => file ?? []).map((file) => gzipSync(readFileSync(join(pane, file))).length);
  expect(bytes.reduce((sum, one) => sum + one, 0) / 1000).toBeLessThan(150);
  expect(Object.keys(own).some((name) => name.includes('msal-browser') && own[name]?.isDynamicEntry === true)).toBe(
    true,
  );
});
