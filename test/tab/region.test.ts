import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('När folk är borta', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-05-04T07:00:00Z');
    await stage.asLead('POST', '/import', sampleProject());
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('PLN-02 a time is added, refused in words when it cannot be read, taken away and brought back', async () => {
    const { page, tab, frame } = await stage.open('planering/datum');
    await settled(tab);
    const section = tab.getByRole('region', { name: 'När folk är borta' });
    await section.getByText('Källa: Vasaloppet').waitFor();
    await section.getByRole('button', { name: 'Lägg till en tid' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Lägg till en tid' });
    await dialog.getByLabel('Vad').fill('Rättviks marknad');
    await dialog.getByLabel('Veckor').fill('20, x');
    await dialog.getByRole('button', { name: 'Spara tiden' }).click();
    await dialog.getByText('Skriv veckonummer mellan 1 och 53').waitFor();
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'region-window');
    await dialog.getByLabel('När').selectOption('dates');
    await dialog.getByLabel('Första dagen').fill('2026-10-19');
    await dialog.getByLabel('Sista dagen').fill('2026-10-21');
    await dialog.getByRole('button', { name: 'Spara tiden' }).click();
    await section.getByText('måndag 19 oktober 2026').waitFor();
    await screenshot(page, 'region');

    await section.getByRole('button', { name: 'Ta bort: Rättviks marknad' }).click();
    await section.getByText('Borttagna (1)').waitFor();
    await tab.locator('.message', { hasText: 'är borttagen' }).getByRole('button', { name: 'Ångra' }).click();
    await section.getByText('måndag 19 oktober 2026').waitFor();

    await section.getByRole('button', { name: 'Ändra höstlov' }).click();
    const change = tab.getByRole('dialog', { name: 'Ändra höstlov' });
    await change.getByLabel('Veckor').fill('43');
    await change.getByRole('button', { name: 'Spara tiden' }).click();
    await section.getByText('v. 43 varje år').waitFor();
    await section.getByRole('button', { name: 'Återställ' }).click();
    await section.getByText('v. 44 varje år').waitFor();
    expect(await axeInTab(page)).toEqual([]);
    expect(await sticksOut(frame())).toBe('');
  });
});
