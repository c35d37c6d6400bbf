import { Temporal } from 'temporal-polyfill';
import { isoWeek, localDate, startInstant, withOffset } from '../../domain/local-date.ts';
import type { Session } from './types.ts';

/** Addresses are compared without blanks around them and without case. */
export function foldEmail(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}

type Times = Pick<Session, 'start' | 'end' | 'localStart' | 'localEnd' | 'isoWeek'>;

const noTimes: Times = { start: null, end: null, localStart: null, localEnd: null, isoWeek: null };

/** A session's moments from its local day and clock times; all null while something is not set. */
export function sessionTimes(
  { date, startTime, endTime }: Pick<Session, 'date' | 'startTime' | 'endTime'>,
  zone: string,
): Times {
  if (date === null) return noTimes;
  const day = localDate(date);
  const week = isoWeek(day).week;
  if (startTime === null || endTime === null) return { ...noTimes, isoWeek: week };
  return {
    start: withOffset(startInstant(day, startTime, zone), zone),
    end: withOffset(startInstant(day, endTime, zone), zone),
    localStart: `${date}T${startTime}`,
    localEnd: `${date}T${endTime}`,
    isoWeek: week,
  };
}

/** An instant of the database as ISO text with the zone's offset. */
export function momentText(at: Date, zone: string): string {
  return withOffset(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone);
}
