import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PlanAnswer } from '../../src/features/planning/reading/types.ts';
import { assertNoSidewaysScroll, axe, browserMissing, closePages, openPage, screenshot } from '../browser.ts';
import {
  axeInTab,
  openStage,
  overlaps,
  people,
  projectId,
  settled,
  sticksOut,
  type OpenTab,
  type TabStage,
} from './stage.ts';

describe.skipIf(browserMissing)('finding dates', { timeout: 90_000 }, () => {
  let stage: TabStage;
  beforeAll(async () => {
    stage = await openStage('2026-05-04T07:00:00Z');
    await stage.importSample();
    await stage.wake();
  }, 120_000);
  afterEach(async () => {
    await closePages();
    await stage.closePages();
  });
  afterAll(() => stage.close());

  async function search({ tab }: OpenTab, button: string): Promise<void> {
    await settled(tab);
    await tab.getByRole('button', { name: button }).click();
    await tab.locator('.finder-month').first().waitFor();
  }

  test('PLN-01 the lead finds dates, changes a day with the keyboard, sees what follows and sets them all', async () => {
    const opened = await stage.open('planering/datum');
    const { tab, page } = opened;
    await tab.getByRole('link', { name: 'Hitta datum' }).click();
    await search(opened, 'Hitta datum');
    expect(await tab.locator('.finder-proposal').count()).toBe(3);
    expect(await tab.locator('.finder-picked').count()).toBe(4);
    expect(await axeInTab(page)).toEqual([]);
    await tab.locator('.finder-months').scrollIntoViewIfNeeded();
    await screenshot(page, 'finder-wide');

    await tab.getByRole('button', { name: 'Välj förslag 2' }).click();
    await tab.locator('.finder-chosen h3', { hasText: 'Förslag 2' }).waitFor();
    const first = tab.locator('.finder-picked').first();
    const before = await first.getAttribute('data-date');
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const after = await tab.locator('.finder-picked').first().getAttribute('data-date');
    expect(after).not.toBe(before);
    expect(await tab.locator('.finder-chosen').count()).toBe(0);

    // The last session is dragged one week on; what speaks against each day shows on the way.
    const last = tab.locator('.finder-picked').last();
    const lastDay = (await last.getAttribute('data-date')) ?? '';
    const target = tab.locator(`[data-date="${weekAfter(lastDay)}"]`);
    await last.scrollIntoViewIfNeeded();
    await middleOf(page, last, 'move');
    await page.mouse.down();
    await middleOf(page, target, 'drag');
    await tab.locator('.finder-float', { hasText: 'Träff 4' }).waitFor();
    await screenshot(page, 'finder-drag');
    await page.mouse.up();
    expect(await tab.locator('.finder-picked').last().getAttribute('data-date')).toBe(weekAfter(lastDay));
    await tab.getByRole('status').filter({ hasText: 'Träff 4 ligger nu på' }).waitFor();
    expect(await tab.locator('.finder-picked').first().getAttribute('data-date')).toBe(after);

    await tab.getByRole('button', { name: 'Använd de här datumen' }).click();
    const window = tab.getByRole('dialog', { name: 'Det här händer när datumen sätts' });
    await window.getByText('Träff 4').waitFor();
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'finder-confirm');
    await window.getByRole('button', { name: 'Sätt datumen' }).click();
    await tab.getByText('Datumen är satta. Boka lokalerna härnäst.').waitFor();
    await tab.getByRole('button', { name: 'Förhandsgranska bokning' }).waitFor();
    const plan = await stage.asLead<PlanAnswer>('GET', `/${projectId}/`);
    expect(plan.sessions[0]?.date).toBe(after);
    expect(plan.sessions.at(-1)?.date).toBe(weekAfter(lastDay));
  });

  test('PLN-01 a finger drags a session on a phone, Escape leaves it, and its day pressed with a key takes it up', async () => {
    const opened = await stage.open('planering/hitta-datum', { width: 320 });
    const { tab, page } = opened;
    await search(opened, 'Hitta datum');
    const picked = tab.locator('.finder-picked').nth(1);
    const before = (await picked.getAttribute('data-date')) ?? '';
    const target = tab.locator(`[data-date="${weekAfter(before)}"]`);
    await picked.scrollIntoViewIfNeeded();
    await touch(picked, 'pointerdown', picked);
    await touch(picked, 'pointermove', target);
    await tab.locator('.finder-float', { hasText: 'Träff 2' }).waitFor();
    expect(await sticksOut(opened.frame())).toBe('');
    await screenshot(page, 'finder-drag-320');
    await page.keyboard.press('Escape');
    await tab.locator('.finder-float').waitFor({ state: 'detached' });
    await touch(picked, 'pointerup', target);
    expect(await tab.locator('.finder-picked').nth(1).getAttribute('data-date')).toBe(before);
    await touch(picked, 'pointerdown', picked);
    await touch(picked, 'pointermove', target);
    await touch(picked, 'pointerup', target);
    await tab.locator(`.finder-picked[data-date="${weekAfter(before)}"]`).waitFor();

    const third = tab.locator('.finder-picked').nth(2);
    const thirdDay = (await third.getAttribute('data-date')) ?? '';
    await third.focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('status').filter({ hasText: 'Träff 3 är vald.' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await tab.locator(`.finder-picked[data-date="${weekAfter(thirdDay)}"]`).waitFor();
    expect(await tab.locator('.finder-picked').count()).toBe(4);
  });

  test('PLN-01 X-03 the proposed days go out as a question, and an answer without account shows beside them', async () => {
    const opened = await stage.open('planering/hitta-datum');
    const { tab, page } = opened;
    await search(opened, 'Hitta datum');
    await tab.getByRole('button', { name: 'Fråga om förslagens dagar' }).click();
    const window = tab.getByRole('dialog', { name: 'Fråga vilka dagar som passar' });
    const promised = /Nej för (\d+) dagar/.exec(await window.innerText())?.[1];
    await window.getByRole('button', { name: 'Visa vem som får vad' }).click();
    await window.getByText('Falu kommun').waitFor();
    const asked = (await window.innerText()).match(/kl\. \d+\.\d+–/g) ?? [];
    expect(asked).toHaveLength(Number(promised));
    expect(await axeInTab(page)).toEqual([]);
    await screenshot(page, 'poll-preview');
    await window.getByRole('button', { name: 'Skicka' }).click();
    await tab.getByRole('heading', { name: 'Svar om dagarna' }).waitFor();
    const { sandbox } = stage.running;
    await sandbox.clock.advanceTo(sandbox.clock.now().add({ minutes: 5 }));
    await sandbox.clock.settle();

    const letter = sandbox.mailbox(people.lead).findLast(({ subject }) => subject.startsWith('Vilka dagar passar?'));
    const path = /\/datum\/[\w-]+/.exec(JSON.stringify(letter))?.[0] ?? '';
    const poll = await openPage({ width: 320 });
    await poll.goto(`${stage.running.url}${path}`);
    for (const choice of await poll.getByRole('radio', { name: 'Om det krisar' }).all()) await choice.check();
    expect(await axe(poll)).toEqual([]);
    await assertNoSidewaysScroll(poll);
    await screenshot(poll, 'poll-page-320');
    await poll.getByRole('button', { name: 'Skicka svaret' }).click();
    await poll.getByText('Tack! Svaret är sparat.').waitFor();

    const again = await stage.open('planering/hitta-datum');
    await again.tab.getByText(/^1 av \d+ har svarat/).waitFor();
    await screenshot(again.page, 'poll-result');
  });

  test('the calendar can be read on a phone, in the dark and in high contrast', async () => {
    for (const [theme, width] of [
      ['default', 320],
      ['dark', 1280],
      ['contrast', 320],
    ] as const) {
      const opened = await stage.open('planering/hitta-datum', { theme, width });
      await search(opened, 'Hitta datum');
      expect(await sticksOut(opened.frame()), `${theme} ${width}`).toBe('');
      expect(await overlaps(opened.frame()), `${theme} ${width}`).toBe('');
      expect(await axeInTab(opened.page, 'colours'), theme).toEqual([]);
      await opened.tab.locator('.finder-day').scrollIntoViewIfNeeded();
      await screenshot(opened.page, `finder-${theme}-${width}`);
      await opened.page.close();
    }
  });
});

function weekAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
}

async function middleOf(page: Page, cell: Locator, how: 'move' | 'drag'): Promise<void> {
  const box = await cell.boundingBox();
  if (box === null) throw new Error('the day cannot be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y, { steps: how === 'drag' ? 6 : 1 });
}

/** A finger over the middle of a day, as the browser tells of it. */
async function touch(cell: Locator, type: string, over: Locator): Promise<void> {
  const other = await over.elementHandle();
  await cell.evaluate(
    (element, [kind, target]) => {
      const { left, top, width, height } = target.getBoundingClientRect();
      const [clientX, clientY] = [left + width / 2, top + height / 2];
      const init = { pointerType: 'touch', pointerId: 7, button: 0, bubbles: true, cancelable: true, clientX, clientY };
      element.dispatchEvent(new PointerEvent(kind, init));
    },
    [type, other] as const,
  );
}
