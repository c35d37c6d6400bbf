import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, overlaps, projectId, settled, sticksOut, type TabStage } from './stage.ts';

const pages = [
  'idag',
  'planering',
  'planering/datum',
  'planering/lokaler',
  'planering/uppgifter',
  'planering/projektet',
  'tema',
  'deltagare',
  'traffar',
  'traffar/s-2',
  'utvardering',
  'utskick',
  'utskick/invitation',
  'projekt',
  'config',
] as const;
const otherThemes = ['dark', 'contrast'] as const;

describe.skipIf(browserMissing)('the tab in its frame', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-08-20T07:00:00Z');
    await stage.importSample();
    await stage.wake();
    const task = { what: 'Boka buss', ownerId: 'st-1', dueOn: '2026-08-20' };
    await stage.asLead('POST', `/${projectId}/tasks`, task);
    await stage.asLead('POST', `/${projectId}/decisions`, { text: 'Vi kör Borlänge' });
  }, 120_000);
  afterAll(() => stage.close());
  afterEach(() => stage.closePages());

  test.each(pages)(
    'X-08 %s is free of faults, and reads in light, dark and contrast',
    async (path) => {
      const { page, tab, frame } = await stage.open(path);
      await settled(tab);
      expect(await overlaps(frame())).toBe('');
      await screenshot(page, `tab-${path.replace('/', '-')}-1280-default`);
      // One row has all that 34 have, and is looked through in a moment.
      if (path === 'deltagare') await tab.getByRole('searchbox').fill('dalsjö');
      expect(await axeInTab(page)).toEqual([]);
      for (const theme of otherThemes) {
        await page.getByLabel('Tema').selectOption(theme);
        await tab.locator(`.theme-${theme}`).first().waitFor();
        await screenshot(page, `tab-${path.replace('/', '-')}-1280-${theme}`);
        expect(await axeInTab(page, 'colours'), theme).toEqual([]);
      }
    },
    90_000,
  );

  test.each(['Outlook', 'Office'])('the tab runs in %s as in Teams, signed in by that program', async (program) => {
    const { page, tab } = await stage.open('traffar/s-2');
    await settled(tab);
    const asked = page.waitForRequest((request) => request.url().includes('/sandbox/api/token?'));
    await page.getByLabel('Program').selectOption(program);
    const client = program === 'Outlook' ? 'bc59ab01-' : '4765445b-';
    expect((await asked).url()).toContain(`client=${client}`);
    await settled(tab);
    await tab.getByRole('heading', { name: 'Program', exact: true }).waitFor();
    await tab.getByRole('link', { name: 'Deltagare', exact: true }).click();
    await tab.getByRole('searchbox').waitFor();
    await page.evaluate(`sessionStorage.removeItem('program')`);
  });

  test.each(pages)('X-08 %s fits in 320 pixels without scrolling sideways', async (path) => {
    const { page, tab, frame } = await stage.open(path, { width: 320 });
    await settled(tab);
    expect(await sticksOut(frame())).toBe('');
    expect(await overlaps(frame())).toBe('');
    await screenshot(page, `tab-${path.replace('/', '-')}-320-default`);
  });

  test('the host’s change of theme is followed at once', async () => {
    const { page, tab, frame } = await stage.open('planering', { theme: 'contrast' });
    await tab.locator('.theme-contrast').waitFor();
    await page.getByLabel('Tema').selectOption('default');
    await tab.locator('.theme-default').waitFor();
    const colour = () => frame().evaluate("getComputedStyle(document.querySelector('.tab')).backgroundColor");
    const light = await colour();
    await page.getByLabel('Tema').selectOption('dark');
    await tab.locator('.theme-dark').waitFor();
    expect(await colour()).not.toBe(light);
    await page.getByLabel('Tema').selectOption('contrast');
    await tab.locator('.theme-contrast').waitFor();
  });

  test('X-08 everything is in English for somebody whose Teams is', async () => {
    const { tab, frame } = await stage.open('planering', { language: 'en-us' });
    await tab.getByRole('heading', { level: 1, name: 'Planning' }).waitFor();
    expect(await frame().evaluate('document.documentElement.lang')).toBe('en');
    expect(await tab.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents()).toEqual([
      'Today',
      'Planning',
      'Theme',
      'Participants',
      'Sessions',
      'Evaluation',
      'Messages',
    ]);
  });

  test('X-08 the keyboard meets the skip link, the pages and then the content', async () => {
    const { page, tab, frame } = await stage.open('planering');
    await tab.getByRole('heading', { name: 'Så följer ni riktlinjerna' }).waitFor();
    await tab.locator('.skip').focus();
    const met: unknown[] = [];
    for (let step = 0; step < 10; step += 1) {
      met.push(await frame().evaluate('document.activeElement.textContent.trim()'));
      await page.keyboard.press('Tab');
    }
    expect(met).toEqual([
      'Hoppa till innehållet',
      'Byt lärprojekt',
      'I dag',
      'Planering',
      'Tema',
      'Deltagare',
      'Träffar',
      'Utvärdering',
      'Utskick',
      'Tidslinje',
    ]);
  });

  test('the page that is shown is the one that is marked, and its address can be copied', async () => {
    const { tab, frame } = await stage.open(`planering?projekt=${projectId}`);
    await tab.getByRole('link', { name: 'Deltagare', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Deltagare' }).waitFor();
    expect(await tab.locator('[aria-current=page]').first().textContent()).toBe('Deltagare');
    expect(frame().url()).toContain(`/tab/deltagare?projekt=${projectId}`);
  });

  test('outside Teams a calm page says where the tab is to be opened', async () => {
    const { page } = await stage.open('planering');
    await page.goto(`${stage.running.url}/tab/planering`);
    await page.getByRole('heading', { name: 'Öppna fliken i Teams' }).waitFor();
    expect(await page.getByRole('link', { name: 'Öppna Teams' }).getAttribute('href')).toContain('teams.microsoft.com');
  });

  test('a channel’s tab is set up by choosing a project and saving', async () => {
    const { page, tab } = await stage.open('config');
    await tab.getByRole('radio', { name: 'Kompetens i hela Dalarna' }).check();
    await tab.getByText('Valt: Kompetens i hela Dalarna').waitFor();
    await page.getByRole('button', { name: 'Spara fliken' }).click();
    const address = `${stage.running.url}/tab/idag?projekt=${projectId}`;
    await page.getByText(`Kompetens i hela Dalarna: ${address}`).waitFor();
  });

  test('when the server does not answer, the page says so and tries again', async () => {
    const { page, tab } = await stage.open('utskick');
    await page.route('**/api/projects/*/evaluations', (route) => route.abort());
    await tab.getByRole('link', { name: 'Utvärdering', exact: true }).click();
    await tab.getByRole('alert').getByText('Vi når inte servern').waitFor();
    await page.unroute('**/api/projects/*/evaluations');
    await tab.getByRole('button', { name: 'Försök igen' }).click();
    await tab.getByRole('heading', { name: 'Utveckling' }).waitFor();
  });
});
