import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, projectId, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('the planning group’s own meetings in the tab', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-09-01T07:00:00Z');
    await stage.importSample();
    await stage.wake();
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('ROL-03 ROL-05 turns are taken; a series is chosen, seen with its free days, booked, shown on a phone and ended', async () => {
    const { page, tab } = await stage.open('planering/uppgifter');
    await settled(tab);
    await tab.getByRole('button', { name: 'Boka planeringsmöten' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Boka planeringsmöten' });
    await dialog.getByLabel('Till och med').fill('2027-03-01');
    await screenshot(page, 'planning-meetings-order');
    await dialog.getByRole('button', { name: 'Förhandsgranska' }).click();
    await dialog.getByText('jul- och nyårshelgerna').waitFor();
    await screenshot(page, 'planning-meetings-preview');
    expect(await axeInTab(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Boka och bjud in' }).click();
    await tab.getByText('Planeringsmötena är bokade.').waitFor();
    await screenshot(page, 'rota-wide');
    await stage.running.sandbox.clock.settle();
    const view = await stage.asLead<{ series: object }>('GET', `/${projectId}/planning-meetings`);
    expect(view.series).toMatchObject({ isWaiting: false, joinUrl: expect.stringContaining('https://') });

    const phone = await stage.open('planering/uppgifter', { width: 320, theme: 'dark' });
    await settled(phone.tab);
    await phone.tab.getByText('Alla dagar').click();
    expect(await sticksOut(phone.frame())).toBe('');
    expect(await axeInTab(phone.page)).toEqual([]);
    await screenshot(phone.page, 'planning-meetings-phone');
    const turns = phone.tab.getByRole('region', { name: 'Turordning' });
    await turns.getByRole('button', { name: 'Ändra träff 4' }).click();
    const change = phone.tab.getByRole('dialog', { name: 'Ändra träff 4' });
    for (const box of await change.getByRole('group', { name: 'Bollplank' }).getByRole('checkbox').all())
      await box.setChecked(false);
    await screenshot(phone.page, 'rota-window');
    await change.getByRole('button', { name: 'Spara' }).click();
    await turns.getByText('Förslag:').first().waitFor();
    await turns.getByRole('button', { name: 'Ta förslaget' }).click();
    await turns.getByText('Förslag:').first().waitFor({ state: 'detached' });
    await turns.getByRole('button', { name: 'Vi har redan frågat' }).last().click();
    await turns.getByText('Frågade 1 september').waitFor();
    await screenshot(phone.page, 'rota-phone');
    expect(await axeInTab(phone.page)).toEqual([]);
    expect(await sticksOut(phone.frame())).toBe('');
    await phone.tab.getByRole('button', { name: 'Avsluta serien' }).click();
    await phone.tab.getByRole('button', { name: 'Avsluta och meddela' }).click();
    await phone.tab.getByText('Serien är avslutad.').waitFor();
    await phone.tab.getByRole('button', { name: 'Boka planeringsmöten' }).waitFor();
  });
});
