import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunningSandbox } from '../../src/start.ts';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage, screenshot } from '../browser.ts';
import { embedded } from '../engines.ts';
import { configOf, outsider, startSample } from '../sandbox/product.ts';
import { temporaryFolder } from '../temporary.ts';

const LONG = 120_000;
const views = ['start', 'flik', 'chatt', 'brev', 'kalender', 'kanal', 'logg'];

describe.skipIf(browserMissing !== undefined)('the sandbox’s pages', () => {
  let running: RunningSandbox;
  beforeAll(async () => {
    running = await startSample(configOf(temporaryFolder('pages'), await embedded.preparedUrl()), { inMemory: true });
  }, LONG);
  afterAll(() => running.close());
  afterEach(() => closePages());

  const open = async (hash = '', wish: Parameters<typeof openPage>[0] = {}, query = ''): Promise<Page> => {
    const page = await openPage(wish);
    await page.goto(`${running.url}/sandbox${query}${hash}`);
    await page.locator('#view h1').first().waitFor();
    return page;
  };

  test.each(views)(
    '%s has nothing to remark on, light and dark, and fits 320 px',
    async (view) => {
      for (const wish of [{}, { colorScheme: 'dark' as const, width: 320 }]) {
        const page = await open(`#${view}`, wish);
        // The tab has tests of its own.
        const faults = (await axe(page)).filter((fault) => !fault.includes('#app'));
        expect(faults).toEqual([]);
        await assertNoSidewaysScroll(page);
        expect(await page.locator('.views [aria-current=page]').getAttribute('href')).toBe(`#${view}`);
        await screenshot(page, `sandbox-${view}-${wish.width ?? 1280}`);
        await closePages();
      }
    },
    LONG,
  );

  test(
    'the keyboard reaches everything from the top, and skips to the content',
    async () => {
      const page = await open();
      const names: string[] = [];
      for (let step = 0; step < 18; step += 1) {
        await page.keyboard.press('Tab');
        names.push(String(await page.evaluate('document.activeElement.textContent.trim()')));
      }
      expect(names.slice(0, 5)).toEqual([
        'Hoppa till innehållet',
        expect.stringContaining('Sandlåda'),
        'Till nästa händelse',
        '+1 dag',
        'Till anmälan stänger',
      ]);
      expect(names).toEqual(expect.arrayContaining(['Börja om', 'English', 'Brevlådor', 'Öppna fliken']));
      await page.goto(`${running.url}/sandbox`);
      await page.locator('#view h1').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('view');
    },
    LONG,
  );

  test(
    'English is given to those who ask for it',
    async () => {
      const page = await open('', {}, '?lang=en');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.getByRole('heading', { name: 'Try Lärprojekt in five minutes' }).waitFor();
      await page.getByRole('link', { name: 'Svenska' }).click();
      await page.getByRole('heading', { name: 'Prova Lärprojekt på fem minuter' }).waitFor();
    },
    LONG,
  );

  test(
    'before everything is emptied one is asked, and can say no',
    async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Börja om' }).click();
      const dialog = page.getByRole('dialog', { name: 'Börja om från början?' });
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    },
    LONG,
  );

  test(
    'in a group the bot hears only what mentions it, and the page says so',
    async () => {
      const page = await open('#chatt');
      await page.getByLabel('Nämn boten').uncheck();
      await page.getByLabel('Skriv ett meddelande').fill('hallå alla');
      await page.keyboard.press('Enter');
      await page.getByText('Boten hörde inte det. Nämn den för att få svar.').waitFor();
    },
    LONG,
  );

  test(
    'five steps, and how many clicks they take',
    async () => {
      let clicks = 0;
      const click = async (page: Page, role: 'button' | 'link', name: string): Promise<void> => {
        clicks += 1;
        await page.getByRole(role, { name, exact: false }).first().click();
      };
      const page = await open();
      await click(page, 'link', 'Öppna fliken');
      expect(await page.locator('iframe#app').getAttribute('src')).toMatch(/^\/tab\//);
      await click(page, 'link', 'Start');

      clicks += 1;
      const [form] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('link', { name: 'Öppna formuläret' }).click(),
      ]);
      await form.getByRole('heading', { level: 1 }).waitFor();
      await form.close();

      await click(page, 'button', 'Spola dit');
      await page.locator('#progress').waitFor();
      await page.getByText(/^Klockan är fre 28 aug\. 2026 kl\. 16\.00\. \d+ nya mejl/).waitFor({ timeout: 60_000 });
      await page.getByText('Anmälan har stängt.').waitFor();

      await click(page, 'link', 'Öppna brevlådan');
      await page.getByText(outsider).waitFor();
      await click(page, 'button', 'Tacka nej');
      await page.getByText('Svaret är skickat: nej.').waitFor();
      expect(await page.getByRole('button', { name: 'Tacka nej' }).first().getAttribute('aria-pressed')).toBe('true');

      await click(page, 'link', 'Start');
      await click(page, 'link', 'Öppna chatten');
      await page.locator('form.say input[type=text]:focus').waitFor();
      expect(await page.getByLabel('Skriv ett meddelande').inputValue()).toBe('läget');
      await page.keyboard.press('Enter');
      await page.getByRole('log').getByText('Läget i Kompetens i hela Dalarna').waitFor();
      expect(clicks).toBe(8);
    },
    LONG,
  );
});
