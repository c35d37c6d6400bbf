import { Temporal } from 'temporal-polyfill';
import { dietaryTags } from '../../domain/dietary.ts';
import { isBefore, startInstant, type LocalDate } from '../../domain/local-date.ts';
import { compareSwedish } from '../../domain/swedish-text.ts';
import { previousWorkingDay } from '../../domain/swedish-calendar.ts';
import type { Words } from '../../domain/words.ts';
import { tagWords, type DietNeed } from '../registration/dietary/types.ts';
import type { DietNumbers, Heads, KitchenNumbers, Meal, NumberChange } from './types.ts';

/** everybody who eats. A decline makes one less; a substitute, a colleague and whoever leads the day eat too. */
export function headsOf(
  eaters: { readonly participants: number; readonly substitutes: number; readonly colleagues: number },
  { leaders, extra }: { readonly leaders: number; readonly extra: number },
): Heads {
  const { participants, substitutes, colleagues } = eaters;
  const total = participants + substitutes + colleagues + leaders + extra;
  return { participants, substitutes, colleagues, leaders, extra, total };
}

/** Counts per tag, the marked ones, portions that need several things at once, and what no tag covers. */
export function dietNumbers(needs: readonly DietNeed[]): DietNumbers {
  const count = (wanted: (need: DietNeed) => boolean): number => needs.filter(wanted).length;
  return {
    counts: dietaryTags
      .map((tag) => ({
        tag,
        label: tagWords[tag],
        count: count(({ tags }) => tags.includes(tag)),
        severe: count(({ tags, severe }) => severe && tags.includes(tag)),
      }))
      .filter((one) => one.count > 0),
    combined: combinedOf(needs),
    severe: count(({ severe }) => severe),
    others: othersOf(needs),
    unread: count(({ tags, isReviewed }) => !isReviewed && tags.length === 0),
  };
}

function combinedOf(needs: readonly DietNeed[]): DietNumbers['combined'] {
  const kinds = new Map<string, { labels: readonly Words[]; count: number }>();
  for (const { tags } of needs) {
    if (tags.length < 2) continue;
    const sorted = dietaryTags.filter((tag) => tags.includes(tag));
    const before = kinds.get(sorted.join(' '));
    kinds.set(sorted.join(' '), { labels: sorted.map((tag) => tagWords[tag]), count: (before?.count ?? 0) + 1 });
  }
  return [...kinds].toSorted(([one], [other]) => compareSwedish(one, other)).map(([, kind]) => kind);
}

function othersOf(needs: readonly DietNeed[]): DietNumbers['others'] {
  const wordings = [...new Set(needs.flatMap(({ wording }) => wording ?? []))].toSorted(compareSwedish);
  return wordings.map((wording) => {
    const same = needs.filter((need) => need.wording === wording);
    return { wording, count: same.length, severe: same.filter(({ severe }) => severe).length };
  });
}

/** What the kitchen has to change after the final number; nothing when the numbers are the same. */
export function changesSince(before: KitchenNumbers, now: KitchenNumbers): readonly NumberChange[] {
  const tags = dietaryTags.map((tag) => ({
    label: tagWords[tag],
    change: countOf(now, tag) - countOf(before, tag),
  }));
  const wordings = [...before.diet.others, ...now.diet.others].map(({ wording }) => wording);
  const others = [...new Set(wordings)].map((wording) => ({
    label: { sv: wording, en: wording },
    change: otherOf(now, wording) - otherOf(before, wording),
  }));
  return [
    { label: { sv: 'personer', en: 'people' }, change: now.heads.total - before.heads.total },
    ...tags,
    ...others,
    { label: { sv: 'allvarlig allergi', en: 'severe allergy' }, change: now.diet.severe - before.diet.severe },
  ].filter(({ change }) => change !== 0);
}

function countOf({ diet }: KitchenNumbers, tag: string): number {
  return diet.counts.find((one) => one.tag === tag)?.count ?? 0;
}

function otherOf({ diet }: KitchenNumbers, wording: string): number {
  return diet.others.find((one) => one.wording === wording)?.count ?? 0;
}

const mealKinds: Readonly<Record<string, Meal['kind']>> = { arrival: 'arrival', lunch: 'lunch', break: 'fika' };

/** When there is to be something on the table, by the programme. */
export function mealsOf(
  agenda: readonly { readonly start: string; readonly type: string; readonly title: string }[],
): readonly Meal[] {
  return agenda.flatMap(({ start, type, title }) => {
    const kind = mealKinds[type];
    return kind === undefined ? [] : [{ kind, at: start, title }];
  });
}

const workingDaysBefore = 3;

/** The day of the final number: what was agreed, else three working days before the session (our measure). */
export function finalDay(session: LocalDate, agreed: LocalDate | null): LocalDate {
  if (agreed !== null && isBefore(agreed, session)) return agreed;
  let day = session;
  for (let left = workingDaysBefore; left > 0; left -= 1) day = previousWorkingDay(day.subtract({ days: 1 }));
  return day;
}

/** At noon, so that the kitchen has its number within the working day. */
export function finalMoment(day: LocalDate, zone: string): Temporal.Instant {
  return startInstant(day, '12:00', zone);
}

/** Whether the numbers are to be made final now. Never after the session: nobody cooks then. */
export function isFinalDue(
  times: { readonly finalAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare(times.finalAt, now) <= 0 && Temporal.Instant.compare(now, times.endsAt) < 0;
}
