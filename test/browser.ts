import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Frame,
  type Page,
} from 'playwright-core';
import { expect, inject } from 'vitest';
import { chromiumFlags } from '../src/commands/chromium.ts';
import { afterThisFile } from './clean-up.ts';

const choice = inject('chromium');

/** Why there is no browser here, for `describe.skipIf(browserMissing)`; undefined when there is one. */
export const browserMissing: string | undefined = 'missing' in choice ? choice.missing : undefined;

let launched: Promise<Browser> | undefined;
const pages: Page[] = [];

/** The browser of this worker, launched at the first call; it ends with the worker. */
export function browser(): Promise<Browser> {
  if ('missing' in choice) throw new Error(choice.missing);
  const { executable, environment } = choice.found;
  launched ??= chromium.launch({
    executablePath: executable,
    args: chromiumFlags,
    env: { ...process.env, ...environment },
  });
  return launched;
}

export type PageWish = {
  /** Width of the window in CSS pixels; 1280 unless told. */
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  locale?: 'sv-SE' | 'en-GB';
  /** Other wishes in Playwright's own words: javaScriptEnabled, permissions, baseURL … */
  context?: BrowserContextOptions;
};

/** A page in a context of its own, that moves nothing, so that colours have settled when they are measured. */
export async function openPage(wish: PageWish = {}): Promise<Page> {
  const page = await (await openContext(wish)).newPage();
  if (pages.push(page) === 1) afterThisFile(closePages);
  return page;
}

/** For pages that share what they have fetched and compiled; whoever opens it closes it. */
export async function openContext(wish: PageWish = {}): Promise<BrowserContext> {
  const { width = 1280, height = 900, colorScheme = 'light', forcedColors = 'none', locale = 'sv-SE' } = wish;
  return await (
    await browser()
  ).newContext({
    viewport: { width, height },
    colorScheme,
    forcedColors,
    locale,
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    ...wish.context,
  });
}

/** Closes the pages that `openPage` has opened; for `afterEach`. */
export async function closePages(): Promise<void> {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
}

const everyTag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const lookAt = {
  all: { type: 'tag', values: everyTag },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/**
 * WCAG 2.2 A and AA faults, one readable line each: `expect(await axe(page)).toEqual([])`.
 * `colours` looks at those alone, for a page that has been looked at whole in another colour scheme. A frame inside the
 * page is looked at by itself. axe is told to run where it stands, once per document: its own driver for Playwright
 * takes ten times as long.
 */
export async function axe(screen: Page | Frame, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  if ((await screen.evaluate('typeof axe')) === 'undefined') await screen.evaluate(axeCore.source);
  const options = { runOnly: lookAt[what], resultTypes: ['violations'], iframes: false };
  // A string, because the function's body runs in the browser and needs none of our types. Fluent's focus keeper leaves
  // hidden focusable dummies, which a keyboard never lands on.
  // What changes colour, be it in a hundredth of a millisecond, is looked at when it has changed.
  const found: unknown = await screen.evaluate(`Promise.all(document.getAnimations()
    .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
    .map((one) => one.finished.catch(() => undefined)))
    .then(() => axe.run({ include: [['html']], exclude: [['[data-tabster-dummy]']] }, ${JSON.stringify(options)}))
    .then(({ violations }) => violations)`);
  return (found as readonly Violation[]).flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** WCAG 1.4.10: nothing makes the page scroll sideways; names what sticks out. */
export async function assertNoSidewaysScroll(page: Page): Promise<void> {
  // A string, because the function's body runs in the browser and needs none of our types.
  const wide: unknown = await page.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return '';
    const sticking = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1);
    return ['page is ' + document.documentElement.scrollWidth + ' px in ' + width,
      ...sticking.slice(0, 5).map((e) => e.tagName.toLowerCase() + '.' + e.className + ' ' + (e.textContent ?? '').slice(0, 40))].join('\\n');
  })()`);
  expect(wide).toBe('');
}

/** Saves a picture in the folder that SCREENSHOTS names; does nothing when it names none. */
export async function screenshot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: options.fullPage ?? true });
}
