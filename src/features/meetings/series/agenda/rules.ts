import { Temporal } from 'temporal-polyfill';
import { localDateOf, startInstant, type LocalDate } from '../../../../domain/local-date.ts';
import { previousWorkingDay } from '../../../../domain/swedish-calendar.ts';
import { daysOf, leftOut, recurrenceOf, startOf } from '../rules.ts';
import type { Series, SeriesOrder } from '../types.ts';

const morning = '08:00';
const hoursBefore = 2;

/** When the agenda of a day's meeting is posted; undefined when none is. */
export function agendaAt(day: LocalDate, wish: SeriesOrder, zone: string): Temporal.Instant | undefined {
  if (wish.agenda === 'none') return undefined;
  if (wish.agenda === 'twoHours') return startOf(day, wish, zone).subtract({ hours: hoursBefore });
  return startInstant(previousWorkingDay(day.subtract({ days: 1 })), morning, zone);
}

type Known = Pick<Series, 'wish' | 'setAt' | 'endedAt' | 'agendaOn' | 'problem'>;

/**
 * The day whose agenda is to be posted now: from its moment until the meeting begins, once, and never one whose moment
 * came before the series was agreed.
 */
export function agendaDue(series: Known, now: Temporal.Instant, zone: string): LocalDate | undefined {
  return upcoming(series, now, zone).find(({ at }) => Temporal.Instant.compare(at, now) <= 0)?.day;
}

/** When `agendaDue` next has something to say. */
export function nextAgenda(series: Known, now: Temporal.Instant, zone: string): Temporal.Instant | undefined {
  return upcoming(series, now, zone).find(({ at }) => Temporal.Instant.compare(at, now) > 0)?.at;
}

function upcoming(series: Known, now: Temporal.Instant, zone: string) {
  const { wish, endedAt, agendaOn, problem } = series;
  if (endedAt !== null || problem === 'gone') return [];
  const setAt = Temporal.Instant.from(series.setAt);
  const today = localDateOf(now, zone);
  return daysOf(recurrenceOf(wish))
    .filter((day) => Temporal.PlainDate.compare(day, today) >= 0 && leftOut(day) === null)
    .filter((day) => agendaOn === null || day.toString() > agendaOn)
    .flatMap((day) => {
      const at = agendaAt(day, wish, zone);
      const isAhead = Temporal.Instant.compare(startOf(day, wish, zone), now) > 0;
      return at === undefined || !isAhead || Temporal.Instant.compare(at, setAt) <= 0 ? [] : [{ day, at }];
    });
}
