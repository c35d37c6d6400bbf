import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sandboxApi } from '../sandbox/product.ts';
import { browserMissing, closePages } from '../browser.ts';
import { axeInTab, openStage, type TabStage } from './stage.ts';

interface Mail {
  readonly subject: string;
}

const reader = 'inga-lill.af.dalsjo@kommun-avesta.example';

describe.skipIf(browserMissing)('the tab’s Utskick', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-09-02T07:00:00Z');
    await stage.importSample();
    await stage.wake();
  }, 120_000);
  afterEach(() => closePages());
  afterAll(() => stage.close());

  async function subjects(): Promise<string[]> {
    const mails = await sandboxApi<Mail[]>(stage.running, `mailbox?address=${reader}`);
    return mails.map(({ subject }) => subject);
  }

  test('X-02 a letter is read as its recipient, stopped within two minutes, sent, and can be corrected', async () => {
    const { page, tab } = await stage.open('utskick');
    await tab.getByRole('link', { name: 'Information inför träff 1' }).click();
    await tab.frameLocator('iframe').getByText('Hej Inga-Lill!').waitFor();
    await tab.getByRole('button', { name: 'Nästa mottagare' }).click();
    await tab.frameLocator('iframe').getByText('Hej Elin!').waitFor();
    expect(await axeInTab(page)).toEqual([]);

    // What is typed and not saved would not be in the letter.
    const own = tab.getByRole('textbox', { name: 'Egen text' });
    const sendButton = tab.getByRole('button', { name: /^Skicka till \d+$/ });
    await own.fill('Ta gärna bussen.');
    await tab.getByText('Spara den först', { exact: false }).waitFor();
    expect(await sendButton.isDisabled()).toBe(true);
    await tab.getByRole('button', { name: 'Spara texten' }).click();
    await tab.frameLocator('iframe').getByText('Ta gärna bussen.').waitFor();
    expect(await sendButton.isDisabled()).toBe(false);

    const send = async (): Promise<void> => {
      await sendButton.click();
      const window = tab.getByRole('dialog', { name: 'Skicka ”Information inför träff 1”?' });
      await window.getByText('Det går ut om 2 minuter.', { exact: false }).waitFor();
      await window.getByRole('button', { name: 'Skicka', exact: true }).click();
      await tab.getByText('Går ut till 34', { exact: false }).first().waitFor();
    };
    await send();
    await tab.getByRole('button', { name: 'Stoppa' }).first().click();
    await tab.getByText('Stoppat', { exact: false }).first().waitFor();
    await sandboxApi(stage.running, 'clock', { to: 'settle' });
    expect((await subjects()).filter((subject) => subject.startsWith('Inför träff 1'))).toEqual([]);

    await send();
    await sandboxApi(stage.running, 'clock', { to: '2026-09-02T07:10:00Z' });
    await sandboxApi(stage.running, 'clock', { to: 'settle' });
    expect((await subjects()).filter((subject) => subject.startsWith('Inför träff 1'))).toHaveLength(1);
    const later = await stage.open('utskick/info/s-1');
    await later.tab.getByRole('link', { name: 'Förbered en rättelse' }).first().click();
    await later.tab.getByRole('heading', { name: 'Rättelse', exact: false }).waitFor();
  });

  test('X-09 without consent the letter is prepared, and the page does not say that it goes out', async () => {
    const { change } = await stage.asLead<{ change: { textVersion: string; recipientCount: number } }>(
      'GET',
      '/lp-2026-kompetens/delivery',
    );
    const { textVersion, recipientCount } = change;
    await stage.asLead('POST', '/lp-2026-kompetens/delivery', { to: 'manual', textVersion, recipientCount });
    const { tab } = await stage.open('utskick/info/s-2');
    await tab.getByRole('button', { name: /^Gör i ordning till \d+$/ }).click();
    const window = tab.getByRole('dialog', { name: 'Göra i ordning ”Information inför träff 2”?' });
    await window.getByText('Verktyget skickar inget själv.', { exact: false }).waitFor();
    await window.getByRole('button', { name: 'Gör i ordning', exact: true }).click();
    await tab.getByText('Läggs strax under ”Att skicka själv”', { exact: false }).first().waitFor();

    // A calendar file is one person's own: 34 mails per session, which stand behind a line that is ticked as one.
    const { now: closing } = await stage.asLead<{ now: { textVersion: string; recipientCount: number } }>(
      'GET',
      '/lp-2026-kompetens/closing',
    );
    const yes = { textVersion: closing.textVersion, recipientCount: closing.recipientCount };
    await stage.asLead('POST', '/lp-2026-kompetens/closing/now', yes);
    await sandboxApi(stage.running, 'clock', { to: 'settle' });
    const list = await stage.open('utskick');
    const whole = list.tab.getByRole('checkbox', { name: /^Alla skickade: Dalalab träff 1 av 4 .*, \d+ mejl$/ });
    await whole.waitFor();
    expect(await list.tab.getByText(/mejl, ett till var och en/).count()).toBe(4);
    await whole.click();
    await whole.waitFor({ state: 'detached' });
    await list.tab.getByRole('button', { name: 'Ångra' }).first().click();
    await whole.waitFor();
  });
});
