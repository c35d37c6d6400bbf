import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/local-date.ts';
import { kronorText } from '../../../src/domain/swedish-text.ts';
import { readCosts, withCosts } from '../../../src/features/costs/block/rules.ts';
import { faultInLine, faultInSplit, keptAgreement, shareOut } from '../../../src/features/costs/rules.ts';
import type { LineWish, Split } from '../../../src/features/costs/types.ts';
import { sampleProject } from '../../../src/features/planning/sample/rules.ts';

const sum = (parts: readonly number[]) => parts.reduce((all, one) => all + one, 0);

describe('CST-02 a sum shared out', () => {
  test('the parts are the sum to the öre, whatever the shares', () => {
    expect(shareOut(100, [33.34, 33.33, 33.33])).toEqual([34, 33, 33]);
    expect(shareOut(3_648_000, [60, 40])).toEqual([2_188_800, 1_459_200]);
    expect(shareOut(1, [50, 50])).toEqual([1, 0]);
    for (const ore of [0, 1, 99, 12_345_678])
      for (const percents of [[60, 40], [33.33, 33.33, 33.34], [12.5, 12.5, 75], [1, 2, 3, 94], [100]])
        expect(sum(shareOut(ore, percents))).toBe(ore);
  });

  test('nobody is further from their share than one öre', () => {
    const percents = [14.29, 14.29, 14.29, 14.29, 14.28, 14.28, 14.28];
    for (const [index, part] of shareOut(1_000_003, percents).entries())
      expect(Math.abs(part - (1_000_003 * (percents[index] ?? 0)) / 100)).toBeLessThan(1);
  });

  test('without shares nobody pays', () => {
    expect(shareOut(100, [])).toEqual([]);
  });
});

describe('CST-02 the split', () => {
  const known = {
    today: localDate('2026-06-01'),
    organisations: [
      { id: 'r', name: 'Region Dalarna' },
      { id: 'w', name: 'Länsstyrelsen' },
    ],
  };
  const split = (changed: Partial<Split> = {}): Split => ({
    parties: [
      { organisationId: 'r', sharePercent: 60 },
      { organisationId: 'w', sharePercent: 40 },
    ],
    agreedOn: '2026-05-08',
    agreedBy: 'arbetsgruppen',
    guidanceFrom: 'styrgruppen',
    ...changed,
  });
  const parties = (...shares: readonly [string, number][]) => ({
    parties: shares.map(([organisationId, sharePercent]) => ({ organisationId, sharePercent })),
  });

  test('60/40 will do, and so will three thirds that add up', () => {
    expect(faultInSplit(split(), known)).toBeUndefined();
    expect(faultInSplit(split(parties(['r', 66.67], ['w', 33.33])), known)).toBeUndefined();
    expect(faultInSplit(split({ parties: [] }), known)).toBeUndefined();
  });

  test('what is not a hundred is refused with its sum', () => {
    expect(faultInSplit(split(parties(['r', 60], ['w', 30])), known)).toMatchObject({
      reason: 'splitSum',
      details: { sum: 90 },
    });
    expect(faultInSplit(split(parties(['r', 33.33], ['w', 66.66])), known)).toMatchObject({ details: { sum: 99.99 } });
  });

  test('nobody twice, nobody unknown, and no day that is still to come', () => {
    expect(faultInSplit(split(parties(['r', 50], ['r', 50])), known)).toMatchObject({
      reason: 'partyTwice',
      details: { name: 'Region Dalarna' },
    });
    expect(faultInSplit(split(parties(['x', 100])), known)).toMatchObject({ reason: 'noOrganisation' });
    expect(faultInSplit(split({ agreedOn: '2026-06-02' }), known)).toMatchObject({ reason: 'future' });
  });
});

describe('CST-03 the working group’s yes', () => {
  const fee: LineWish = {
    kind: 'fee',
    text: 'Arvode',
    sessionId: null,
    budget: 500_000,
    perPortion: null,
    outcome: null,
  };
  const agreed = { ...fee, id: '1', agreement: { on: '2026-05-08', by: 'arbetsgruppen' } };

  test('is to a sum: it stands while the line costs as much or less, and falls when it costs more', () => {
    expect(keptAgreement(agreed, { ...fee, text: 'Arvode, föreläsare' })).toEqual(agreed.agreement);
    expect(keptAgreement(agreed, { ...fee, budget: 400_000 })).toEqual(agreed.agreement);
    expect(keptAgreement(agreed, { ...fee, budget: 500_001 })).toBeNull();
    expect(keptAgreement(agreed, { ...fee, outcome: 600_000 })).toBeNull();
    expect(keptAgreement(agreed, { ...fee, kind: 'travel' })).toBeNull();
    expect(keptAgreement(undefined, fee)).toBeNull();
  });

  test('only food is counted by portion', () => {
    expect(faultInLine({ ...fee, perPortion: 100 }, [])).toMatchObject({ reason: 'noPrice' });
    expect(faultInLine({ ...fee, kind: 'fika', perPortion: 100 }, [])).toBeUndefined();
    expect(faultInLine({ ...fee, sessionId: 's-9' }, [{ id: 's-1' }])).toMatchObject({ reason: 'noSession' });
  });
});

describe('the block of the project file', () => {
  const file = sampleProject() as unknown as { costs: Record<string, unknown> };

  test('a file that was written by hand is read: kronor, kinds from the words, ids in order', () => {
    const { split, lines } = readCosts(file);
    expect(split).toMatchObject({ agreedOn: '2026-05-08', agreedBy: 'arbetsgruppen', guidanceFrom: 'styrgruppen' });
    expect(lines.map(({ id, kind, budget }) => [id, kind, budget])).toEqual([
      ['rad-1', 'lunch', 2_204_000],
      ['rad-2', 'fika', 1_444_000],
      ['rad-3', 'fee', 0],
    ]);
  });

  test('what we write is read as it was, and what is not ours stays', () => {
    const before = {
      ...file,
      costs: { ...file.costs, note: 'kvar', budget: [{ item: 'Lokal', amount: 10, till: 7 }] },
    };
    const costs = readCosts(before);
    const line = { ...costs.lines[0], outcome: 1_050, agreement: { on: '2026-05-08', by: 'arbetsgruppen' } };
    const changed = { ...costs, lines: [line] } as typeof costs;
    const after = withCosts(before, changed);
    expect(readCosts(after)).toEqual(changed);
    expect(after['costs']).toMatchObject({
      note: 'kvar',
      budget: [{ till: 7, item: 'Lokal', amount: 10, outcome: 10.5 }],
    });
    // And taken back again nothing of it is left.
    expect(readCosts(withCosts(after, costs))).toEqual(costs);
  });

  test('nonsense is no cost', () => {
    expect(readCosts({ costs: { split: 'x', budget: [null, { amount: 'mycket' }], agreedDate: 'igår' } })).toEqual({
      split: { parties: [], agreedOn: null, agreedBy: null, guidanceFrom: null },
      lines: [expect.objectContaining({ budget: 0, text: '' }), expect.objectContaining({ budget: 0 })],
    });
    expect(readCosts({})).toMatchObject({ lines: [] });
  });
});

test('a sum is written as Swedes write it', () => {
  const plain = (ore: number, language: 'sv' | 'en' = 'sv') => kronorText(ore, language).replaceAll('\u00a0', ' ');
  expect([0, 5, 100, 1_234_550, 123_456_700, -99_950].map((ore) => plain(ore))).toEqual([
    '0 kr',
    '0,05 kr',
    '1 kr',
    '12 345,50 kr',
    '1 234 567 kr',
    '−999,50 kr',
  ]);
  expect(plain(1_234_550, 'en')).toBe('SEK 12,345.50');
});
