import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { chromiumFlags } from './chromium.ts';

const choice = inject('chromium');

/** Why there is no browser here, for `describe.skipIf(browserMissing)`; undefined when there is one. */
export const browserMissing: string | undefined = 'missing' in choice ? choice.missing : undefined;

let launched: Promise<Browser> | undefined;
const pages: Page[] = [];

afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});

/** The browser of this worker, launched at the first call and closed after the test file. */
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
  const { width = 1280, height = 900, colorScheme = 'light', forcedColors = 'none', locale = 'sv-SE' } = wish;
  const context = await (
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
  const page = await context.newPage();
  pages.push(page);
  return page;
}

/** Closes the pages that have been opened; for `afterEach`. */
export async function closePages(): Promise<void> {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
}

/**
 * WCAG 2.2 A and AA faults, one readable line each: `expect(await axe(page)).toEqual([])`.
 * `colours` looks at those alone, for a page that has been looked at whole in another colour scheme.
 */
export async function axe(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Without frames of another origin the builder needs no page of its own for each look.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const chosen =
    what === 'colours'
      ? builder.withRules(['color-contrast', 'link-in-text-block'])
      : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await chosen
    // Fluent's focus keeper leaves hidden focusable dummies, which a keyboard never lands on.
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`));
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
