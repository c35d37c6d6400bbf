import {
  Kysely,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Db } from './open.ts';
import type { Tables } from './tables.ts';
import { transactionGuard } from './transaction-guard.ts';

/** Reads that are kept for as long as nothing has been written. */
export interface KeptReads {
  /** Answers a question that was asked before from memory. A statement that writes goes through, and all is forgotten. */
  readonly db: Db;
  /** After a write by another handle of this process. */
  forget(): void;
  /** Forgets everything when anybody at all has written since the last time; to be asked before each round of reading. */
  renew(): Promise<void>;
}

/**
 * For whoever asks the same again and again while little happens, as the clock does. Equal snapshots mean that no
 * transaction was committed between them: one that was open then stands in the list of the first and not of the second.
 */
export function keepReads(source: Db): KeptReads {
  let kept = new Map<string, Promise<QueryResult<unknown>>>();
  let seen = '';
  const forget = (): void => void (kept = new Map());

  function ask<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const asked = query as CompiledQuery<Row>; // the row's type is the caller's
    if (!isPlainRead(query)) return written(source.executeQuery(asked));
    const question = JSON.stringify([query.sql, query.parameters]);
    const known = kept.get(question);
    if (known !== undefined) return known as Promise<QueryResult<Row>>; // the same question has the same rows
    const into = kept;
    const answer = source.executeQuery(asked);
    into.set(question, answer);
    answer.catch(() => into.delete(question));
    return answer;
  }

  /** A statement that found nothing to change has changed nothing. */
  async function written<Row>(work: Promise<QueryResult<Row>>): Promise<QueryResult<Row>> {
    try {
      const result = await work;
      if (result.numAffectedRows !== 0n) forget();
      return result;
    } catch (cause) {
      forget();
      throw cause;
    }
  }

  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => source.getExecutor().adapter,
      createDriver: () => readingDriver(ask),
      createIntrospector: (handle) => new PostgresIntrospector(handle),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return {
    db: db.withPlugin(transactionGuard),
    forget,
    async renew() {
      const { rows } = await sql<{ mark: string }>`select pg_current_snapshot()::text as mark`.execute(source);
      const mark = rows[0]?.mark ?? '';
      if (mark !== seen) forget();
      seen = mark;
    },
  };
}

/** What asks the database's own clock has another answer a moment later. */
function isPlainRead({ query, sql: text }: CompiledQuery): boolean {
  return query.kind === 'SelectQueryNode' && !/\bnow\(\)|\bfor update\b/i.test(text);
}

function readingDriver(ask: DatabaseConnection['executeQuery']): Driver {
  const connection: DatabaseConnection = {
    executeQuery: ask,
    streamQuery: () => {
      throw new Error('kept reads are not streamed');
    },
  };
  const noTransaction = (): Promise<void> => Promise.reject(new Error('a transaction is opened by tx, not here'));
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
    beginTransaction: noTransaction,
    commitTransaction: noTransaction,
    rollbackTransaction: noTransaction,
  };
}
