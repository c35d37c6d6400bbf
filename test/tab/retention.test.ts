import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import type { DisposalPreview } from '../../src/features/retention/types.ts';
import { browserMissing, screenshot } from '../browser.ts';
import { axeInTab, openStage, overlaps, people, projectId, settled, sticksOut, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('Gallring', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2027-04-01T07:00:00Z');
    await stage.asLead('POST', '/import', sampleProject());
    await stage.wake();
    const ticks = ['p-02', 'p-03'].map((personId) => ({ personId, sessionId: 's-1', attended: personId === 'p-02' }));
    await stage.asLead('PUT', `/${projectId}/attendance`, ticks);
  }, 120_000);
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  test('X-06 a decision is entered, what may go is shown and goes, and its record and everything held can be fetched', async () => {
    const { page, tab, frame } = await stage.open('planering/gallring');
    await settled(tab);
    const classes = tab.getByRole('region', { name: 'Hur länge uppgifter sparas' });
    const line = classes.getByRole('listitem').filter({ hasText: 'E-post, telefon' });
    await line.getByText('Inget beslut, så inget raderas.').waitFor();
    await screenshot(page, 'retention');
    expect(await sticksOut(frame())).toBe('');
    expect(await overlaps(frame())).toBe('');
    await line.getByRole('button', { name: 'Skriv in beslut: Kontaktuppgifter' }).click();
    const ruleWindow = tab.getByRole('dialog', { name: 'Beslut om kontaktuppgifter' });
    await ruleWindow.getByLabel('Sparas, dagar efter sista träffen').fill('30');
    await ruleWindow.getByLabel('Beslutets beteckning').fill('RD-2026/77');
    await ruleWindow.getByLabel('Beslutets dag').fill('2026-05-04');
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'retention-rule-window');
    await ruleWindow.getByRole('button', { name: 'Spara beslutet' }).click();
    await line.getByText('Får gallras sedan 26 mars 2027.').waitFor();
    await line.getByRole('button', { name: 'Gallra: Kontaktuppgifter' }).click();
    const window = tab.getByRole('dialog', { name: 'Gallra: Kontaktuppgifter' });
    await window.getByText('gallras enligt RD-2026/77').waitFor();
    await window.getByText('Vems uppgifter').click();
    await window.getByText('Mirjam').waitFor();
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'retention-dispose-window');
    // Somebody changes the decision meanwhile: nothing goes, and the new one is shown.
    const rule = { way: 'dispose', days: 20, decision: 'RD-2026/78', decidedOn: '2026-05-04' };
    await stage.asLead('PUT', `/${projectId}/retention/contacts/rule`, rule);
    await window.getByRole('button', { name: /^Gallra \d+ poster/ }).click();
    await window.getByText('Inget är raderat. Det här är det nya.').waitFor();
    await window.getByText('gallras enligt RD-2026/78').waitFor();
    await window.getByRole('button', { name: /^Gallra \d+ poster/ }).click();
    await line.getByText('Det finns inget att gallra.').waitFor();
    const records = tab.getByRole('region', { name: 'Gallringsprotokoll' });
    await records.getByText('beslut RD-2026/78').waitFor();
    const [record] = await Promise.all([
      page.waitForEvent('download'),
      records.getByRole('button', { name: 'Hämta som PDF: Kontaktuppgifter' }).click(),
    ]);
    expect(record.suggestedFilename()).toBe('gallringsprotokoll-contacts-2027-04-01.pdf');
    expect(
      readFileSync(await record.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const disclosure = tab.getByRole('region', { name: 'Lämna ut uppgifter' });
    const [everything] = await Promise.all([
      page.waitForEvent('download'),
      disclosure.getByRole('button', { name: 'Hämta allt som finns' }).click(),
    ]);
    expect(everything.suggestedFilename()).toMatch(/^utlamnande-.*\.xlsx$/);
    await disclosure.getByText('Karin Tunsberg').waitFor();
    await screenshot(page, 'retention-done');
    expect(await axeInTab(page)).toEqual([]);

    // Where the addresses and the answers stood it is told that they are gone, and no figure says that all were silent.
    await stage.asLead('PUT', `/${projectId}/retention/attendance/rule`, rule);
    const gone = await stage.asLead<DisposalPreview>('GET', `/${projectId}/retention/attendance/disposal`);
    const { textVersion, recipientCount } = gone;
    await stage.asLead('POST', `/${projectId}/retention/attendance/disposal`, { textVersion, recipientCount });
    const there = await stage.open('deltagare');
    await settled(there.tab);
    await there.tab.getByText('Gallrat 1 april 2027: Kontaktuppgifter. Beslut RD-2026/78.').waitFor();
    await there.tab.getByText('Kvar: Träff 1, var där: 1 · Träff 1, uteblev: 1.').waitFor();
    expect(await there.tab.getByText(/0 ja, 0 nej/).count()).toBe(0);
    expect(await axeInTab(there.page)).toEqual([]);
    await screenshot(there.page, 'retention-participants');
  });

  test('X-06 a phone in the dark or in high contrast shows it all, and who does not lead does not see it', async () => {
    for (const theme of ['dark', 'contrast'] as const) {
      const { page, tab, frame } = await stage.open('planering/gallring', { width: 320, theme });
      await settled(tab);
      expect(await sticksOut(frame())).toBe('');
      expect(await overlaps(frame())).toBe('');
      expect(await axeInTab(page, 'colours')).toEqual([]);
      await screenshot(page, `retention-phone-${theme}`);
    }
    const guest = await stage.open('planering/gallring', { who: people.guest });
    await settled(guest.tab);
    await guest.tab.getByRole('link', { name: 'Tidslinje' }).waitFor();
    expect(await guest.tab.getByRole('link', { name: 'Gallring' }).count()).toBe(0);
    expect(await guest.tab.getByRole('button', { name: /Gallra/ }).count()).toBe(0);
  });
});
