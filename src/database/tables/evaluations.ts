import type { ColumnType } from 'kysely';
import type { CompiledEvaluation } from '../../features/evaluations/compiling/types.ts';
import type { Day, Json, Moment } from './projects.ts';

export interface EvaluationTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  questions: Json<readonly unknown[]>;
  opens_at: Moment;
  closes_at: Moment;
  opened_at: Moment | null;
  closed_at: Moment | null;
  /** The conversation post that carries the shared card. */
  card_activity_id: string | null;
  /** what is left when the answers have been disposed of. */
  compiled: ColumnType<CompiledEvaluation | null, string | undefined, string>;
}

/** Who has answered, and nothing else: no time, no key to an answer. */
export interface EvaluationMarkTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  person_id: string;
}

/** Answers wait here until a batch is shuffled over; rows carry neither person nor time. */
export interface EvaluationUrnTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  slot: string;
  answers: Json<Readonly<Record<string, unknown>>>;
}

export interface EvaluationAnswerTable {
  tenant_id: string;
  project_id: string;
  session_id: string;
  id: string;
  answers: Json<Readonly<Record<string, unknown>>>;
  stored_on: Day;
}

export interface EvaluationTables {
  evaluation: EvaluationTable;
  evaluation_mark: EvaluationMarkTable;
  evaluation_urn: EvaluationUrnTable;
  evaluation_answer: EvaluationAnswerTable;
}
