// `npm run pictures`: takes the README's pictures of the sandbox as a newcomer meets it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { buildTab } from '../src/commands/tab-build.ts';
import { projectRoot } from '../src/commands/project-root.ts';
import { chromiumFlags, findChromium } from '../src/commands/chromium.ts';
import { configOf, startSample } from './sandbox/product.ts';

const folder = join(projectRoot, 'infra', 'pictures');

const choice = await findChromium();
if ('missing' in choice) throw new Error(choice.missing);
const data = mkdtempSync(join(tmpdir(), 'larprojekt-pictures-'));
const running = await startSample(configOf(data, 'memory://'), { inMemory: true, tabFolder: await buildTab() });
const { executable, environment } = choice.found;
const browser = await chromium.launch({
  executablePath: executable,
  args: chromiumFlags,
  env: { ...process.env, ...environment },
});

async function open(hash: string, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${running.url}/sandbox${hash}`);
  await page.locator('#view:not([aria-busy])').waitFor({ state: 'attached', timeout: 60_000 });
  await page.frameLocator('#app').locator('main h1').waitFor({ timeout: 60_000 });
  await page.frameLocator('#app').locator('.loading').first().waitFor({ state: 'detached' });
  return page;
}

try {
  mkdirSync(folder, { recursive: true });
  const page = await open('', { width: 1440, height: 900 });
  await page.screenshot({ path: join(folder, 'start.png') });
  await page.locator('#guide').getByRole('button', { name: 'Öppna chatten' }).click();
  await page.locator('form.say input[type=text]:focus').waitFor();
  await page.keyboard.press('Enter');
  const card = page.getByRole('log').locator('article', { hasText: 'Läget i' }).last();
  await card.waitFor({ timeout: 60_000 });
  await page.goto(`${running.url}/sandbox#chatt`);
  await card.locator('.card').screenshot({ path: join(folder, 'card.png') });
} finally {
  await browser.close();
  await running.close();
  rmSync(data, { recursive: true, force: true });
}
console.log(folder);
