import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlanAnswer } from '../../src/features/planning/reading/types.ts';
import type { SessionBoard } from '../../src/features/sessions/types.ts';
import { browserMissing, closePages } from '../browser.ts';
import { axeInTab, openStage, projectId, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('what a project file tells can be set in the tab', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-06-01T07:00:00Z');
    await stage.importSample();
    await stage.wake();
  }, 120_000);
  afterEach(() => closePages());
  afterAll(() => stage.close());

  const plan = () => stage.asLead<PlanAnswer>('GET', `/${projectId}`);

  test('INV-04, RG-14 which organisations are invited, and to which sessions a colleague may come', async () => {
    const { page, tab } = await stage.open('planering/projektet');
    await tab.getByRole('button', { name: 'Ändra: Anmälan' }).click();
    const window = tab.getByRole('dialog', { name: 'Anmälan' });
    await window.getByLabel('Högst per lärosäte').fill('2');
    await window.getByLabel('Träff 1: ', { exact: false }).check();
    expect(await axeInTab(page)).toEqual([]);
    await window.getByRole('button', { name: 'Spara anmälan' }).click();
    await window.waitFor({ state: 'detached' });
    const { project } = await plan();
    expect(project.maxPerOrganisation).toMatchObject({ municipality: 3, university: 2 });
    expect(project.guestPolicy.colleagueAllowedSessions).toContain('s-1');
    const section = tab.locator('#anmalan');
    await section.getByText('Träff 1', { exact: false }).first().waitFor();
    expect(await section.getByText('bjuds inte in').count()).toBe(2);
  });

  test('END-02 the day of Dalating stands among the texts', async () => {
    const { tab } = await stage.open('planering/projektet');
    await tab.getByRole('button', { name: 'Ändra: Texter' }).click();
    const window = tab.getByRole('dialog', { name: 'Texter' });
    await window.getByLabel('Dalating').fill('2027-03-17');
    await window.getByRole('button', { name: 'Spara texterna' }).click();
    await window.waitFor({ state: 'detached' });
    expect((await plan()).project.keyDates['dalating']).toBe('2027-03-17');
    await tab.getByText('17 mars 2027', { exact: false }).waitFor();
  });

  test('INV-10 whoever plans is corrected, the telephone with the rest, and taken away when nothing hangs on them', async () => {
    const { page, tab } = await stage.open('planering/projektet');
    const section = tab.locator('#roller');
    await section.getByRole('button', { name: 'Ändra Karin Tunsberg' }).click();
    const edit = tab.getByRole('dialog', { name: 'Ändra Karin Tunsberg' });
    await edit.getByLabel('Telefon').fill('0243-700 00');
    expect(await axeInTab(page)).toEqual([]);
    await edit.getByRole('button', { name: 'Spara personen' }).click();
    await edit.waitFor({ state: 'detached' });
    await section.getByText('0243-700 00', { exact: false }).waitFor();

    await section.getByRole('button', { name: 'Lägg till person' }).click();
    const add = tab.getByRole('dialog', { name: 'Lägg till person' });
    await add.getByLabel('Förnamn').fill('Bo');
    await add.getByLabel('Efternamn').fill('Åkesson');
    await add.getByLabel('E-post').fill('bo.akesson@kommun-falun.example');
    await add.getByLabel('Telefon').fill('0243-700 01');
    await add.getByRole('button', { name: 'Lägg till person' }).click();
    await add.waitFor({ state: 'detached' });
    const bo = (await plan()).people.find(({ familyName }) => familyName === 'Åkesson');
    expect(bo).toMatchObject({ phone: '0243-700 01', kind: 'staff' });

    await section.getByRole('button', { name: 'Ändra Bo Åkesson' }).waitFor();
    expect(await section.getByRole('button', { name: 'Ta bort Bo Åkesson' }).count()).toBe(0);
    await section.getByRole('button', { name: 'Ändra roller' }).click();
    const roles = tab.getByRole('dialog', { name: 'Ändra roller' });
    await roles.getByRole('group', { name: 'Planeringsgrupp' }).getByLabel('Bo Åkesson').uncheck();
    await roles.getByRole('button', { name: 'Spara rollerna' }).click();
    await roles.waitFor({ state: 'detached' });
    await section.getByRole('button', { name: 'Ta bort Bo Åkesson' }).click();
    const remove = tab.getByRole('dialog', { name: 'Ta bort Bo Åkesson?' });
    await remove.getByRole('button', { name: 'Ta bort', exact: true }).click();
    await remove.waitFor({ state: 'detached' });
    expect((await plan()).people.map(({ id }) => id)).not.toContain(bo?.id);
  });

  test('ROL-04 handing over the lead is shown before it is done, and never to the deputy as well', async () => {
    const { page, tab } = await stage.open('planering/projektet');
    const before = (await plan()).roles;
    await tab.locator('#roller').getByRole('button', { name: 'Ändra roller' }).click();
    const roles = tab.getByRole('dialog', { name: 'Ändra roller' });
    await roles.getByLabel('Ersättare').selectOption('st-5');
    await roles.getByLabel('Innehållsansvarig').selectOption('st-5');
    await roles.getByRole('button', { name: 'Spara rollerna' }).click();
    await roles.getByText('Innehållsansvarig och ersättare ska vara två personer.', { exact: false }).waitFor();

    await roles.getByLabel('Ersättare').selectOption('');
    await roles.getByRole('button', { name: 'Spara rollerna' }).click();
    const confirm = tab.getByRole('dialog', { name: 'Byta innehållsansvarig?' });
    await confirm.getByText('blir innehållsansvarig. Du kan inte längre ändra planen.', { exact: false }).waitFor();
    expect(await axeInTab(page)).toEqual([]);
    expect((await plan()).roles).toEqual(before);
    await confirm.getByRole('button', { name: 'Tillbaka till rollerna' }).click();
    expect(await roles.getByLabel('Innehållsansvarig').inputValue()).toBe('st-5');
    await roles.getByRole('button', { name: 'Avbryt' }).click();
    expect((await plan()).roles).toEqual(before);
  });

  test('TEC-01 a camera that is seen to beside the venue’s own, and half a day', async () => {
    const missing = async () => {
      const { sessions } = await stage.asLead<SessionBoard>('GET', `/${projectId}/sessions`);
      return sessions.find(({ id }) => id === 's-2')?.room?.missingEquipment.map(({ sv }) => sv) ?? [];
    };
    expect(await missing()).toEqual(['hybridkamera', 'mikrofon']);
    const { tab } = await stage.open('planering/datum');
    await tab
      .getByRole('button', { name: /^Ändra träffen/ })
      .nth(1)
      .click();
    const window = tab.getByRole('dialog');
    await window.getByLabel('Teknik som är ordnad', { exact: false }).fill('hybridkamera, mikrofon');
    await window.getByLabel('Heldag').uncheck();
    await window.getByRole('button', { name: /^Ändra/ }).click();
    await window.waitFor({ state: 'detached' });
    expect(await missing()).toEqual([]);
    expect((await plan()).sessions[1]).toMatchObject({ fullDay: false });
  });

  test('X-02 a first day is set, not moved; one that has been is warned of and can be put right', async () => {
    const { projectId: id } = await stage.asLead<{ projectId: string }>('POST', '/', { title: 'Trygg välfärd' });
    const { page, tab } = await stage.open(`planering/datum?projekt=${id}`);
    const row = tab.getByRole('article', { name: 'Träff 1' });
    const choose = async (button: string, day: string) => {
      await row.getByRole('button', { name: button }).click();
      await tab.getByRole('dialog').getByLabel('Datum').fill(day);
      await tab.getByRole('button', { name: 'Visa konsekvenserna' }).click();
      return tab.getByRole('dialog', { name: 'Det här händer' });
    };
    const first = await choose('Sätt datum', '2026-04-14');
    await first.getByText('Dagen har redan varit.', { exact: false }).waitFor();
    expect(await axeInTab(page)).toEqual([]);
    await first.getByRole('button', { name: 'Sätt datum' }).click();
    await tab.getByText('Datumet är satt.').waitFor();
    await row.getByText('Dagen har varit').waitFor();
    const second = await choose('Flytta datum', '2026-09-22');
    await second.getByRole('button', { name: 'Flytta träffen' }).click();
    await second.waitFor({ state: 'detached' });
    const { sessions } = await stage.asLead<PlanAnswer>('GET', `/${id}`);
    expect(sessions[0]).toMatchObject({ date: '2026-09-22' });
  });

  test('GOV-01 a rule that is gone on without is called by its name', async () => {
    const { projectId: id } = await stage.asLead<{ projectId: string }>('POST', '/', { title: 'Ett till' });
    const { tab } = await stage.open(`utskick/invitation?projekt=${id}`);
    await tab.getByRole('button', { name: 'Gå vidare ändå' }).first().click();
    await tab.getByRole('dialog', { name: /^Gå vidare utan ”[A-ZÅÄÖ][a-zåäö]/ }).waitFor();
  });
});
