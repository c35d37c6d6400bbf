import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { confirmEvaluation } from '../../../src/features/evaluations/actions.ts';
import { evaluationsPages } from '../../../src/features/evaluations/public/routes.ts';
import { previewEvaluation } from '../../../src/features/evaluations/queries.ts';
import { sessionsPages } from '../../../src/features/sessions/public/routes.ts';
import { shellPages } from '../../../src/features/shell/routes.ts';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage, screenshot } from '../../browser.ts';
import { quickest } from '../../engines.ts';
import { aProject, key, lead, newStage, secretIn, type Stage } from '../session-stage.ts';
import { serve, type Web } from '../web-stage.ts';

describe.skipIf(browserMissing !== undefined)('the pages of a session in a browser', () => {
  let stage: Stage;
  let web: Web;
  let path: string;
  beforeAll(async () => {
    stage = await newStage(quickest);
    await aProject(stage, 6);
    const preview = await previewEvaluation(stage.tools, { ...key, sessionId: 's-1' });
    if (!preview.ok) throw new Error(preview.reason);
    await confirmEvaluation(stage.tools, lead, 's-1', preview.value);
    await stage.at('2026-09-22T15:40');
    web = await serve({
      pages: [shellPages(), evaluationsPages(stage.tools), sessionsPages(stage.tools)],
      apis: [],
    });
    path = `${web.url}/utvardering/${secretIn(stage.far.mails[0], 'utvardering')}`;
  });
  afterEach(closePages);
  afterAll(async () => {
    await web.close();
    await stage.database.close();
  });

  test('EVA-01 the form is answered with the keyboard alone and without scripts', async () => {
    const page = await openPage({ width: 320, context: { javaScriptEnabled: false } });
    await page.goto(path);
    await page
      .getByRole('group', { name: /1\. Hur stor nytta/ })
      .getByRole('radio')
      .first()
      .focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ta upp heltidsfrågan på chefsmötet vecka 42.');
    await page.getByLabel('Tid', { exact: true }).check();
    await page.getByRole('button', { name: 'Skicka svaren' }).click();
    // The last question was left out: the box of faults leads there.
    expect(await page.getByRole('alert').textContent()).toContain('Det saknas 1 svar');
    await page.getByRole('alert').getByRole('link').click();
    expect(page.url()).toContain('#talkTime-0');
    await page.getByLabel('Lagom').check();
    await page.getByRole('button', { name: 'Skicka svaren' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tack!');
    expect(await page.getByRole('status').textContent()).toContain('1 av 6 har svarat');
  });

  test('form, code and programme are read by everybody: contrast, names, 320 px, light and dark', async () => {
    const other = `${web.url}/utvardering/${secretIn(stage.far.mails[1], 'utvardering')}`;
    const addresses = {
      form: other,
      code: `${web.url}/utvardering/qr/lp-1/s-1`,
      ask: `${web.url}/utvardering/traff/lp-1/s-1`,
      programme: `${web.url}/program/lp-1/s-1`,
    };
    const page = await openPage({ width: 320 });
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(address);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await axe(page, colorScheme === 'light' ? 'all' : 'colours'), `${name}, ${colorScheme}`).toEqual([]);
        await assertNoSidewaysScroll(page);
        await screenshot(page, `${name}-${colorScheme}`);
      }
    }
  });
});
