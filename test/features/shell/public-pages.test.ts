import { afterEach, describe, expect, test } from 'vitest';
import { quickest } from '../../engines.ts';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage, screenshot } from '../../browser.ts';
import { form, openDesk, ownPathIn, type Desk } from '../registration/desk.ts';

const path = '/anmalan/lp-2026-kompetens';

/** Every public page of the registration, as a participant meets them. */
async function pagesOf(desk: Desk): Promise<{ address: string; paths: readonly string[] }> {
  const door = await desk.open();
  await door.post(path, form());
  await desk.send();
  const own = ownPathIn(desk.mails[0]);
  const about = [
    '/villkor',
    '/tillganglighet',
    '/tillganglighet/lp-2026-kompetens',
    '/personuppgifter/lp-2026-kompetens',
  ];
  const paths = [
    path,
    `${path}/klar?svar=waitingList&plats=2`,
    '/projekt/lp-2026-kompetens',
    own,
    `${own}/lamna`,
    `${own}/deltagare`,
    ...about,
  ];
  return {
    address: door.address,
    paths: [...paths, ...paths.map((one) => `${one}${one.includes('?') ? '&' : '?'}lang=en`)],
  };
}

describe.skipIf(browserMissing)('the public pages in a browser without JavaScript', () => {
  let desk: Desk;
  afterEach(async () => {
    await closePages();
    await desk.close();
  });

  test('X-08 every page passes axe in light and dark, in both languages, at 320 pixels', async () => {
    desk = await openDesk(quickest, { now: '2026-08-20T10:00:00Z' });
    const { address, paths } = await pagesOf(desk);
    // axe itself needs scripts; the pages send none.
    const page = await openPage({ width: 320, context: { bypassCSP: true } });
    for (const one of paths) {
      await page.goto(`${address}${one}`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([one, await axe(page, colorScheme === 'light' ? 'all' : 'colours')]).toEqual([one, []]);
        await assertNoSidewaysScroll(page);
      }
    }
  }, 120_000);

  test('X-08 a keyboard alone registers: skip link, six fields, box, button, in that order', async () => {
    desk = await openDesk(quickest, { now: '2026-08-20T10:00:00Z' });
    const { address } = await desk.open();
    const page = await openPage({ context: { javaScriptEnabled: false } });
    await page.goto(`${address}${path}`);
    await page.keyboard.press('Tab');
    const typed = ['Åsa', 'Lindh', 'Strateg', 'Falu', null, 'asa@kommun-falun.example', '070-174 06 12', null];
    // Before the fields: skip link, the project's name, the language. After the organisation: the unfolding question.
    for (const value of [null, null, null, ...typed]) {
      if (value !== null) await page.keyboard.type(value);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/klar?*');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Du är anmäld');
  });

  test('X-08 a faulty form leads from the summary to the field, which is described by its message', async () => {
    desk = await openDesk(quickest, { now: '2026-08-20T10:00:00Z' });
    const { address } = await desk.open();
    const page = await openPage({ width: 400, context: { bypassCSP: true } });
    await page.goto(`${address}${path}`);
    await page.getByRole('button', { name: 'Skicka anmälan' }).click();
    expect(await page.title()).toMatch(/^Fel: Anmälan/);
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(7);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Skriv din e-postadress.' }).click();
    const email = page.getByRole('textbox', { name: 'E-post' });
    expect(await email.evaluate((element) => element.matches(':target'))).toBe(true);
    expect(await email.getAttribute('aria-describedby')).toBe('email-hint email-fault');
    expect(await email.getAttribute('autocomplete')).toBe('email');
    await screenshot(page, 'registration-form-errors');
  });

  test('X-08 the landmarks and the language switch are there on the form', async () => {
    desk = await openDesk(quickest, { now: '2026-08-20T10:00:00Z' });
    const { address } = await desk.open();
    const page = await openPage({ context: { javaScriptEnabled: false } });
    await page.goto(`${address}${path}`);
    for (const role of ['banner', 'main', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(1);
    await page.getByRole('link', { name: 'In English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Registration for Kompetens i hela Dalarna',
    );
    await screenshot(page, 'registration-form');
  });
});
