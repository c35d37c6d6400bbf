import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('Tidslinje', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-10-05T07:00:00Z');
    await stage.importSample();
    await stage.wake();
    const file = sampleProject();
    await stage.asLead('POST', '/import', {
      ...file,
      project: { ...file.project, id: 'lp-2', title: 'Vatten i landskapet' },
    });
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('PLN-01 ROL-06 parallel projects stand side by side, and the picture comes nearer with buttons and keys', async () => {
    const { page, tab, frame } = await stage.open('planering');
    await settled(tab);
    const section = tab.getByRole('region', { name: 'Tidslinje', exact: true });
    const picture = section.getByRole('region', { name: /^Tidslinjen/ });
    await picture.scrollIntoViewIfNeeded();
    for (const name of ['Kompetens i hela Dalarna', 'Vatten i landskapet'])
      await picture.getByRole('region', { name }).waitFor();
    const width = () => picture.locator('.chart-sheet').evaluate((sheet) => sheet.getBoundingClientRect().width);
    const whole = await width();
    await screenshot(page, 'chart-all');
    await section.getByRole('radio', { name: 'Kvartal' }).check();
    await expect.poll(width).toBeGreaterThan(whole * 1.5);
    const seen = () =>
      picture.evaluate((box) => {
        const line = box.querySelector('.chart-today')?.getBoundingClientRect().left ?? 0;
        const { left, right } = box.getBoundingClientRect();
        return line > left && line < right;
      });
    await expect.poll(seen).toBe(true);
    await screenshot(page, 'chart-quarter');
    await picture.focus();
    await page.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(whole * 4);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('-');
    await expect.poll(width).toBe(whole);
    expect(await axeInTab(page)).toEqual([]);
    await picture.getByRole('link', { name: /^Träff 2.*5 november/ }).click();
    await expect.poll(() => frame().url()).toContain('/traffar/s-2');
    expect(await sticksOut(frame())).toBe('');
  });

  test('PLN-01 at 320 pixels, dark and in contrast the picture scrolls by itself and nothing sticks out', async () => {
    for (const theme of ['dark', 'contrast'] as const) {
      const { page, tab, frame } = await stage.open('planering', { width: 320, theme });
      await settled(tab);
      await tab.getByRole('region', { name: /^Tidslinjen/ }).scrollIntoViewIfNeeded();
      expect(await sticksOut(frame())).toBe('');
      const overlaps = await tab.locator('.chart-month').evaluateAll((months) => {
        const boxes = months.map((month) => {
          const range = document.createRange();
          range.selectNodeContents(month);
          return range.getBoundingClientRect();
        });
        return boxes.filter((box, index) => box.right > (boxes[index + 1]?.left ?? Infinity)).length;
      });
      expect(overlaps).toBe(0);
      await screenshot(page, `chart-320-${theme}`);
      expect(await axeInTab(page, 'colours')).toEqual([]);
    }
  });
});
