import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { RoomsPreview } from '../../src/features/rooms/types.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, projectId, settled, sticksOut, type TabStage } from './stage.ts';

const organiser = 'dalalab@region-dalarna.example';
const nils = { address: 'nils.ek@kommun-orsa.example', name: 'Nils Ek', type: 'required' } as const;

describe.skipIf(browserMissing)('what somebody has done in Outlook', { timeout: 90_000 }, () => {
  let stage: TabStage;
  const event = (number: number) => {
    const found = stage.running.sandbox
      .calendar(organiser)
      .find(({ subject, isCancelled }) => !isCancelled && subject.startsWith(`Dalalab träff ${number} `));
    if (found === undefined) throw new Error(`no meeting of session ${number}`);
    return found;
  };
  beforeAll(async () => {
    stage = await openStage('2026-08-20T07:00:00Z');
    await stage.importSample();
    await stage.wake();
    const { clock } = stage.running.sandbox;
    const proposed = await stage.asLead<RoomsPreview>('POST', `/${projectId}/rooms/preview`, {});
    const choices = proposed.choices.map((choice) => ({ ...choice, overrideReason: 'enligt planen' }));
    const preview = await stage.asLead<RoomsPreview>('POST', `/${projectId}/rooms/preview`, { choices });
    await stage.asLead('POST', `/${projectId}/rooms/confirm`, { ...preview, choices });
    await clock.settle();
    await clock.advanceTo(clock.now().add({ minutes: 30 }));
    const { id, attendees } = event(1);
    const ms = Temporal.Instant.from('2026-09-22T11:00:00Z').epochMilliseconds;
    stage.running.sandbox.editInOutlook(id, {
      start: { ms, zone: 'W. Europe Standard Time' },
      attendees: [...attendees, nils],
    });
    await clock.settle();
  }, 120_000);
  afterAll(() => stage.close());
  afterEach(() => stage.closePages());

  test('X-08 stands beside the plan, is free of faults, and fits in 320 pixels', async () => {
    const { page, tab, frame } = await stage.open('traffar/s-1');
    await settled(tab);
    const table = tab.getByRole('table').filter({ hasText: 'Börjar' });
    await table.waitFor();
    const [, row = ''] = await table.getByRole('row').allTextContents();
    expect(row.replaceAll('\u00a0', ' ')).toBe('Börjar22 september kl. 8.3022 september kl. 13.00');
    await tab.locator('#outlook').scrollIntoViewIfNeeded();
    await screenshot(page, 'tab-drift-1280-default');
    expect(await axeInTab(page)).toEqual([]);
    for (const theme of ['dark', 'contrast']) {
      await page.getByLabel('Tema').selectOption(theme);
      await tab.locator(`.theme-${theme}`).first().waitFor();
      await screenshot(page, `tab-drift-1280-${theme}`);
      expect(await axeInTab(page, 'colours'), theme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sticksOut(frame())).toBe('');
    await tab.locator('#outlook').scrollIntoViewIfNeeded();
    await screenshot(page, 'tab-drift-320');
  });

  test('X-05 a stranger becomes somebody’s colleague, and the plan takes over what Outlook says', async () => {
    const { page, tab } = await stage.open('traffar/s-1');
    await tab.getByRole('button', { name: 'Nils Ek: följer med' }).click();
    const host = tab.getByLabel('Tillsammans med');
    await host.selectOption({ index: 1 });
    await screenshot(page, 'tab-stranger-1280');
    await tab.getByRole('button', { name: 'Spara' }).click();
    await tab.getByText('Personen räknas med till maten').waitFor();
    await tab.getByText('Vem är det här?').waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Outlook gäller' }).click();
    await tab.getByText('får inget mer').waitFor();
    await screenshot(page, 'tab-drift-window-1280');
    await tab.getByRole('button', { name: 'Ändra planen' }).click();
    await tab.getByText('Planen säger nu samma som Outlook').waitFor();
    await tab.getByRole('table').filter({ hasText: 'Börjar' }).waitFor({ state: 'detached' });
    await stage.running.sandbox.clock.settle();
    const { sessions } = await stage.asLead<{ sessions: { sessionId: string; drift: unknown }[] }>(
      'GET',
      `/${projectId}/meetings`,
    );
    expect(sessions.find(({ sessionId }) => sessionId === 's-1')?.drift).toBeNull();
  });

  test('a change that waits says for how long, and goes out at once when somebody wants it to', async () => {
    const { clock } = stage.running.sandbox;
    await stage.asLead('PUT', `/${projectId}/sessions/s-1`, { theme: 'Kompetens för morgondagen' });
    await clock.settle();
    const { page, tab } = await stage.open('traffar/s-1');
    await tab.getByText('En ändring väntar på att gå ut i Outlook').waitFor();
    await tab.getByRole('timer').filter({ hasText: 'om' }).first().waitFor();
    await tab.locator('#outlook').scrollIntoViewIfNeeded();
    await screenshot(page, 'tab-waiting-1280');
    expect(await axeInTab(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Skicka nu' }).click();
    await tab.getByText('Ändringen går ut nu').waitFor();
    await clock.settle();
    await tab.getByText('En ändring väntar på att gå ut i Outlook').waitFor({ state: 'detached' });
    await tab.getByText('Så har kalendern ändrats').click();
    await tab.locator('.history').getByText('ändrade träffen').first().waitFor();
    await screenshot(page, 'tab-history-1280');
  });
});
