import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, overlaps, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('Kostnader och påminnelser', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-10-12T07:00:00Z');
    await stage.asLead('POST', '/import', sampleProject());
    await stage.wake();
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('CST-01 CST-02 CST-03 a line is counted by portion, a split that is not a hundred is refused, a fee gets its yes', async () => {
    const { page, tab, frame } = await stage.open('planering/kostnader');
    await settled(tab);
    const budget = tab.getByRole('region', { name: 'Budget' });
    await budget.getByRole('button', { name: 'Lägg till en rad' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Lägg till en rad' });
    await dialog.getByLabel('Pris per portion').fill('hundra');
    await dialog.getByLabel('Budget, kronor').fill('25 000,50 kr');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.getByText('går inte att läsa som kronor').waitFor();
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'cost-line-window');
    await dialog.getByLabel('Pris per portion').fill('145');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await budget.getByText('portioner à 145').waitFor();
    await budget.getByText('25 000,50 kr').waitFor();

    await budget.getByRole('button', { name: 'Lägg till en rad' }).click();
    await dialog.getByLabel('Slag').selectOption('fee');
    await dialog.getByLabel('Budget, kronor').fill('5000');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await budget.getByText('Arbetsgruppen behöver säga ja till Arvode.').waitFor();
    await screenshot(page, 'costs');
    await budget.getByRole('button', { name: 'Anteckna arbetsgruppens ja till Arvode' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Anteckna ja' }).click();
    await budget.getByText('Ja av arbetsgruppen, 12 oktober').waitFor();

    const split = tab.getByRole('region', { name: 'Fördelning' });
    await split.getByRole('button', { name: 'Ändra: Fördelning' }).click();
    const window = tab.getByRole('dialog', { name: 'Ändra fördelningen' });
    await window.getByLabel('Procent, part 2').fill('30');
    await window.getByText('Tillsammans 90 procent. De ska bli 100.').waitFor();
    await window.getByRole('button', { name: 'Spara' }).click();
    await window.getByText('Andelarna blir 90 procent.').waitFor();
    await screenshot(page, 'cost-split-window');
    await window.getByLabel('Procent, part 1').fill('66,67');
    await window.getByLabel('Procent, part 2').fill('33,33');
    await window.getByRole('button', { name: 'Spara' }).click();
    await split.getByText('66,67').first().waitFor();
    await tab.locator('.message', { hasText: 'Fördelningen är sparad' }).getByRole('button', { name: 'Ångra' }).click();
    await split.getByText('60 %').first().waitFor();
    expect(await axeInTab(page)).toEqual([]);
    expect(await sticksOut(frame())).toBe('');
    expect(await overlaps(frame())).toBe('');
  });

  test('the weekly status is switched off and on again; what comes next is told', async () => {
    const { page, tab } = await stage.open('planering/uppgifter');
    await settled(tab);
    const section = tab.getByRole('region', { name: 'Påminnelser' });
    await section.getByText('Nästa kommer 19 oktober.').waitFor();
    await section.getByText('torsdag 15 oktober 2026').first().waitFor();
    await section.getByRole('button', { name: 'Stäng av: Veckans läge' }).click();
    await section.getByRole('button', { name: 'Slå på: Veckans läge' }).waitFor();
    await tab.locator('.message', { hasText: 'Veckans läge: av' }).getByRole('button', { name: 'Ångra' }).click();
    await section.getByRole('button', { name: 'Stäng av: Veckans läge' }).waitFor();
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'reminders');
  });

  test('both fit on a phone, also in the dark', async () => {
    for (const [path, name] of [
      ['planering/kostnader', 'costs'],
      ['planering/uppgifter#paminnelser', 'reminders'],
    ] as const) {
      const { page, tab, frame } = await stage.open(path, { width: 320, theme: 'dark' });
      await settled(tab);
      expect(await sticksOut(frame())).toBe('');
      expect(await overlaps(frame())).toBe('');
      expect(await axeInTab(page, 'colours')).toEqual([]);
      await screenshot(page, `${name}-phone-dark`);
    }
  });
});
