import type { FoundDate } from '../../../../src/features/planning/dates/finding/types.ts';
import type { Words } from '../../../../src/domain/words.ts';

/** What holds for every day of a proposal, to be said once, and what each day has of its own. */
export function partedReasons(dates: readonly FoundDate[]): {
  readonly common: readonly Words[];
  readonly own: (one: FoundDate) => readonly Words[];
} {
  const [first, ...others] = dates;
  const common = (first?.reasons ?? []).filter(({ sv }) =>
    others.every(({ reasons }) => reasons.some((reason) => reason.sv === sv)),
  );
  return { common, own: ({ reasons }) => reasons.filter(({ sv }) => !common.some((shared) => shared.sv === sv)) };
}
