import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, settled, sticksOut, type TabStage } from './stage.ts';

const steering = 'lena.grahnsjo@region-dalarna.example';

describe.skipIf(browserMissing)('Tema', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-05-04T07:00:00Z');
    const file = sampleProject();
    const { themeProposals: _p, consultations: _c, decision: _d, ...governance } = file.governance ?? {};
    await stage.asLead('POST', '/import', { ...file, governance });
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('THM-01 THM-03 THM-04 from an empty page to a decided theme that opens the project', async () => {
    const { page, tab, frame } = await stage.open('tema');
    await settled(tab);
    await tab.getByText('Inga förslag än.').waitFor();
    await tab.getByText('Lägg till ett förslag, så finns det något att besluta om.').waitFor();
    await screenshot(page, 'themes-empty');
    expect(await axeInTab(page)).toEqual([]);

    const propose = async (title: string, stated: string, names: readonly string[] = []) => {
      await tab.getByRole('button', { name: 'Lägg till förslag' }).click();
      const dialog = tab.getByRole('dialog', { name: 'Nytt temaförslag' });
      await dialog.getByRole('textbox', { name: 'Tema' }).fill(title);
      await dialog.getByLabel('Varför').fill('Torra somrar och blöta höstar prövar kommunernas planering.');
      await dialog.getByLabel('Föreslås av').fill('arbetsgruppen');
      await dialog.getByLabel('Antal kommuner').fill(stated);
      for (const name of names) await dialog.getByRole('checkbox', { name, exact: true }).check();
      if (names.length > 0) {
        expect(await axeInTab(page)).toEqual([]);
        await screenshot(page, 'themes-proposal');
      }
      await dialog.getByRole('button', { name: 'Lägg till förslag' }).click();
      await tab.getByRole('article', { name: title }).waitFor();
    };
    await propose('Buss på landet', '6');
    await tab.getByText('Ett tips: ta fram minst två förslag').waitFor();
    await propose('Vatten i landskapet', '', ['Orsa', 'Mora', 'Falun', 'Borlänge', 'Säter', 'Rättvik', 'Leksand']);
    await propose('Skolan som granne', '2');
    expect(await tab.locator('.proposal .row-title').allInnerTexts()).toEqual([
      'Vatten i landskapet',
      'Buss på landet',
      'Skolan som granne',
    ]);
    await tab.getByText('7 av 15 kommuner').waitFor();

    await tab.getByRole('button', { name: 'Ta bort Skolan som granne' }).click();
    await tab.getByRole('article', { name: 'Skolan som granne' }).waitFor({ state: 'detached' });
    await tab
      .locator('.message', { hasText: 'Förslaget är borttaget.' })
      .getByRole('button', { name: 'Ångra' })
      .click();
    await tab.getByRole('article', { name: 'Skolan som granne' }).waitFor();

    const decision = tab.getByRole('region', { name: 'Beslut' });
    await decision.getByText('Inget samråd med kommunerna är antecknat.').waitFor();
    expect(await decision.getByRole('button', { name: 'Skriv in styrgruppens beslut' }).count()).toBe(0);
    await screenshot(page, 'themes-hindered');

    await tab.getByRole('button', { name: 'Anteckna samråd' }).click();
    const talk = tab.getByRole('dialog', { name: 'Nytt samråd' });
    await talk.getByLabel('Forum').fill('LGRS');
    await talk.getByLabel('Dag').fill('2026-03-06');
    await talk.getByLabel('Vad som sades').fill('Kommunerna vill ha vatten först.');
    await talk.getByRole('button', { name: 'Alla kommuner' }).click();
    for (const name of ['Orsa', 'Vansbro']) await talk.getByRole('checkbox', { name, exact: true }).uncheck();
    await talk.getByRole('button', { name: 'Anteckna samråd' }).click();
    await tab.getByText('Ej hörda: Orsa, Vansbro.').waitFor();

    const fetched = page.waitForEvent('download');
    await decision.getByRole('button', { name: 'Beslutsunderlag (PDF)' }).click();
    expect((await fetched).suggestedFilename()).toBe('beslutsunderlag-tema-2026-05-04.pdf');
    await decision.getByRole('button', { name: 'Skriv in styrgruppens beslut' }).click();
    const record = tab.getByRole('dialog', { name: 'Skriv in styrgruppens beslut' });
    await record.getByLabel('Protokollets datum').fill('2026-04-10');
    await record.getByLabel('Paragraf').fill('muntligt');
    await record.getByRole('button', { name: 'Skriv in beslutet' }).click();
    await record.getByText('Det beslutar styrgruppen. Skriv protokollets datum och paragraf').waitFor();
    await record.getByLabel('Paragraf').fill('14');
    await record.getByRole('checkbox', { name: 'Buss på landet' }).check();
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'themes-decision');
    await record.getByRole('button', { name: 'Skriv in beslutet' }).click();
    await tab.getByText('Styrgruppen beslutade fredag 10 april 2026, § 14.').waitFor();
    await tab.getByText('Sparat till ett annat år').waitFor();
    await tab.getByRole('button', { name: 'Öppna lärprojektet med temat' }).click();
    const name = (title: string) => tab.locator('.project-name', { hasText: title }).waitFor();
    await name('Vatten i landskapet');
    await tab.locator('.message', { hasText: 'Lärprojektet heter nu' }).getByRole('button', { name: 'Ångra' }).click();
    await name('Kompetens i hela Dalarna');
    await tab.getByRole('button', { name: 'Öppna lärprojektet med temat' }).click();
    await name('Vatten i landskapet');
    await screenshot(page, 'themes-decided');
    for (const theme of ['dark', 'contrast'] as const) {
      await page.getByLabel('Tema').selectOption(theme);
      await tab.locator(`.theme-${theme}`).first().waitFor();
      await screenshot(page, `themes-${theme}`);
      expect(await axeInTab(page, 'colours'), theme).toEqual([]);
    }
    expect(await sticksOut(frame())).toBe('');
  });

  test('THM-04 somebody of the steering group sees no form but the decision, at 320 pixels and in English', async () => {
    const narrow = await stage.open('tema', { width: 320 });
    await settled(narrow.tab);
    expect(await sticksOut(narrow.frame())).toBe('');
    await screenshot(narrow.page, 'themes-320-lead');
    await narrow.tab.getByRole('button', { name: 'Anteckna samråd' }).click();
    await narrow.tab.getByRole('dialog').waitFor();
    expect(await sticksOut(narrow.frame())).toBe('');
    await screenshot(narrow.page, 'themes-320-talk');

    const { page, tab, frame } = await stage.open('tema', { who: steering, width: 320, language: 'en-us' });
    await settled(tab);
    await tab.getByText('§ 14').waitFor();
    expect(await sticksOut(frame())).toBe('');
    for (const name of ['Add a proposal', 'Note a consultation', 'Take the decision back'])
      expect(await tab.getByRole('button', { name }).count()).toBe(0);
    await screenshot(page, 'themes-320');
    await stage.asLead('DELETE', '/lp-2026-kompetens/themes/decision');
    await page.reload();
    await tab.getByRole('button', { name: 'Decide the theme' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Decide the theme' });
    await dialog.getByRole('radio', { name: /Buss på landet/ }).check();
    expect(await dialog.getByLabel('Paragraph').count()).toBe(0);
    expect(await sticksOut(frame())).toBe('');
    await screenshot(page, 'themes-320-decide');
    await dialog.getByRole('button', { name: 'Decide the theme' }).click();
    await tab.getByText('Styrgruppen (Lena Grahnsjö) decided on Monday, 4 May 2026.').waitFor();
    await tab.getByRole('button', { name: 'Take the decision back' }).waitFor();
  });
});
