import { expect, test } from 'vitest';
import type { CostLineFacts } from '../../src/guideline/facts.ts';
import { ask } from './ask.ts';
import { aProject } from './facts-builder.ts';

const line = (changed: Partial<CostLineFacts> = {}): CostLineFacts => ({
  text: 'Lunch',
  kind: 'lunch',
  budget: 2_000_000,
  isAgreed: false,
  ...changed,
});
const project = (lines: readonly CostLineFacts[], speakerFees = 0) =>
  aProject({ costs: { lines, speakerFees, portions: { 's-1': 38, 's-2': 38, 's-3': 38, 's-4': 38 } } });

test('CST-01 food is counted from how many eat, and over the budget is warned about', () => {
  // 4 × 38 × 130 kr = 19 760 kr, and × 145 kr = 22 040 kr.
  expect(ask('CST-01', project([line({ perPortion: 13_000 })]))).toMatchObject({ state: 'met' });
  const over = ask('CST-01', project([line({ perPortion: 14_500 })]));
  expect(over.severity).toBe('warning');
  expect(over.words.sv.replaceAll('\u00a0', ' ')).toContain('2 040 kr över budgeten');
  expect(ask('CST-01', project([line({ perPortion: 14_500, sessionId: 's-1' })])).state).toBe('met');
});

test('CST-01 what has cost something counts as it came out', () => {
  expect(ask('CST-01', project([line({ perPortion: 14_500, outcome: 1_999_900 })])).state).toBe('met');
  expect(ask('CST-01', project([line({ outcome: 2_000_100 })])).severity).toBe('warning');
});

test('CST-03 a fee or a journey needs the working group’s yes, and nothing else does', () => {
  const fee = line({ text: 'Arvode Falkåsen', kind: 'fee', budget: 100 });
  expect(ask('CST-03', project([line()])).state).toBe('met');
  expect(ask('CST-03', project([{ ...fee, budget: 0 }])).state).toBe('met');
  expect(ask('CST-03', project([fee])).words.sv).toBe('Arbetsgruppen behöver säga ja till Arvode Falkåsen.');
  expect(ask('CST-03', project([{ ...fee, kind: 'travel' }])).severity).toBe('warning');
  expect(ask('CST-03', project([{ ...fee, isAgreed: true }])).state).toBe('met');
});

test('CST-03 a fee that stands in the register alone is found', () => {
  const fee = line({ text: 'Arvode', kind: 'fee', budget: 500_000, isAgreed: true });
  expect(ask('CST-03', project([fee], 500_000)).state).toBe('met');
  expect(ask('CST-03', project([fee], 500_100)).words.sv).toContain('mer än arbetsgruppen har sagt ja till');
});
