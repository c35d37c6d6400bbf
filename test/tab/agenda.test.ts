import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SessionBoard } from '../../src/features/sessions/types.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, projectId, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('the day of a session', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-08-20T07:00:00Z');
    await stage.importSample();
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  const agenda = async (number: number) => {
    const { sessions } = await stage.asLead<SessionBoard>('GET', `/${projectId}/sessions`);
    return sessions.find((session) => session.number === number)?.agenda ?? [];
  };

  test('AGD-01 AGD-04 OPN-01 a day is built by mouse and keyboard, says what is tight while it is, and is taken back', async () => {
    const before = await agenda(1);
    const { page, tab } = await stage.open('traffar/s-1');
    await settled(tab);
    const needs = tab.getByRole('region', { name: 'Det här behövs' });
    await needs.getByText('är med via länk', { exact: false }).first().waitFor();
    await needs.scrollIntoViewIfNeeded();
    await screenshot(page, 'needs', { fullPage: false });
    const open = tab.getByRole('button', { name: 'Ändra programmet' });
    await open.click();
    const window = tab.getByRole('dialog', { name: 'Ändra programmet' });
    const titles = () =>
      window
        .getByRole('textbox', { name: /^Punkt \d+, vad$/ })
        .evaluateAll((all) => all.map((one) => String(Reflect.get(one, 'value'))));
    const start = (title: string) => window.getByLabel(`${title} börjar`).inputValue();
    await window.getByText('95 minuter utan paus', { exact: false }).waitFor();

    // Lunch goes up by keyboard, keeps the focus, is told, and the day keeps its length.
    const lunch = window.getByLabel('Lunch börjar');
    await lunch.focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect([await start('Lunch'), (await titles()).indexOf('Lunch')]).toEqual(['11:40', 6]);
    expect(await window.getByRole('status').textContent()).toBe('Lunch är nu punkt 7 av 16, 11.40–12.40.');
    expect(await lunch.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);

    await screenshot(page, 'agenda', { fullPage: false });
    // By its dots to the end of the day: a long time without a break, an evaluation that is not last.
    const handle = window.locator('.agenda-row:has([aria-label="Lunch börjar"]) .agenda-grip');
    const last = window.locator('.agenda-row').last();
    await handle.hover();
    await page.mouse.down();
    for (let step = 0; step < 40 && (await titles()).indexOf('Lunch') < 15; step += 1) {
      const box = await last.boundingBox();
      const view = await window.locator('.window-content').boundingBox();
      await page.mouse.move(400, Math.min((box?.y ?? 0) + 60, (view?.y ?? 0) + (view?.height ?? 0) - 4), { steps: 2 });
    }
    await page.mouse.up();
    expect([(await titles()).indexOf('Lunch'), await start('Lunch')]).toEqual([15, '15:00']);
    await window.getByText('Utvärderingen ligger inte sist.').waitFor();
    await window.getByRole('button', { name: 'Ångra' }).click();
    await window.getByRole('button', { name: 'Ångra' }).click();
    expect((await titles()).indexOf('Lunch')).toBe(7);

    // Too long for the session: told at the item, and refused.
    const minutes = window.getByLabel('Lunch, antal minuter');
    await minutes.fill('90');
    await minutes.press('Enter');
    await window
      .locator('.agenda-row')
      .last()
      .getByText('slutar 16.30, men träffen slutar 16.00', { exact: false })
      .waitFor();
    await window.getByRole('button', { name: 'Spara programmet' }).click();
    await window.locator('.fui-MessageBar').getByText('slutar 16.30', { exact: false }).waitFor();
    await minutes.fill('30');
    await minutes.press('Enter');
    await window.getByText('Lunch kortare än 45 minuter.').waitFor();
    await window.getByRole('button', { name: 'Spara programmet' }).click();
    await tab.getByText('Programmet är sparat.').waitFor();
    expect((await agenda(1)).at(-1)?.end).toBe('15:30');
    await tab.getByRole('button', { name: 'Ångra' }).click();
    await tab.getByText('Ångrat. Allt är som förut.').waitFor();
    expect(await agenda(1)).toEqual(before);
  });

  test('OPN-01 an empty day gets a ground programme, fits a telephone, and can be read in dark', async () => {
    await stage.asLead('PUT', `/${projectId}/sessions/s-4/agenda`, { agenda: [] });
    const { page, tab, frame } = await stage.open('traffar/s-4', { width: 320, theme: 'dark' });
    await settled(tab);
    await tab.getByRole('button', { name: 'Ändra programmet' }).click();
    const window = tab.getByRole('dialog', { name: 'Ändra programmet' });
    await window.getByRole('button', { name: 'Lägg in grundprogram' }).click();
    await window.getByText('Träffen saknar ett lokalt exempel', { exact: false }).waitFor();
    await window.locator('.agenda-row', { hasText: 'Ansvarig' }).nth(1).locator('summary').click();
    await window.getByRole('combobox', { name: 'Ansvarig' }).selectOption({ label: 'Karin Tunsberg' });
    await screenshot(page, 'agenda-narrow', { fullPage: false });
    expect(await sticksOut(frame())).toBe('');
    expect(await axeInTab(page)).toEqual([]);
    // The sandbox's page is taller than its window here.
    await window.getByRole('button', { name: 'Spara programmet' }).dispatchEvent('click');
    await tab.getByText('Programmet är sparat.').waitFor();
    const saved = await agenda(4);
    expect([saved[0]?.type, saved[1]?.type, saved.at(-2)?.type]).toEqual(['arrival', 'opening', 'evaluation']);
    expect(saved[1]?.responsibleId).toBeDefined();
  });

  test('ROL-01 SPK-02 speakers show what is left to do; one is asked, and the question is taken back', async () => {
    await stage.wake();
    const { page, tab, frame } = await stage.open('planering/projektet');
    await settled(tab);
    const section = tab.getByRole('region', { name: 'Medverkande' });
    const row = section.getByRole('listitem').filter({ hasText: 'Dr Tuomas Hietaniemi' }).first();
    await row.getByText('Behöver ett ja senast 23 december.').waitFor();
    await section.scrollIntoViewIfNeeded();
    await screenshot(page, 'speakers', { fullPage: false });
    await row.getByLabel('Hur långt det har kommit med Dr Tuomas Hietaniemi').selectOption('Idé');
    await tab.getByText('Dr Tuomas Hietaniemi: Idé.').waitFor();
    await row.getByRole('button', { name: 'Fråga Dr Tuomas Hietaniemi' }).click();
    const window = tab.getByRole('dialog', { name: 'Fråga Dr Tuomas Hietaniemi' });
    await window.getByText('Svara ja eller nej', { exact: false }).waitFor();
    await screenshot(page, 'speakers-ask', { fullPage: false });
    expect(await axeInTab(page)).toEqual([]);
    await window.getByRole('button', { name: 'Skicka frågan' }).click();
    await row.getByText('Frågan går om en stund').waitFor();
    await tab
      .locator('.message', { hasText: 'Frågan till Dr Tuomas Hietaniemi' })
      .getByRole('button', { name: 'Ångra' })
      .click();
    await row.getByText('Frågan stoppades och gick inte ut').waitFor();
    await row.getByRole('button', { name: 'Ändra Dr Tuomas Hietaniemi' }).click();
    const edit = tab.getByRole('dialog', { name: 'Ändra Dr Tuomas Hietaniemi' });
    await edit.getByLabel('Dag då tekniken provas').fill('2027-01-11');
    await edit.getByLabel('Håller kontakten').selectOption({ label: 'Karin Tunsberg' });
    await edit.getByRole('button', { name: 'Spara' }).click();
    await row.getByText('Karin Tunsberg håller kontakten', { exact: false }).waitFor();
    expect(await axeInTab(page)).toEqual([]);
    const narrow = await stage.open('planering/projektet', { width: 320, theme: 'dark' });
    await settled(narrow.tab);
    await narrow.tab.getByText('Karin Tunsberg håller kontakten', { exact: false }).scrollIntoViewIfNeeded();
    await screenshot(narrow.page, 'speakers-narrow', { fullPage: false });
    expect(await sticksOut(narrow.frame())).toBe('');
    expect(await sticksOut(frame())).toBe('');
  });
});
