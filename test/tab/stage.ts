import { pino } from 'pino';
import type { BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import { oidOf, organiserMailboxOf, sandboxClientId, worldOf } from '../../src/commands/sandbox-world.ts';
import { buildTab } from '../../src/commands/tab-build.ts';
import { readConfig } from '../../src/config.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { startSandbox, type RunningSandbox } from '../../src/start.ts';
import { axe, openContext } from '../browser.ts';
import { quickest } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';

export const people = {
  lead: 'karin.tunsberg@region-dalarna.example',
  /** In the planning group, a guest in the host's tenant. */
  guest: 'asa.hjortsberg-lindh@kommun-falun.example',
} as const;

export const projectId = 'lp-2026-kompetens';

/** The whole product with its far side, the clock standing still, and the tab as it is built. */
export interface TabStage {
  readonly running: RunningSandbox;
  /** Calls the API as the content lead; throws when it says no. */
  asLead<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Imports the sample project, dormant. */
  importSample(): Promise<void>;
  /** Wakes it under the preview that is shown. */
  wake(): Promise<void>;
  /** Opens the tab in the sandbox's frame, which speaks the host's side of the real teams-js. */
  open(page: string, wish?: TabWish): Promise<OpenTab>;
  /** Closes the pages that `open` has opened; for `afterEach`. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

export interface TabWish {
  /** Width of the window in CSS pixels; 1280 unless told. */
  readonly width?: number;
  readonly who?: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly language?: 'sv-se' | 'en-us';
}

export interface OpenTab {
  readonly page: Page;
  /** The tab inside the frame. */
  readonly tab: FrameLocator;
  frame(): Frame;
}

export async function openStage(now: string): Promise<TabStage> {
  const file = sampleProject();
  const config = readConfig({
    PORT: '0',
    DATA_DIR: temporaryFolder('tab'),
    DATABASE_URL: await quickest.preparedUrl(),
    GRACE_SECONDS: '120',
  });
  if (config.mode !== 'sandbox') throw new Error('not the sandbox');
  const running = await startSandbox({
    config,
    world: worldOf(file, { startsAt: now }),
    organiserMailbox: organiserMailboxOf(file),
    log: pino({ level: 'silent' }),
    tabFolder: await buildTab(),
    frozen: true,
    inMemory: true,
  });

  // All pages share what they have fetched and compiled, as in somebody's own browser.
  let context: Promise<BrowserContext> | undefined;

  async function asLead<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const token = await running.sandbox.issueUserToken({
      oid: oidOf(people.lead),
      tid: running.sandbox.directory.facts.tenantId,
      name: 'Karin Tunsberg',
      upn: people.lead,
      audience: sandboxClientId,
    });
    const response = await fetch(`${running.url}/api/projects${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer; // the route's own type
  }

  return {
    running,
    asLead,
    importSample: async () => void (await asLead('POST', '/import', file)),
    wake: async () => {
      const seen = await asLead<{ textVersion: string; recipientCount: number }>('GET', `/${projectId}/activation`);
      const { textVersion, recipientCount } = seen;
      await asLead('POST', `/${projectId}/activation`, { textVersion, recipientCount });
      await running.sandbox.clock.settle();
    },
    open: async (page, wish = {}) => {
      context ??= openContext();
      return await openTab(await (await context).newPage(), `${running.url}/sandbox#flik/${page}`, wish);
    },
    closePages: async () => {
      for (const page of (await context)?.pages() ?? []) await page.close();
    },
    close: async () => {
      await (await context)?.close();
      await running.close();
    },
  };
}

async function openTab(page: Page, address: string, wish: TabWish): Promise<OpenTab> {
  const { who = people.lead, theme = 'default', language = 'sv-se', width = 1280 } = wish;
  // On a narrow screen the sandbox's own bar takes room above the frame.
  await page.setViewportSize({ width, height: width < 600 ? 1400 : 1000 });
  // Short enough for the failing line to be told before the test's own limit.
  page.setDefaultTimeout(12_000);
  const kept = { who: oidOf(who), theme, locale: language };
  await page.addInitScript(`for (const [name, value] of Object.entries(${JSON.stringify(kept)})) {
    try { if (sessionStorage.getItem(name) === null) sessionStorage.setItem(name, value); } catch {}
  }`);
  await page.goto(address);
  const tab = page.frameLocator('#app');
  await tab.locator('main').waitFor();
  return { page, tab, frame: () => frameOf(page) };
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => new URL(one.url()).pathname.startsWith('/tab'));
  if (frame === undefined) throw new Error('the tab is not in the page');
  return frame;
}

/** Waits until nothing on the page is being fetched. */
export async function settled(tab: FrameLocator): Promise<void> {
  await tab.locator('main h1').waitFor();
  await tab.locator('.loading').first().waitFor({ state: 'detached' });
}

/** WCAG faults inside the frame, with whatever dialog stands over it; or only those that another theme could bring. */
export async function axeInTab(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  return await axe(frameOf(page), rules);
}

/** WCAG 1.4.10: nothing sticks out of a narrow frame, and no text runs out of its box. */
export async function sticksOut(frame: Frame): Promise<string> {
  // A string, because the function's body runs in the browser and needs none of our types.
  const wide: unknown = await frame.evaluate(`(() => {
    const width = document.documentElement.clientWidth;
    // The picture of time scrolls sideways within its own frame.
    const hidden = (e) => e.closest('.hidden, .skip, [data-tabster-dummy], .chart-sheet') !== null;
    const sticking = [...document.querySelectorAll('body *')]
      .filter((e) => !hidden(e) && e.getBoundingClientRect().width > 0 && e.getBoundingClientRect().right > width + 1);
    const name = (e) => e.tagName.toLowerCase() + '.' + e.className + ' ' + (e.textContent ?? '').slice(0, 40);
    if (document.documentElement.scrollWidth > width || sticking.length > 0)
      return [document.documentElement.scrollWidth + ' px in ' + width, ...sticking.slice(0, 5).map(name)].join('\\n');
    return '';
  })()`);
  return String(wide);
}

/** Controls that lie over each other, which neither axe nor scrolling tells. */
export async function overlaps(frame: Frame): Promise<string> {
  // A string, as above.
  const found: unknown = await frame.evaluate(`(() => {
    const seen = (e) => e.closest('.hidden, .skip, [data-tabster-dummy], dialog') === null && e.checkVisibility() && e.getClientRects().length > 0;
    const controls = [...document.querySelectorAll('button, a, select, input, textarea, summary')].filter(seen);
    const boxes = controls.map((e) => ({ e, box: e.getBoundingClientRect() }));
    const over = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
    const name = (e) => e.tagName.toLowerCase() + ' ' + (e.textContent || e.name || e.getAttribute('aria-label') || '').slice(0, 30);
    // What is wider than its place in a row runs into what stands beside it.
    const spills = [...document.querySelectorAll('summary > *')].filter((e) => seen(e) && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1);
    if (spills.length > 0) return spills.slice(0, 5).map((e) => name(e) + ' runs out of its place').join('\\n');
    return boxes.flatMap((one, index) => boxes.slice(index + 1)
      .filter((other) => over(one.box, other.box) && !one.e.contains(other.e) && !other.e.contains(one.e))
      .map((other) => name(one.e) + ' × ' + name(other.e))).slice(0, 5).join('\\n');
  })()`);
  return String(found);
}
