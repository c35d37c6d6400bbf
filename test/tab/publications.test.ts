import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('Texter att publicera', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-06-05T07:00:00Z');
    await stage.importSample();
    await stage.wake();
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('COM-01 COM-02 a text is copied, made one’s own and ticked off with its address; each can be undone', async () => {
    const { page, tab, frame } = await stage.open('utskick');
    await settled(tab);
    const section = tab.getByRole('region', { name: 'Texter att publicera' });
    await section.getByText('2 att publicera nu').waitFor();
    await section.getByRole('link', { name: 'Till texterna' }).click();
    const web = tab.getByRole('article', { name: 'Webbsidan före start' });
    await web.getByText('Nytt lärprojekt: Kompetens i hela Dalarna').waitFor();
    await screenshot(page, 'publications');
    expect(await axeInTab(page)).toEqual([]);

    await web.getByRole('button', { name: 'Bocka av: Webbsidan före start' }).click();
    const tick = tab.getByRole('dialog', { name: 'Webbsidan före start' });
    await tick.getByLabel('Länk').fill('https://exempel');
    await tick.getByRole('button', { name: 'Bocka av' }).click();
    await tick.getByText('”https://exempel” är ingen länk.').waitFor();
    expect(await axeInTab(page)).toEqual([]);
    await tick.getByLabel('Länk').fill('https://www.regiondalarna.se/dalalab');
    await tick.getByRole('button', { name: 'Bocka av' }).click();
    await web.getByText('Publicerat fredag 5 juni 2026').waitFor();
    await web.getByRole('link', { name: 'Visa där den är publicerad' }).waitFor();
    const undo = async (text: string) =>
      await tab.locator('.message', { hasText: text }).getByRole('button', { name: 'Ångra' }).click();
    await undo('Avbockat: Webbsidan före start.');
    await web.getByRole('button', { name: 'Bocka av: Webbsidan före start' }).waitFor();

    const letter = tab.getByRole('article', { name: 'Nyhetsbrevet före start' });
    await letter.getByRole('button', { name: 'Ändra texten: Nyhetsbrevet före start' }).click();
    const edit = tab.getByRole('dialog', { name: 'Nyhetsbrevet före start' });
    await edit.getByLabel('Texten').fill('Kort och gott.');
    await edit.getByRole('button', { name: 'Spara texten' }).click();
    await letter.getByText('Kort och gott.').waitFor();
    await letter.getByRole('button', { name: 'Använd lärprojektets text' }).click();
    await letter.getByText('Dalalab startar ett nytt lärprojekt').waitFor();
    await undo('Texten följer lärprojektet igen.');
    await letter.getByText('Kort och gott.').waitFor();
    expect(await sticksOut(frame())).toBe('');
  });

  test('COM-01 at 320 pixels, dark and in contrast nothing sticks out and every colour can be read', async () => {
    const { page, tab, frame } = await stage.open('utskick/texter', { width: 320, theme: 'dark' });
    await settled(tab);
    await tab.getByRole('article', { name: 'LinkedIn vid starten' }).waitFor();
    expect(await sticksOut(frame())).toBe('');
    await screenshot(page, 'publications-320-dark');
    expect(await axeInTab(page, 'colours')).toEqual([]);
    const wide = await stage.open('utskick/texter', { theme: 'contrast', language: 'en-us' });
    await settled(wide.tab);
    await wide.tab.getByRole('heading', { name: 'Texts to publish' }).waitFor();
    await screenshot(wide.page, 'publications-contrast');
    expect(await axeInTab(wide.page, 'colours')).toEqual([]);
  });
});
