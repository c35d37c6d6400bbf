import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildTab } from '../../src/commands/tab-build.ts';
import type { KitchenView } from '../../src/features/kitchen/types.ts';
import type { RunningSandbox } from '../../src/start.ts';
import {
  assertNoSidewaysScroll,
  axe,
  browserMissing,
  closePages,
  openContext,
  openPage,
  screenshot,
} from '../browser.ts';
import { quickest } from '../engines.ts';
import { configOf, lead, project, sandboxApi, startSample } from '../sandbox/product.ts';
import { temporaryFolder } from '../temporary.ts';

const LONG = 400_000;
const views = ['start', 'chatt', 'brev', 'kalender', 'kanal', 'logg'];

describe.skipIf(browserMissing !== undefined)('the sandbox’s pages', () => {
  let running: RunningSandbox;
  beforeAll(async () => {
    const config = configOf(temporaryFolder('pages'), await quickest.preparedUrl());
    running = await startSample(config, { inMemory: true, tabFolder: await buildTab() });
  }, LONG);
  afterAll(() => running.close());
  afterEach(() => closePages());

  const open = async (hash = '', wish: Parameters<typeof openPage>[0] = {}, query = ''): Promise<Page> => {
    const page = await openPage(wish);
    await page.goto(`${running.url}/sandbox${query}${hash}`);
    await page.locator('#view:not([aria-busy])').waitFor({ state: 'attached' });
    return page;
  };

  // Each window stays open from view to view: what it has fetched and compiled stays with it.
  const windows = new Map<string, Promise<Page>>();
  afterAll(async () => {
    for (const window of windows.values()) await (await window).context().close();
  });
  const windowOf = (look: string, wish: Parameters<typeof openContext>[0]): Promise<Page> => {
    const opened = windows.get(look) ?? openContext(wish).then((context) => context.newPage());
    windows.set(look, opened);
    return opened;
  };

  test.each(views)(
    '%s has nothing to remark on, light and dark, and fits 320 px',
    async (view) => {
      for (const [look, wish] of Object.entries({ light: {}, dark: { colorScheme: 'dark' as const, width: 320 } })) {
        const page = await windowOf(look, wish);
        await page.goto(`${running.url}/sandbox#${view}`);
        await page.reload();
        await page.locator('#view:not([aria-busy])').waitFor({ state: 'attached' });
        // The tab has tests of its own.
        expect(await axe(page)).toEqual([]);
        await assertNoSidewaysScroll(page);
        expect(await page.locator('.views [aria-current=page]').getAttribute('href')).toBe(`#${view}`);
        await screenshot(page, `sandbox-${view}-${page.viewportSize()?.width}`);
      }
    },
    LONG,
  );

  test(
    'where there is room the tab, the chat and the mailboxes stand beside each other; else one at a time',
    async () => {
      const seen = (page: Page) =>
        page
          .locator('.pane')
          .evaluateAll((panes) =>
            panes.filter((pane) => pane.getClientRects().length > 0).map((pane) => pane.className.replace('pane ', '')),
          );
      const page = await open('', { width: 1280 });
      await expect.poll(() => seen(page), { timeout: 10_000 }).toEqual(['flik', 'chatt', 'brev']);
      await page.setViewportSize({ width: 1024, height: 768 });
      await expect.poll(() => seen(page), { timeout: 10_000 }).toEqual(['flik']);
      await page.setViewportSize({ width: 320, height: 640 });
      await expect.poll(() => seen(page), { timeout: 10_000 }).toEqual([]);
      await page.getByRole('link', { name: 'Chatt' }).click();
      await expect.poll(() => seen(page), { timeout: 10_000 }).toEqual(['chatt']);
      await page.getByText('Steg 1 av 5').waitFor();
      for (const name of ['Börja om', '+1 dag']) await page.getByRole('button', { name }).waitFor();
    },
    LONG,
  );

  test(
    'the keyboard goes from the top over clock and guide to the panes, and can skip to them',
    async () => {
      const page = await open();
      const names: string[] = [];
      // Not on into the tab: having been there is a step of the guide.
      while (names.length < 30 && !names.at(-1)?.startsWith('Öppna chatten')) {
        await page.keyboard.press('Tab');
        names.push(
          String(
            await page.evaluate('(document.activeElement.ariaLabel ?? document.activeElement.textContent).trim()'),
          ),
        );
      }
      const order = ['Hoppa', 'LLärprojekt', 'Start', 'Börja om', 'Till nästa', 'Spola till', 'Visa i fliken'];
      const places = [...order, 'Öppna formuläret', 'Öppna chatten'].map((name) =>
        names.findIndex((one) => one.startsWith(name)),
      );
      expect(places, names.join(' | ')).not.toContain(-1);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      await page.goto(`${running.url}/sandbox`);
      await page.locator('#view:not([aria-busy])').waitFor({ state: 'attached' });
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
      await page.getByRole('heading', { name: 'Try it in five minutes' }).waitFor();
      await page.getByRole('link', { name: 'Svenska' }).click();
      await page.getByRole('heading', { name: 'Prova på fem minuter' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('sv');
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

  /** What the product's API tells the content lead that the kitchen cooks for the first session. */
  async function portions(): Promise<number> {
    const { token } = await sandboxApi<{ token: string }>(running, `token?oid=${lead}`);
    const ask = async (path: string): Promise<unknown> => {
      const headers = { authorization: `Bearer ${token}` };
      return await (await fetch(`${running.url}/api/projects/${project}/${path}`, { headers })).json();
    };
    const { sessions } = (await ask('sessions')) as { sessions: { id: string; number: number }[] };
    const first = sessions.find(({ number }) => number === 1);
    const view = (await ask(`sessions/${first?.id}/kitchen`)) as KitchenView;
    return view.sheet.numbers.heads.total;
  }

  test(
    'a newcomer does the five steps in ten clicks, and each ticks itself when it is done',
    async () => {
      let clicks = 0;
      const click = async (target: ReturnType<Page['locator']>): Promise<void> => {
        clicks += 1;
        await target.click();
      };
      const page = await open();
      const guide = page.locator('#guide');
      const isTicked = async (title: string): Promise<void> =>
        guide.locator('li.done').filter({ hasText: title }).waitFor({ timeout: 60_000 });
      const press = (name: string): Promise<void> => click(guide.getByRole('button', { name }));

      await page.frameLocator('#app').getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
      expect(await guide.locator('li.done').count()).toBe(0);
      await press('Visa i fliken');
      await isTicked('Se vad innehållsansvarig ska göra i dag');

      const popup = page.waitForEvent('popup');
      await click(guide.getByRole('link', { name: 'Öppna formuläret' }));
      const form = await popup;
      await click(form.locator('[name=givenName]'));
      const type = async (name: string, text: string): Promise<void> => {
        for (let step = 0; step < 6; step += 1) {
          if ((await form.locator(`[name=${name}]:focus`).count()) > 0) return await form.keyboard.type(text);
          await form.keyboard.press('Tab');
        }
        throw new Error(`Tab did not come to ${name}`);
      };
      await type('givenName', 'Saga');
      await type('familyName', 'Strand');
      await type('title', 'Strateg');
      await type('organisationId', 'Gagnefs');
      await type('email', 'saga.strand@kommun-gagnef.example');
      await type('phone', '070-174 06 98');
      await click(form.locator('[name=commitment]'));
      await click(form.locator('main form button[type=submit]').last());
      await form.waitForURL(/\/klar/);
      await form.close();
      await isTicked('Anmäl dig som deltagare');
      await guide.getByText('Saga Strand från Gagnefs kommun är anmäld.').waitFor();
      const before = await portions();
      await guide.getByText(`Köket lagar ${before} portioner till träff 1.`).waitFor();

      await press('Spola dit');
      await page.getByText(/hittills/).waitFor();
      await page.getByText(/^Klockan är fre 28 aug\. 2026 kl\. 16\.00\. \d+ nya mejl/).waitFor({ timeout: 90_000 });
      await isTicked('Spola till att anmälan stänger');

      await press('Öppna inkorgen');
      const mail = page.locator('.pane.brev');
      await mail.getByRole('heading', { name: 'Saga Strand' }).waitFor();
      // By its subject: each invitation's text names the other sessions too.
      const ofFirst = mail.locator('details').filter({ has: page.locator('summary', { hasText: 'Träff 1' }) });
      await click(ofFirst.locator('summary').last());
      await click(ofFirst.getByRole('button', { name: 'Tacka nej' }).last());
      await mail.getByText('Svaret är skickat: nej.').waitFor();
      await isTicked('Tacka nej utan konto');
      expect(await portions()).toBe(before - 1);
      await guide.getByText(`Kökets antal till träff 1: före ${before}, nu ${before - 1}.`).waitFor();

      await press('Öppna chatten');
      await page.locator('form.say input[type=text]:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('log').getByText('Läget i Kompetens i hela Dalarna').waitFor({ timeout: 60_000 });
      await isTicked('Skriv ”läget” i chatten');
      await guide.getByText('5 av 5 steg klara').waitFor();
      await screenshot(page, 'sandbox-done');
      expect(clicks).toBe(10);
    },
    LONG,
  );
});
