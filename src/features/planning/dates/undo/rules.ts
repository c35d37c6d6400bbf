import type { AuditLine } from '../../audit/types.ts';
import type { NewTime, Session } from '../../types.ts';

/** Where a session was before it was moved just now; undefined when something else has happened to it since. */
export function timeBefore(
  session: Pick<Session, 'id' | 'date' | 'startTime' | 'endTime'>,
  log: readonly AuditLine[],
): (NewTime & { readonly movedAt: string }) | undefined {
  const last = log.find(({ act, subject }) => act.startsWith('session.') && subject === session.id);
  if (last?.act !== 'session.move') return undefined;
  const { from, fromStart, fromEnd, to, toStart, toEnd } = last.details;
  const isThere = session.date === to && session.startTime === toStart && session.endTime === toEnd;
  if (!isThere || typeof from !== 'string' || typeof fromStart !== 'string' || typeof fromEnd !== 'string')
    return undefined;
  return { date: from, startTime: fromStart, endTime: fromEnd, movedAt: last.at };
}
