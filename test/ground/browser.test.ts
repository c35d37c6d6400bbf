import { afterEach, describe, expect, test } from 'vitest';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage } from '../browser.ts';

afterEach(closePages);

const document = (body: string) =>
  `<!doctype html><html lang="sv"><head><title>Träff</title></head><body><main>${body}</main></body></html>`;

describe.skipIf(browserMissing)('the browser of the tests', () => {
  test('a page with a nameless field has an accessibility fault, and a labelled one has none', async () => {
    const page = await openPage({ width: 320 });
    await page.setContent(document('<h1>Anmälan</h1><input type="text">'));
    expect((await axe(page)).join()).toContain('label');
    await page.setContent(document('<h1>Anmälan</h1><label>Namn <input type="text"></label>'));
    expect(await axe(page)).toEqual([]);
  });

  test('a table that is wider than the window is told', async () => {
    const page = await openPage({ width: 320 });
    await page.setContent(document('<h1>Träffar</h1><table style="width:600px"><tr><td>Falun</td></tr></table>'));
    await expect(assertNoSidewaysScroll(page)).rejects.toThrow('table');
  });

  test('no page reaches the internet', async () => {
    const page = await openPage();
    await expect(page.goto('http://example.com/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  });

  test('the colour wishes reach the page', async () => {
    const page = await openPage({ colorScheme: 'dark', forcedColors: 'active' });
    const matches = (query: string) => page.evaluate(`matchMedia(${JSON.stringify(query)}).matches`);
    expect(await matches('(prefers-color-scheme: dark)')).toBe(true);
    expect(await matches('(forced-colors: active)')).toBe(true);
  });
});
