import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlanAnswer } from '../../src/features/planning/reading/types.ts';
import { browserMissing, closePages } from '../browser.ts';
import { openStage, projectId, type TabStage } from './stage.ts';

describe.skipIf(browserMissing)('what the invitation lacks, in the tab', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-06-01T07:00:00Z');
    await stage.importSample();
    await stage.wake();
    const foreign = { registrationUrl: 'https://formular.example/x', webPage: null };
    await stage.asLead('PUT', `/${projectId}/project`, foreign);
  }, 120_000);
  afterEach(() => closePages());
  afterAll(() => stage.close());

  const lack = async () => {
    const { page, tab } = await stage.open('utskick/invitation');
    const row = tab.locator('li', { hasText: 'Anmälningslänken' }).first();
    await row.waitFor();
    return { page, tab, row };
  };

  test('INV-07 a registration link that is missing or foreign leads to where it is set', async () => {
    const first = await lack();
    await first.row.getByText('webbsidan bland texterna', { exact: false }).waitFor();
    await first.row.getByRole('link', { name: /^Ändra texterna/ }).click();
    await first.tab.getByRole('button', { name: 'Ändra: Texter' }).click();
    const texts = first.tab.getByRole('dialog', { name: 'Texter' });
    await texts.getByLabel('Webbsida').fill('https://dalalab.example/kompetens');
    await texts.getByRole('button', { name: 'Spara texterna' }).click();
    await texts.waitFor({ state: 'detached' });

    const second = await lack();
    await second.row.getByText('går till formular.example', { exact: false }).waitFor();
    await second.row.getByRole('link', { name: /^Ändra anmälan/ }).click();
    await second.tab.getByRole('button', { name: 'Ändra: Anmälan' }).click();
    const window = second.tab.getByRole('dialog', { name: 'Anmälan' });
    await window.getByLabel('Anmälningssida').fill('');
    await window.getByRole('button', { name: 'Spara anmälan' }).click();
    await window.waitFor({ state: 'detached' });

    const plan = await stage.asLead<PlanAnswer>('GET', `/${projectId}`);
    expect(plan.project.registrationUrl).toBeNull();
    expect(plan.registrationPage).toMatch(new RegExp(`/anmalan/${projectId}$`));
    await second.tab.getByText(plan.registrationPage).waitFor();
    const last = await lack();
    await last.row.getByText('Klart:').waitFor();
  });
});
