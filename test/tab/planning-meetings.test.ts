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

  test('ROL-05 a series is chosen, seen with its free days, booked, shown on a phone and ended', async () => {
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
    await stage.running.sandbox.clock.settle();
    const view = await stage.asLead<{ series: object }>('GET', `/${projectId}/planning-meetings`);
    expect(view.series).toMatchObject({ isWaiting: false, joinUrl: expect.stringContaining('https://') });

    const phone = await stage.open('planering/uppgifter', { width: 320, theme: 'dark' });
    await settled(phone.tab);
    await phone.tab.getByText('Alla dagar').click();
    expect(await sticksOut(phone.frame())).toBe('');
    expect(await axeInTab(phone.page)).toEqual([]);
    await screenshot(phone.page, 'planning-meetings-phone');
    await phone.tab.getByRole('button', { name: 'Avsluta serien' }).click();
    await phone.tab.getByRole('button', { name: 'Avsluta och meddela' }).click();
    await phone.tab.getByText('Serien är avslutad.').waitFor();
    await phone.tab.getByRole('button', { name: 'Boka planeringsmöten' }).waitFor();
  });
});
