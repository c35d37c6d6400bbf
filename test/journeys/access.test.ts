import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildTab } from '../../src/commands/tab-build.ts';
import type { RunningSandbox } from '../../src/start.ts';
import { remarks, walk } from '../accessible.ts';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage } from '../browser.ts';
import { quickest } from '../engines.ts';
import { configOf, project, sandboxApi, startSample } from '../sandbox/product.ts';
import { temporaryFolder } from '../temporary.ts';

const LONG = 400_000;
const address = 'saga.strand@kommun-gagnef.example';
const tabPages = ['idag', 'planering', 'planering/datum', 'planering/projektet', 'deltagare', 'traffar/s-1', 'utskick'];

interface Mail {
  readonly kind: string;
  readonly mailbox: string;
  readonly body: string;
}

describe.skipIf(browserMissing !== undefined)('without a mouse, a large screen or colours of one’s own', () => {
  let running: RunningSandbox;
  beforeAll(async () => {
    const config = configOf(temporaryFolder('access'), await quickest.preparedUrl());
    running = await startSample(config, { inMemory: true, tabFolder: await buildTab() });
  }, LONG);
  afterAll(() => running.close());
  afterEach(() => closePages());

  /** Tab until what has that name has focus. */
  async function tabTo(page: Page, name: string, most = 60): Promise<void> {
    const focused = `(() => {
      let e = document.activeElement;
      while (e?.contentDocument) e = e.contentDocument.activeElement;
      return (e?.labels?.[0]?.textContent ?? e?.getAttribute('aria-label') ?? e?.textContent ?? '').trim();
    })()`;
    const passed: string[] = [];
    for (let step = 0; step < most; step += 1) {
      const at = String(await page.evaluate(focused));
      if (at.startsWith(name)) return;
      passed.push(at.slice(0, 40));
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab did not come to ${name}, only to: ${passed.join(' · ')}`);
  }

  test(
    'X-08 by keyboard alone somebody registers, and the content lead closes and sends the bookings',
    async () => {
      const form = await openPage({ context: { javaScriptEnabled: true, baseURL: running.url } });
      await form.goto(`/anmalan/${project}`);
      await tabTo(form, 'Skicka anmälan');
      await form.keyboard.press('Enter');
      // The faults are where one is, each leads to its field, and the field says what is wrong.
      await form.getByRole('alert').and(form.locator(':focus')).waitFor();
      expect(await remarks(form)).toEqual([]);
      const written = {
        Förnamn: 'Saga',
        Efternamn: 'Strand',
        Befattning: 'Strateg',
        Organisation: 'Gagnefs',
        'E-post': address,
        Telefon: '070-174 06 98',
      };
      for (const [name, text] of Object.entries(written)) {
        await tabTo(form, name);
        await form.keyboard.type(text);
      }
      await tabTo(form, 'Jag ');
      await form.keyboard.press('Space');
      await tabTo(form, 'Skicka anmälan');
      await form.keyboard.press('Enter');
      await form.waitForURL(/\/klar/);
      await form.getByRole('status').and(form.locator(':focus')).waitFor();

      const page = await openPage();
      await page.goto(`${running.url}/sandbox#flik/deltagare`);
      const tab = page.frameLocator('#app');
      await tab.getByRole('button', { name: 'Stäng nu' }).waitFor({ timeout: 60_000 });
      await page.locator('#app').focus();
      await tabTo(page, 'Stäng nu', 40);
      await page.keyboard.press('Enter');
      const window = tab.getByRole('dialog');
      await window.getByRole('button', { name: 'Stäng och skicka bokningarna', disabled: false }).waitFor();
      await tabTo(page, 'Stäng och skicka bokningarna', 20);
      await page.keyboard.press('Enter');
      await window.waitFor({ state: 'hidden' });
      await sandboxApi(running, 'clock', { to: 'settle' });
      const mails = await sandboxApi<Mail[]>(running, `mailbox?address=${address}`);
      expect(mails.filter(({ kind }) => kind === 'meetingRequest')).toHaveLength(4);
    },
    LONG,
  );

  test(
    'X-08 every page without account, and every page that a mail leads to, at 320 px in forced colours',
    async () => {
      await sandboxApi(running, 'clock', { to: 'settle' });
      const mails = await sandboxApi<Mail[]>(running, 'mails');
      const linked = new Map<string, string>();
      for (const { body } of mails)
        for (const [, path = ''] of body.matchAll(/http:\/\/127\.0\.0\.1:\d+(\/[\w/.-]+)/g))
          linked.set(path.split('/')[1] ?? '', path);
      // The venue's answer, the stop, one's own page and the project's.
      expect([...linked.keys()]).toEqual(expect.arrayContaining(['lokal', 'stoppa', 'min']));
      const known = [`/anmalan/${project}`, `/projekt/${project}`, `/program/${project}/s-1`, '/villkor'];
      const about = [`/personuppgifter/${project}`, `/tillganglighet/${project}`, '/finns-inte'];
      const page = await openPage({ width: 320, forcedColors: 'active', context: { bypassCSP: true } });
      for (const path of [...known, ...about, ...linked.values()]) {
        for (const language of ['sv', 'en'] as const) {
          await page.goto(`${running.url}${path}?lang=${language}`);
          expect([path, language, await remarks(page, { language })]).toEqual([path, language, []]);
          await assertNoSidewaysScroll(page);
        }
        expect([path, await axe(page)]).toEqual([path, []]);
      }
    },
    LONG,
  );

  test(
    'X-08 every page of the tab and of the sandbox, narrow and in forced colours',
    async () => {
      const page = await openPage({ width: 320, height: 1000, forcedColors: 'active' });
      for (const path of tabPages) {
        await page.goto(`${running.url}/sandbox#flik/${path}`);
        await page.reload();
        const tab = page.frameLocator('#app');
        await tab.locator('main h1').waitFor({ timeout: 60_000 });
        await tab.locator('.loading').first().waitFor({ state: 'detached' });
        const frame = page.frames().find((one) => new URL(one.url()).pathname === `/tab/${path}`);
        expect([path, frame && (await remarks(frame))]).toEqual([path, []]);
      }
      for (const view of ['start', 'chatt', 'brev', 'kalender', 'kanal', 'logg']) {
        await page.goto(`${running.url}/sandbox#${view}`);
        await page.reload();
        await page.locator('#view:not([aria-busy])').waitFor({ state: 'attached' });
        expect([view, await remarks(page)]).toEqual([view, []]);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${running.url}/sandbox#start`);
      await page.reload();
      await page.locator('#view:not([aria-busy])').waitFor({ state: 'attached' });
      const { stops, remarks: unseen } = await walk(page, 25);
      expect(stops.length).toBeGreaterThan(20);
      expect(unseen).toEqual([]);
    },
    LONG,
  );
});
