import type { CustomTypesConfig } from 'pg';
import pg from 'pg';

/** PostgreSQL's own numbers for its types. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const NUMERIC = 1700;

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is larger than JavaScript counts`);
  return value;
}

function noTimestamp(): never {
  throw new Error('use timestamptz: a timestamp without a zone means different things on the two engines');
}

/** Both drivers read values alike: counts as numbers, a date as `YYYY-MM-DD`, numeric as text. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: safeInteger,
  [DATE]: (text) => text,
  [NUMERIC]: (text) => text,
  [TIMESTAMP]: noTimestamp,
};

export const serverTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : parsers[oid];
    return own ?? (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid));
  },
};
