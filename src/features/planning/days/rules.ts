import type { Session } from '../types.ts';

/**
 * RG-07: days that share a number are one session. Each day is a row of its own, so that it has its own booking, answers,
 * attendance and meals; which day it is follows from the dates.
 */
export function withDays(sessions: readonly Omit<Session, 'day'>[]): readonly Session[] {
  return sessions.map((session) => {
    const days = sessions.filter(({ number, cancelled }) => number === session.number && !cancelled);
    const place = days.findIndex(({ id }) => id === session.id);
    return { ...session, day: days.length < 2 || place < 0 ? null : { number: place + 1, of: days.length } };
  });
}
