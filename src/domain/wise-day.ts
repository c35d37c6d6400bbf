import { Temporal } from 'temporal-polyfill';
import { isoWeek, readLocalDate } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { isIn, placeOf, type RegionPeriod } from './region-periods.ts';
import {
  isBridgeDay,
  isChristmasHoliday,
  isSummerHoliday,
  isWorkingDay,
  midsummerEve,
  previousWorkingDay,
} from './swedish-calendar.ts';
import type { Words } from './words.ts';

/** A last day that lands while people read their mail: the day itself or an earlier one, always a working day. */
export type WiseDay = {
  readonly day: LocalDate;
  /** Why it is earlier; absent when the day itself is wise. */
  readonly because?: Words;
};

type Step = { readonly day: LocalDate; readonly because: Words };

/**
 * Moves a last day earlier until nothing speaks against it: summer to a week before midsummer, Christmas and New Year
 * to 20 December at the latest, a school break to the week before it, a klämdag and a free day to the working day
 * before. One reason may lead to the next, as from a klämdag into a school break; all of them are told.
 */
export function wiseDayBy(lastDay: LocalDate, region: readonly RegionPeriod[]): WiseDay {
  const reasons: Words[] = [];
  let day = lastDay;
  for (let step = earlier(day, region); step !== undefined; step = earlier(day, region)) {
    // Falling back over a weekend on the way needs no second explanation.
    if (reasons.length === 0 || step.because !== weekend) reasons.push(step.because);
    day = step.day;
  }
  return reasons.length === 0 ? { day } : { day, because: joined(reasons) };
}

/** True when nothing speaks against the day itself. */
export function isWise(day: LocalDate, region: readonly RegionPeriod[]): boolean {
  return earlier(day, region) === undefined;
}

function joined(reasons: readonly Words[]): Words {
  return { sv: reasons.map(({ sv }) => sv).join(' '), en: reasons.map(({ en }) => en).join(' ') };
}

/** Every step goes back in time, so the search ends. */
function earlier(day: LocalDate, region: readonly RegionPeriod[]): Step | undefined {
  if (isSummerHoliday(day)) return beforeSummer(day);
  if (isChristmasHoliday(day)) return beforeChristmas(day);
  const found = region.find((period) => movesLastDays(period) && isIn(period, day));
  if (found !== undefined) return beforePeriod(day, found);
  if (isBridgeDay(day)) return { day: previousWorkingDay(day.subtract({ days: 1 })), because: bridge };
  return isWorkingDay(day) ? undefined : { day: previousWorkingDay(day), because: weekend };
}

const bridge: Words = {
  sv: 'Regelns sista dag är en klämdag, då många är lediga.',
  en: "The rule's last day is squeezed in between two free days, when many are away.",
};
const weekend: Words = {
  sv: 'Regelns sista dag är ingen arbetsdag.',
  en: "The rule's last day is not a working day.",
};

function beforeSummer(day: LocalDate): Step {
  const { week } = isoWeek(day);
  return {
    day: previousWorkingDay(midsummerEve(day.year).subtract({ weeks: 1 })),
    because: {
      sv: `Regelns sista dag ligger i sommarsemestern (v. ${week}). Gör det före midsommar, medan folk läser sin e-post.`,
      en: `The rule's last day is in the summer holidays (week ${week}). Do it before midsummer, while people read their mail.`,
    },
  };
}

function beforeChristmas(day: LocalDate): Step {
  const { week } = isoWeek(day);
  const year = day.month === 1 ? day.year - 1 : day.year;
  return {
    day: previousWorkingDay(Temporal.PlainDate.from({ year, month: 12, day: 20 })),
    because: {
      sv: `Regelns sista dag ligger i jul- och nyårshelgerna (v. ${week}). Gör det innan folk går på ledighet.`,
      en: `The rule's last day is in the Christmas holidays (week ${week}). Do it before people go on leave.`,
    },
  };
}

/** Voting and hunting keep some away on the day; their mail is read all the same. */
function movesLastDays({ strength, when }: RegionPeriod): boolean {
  return strength === 'warning' && when.kind !== 'rule';
}

function beforePeriod(day: LocalDate, period: RegionPeriod): Step {
  const { words, when } = period;
  const { week } = isoWeek(day);
  const place = placeOf(period);
  const first = when.kind === 'dates' ? readLocalDate(when.from) : undefined;
  return {
    day: previousWorkingDay(first?.subtract({ days: 1 }) ?? day.subtract({ days: day.dayOfWeek })),
    because: {
      sv: `Regelns sista dag är under ${words.sv}${place.sv} (v. ${week}). Gör det före.`,
      en: `The rule's last day is during ${words.en}${place.en} (week ${week}). Do it before.`,
    },
  };
}
