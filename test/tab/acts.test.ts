import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import type { ParticipantList } from '../../src/features/registration/types.ts';
import { axe, browserMissing, closePages, openPage, screenshot } from '../browser.ts';
import { axeInTab, openStage, people, projectId, settled, sticksOut, type OpenTab, type TabStage } from './stage.ts';

/** The whole product as it stands before the tests of one state; they leave alone what the others look at. */
function inStage(
  title: string,
  prepare: (stage: TabStage) => Promise<void>,
  body: (stage: () => TabStage) => void,
): void {
  describe.skipIf(browserMissing)(title, { timeout: 90_000 }, () => {
    let stage: TabStage;
    beforeAll(async () => {
      stage = await openStage('2026-08-20T07:00:00Z');
      await prepare(stage);
    }, 120_000);
    afterEach(async () => {
      await closePages();
      await stage.closePages();
    });
    afterAll(() => stage.close());
    body(() => stage);
  });
}

inStage(
  'before there is a project',
  () => Promise.resolve(),
  (stage) => {
    test('X-02 an empty start offers a new project, and whoever creates it leads it', async () => {
      const { tab } = await stage().open('planering');
      await tab.getByRole('heading', { name: 'Välkommen. Börja med ett lärprojekt' }).waitFor();
      await tab.getByRole('button', { name: 'Skapa lärprojekt' }).click();
      const window = tab.getByRole('dialog', { name: 'Nytt lärprojekt' });
      await window.getByLabel('Vad ska det heta?').fill('Vatten i Dalarna');
      await window.getByRole('button', { name: 'Skapa lärprojekt' }).click();
      await tab.getByRole('heading', { name: 'Lärprojektet är vilande' }).waitFor();
      expect(await tab.locator('.project-name').textContent()).toBe('Vatten i Dalarna');
      await tab.getByText('Karin Tunsberg').first().waitFor();
    });
  },
);

inStage(
  'before a project file is read',
  () => Promise.resolve(),
  (stage) => {
    test('X-02 a project file with faults tells where, what and how; mended it is read, and fetched again as it was', async () => {
      const file = structuredClone(sampleProject());
      const window = (opened: OpenTab) => opened.tab.getByRole('dialog', { name: 'Läs in en projektfil' });
      const opened = await stage().open('planering');
      const read = async (content: unknown): Promise<void> => {
        const buffer = Buffer.from(JSON.stringify(content));
        await window(opened)
          .locator('input[type=file]')
          .setInputFiles({ name: 'projekt.json', mimeType: 'application/json', buffer });
        await window(opened).getByRole('button', { name: 'Läs in projektfil' }).click();
      };
      await opened.tab.getByRole('button', { name: 'Läs in projektfil' }).click();
      await read({ ...file, timeZone: 'Europa/Falun' });
      const fault = window(opened).getByRole('listitem').first();
      await fault.getByText('timeZone = "Europa/Falun"').waitFor();
      expect((await fault.textContent())?.length).toBeGreaterThan('timeZone = "Europa/Falun"'.length + 10);
      await read(file);
      await opened.tab.getByRole('heading', { name: 'Lärprojektet är vilande' }).waitFor();

      await opened.tab.getByText('Byt lärprojekt').click();
      const fetched = async (): Promise<string> => {
        const coming = opened.page.waitForEvent('download');
        await opened.tab.getByRole('button', { name: 'Hämta projektfil' }).click();
        return readFileSync(await (await coming).path(), 'utf8');
      };
      const first = await fetched();
      await opened.tab.getByRole('button', { name: 'Läs in projektfil' }).click();
      await window(opened).getByLabel('Ersätt om lärprojektet redan finns', { exact: false }).check();
      await read(JSON.parse(first));
      await opened.tab.getByRole('heading', { name: 'Lärprojektet är vilande' }).waitFor();
      await opened.tab.getByText('Byt lärprojekt').click();
      expect(await fetched()).toBe(first);
      expect(first).not.toContain('"dietary"');
    });
  },
);

inStage(
  'a project that has been brought in',
  (stage) => stage.importSample(),
  (stage) => {
    test('GOV-01 a rule tells its text, source and both last days, and can be overridden with a reason', async () => {
      const { tab } = await stage().open('planering');
      await tab.getByRole('radio', { name: /^Klart/ }).check();
      const rule = tab.locator('details', { hasText: 'Inbjudan i god tid' });
      await rule.locator('summary').click();
      await rule.getByText('Regel INV-01, riktlinjer', { exact: false }).waitFor();
      expect(await rule.locator('blockquote').textContent()).toContain('minst två månader innan planerad start');
      expect(await rule.locator('.due').textContent()).toContain('Klok sista dag12 juni');
      expect(await rule.locator('.due').textContent()).toContain('Regelns sista dag22 juli');

      await tab.getByRole('radio', { name: /^Före verktyget/ }).check();
      await tab.getByText('Sista dagen var innan projektet togs in i verktyget 20 augusti').waitFor();
      const late = tab.locator('details', { hasText: 'På webbsidan i god tid' });
      await late.locator('summary').click();
      await late.getByRole('button', { name: 'Gå vidare ändå' }).click();
      const window = tab.getByRole('dialog');
      await window.getByLabel('Varför går ni vidare ändå?').fill('Webbsidan byggs om i augusti.');
      await window.getByRole('button', { name: 'Spara skälet' }).click();
      await tab.getByText('Skälet är sparat').waitFor();
      await tab.getByRole('radio', { name: /^Klart/ }).check();
      await tab.locator('details', { hasText: 'På webbsidan i god tid' }).getByText('Överstyrd').first().waitFor();
    });

    test('LST-01 participants stand in Swedish order and can be searched, and the list goes to a file', async () => {
      const { page, tab } = await stage().open('deltagare');
      await settled(tab);
      const names = await tab.locator('.name-button').allTextContents();
      expect([names[0], names.at(-3), names.at(-2), names.at(-1)]).toEqual([
        'Inga-Lill af Dalsjö',
        'Björn Åhs',
        'Hampus Ärlingsson',
        'Jens Øvergård',
      ]);
      await tab.getByLabel('Sök namn, organisation eller e-post').fill('åhs');
      await tab.getByText('Visar 1 av 34.').waitFor();
      const fetched = page.waitForEvent('download');
      await tab.getByRole('button', { name: 'Hämta listan: CSV' }).click();
      const file = readFileSync(await (await fetched).path(), 'utf8');
      expect(file).toContain('Øvergård');
      expect(file.startsWith('\uFEFF')).toBe(true);
    });

    test('INV-04 places per organisation and silent municipalities are in sight', async () => {
      const { tab } = await stage().open('deltagare');
      const silent = tab.locator('.silent-ones').first();
      await silent.waitFor();
      expect(await silent.locator('strong').allTextContents()).toEqual(['Gagnef', 'Orsa', 'Smedjebacken', 'Vansbro']);
      expect(await tab.locator('.quota', { hasText: 'Säters kommun' }).textContent()).toContain('2 av 3');
    });

    test('X-05 presence is ticked per session and stays', async () => {
      const { tab } = await stage().open('deltagare');
      await tab.getByLabel('Träff', { exact: true }).selectOption({ label: 'Träff 2' });
      await tab.getByLabel('Hanna Berg var på träff 2').check();
      await tab.getByText('Närvaron är sparad').first().waitFor();
      const list = await stage().asLead<ParticipantList>('GET', `/${projectId}/participants`);
      const hanna = list.participants.find(({ familyName }) => familyName === 'Berg');
      expect(hanna?.sessions.find(({ sessionId }) => sessionId === 's-2')?.attended).toBe(true);
    });

    test('DOC-03 a photo without a photographer stays, and its details let it go', async () => {
      const { tab } = await stage().open('traffar/s-1');
      await tab.getByRole('button', { name: 'Lägg till fil' }).click();
      const window = tab.getByRole('dialog', { name: 'Lägg till fil' });
      await window.locator('input[type=file]').setInputFiles({
        name: 'gruppen.png',
        mimeType: 'image/png',
        buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
      });
      await window.getByLabel('Vad är det?').selectOption('photo');
      await window.getByRole('button', { name: 'Lägg till fil' }).click();
      const file = tab.locator('.files li', { hasText: 'gruppen.png' });
      await file.getByText('Skriv vem som har tagit bilden.').waitFor();
      await file.getByRole('button', { name: 'Ändra uppgifter' }).click();
      const details = tab.getByRole('dialog');
      await details.getByLabel('Fotograf').fill('Eva-Lotta Norrby');
      await details.getByLabel('Bildbeskrivning').fill('Deltagarna vid borden i sal Siljan.');
      await details.getByLabel('Bilden får delas', { exact: false }).check();
      await details.getByRole('button', { name: 'Spara uppgifterna' }).click();
      await file.getByText('Klar att dela').waitFor();
    });

    test('ROL-04 somebody in the planning group, a guest too, sees the plan but no act of the content lead', async () => {
      const { tab } = await stage().open('planering/datum', { who: people.guest });
      await tab.getByRole('heading', { name: 'Träffarnas datum' }).waitFor();
      for (const name of ['Flytta datum', 'Lägg till träff', 'Visa vad som skulle gå ut', 'Förhandsgranska bokning'])
        expect(await tab.getByRole('button', { name }).count(), name).toBe(0);
    });

    async function stateOfProject(): Promise<string> {
      const { project } = await stage().asLead<{ project: { state: string } }>('GET', `/${projectId}`);
      return project.state;
    }

    test('X-02 waking shows what would go out; if the plan changed meanwhile, it shows again and nothing is done', async () => {
      const { page, tab } = await stage().open('planering');
      await tab.getByRole('button', { name: 'Visa vad som skulle gå ut' }).click();
      const window = tab.getByRole('dialog', { name: 'Det här händer när lärprojektet väcks' });
      await window.getByRole('listitem').first().waitFor();
      expect(await axeInTab(page)).toEqual([]);
      await screenshot(page, 'tab-wake-1280');
      const day = { date: '2026-09-23', startTime: '08:30', endTime: '16:00' };
      const seen = await stage().asLead<{ textVersion: string; recipientCount: number }>(
        'POST',
        `/${projectId}/sessions/s-1/move/preview`,
        day,
      );
      const { textVersion, recipientCount } = seen;
      await stage().asLead('POST', `/${projectId}/sessions/s-1/move`, {
        ...day,
        confirm: { textVersion, recipientCount },
      });
      await window.getByRole('button', { name: 'Väck lärprojektet' }).click();
      await window.getByText('Något ändrades medan du läste').waitFor();
      expect(await stateOfProject()).toBe('dormant');
      await window.getByRole('button', { name: 'Väck lärprojektet' }).click();
      await tab.getByText('Lärprojektet pågår').waitFor();
      expect(await stateOfProject()).toBe('active');
    });
  },
);

inStage(
  'a project that goes on',
  async (stage) => {
    await stage.importSample();
    await stage.wake();
  },
  (stage) => {
    test('a task of a rule is given to somebody, asked about when its day is free, ticked on the day’s page and opened again', async () => {
      const { tab, page } = await stage().open('planering');
      const rule = tab.locator('#regler details').first();
      await rule.locator('summary').click();
      await rule.getByRole('button', { name: 'Ge någon uppgiften' }).click();
      const window = tab.getByRole('dialog', { name: 'Lägg till uppgift' });
      await window.getByLabel('Vad ska göras?').fill('Ring alla kommuner');
      await window.getByLabel('Vem gör det?').selectOption('Karin Tunsberg');
      await window.getByLabel('Senast').fill('2026-08-22');
      await window.getByRole('button', { name: 'Lägg till', exact: true }).click();
      await window.getByText('Lördag 22 augusti 2026 är ingen arbetsdag.', { exact: false }).waitFor();
      await window.getByLabel('Behåll dagen ändå').check();
      await window.getByRole('button', { name: 'Lägg till', exact: true }).click();
      await tab.getByText('Uppgiften är tillagd.').waitFor();

      await tab.getByRole('link', { name: 'I dag', exact: true }).click();
      await tab.getByText('från regel').waitFor();
      const box = tab.getByRole('checkbox', { name: 'Ring alla kommuner' });
      await box.focus();
      await page.keyboard.press('Space');
      await tab.getByText('Klart: Ring alla kommuner').waitFor();
      await box.waitFor({ state: 'detached' });
      await tab.locator('.message', { hasText: 'Klart: Ring' }).getByRole('button', { name: 'Ångra' }).click();
      await box.waitFor();
    });

    test('a moved date shows its consequences before anything happens', async () => {
      const { tab } = await stage().open('planering/datum');
      await tab
        .getByRole('article', { name: /Träff 3/ })
        .first()
        .getByRole('button', { name: 'Flytta datum' })
        .click();
      await tab.getByRole('dialog').getByLabel('Datum').fill('2027-01-06');
      await tab.getByRole('button', { name: 'Visa konsekvenserna' }).click();
      const window = tab.getByRole('dialog', { name: 'Det här händer' });
      await window
        .getByText(/trettond/i)
        .first()
        .waitFor();
      await window.getByRole('button', { name: 'Avbryt' }).click();
      const { sessions } = await stage().asLead<{ sessions: { id: string; date: string }[] }>('GET', `/${projectId}`);
      expect(sessions.find(({ id }) => id === 's-3')?.date).toBe('2027-01-13');
    });

    test('VEN-02 rooms are proposed, previewed with their mails, and asked', async () => {
      const { page, tab } = await stage().open('planering/lokaler');
      await tab.getByRole('button', { name: /^Ändra.*Väsman/ }).click();
      const venue = tab.getByRole('dialog', { name: /Väsman/ });
      await expect(venue.getByLabel('Lokalen tillhör').locator('option:checked').innerText()).resolves.toBe(
        'Ludvika kommun',
      );
      await venue.getByLabel('Stegfri').selectOption({ label: 'Nej' });
      await venue.getByRole('button', { name: 'Spara lokalen' }).click();
      await tab.getByText('är inte stegfri').first().waitFor();
      await tab.getByRole('button', { name: 'Förhandsgranska bokning' }).click();
      const window = tab.getByRole('dialog', { name: 'Boka lokaler' });
      await window.getByText('lokaler frågas', { exact: false }).waitFor();
      expect(await axeInTab(page)).toEqual([]);
      await screenshot(page, 'tab-rooms-1280');
      for (const reason of await window.getByLabel(/Varför går det ändå/).all())
        await reason.fill('Vi ställer in fler stolar.');
      await window.getByRole('button', { name: 'Boka och fråga' }).click();
      await tab.getByText('Lokalerna är frågade').waitFor();
      await stage().running.sandbox.clock.settle();
      const answers = tab.locator('.row-room .status');
      await expect
        .poll(async () => (await answers.allTextContents()).join('; '), { timeout: 25_000 })
        .toContain('mejl');
    });

    test('CAT-01 food is gone through without names and ordered, and the kitchen’s page needs no account', async () => {
      const { page, tab } = await stage().open('traffar/s-2');
      await tab.getByText('12 uppgifter att gå igenom').waitFor();
      await tab.getByRole('button', { name: 'Gå igenom' }).click();
      const review = tab.getByRole('dialog', { name: 'Gå igenom specialkost' });
      await review.getByText('Allergisk mot skaldjur och ägg').waitFor();
      expect(await axeInTab(page)).toEqual([]);
      await review.getByRole('button', { name: 'Bekräfta ”Vegetarian”', exact: true }).click();
      await review.getByText('1 av 12 genomgångna').waitFor();
      await review.getByRole('button', { name: 'Bekräfta 11 förslag' }).click();
      await review.getByText('Allt är genomgånget').waitFor();
      await review.getByRole('button', { name: 'Stäng' }).click();
      await tab.getByRole('button', { name: 'Beställ maten' }).click();
      const order = tab.getByRole('dialog', { name: 'Beställ maten' });
      await order.getByText('lokalbokning@kommun-ludvika.example').waitFor();
      await order.getByRole('button', { name: 'Skicka beställningen' }).click();
      await tab.getByText(/^Beställd 20 augusti/).waitFor();
      const address = (await tab.getByRole('link', { name: 'Öppna köksbladet' }).getAttribute('href')) ?? '';
      const kitchen = await openPage({ width: 320 });
      await kitchen.goto(address);
      await kitchen.getByText('38 personer').waitFor();
      await kitchen.getByText('Allvarlig allergi: 3.').waitFor();
      expect(await axe(kitchen)).toEqual([]);
      await screenshot(kitchen, 'kitchen-320');
    });

    test('CAL-01 the closing is previewed, confirmed, counted down, told of and stopped', async () => {
      const { tab, page, frame } = await stage().open('deltagare');
      await tab.getByRole('button', { name: 'Förhandsgranska stängningen' }).click();
      const window = tab.getByRole('dialog', { name: 'Stängning av anmälan' });
      await window
        .getByText('En kalenderbokning', { exact: false })
        .or(window.getByText('Bokningarna'))
        .first()
        .waitFor();
      await window.getByRole('button', { name: 'Bekräfta stängningen' }).click();
      await tab.getByText('om 8 dagar', { exact: false }).waitFor();
      await tab.getByText('Planeringsgruppen påminns', { exact: false }).waitFor();
      const { clock } = stage().running.sandbox;
      await clock.advanceTo(clock.now().add({ hours: 6 * 24 }));
      await page.reload();
      await tab.getByText('Planeringsgruppen påmindes 25 augusti', { exact: false }).waitFor();
      await tab.getByRole('button', { name: 'Stoppa' }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Stoppa' }).click();
      await tab.getByText('Stängningen är stoppad', { exact: false }).waitFor();
      // What opened the dialog has changed meanwhile; the focus is not lost, and nothing is hidden from a screen reader.
      await expect.poll(() => frame().evaluate('document.activeElement.tagName'), { timeout: 6000 }).not.toBe('BODY');
      await tab.getByRole('button', { name: 'Förhandsgranska stängningen' }).waitFor();
    });
  },
);

inStage(
  'a project whose answers and sessions change',
  async (stage) => {
    await stage.importSample();
    await stage.wake();
  },
  (stage) => {
    test('INV-11 X-02 a no is kept and undone, an old invitation gets its words, and a new session shows who is invited first', async () => {
      const opened = await stage().open('deltagare');
      const { tab, page } = opened;
      await tab.getByRole('button', { name: 'Orsa kommun har tackat nej' }).click();
      const no = tab.getByRole('dialog', { name: 'Orsa kommun avstår' });
      await no.getByLabel('Vem sa det?').fill('HR-chefen');
      await expect.poll(() => no.getByLabel('Vilken dag?').inputValue()).toBe('2026-08-20');
      expect(await axeInTab(page)).toEqual([]);
      await no.getByRole('button', { name: 'Spara' }).click();
      await tab.getByText('enligt HR-chefen, 20 augusti').waitFor();
      await screenshot(page, 'tab-silent-1280');
      expect(await axeInTab(page)).toEqual([]);
      await tab.getByRole('button', { name: 'Ångra att Orsa kommun avstår' }).click();
      await tab.getByRole('button', { name: 'Orsa kommun har tackat nej' }).waitFor();

      const session = await stage().open('traffar/s-2', { width: 320 });
      await session.tab.getByRole('button', { name: 'Har en gammal kallelse' }).click();
      const old = session.tab.getByRole('dialog', { name: 'Gammal kallelse till träff 2' });
      await old.getByLabel('Vem kallade?').fill('Maja Ström');
      await old.getByRole('button', { name: 'Spara' }).click();
      await session.tab.getByText('Det här är min gamla kallelse till träff 2').waitFor();
      expect(await sticksOut(session.frame())).toBe('');
      await screenshot(session.page, 'tab-earlier-320');
      await session.tab.getByLabel('Den gamla är avbokad', { exact: true }).click();
      await session.tab.getByLabel('Den gamla är avbokad (20 augusti)').click();
      await session.tab.getByLabel('Den gamla är avbokad', { exact: true }).waitFor();
      expect(await axeInTab(session.page)).toEqual([]);

      const dates = await stage().open('planering/datum');
      await dates.tab.getByRole('button', { name: 'Lägg till träff' }).click();
      const added = dates.tab.getByRole('dialog', { name: 'Ny träff' });
      await added.getByLabel('Datum').fill('2027-03-10');
      await added.getByRole('button', { name: 'Visa konsekvenserna' }).click();
      await added.getByText('Träff 5: onsdag 10 mars 2027').waitFor();
      await added.getByText('Ingen är inbjuden än').waitFor();
      await screenshot(dates.page, 'tab-add-session-1280');
      await added.getByRole('button', { name: 'Ändra' }).click();
      expect(await added.getByLabel('Datum').inputValue()).toBe('2027-03-10');
      await added.getByRole('button', { name: 'Visa konsekvenserna' }).click();
      await added.getByRole('button', { name: 'Lägg till träff' }).click();
      await dates.tab.getByText('Träffen är tillagd.').waitFor();
    });
  },
);
