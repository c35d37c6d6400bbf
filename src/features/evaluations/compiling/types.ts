import type { QuestionResult } from '../types.ts';

/** numbers of an evaluation whose answers have been disposed of. `results` have no texts. */
export interface CompiledEvaluation {
  readonly answered: number;
  readonly invited: number;
  readonly shown: number;
  readonly results: readonly QuestionResult[];
}
