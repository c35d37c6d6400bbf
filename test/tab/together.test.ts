import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlanAnswer } from '../../src/features/planning/reading/types.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('dates for several projects', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-05-04T07:00:00Z');
    await stage.importSample();
    await stage.wake();
    const file = sampleProject();
    const sessions = (file.sessions ?? []).map((session) => ({ ...session, date: null, start: null, end: null }));
    const project = { ...file.project, id: 'lp-2', title: 'Vatten i landskapet' };
    await stage.asLead('POST', '/import', { ...file, project, sessions });
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('ROL-06 PLN-01 both get days at once, the other’s are marked, and each is confirmed for itself', async () => {
    const { page, tab, frame } = await stage.open('planering/hitta-datum');
    await settled(tab);
    await tab.getByRole('link', { name: 'Flera lärprojekt samtidigt' }).click();
    await tab.getByRole('checkbox', { name: /Vatten i landskapet/ }).uncheck();
    await tab.getByRole('button', { name: 'Hitta datum för alla' }).click();
    await tab.getByRole('alert').getByText('Välj minst två lärprojekt.').waitFor();
    await tab.getByRole('checkbox', { name: /Vatten i landskapet/ }).check();
    await tab.getByRole('button', { name: 'Hitta datum för alla' }).click();
    await tab.locator('.finder-month').first().waitFor();
    const days = async (title: string) =>
      tab
        .getByRole('article', { name: title })
        .locator('time')
        .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
    const [own, other] = [await days('Kompetens i hela Dalarna'), await days('Vatten i landskapet')];
    expect(own).toHaveLength(4);
    expect(other).toHaveLength(4);
    expect(own.filter((day) => other.includes(day))).toEqual([]);
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'together-wide');

    await tab.getByRole('button', { name: 'Visa i kalendern' }).click();
    await tab.getByRole('heading', { name: 'Kalender: Vatten i landskapet' }).waitFor();
    const taken = tab.locator(`[data-date="${own[0] ?? ''}"]`);
    expect(await taken.textContent()).toContain('Kompetens i hela Dalarna har träff den dagen och behöver');
    await tab.getByRole('button', { name: 'Använd datumen för Vatten i landskapet' }).click();
    const window = tab.getByRole('dialog', { name: 'Det här händer när datumen sätts' });
    await window.getByText('Träff 4').first().waitFor();
    expect((await stage.asLead<PlanAnswer>('GET', '/lp-2')).sessions.map(({ date }) => date)).toEqual(
      other.map(() => null),
    );
    await window.getByRole('button', { name: 'Sätt datumen' }).click();
    await tab.getByRole('article', { name: 'Vatten i landskapet' }).getByText('Datumen är satta').waitFor();
    // The next one stands ready, and has not moved.
    await tab.getByRole('button', { name: 'Använd datumen för Kompetens i hela Dalarna' }).waitFor();
    const [set, still] = [
      await stage.asLead<PlanAnswer>('GET', '/lp-2'),
      await stage.asLead<PlanAnswer>('GET', '/lp-2026-kompetens'),
    ];
    expect(set.sessions.map(({ date }) => date)).toEqual(other);
    expect(still.sessions.map(({ date }) => date)).not.toEqual(own);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await sticksOut(frame())).toBe('');
    await screenshot(page, 'together-narrow');
  });
});
