import { expect, test } from 'vitest';
import { sumLine } from '../../src/commands/sum.ts';
import { readTestReport } from '../../src/commands/test-report.ts';

const file = (status: string, ...statuses: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
});

test('the sum counts every test and names the skipped ones', () => {
  const report = readTestReport({
    testResults: [file('failed', 'passed', 'failed', 'skipped'), file('passed', 'passed')],
  });
  expect(sumLine(report.sum)).toBe('2 passed, 1 failed, 1 skipped');
  expect(report.skipped).toEqual(['test 2']);
});

test('a file that breaks before its tests counts as one failure', () => {
  expect(sumLine(readTestReport({ testResults: [file('failed')] }).sum)).toBe('0 passed, 1 failed');
});

test('a report of an unknown shape is an error, not zero tests', () => {
  expect(() => readTestReport({ results: [] })).toThrow('testResults');
});
