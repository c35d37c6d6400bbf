import { z } from 'zod';
import type { Sum } from './sum.ts';

// The part of vitest's JSON report that we read.
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export interface TestReport {
  readonly sum: Sum;
  /** Titles of the tests that did not run, so that nobody takes silence for success. */
  readonly skipped: readonly string[];
}

/**
 * Counts tests, and one more failure for each file that failed outside its tests.
 * @throws ZodError when vitest's report has another shape than we know.
 */
export function readTestReport(report: unknown): TestReport {
  const { testResults } = reportSchema.parse(report);
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  return {
    sum: { passed, failed: failed + brokenFiles, skipped: skipped.length },
    skipped: skipped.map((test) => test.fullName),
  };
}
