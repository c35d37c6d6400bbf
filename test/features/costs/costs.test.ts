import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/people.ts';
import { may } from '../../../src/domain/policy.ts';
import { agreeLine, putLine, removeLine, setSplit } from '../../../src/features/costs/actions.ts';
import { costsOf } from '../../../src/features/costs/queries.ts';
import type { CostsView, LineWish } from '../../../src/features/costs/types.ts';
import { exportProject } from '../../../src/features/planning/file/exporting/queries.ts';
import { timelineOf } from '../../../src/features/planning/guidance/queries.ts';
import { quickest } from '../../engines.ts';
import { lead, openDesk, sample, type Desk } from '../registration/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(quickest, { now: '2026-10-12T10:00:00Z', file: sample() });
});
afterEach(() => desk.close());

const view = async (): Promise<CostsView> => {
  const found = await costsOf(desk.tools, lead);
  if (found === null) throw new Error('no costs');
  return found;
};
const wish = (changed: Partial<LineWish> = {}): LineWish => ({
  ...{ kind: 'lunch', text: 'Lunch', sessionId: null, budget: 2_204_000, perPortion: null, outcome: null },
  ...changed,
});
const put = (id: string, line: LineWish, actor: Actor = lead) => putLine(desk.tools, actor, { id, line });

describe('the budget', () => {
  test('CST-01 the sample’s budget is read; a price per portion is counted from who eats, and too much is warned about', async () => {
    const before = await view();
    expect(before.total).toEqual({ budget: 3_648_000, expected: 3_648_000, spent: 0 });
    expect(before.warnings).toEqual([]);
    expect(await put('rad-1', wish({ perPortion: 14_500 }))).toMatchObject({
      ok: true,
      value: { text: expect.stringContaining('145 kr') },
    });
    const priced = await view();
    const [lunch] = priced.lines;
    const eaters = priced.sessions.map(({ portions }) => portions);
    expect(priced.sessions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(lunch?.portions).toBe(eaters.reduce((sum, one) => sum + one, 0));
    expect(lunch?.expected).toBe((lunch?.portions ?? 0) * 14_500);
    await put('rad-1', wish({ perPortion: 40_000 }));
    expect((await view()).warnings[0]?.sv).toContain('över budgeten');
    // Once it is paid, that is what it cost.
    await put('rad-1', wish({ perPortion: 40_000, outcome: 2_000_050 }));
    const paid = await view();
    expect(paid.warnings).toEqual([]);
    expect(paid.total.spent).toBe(2_000_050);
    expect(paid.lines[0]).toMatchObject({ expected: 2_000_050, portions: null, isOver: false });
  });

  test('CST-02 the shares are the sum to the öre, and what is not a hundred per cent is refused', async () => {
    await put('rad-4', wish({ kind: 'other', text: 'Papper', budget: 3_333 }));
    const { shares, total } = await view();
    expect(shares.map(({ sharePercent }) => sharePercent)).toEqual([60, 40]);
    expect(shares.reduce((sum, { budget }) => sum + budget, 0)).toBe(total.budget);
    expect(shares.reduce((sum, { expected }) => sum + expected, 0)).toBe(total.expected);
    const split = (await view()).split;
    const [one, other] = split.parties;
    if (one === undefined || other === undefined) throw new Error('two parties');
    const wrong = { ...split, parties: [one, { ...other, sharePercent: 30 }] };
    expect(await setSplit(desk.tools, lead, wrong)).toMatchObject({
      ok: false,
      reason: 'splitSum',
      details: { sum: 90 },
    });
    const right = {
      ...split,
      parties: [
        { ...one, sharePercent: 55.5 },
        { ...other, sharePercent: 44.5 },
      ],
    };
    expect(await setSplit(desk.tools, lead, right)).toMatchObject({ ok: true, value: split });
    const entry = (await timelineOf(desk.tools, lead))?.entries.find(({ ruleId }) => ruleId === 'CST-02');
    expect(entry).toMatchObject({ state: 'met', words: { sv: 'Fördelningen är 55.5/44.5.' } });
    // Taken back.
    await setSplit(desk.tools, lead, split);
    expect((await view()).split).toEqual(split);
  });

  test('CST-03 a fee waits for the working group’s yes, which falls when the fee rises', async () => {
    await put('rad-9', wish({ kind: 'fee', text: 'Arvode', budget: 500_000 }));
    expect((await view()).warnings.map(({ sv }) => sv)).toContain('Arbetsgruppen behöver säga ja till Arvode.');
    const agreement = { on: '2026-10-09', by: 'arbetsgruppen' };
    const agree = (id: string, on = agreement.on) =>
      agreeLine(desk.tools, lead, { id, agreement: { ...agreement, on } });
    expect(await agree('rad-9', '2026-10-13')).toMatchObject({ reason: 'future' });
    expect(await agree('rad-1')).toMatchObject({ reason: 'nothingToAgree' });
    expect(await agree('rad-9')).toMatchObject({ ok: true, value: null });
    expect((await view()).warnings).toEqual([]);
    await put('rad-9', wish({ kind: 'fee', text: 'Arvode', budget: 600_000 }));
    expect((await view()).lines.at(-1)).toMatchObject({ needsAgreement: true, agreement: null });
  });

  test('every change is in the history, and a removed line comes back', async () => {
    await put('rad-9', wish({ kind: 'room', text: 'Hyra', budget: 120_050, sessionId: 's-1' }));
    desk.at('2026-10-12T10:01:00Z');
    await put('rad-9', wish({ kind: 'room', text: 'Hyra', budget: 150_000, sessionId: 's-1' }));
    desk.at('2026-10-12T10:02:00Z');
    const told = (await view()).history.map(({ words }) => words.sv.replaceAll('\u00a0', ' '));
    expect(told).toEqual([
      'Karin Tunsberg ändrade ”Hyra” från 1 200,50 kr till 1 500 kr.',
      'Karin Tunsberg lade till ”Hyra”, 1 200,50 kr.',
    ]);
    const removed = await removeLine(desk.tools, lead, 'rad-9');
    expect(removed).toMatchObject({ ok: true, value: { id: 'rad-9', budget: 150_000 } });
    expect(await removeLine(desk.tools, lead, 'rad-9')).toMatchObject({ reason: 'noLine' });
    expect(await put('rad-9', wish({ kind: 'room', sessionId: 's-99' }))).toMatchObject({ reason: 'noSession' });
  });

  test('the project file carries it all, and the file’s own words stay', async () => {
    await put('rad-2', wish({ kind: 'fika', text: 'Fika', perPortion: 9_550, budget: 1_444_000 }));
    const file = await exportProject(desk.tools, lead);
    expect(file).toMatchObject({
      costs: {
        currency: 'SEK',
        agreedDate: '2026-05-08',
        split: [{ sharePercent: 60 }, { sharePercent: 40 }],
        budget: [
          { item: expect.stringContaining('Lunch') as string, amount: 22_040 },
          { id: 'rad-2', item: 'Fika', kind: 'fika', amount: 14_440, perPortion: 95.5 },
          { amount: 0 },
        ],
      },
    });
  });

  test('ROL-04 CST-02 the working group and the content lead keep it, others who plan only see it', () => {
    expect(may(['workingGroup'], 'costs.edit')).toBe(true);
    expect(may(['contentLead'], 'costs.edit')).toBe(true);
    expect(may(['planningGroup', 'processFacilitator', 'steeringGroup', 'participant'], 'costs.edit')).toBe(false);
  });
});
