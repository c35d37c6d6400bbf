import { isAfter, type LocalDate } from '../../../../domain/local-date.ts';
import { isIn, type RegionPeriod } from '../../../../domain/region-periods.ts';
import { isChristmasHoliday, isSummerHoliday } from '../../../../domain/swedish-calendar.ts';
import type { Words } from '../../../../domain/words.ts';
import type { ChartSpan } from './types.ts';

const summer: Words = { sv: 'Sommar', en: 'Summer' };
const christmas: Words = { sv: 'Jul och nyår', en: 'Christmas and New Year' };

function awayOn(day: LocalDate, region: readonly RegionPeriod[]): Words | undefined {
  if (isSummerHoliday(day)) return summer;
  if (isChristmasHoliday(day)) return christmas;
  return region.find((period) => period.strength === 'warning' && isIn(period, day))?.words;
}

/** The times when many are away, in order; days that follow each other with the same name are one. */
export function awayBetween(from: LocalDate, to: LocalDate, region: readonly RegionPeriod[]): readonly ChartSpan[] {
  const spans: { from: string; to: string; words: Words }[] = [];
  for (let day = from; !isAfter(day, to); day = day.add({ days: 1 })) {
    const words = awayOn(day, region);
    const last = spans.at(-1);
    if (words === undefined) continue;
    // A weekend between two weeks of the same holiday does not part them.
    if (last?.words.sv === words.sv && day.subtract({ days: 3 }).toString() <= last.to) last.to = day.toString();
    else spans.push({ from: day.toString(), to: day.toString(), words });
  }
  return spans;
}
