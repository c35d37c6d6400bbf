import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunningSandbox } from '../../src/start.ts';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage } from '../browser.ts';
import { embedded } from '../engines.ts';
import { configOf, project, sandboxApi, startSample } from '../sandbox/product.ts';
import { temporaryFolder } from '../temporary.ts';

const address = 'saga.strand@kommun-gagnef.example';

describe.skipIf(browserMissing !== undefined)('somebody without an account registers, with no JavaScript', () => {
  let running: RunningSandbox;
  beforeAll(async () => {
    running = await startSample(configOf(temporaryFolder('journey'), await embedded.preparedUrl()), { inMemory: true });
  }, 120_000);
  afterAll(() => running.close());
  afterEach(() => closePages());

  const open = async (path: string, width = 320): Promise<Page> => {
    const page = await openPage({ width, context: { javaScriptEnabled: false, baseURL: running.url } });
    await page.goto(path);
    return page;
  };

  /** Nothing to remark on, and nothing sticks out at 320 px. Measuring takes scripts, so a page that has them looks too. */
  const beautiful = async (page: Page): Promise<void> => {
    const looker = await openPage({ width: 320 });
    await looker.goto(page.url());
    expect(await axe(looker)).toEqual([]);
    await assertNoSidewaysScroll(looker);
    await looker.context().close();
  };

  test('REG-01 INV-08 the form is filled in by keyboard, the mail comes, and one session is declined on the own page', async () => {
    const page = await open(`/anmalan/${project}`);
    await beautiful(page);
    await typeInto(page, 'Förnamn', 'Saga');
    await typeInto(page, 'Efternamn', 'Strand');
    await page.locator('[name=title]').fill('Strateg');
    await page.locator('[name=organisationId]').selectOption({ label: 'Gagnefs kommun' });
    await page.locator('[name=email]').fill(address);
    await page.locator('[name=phone]').fill('070-174 06 98');
    await page.locator('[name=commitment]').focus();
    await page.keyboard.press('Space');
    await page.locator('main form button[type=submit]').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/klar/);
    await beautiful(page);

    await sandboxApi(running, 'clock', { to: 'settle' });
    const mails = await sandboxApi<{ subject: string; body: string }[]>(running, `mailbox?address=${address}`);
    expect(mails).toHaveLength(1);
    const link = /http:\/\/127\.0\.0\.1:\d+(\/min\/[A-Za-z0-9_-]+)/.exec(mails[0]?.body ?? '')?.[1];
    if (link === undefined) throw new Error(`no personal link in: ${mails[0]?.body}`);

    const own = await open(link);
    await beautiful(own);
    const first = own.getByRole('region', { name: /Träff 1/ });
    const decline = first.locator('button[name=answer][value=declined]');
    expect(await decline.getAttribute('aria-pressed')).toBe('false');
    await decline.focus();
    await own.keyboard.press('Enter');
    await own.getByRole('status').waitFor();
    expect(
      await own
        .getByRole('region', { name: /Träff 1/ })
        .locator('button[name=answer][value=declined]')
        .getAttribute('aria-pressed'),
    ).toBe('true');
    expect(
      await own
        .getByRole('region', { name: /Träff 2/ })
        .locator('button[name=answer][value=declined]')
        .getAttribute('aria-pressed'),
    ).toBe('false');
    await beautiful(own);
  }, 120_000);

  test('a faulty form says what is wrong, keeps what was written and points to the fields', async () => {
    const page = await open(`/anmalan/${project}`, 1280);
    await page.locator('[name=givenName]').fill('Saga');
    await page.locator('[name=email]').fill('saga.strånd@kommun-gagnef.example');
    // The browser's own check would stop what the server is to explain.
    await page.locator('main form').last().evaluate('(form) => (form.noValidate = true)');
    await page.locator('main form button[type=submit]').last().click();
    expect(await page.locator('[name=givenName]').inputValue()).toBe('Saga');
    expect(await page.locator('[aria-invalid=true]').count()).toBeGreaterThan(2);
    expect(await page.locator('main').textContent()).toContain('saga.strand@kommun-gagnef.example');
  }, 60_000);
});

/** By keyboard alone: Tab until the field has focus, then type. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: false }).first();
  for (let step = 0; step < 25; step += 1) {
    if ((await field.and(page.locator(':focus')).count()) > 0) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(text);
  expect(await field.inputValue()).toBe(text);
}
