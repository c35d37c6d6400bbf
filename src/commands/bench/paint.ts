import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { readConfig, type SandboxConfig } from '../../config.ts';
import { importProject } from '../../features/planning/file/actions.ts';
import { sampleProject } from '../../features/planning/sample/rules.ts';
import { createLog } from '../../log.ts';
import { startSandbox, type RunningSandbox } from '../../start.ts';
import { chromiumFlags, findChromium } from '../chromium.ts';
import { oidOf, organiserMailboxOf, sandboxTenantId, worldOf } from '../sandbox-world.ts';
import { median } from './median.ts';
import type { Figure } from './types.ts';

const rounds = 9;
const lead = oidOf('karin.tunsberg@region-dalarna.example');
const MEGABIT = 1_000_000 / 8;

/** How the page travels: straight over the loopback address, and as on a mobile telephone. */
const lines = [
  { name: 'utan fördröjning', emulated: null },
  { name: '9 Mbit/s, 60 ms', emulated: { latency: 60, downloadThroughput: 9 * MEGABIT, uploadThroughput: MEGABIT } },
] as const;

/** Milliseconds from the tab's own start. */
interface Shown {
  readonly painted: number;
  readonly ready: number;
}

/** When the tab first shows something and when its first page has its content, beside the same from another built folder. */
export async function paintFigures(ours: string, whole: string): Promise<readonly Figure[]> {
  const choice = await findChromium();
  if ('missing' in choice) return [{ what: 'första målning', figure: choice.missing, ratio: null, goal: null }];
  const { executable, environment } = choice.found;
  const data = mkdtempSync(join(tmpdir(), 'larprojekt-bench-'));
  const running: RunningSandbox[] = [];
  const browser = await chromium.launch({
    ...{ executablePath: executable, args: chromiumFlags, env: { ...process.env, ...environment } },
  });
  try {
    for (const folder of [ours, whole]) running.push(await served(folder, data));
    const urls = running.map(({ url }) => url);
    const figures: Figure[] = [];
    for (const line of lines) figures.push(...(await compared(browser, urls, line)));
    return figures;
  } finally {
    await browser.close();
    for (const one of running) await one.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function served(tabFolder: string, data: string): Promise<RunningSandbox> {
  const file = sampleProject();
  const running = await startSandbox({
    config: readConfig({ PORT: '0', DATA_DIR: data, DATABASE_URL: 'memory://' }) as SandboxConfig, // no tenant mode
    world: worldOf(file, { startsAt: '2026-08-26T07:00:00Z' }),
    organiserMailbox: organiserMailboxOf(file),
    log: createLog('silent'),
    tabFolder,
    frozen: true,
    inMemory: true,
  });
  const imported = await importProject(running.product.tools, sandboxTenantId, file, { actorName: 'bench' });
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  return running;
}

/** One of each in turn, each in a browser that has seen nothing yet. */
async function compared(
  browser: Browser,
  urls: readonly string[],
  { name, emulated }: (typeof lines)[number],
): Promise<Figure[]> {
  const seen = urls.map((): Shown[] => []);
  // The first round warms the servers.
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, url] of urls.entries()) {
      const shown = await opened(browser, url, emulated);
      if (round > 0) seen[index]?.push(shown);
    }
  const of = (what: keyof Shown): number[] => seen.map((all) => median(all.map((one) => one[what])));
  const figure = (what: string, [our = 0, other = 0]: readonly number[]): Figure => ({
    what: `${what}, ${name}`,
    figure: `${Math.round(our)} ms mot ${Math.round(other)} ms`,
    ratio: our / other,
    goal: null,
  });
  return [figure('första målning', of('painted')), figure('innehållet klart', of('ready'))];
}

/** Runs in every frame: notes when the tab's first page has its heading and waits for nothing. */
const watch = `(() => {
  sessionStorage.setItem('who', ${JSON.stringify(lead)});
  if (!location.pathname.startsWith('/tab')) return;
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('main h1') || document.querySelector('.loading')) return;
    observer.disconnect();
    requestAnimationFrame(() => { window.contentReady = performance.now(); });
  }).observe(document, { childList: true, subtree: true });
})()`;

const read = `({
  painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
  ready: window.contentReady,
})`;

async function opened(browser: Browser, url: string, emulated: (typeof lines)[number]['emulated']): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'sv-SE' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    if (emulated !== null) {
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', { offline: false, ...emulated });
    }
    await page.goto(`${url}/sandbox#flik/idag`);
    return await shownIn(page);
  } finally {
    await context.close();
  }
}

async function shownIn(page: Page): Promise<Shown> {
  await page.frameLocator('#app').locator('main h1').waitFor();
  await page.frameLocator('#app').locator('.loading').first().waitFor({ state: 'detached' });
  const frame = page.frames().find((one) => new URL(one.url()).pathname.startsWith('/tab'));
  if (frame === undefined) throw new Error('the tab is not in the page');
  await frame.waitForFunction('window.contentReady !== undefined');
  return await frame.evaluate<Shown>(read);
}
