import { addMinutes, minutesBetween, type LocalTime } from '../../../domain/local-date.ts';
import type { Language, Words } from '../../../domain/words.ts';
import { longestStretch, longestWithoutBreak } from '../../../guideline/agenda-figures.ts';
import type { AgendaItem } from '../types.ts';

type Type = AgendaItem['type'];

interface Part {
  readonly type: Type;
  readonly title: Words;
  readonly minutes: number;
  /** What it may grow to on a long day. */
  readonly atMost?: number;
}

const coffee = { sv: 'Fika', en: 'Coffee' };
const opening: Part = {
  type: 'opening',
  title: { sv: 'Välkommen! Dalalabs syfte och våra förhållningssätt', en: 'Welcome! The purpose and our attitudes' },
  minutes: 20,
};
const fika: Part = { type: 'break', title: coffee, minutes: 20 };
const lunch: Part = { type: 'lunch', title: { sv: 'Lunch', en: 'Lunch' }, minutes: 60 };
const evaluation: Part = { type: 'evaluation', title: { sv: 'Kort utvärdering', en: 'Short evaluation' }, minutes: 15 };
const arrival: Part = { type: 'arrival', title: { sv: 'Kaffe och smörgås', en: 'Coffee and sandwich' }, minutes: 30 };
const closing: Part = { type: 'closing', title: { sv: 'Tack för i dag', en: 'Thank you for today' }, minutes: 5 };
const talk = (title: Words, minutes: number, atMost: number): Part => ({ type: 'dialogue', title, minutes, atMost });
const presentation = (title: Words): Part => ({ type: 'presentation', title, minutes: 30 });

/** A full day: half of it talk, never more than 90 minutes without a break. What may grow does so when there is time. */
const fullDay: readonly Part[] = [
  arrival,
  opening,
  { type: 'exercise', title: { sv: 'Lär känna varandra', en: 'Get to know each other' }, minutes: 15, atMost: 30 },
  presentation({ sv: 'Forskning eller kunskap från en myndighet', en: 'Research or knowledge from an agency' }),
  fika,
  talk({ sv: 'Strukturerat samtal', en: 'Structured conversation' }, 40, 60),
  { type: 'summary', title: { sv: 'Vi lyssnar in grupperna', en: 'We listen to the groups' }, minutes: 20 },
  lunch,
  presentation({ sv: 'Ett lokalt exempel', en: 'A local example' }),
  talk({ sv: 'Erfarenhetsutbyte i grupper', en: 'Exchange in groups' }, 35, 60),
  fika,
  talk({ sv: 'Arbete i grupper', en: 'Work in groups' }, 30, 50),
  { type: 'homework', title: { sv: 'Hemuppgift till nästa träff', en: 'Homework for the next session' }, minutes: 15 },
  evaluation,
  closing,
];

/** Too short for a lunch. */
const halfDay: readonly Part[] = [
  { ...arrival, minutes: 15 },
  { ...opening, minutes: 15 },
  presentation({ sv: 'Ett lokalt exempel', en: 'A local example' }),
  { ...fika, minutes: 15 },
  talk({ sv: 'Strukturerat samtal', en: 'Structured conversation' }, 30, 75),
  { ...evaluation, minutes: 10 },
  closing,
];

const fullDayMinutes = 330;

export interface Day {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/**
 * A programme to begin with for an empty day, or what a begun one lacks: the opening first, lunch nearest noon, breaks
 * where it is long without one, the evaluation last. The day stays without gaps.
 */
export function withGroundProgramme(items: readonly AgendaItem[], day: Day, language: Language): readonly AgendaItem[] {
  const laid = (parts: readonly Draft[]): readonly AgendaItem[] => lay(parts, items[0]?.start ?? day.start);
  const itemOf = ({ type, title, minutes }: Part): Draft => ({ type, title: title[language], minutes });
  if (items.length === 0) return laid(grown(partsFor(day), minutesBetween(day.start, day.end)).map(itemOf));
  const drafts = items.map(({ start, end, ...rest }): Draft => ({ ...rest, minutes: minutesBetween(start, end) }));
  const lacks = (type: Type): boolean => !drafts.some((draft) => draft.type === type);
  if (lacks('opening')) drafts.splice(firstOther(drafts, 'arrival'), 0, itemOf(opening));
  if (lacks('evaluation')) drafts.splice(placeOfEvaluation(drafts), 0, itemOf(evaluation));
  if (lacks('lunch') && minutesBetween(day.start, day.end) >= fullDayMinutes)
    drafts.splice(nearest(laid(drafts), '12:00'), 0, itemOf(lunch));
  for (let breaks = 0; breaks < mostBreaks && (lacks('break') || isLongWithout(laid(drafts))); breaks += 1)
    drafts.splice(middleOfLongest(laid(drafts)), 0, itemOf(fika));
  return laid(drafts);
}

/** More are a matter of taste. */
const mostBreaks = 3;

/** Longer than people bear (AGD-04), and of several items: a break is not put into the middle of one. */
function isLongWithout(items: readonly AgendaItem[]): boolean {
  const { minutes, rows } = longestStretch(items.map((item) => ({ ...item, speakers: [] })));
  return minutes > longestWithoutBreak && rows.length > 1;
}

type Draft = Omit<AgendaItem, 'start' | 'end'> & { readonly minutes: number };

function lay(drafts: readonly Draft[], from: LocalTime): readonly AgendaItem[] {
  let at = from;
  return drafts.map(({ minutes, ...rest }) => {
    const start = at;
    at = addMinutes(at, minutes);
    return { start, end: at, ...rest };
  });
}

function partsFor({ start, end }: Day): readonly Part[] {
  return minutesBetween(start, end) >= fullDayMinutes ? fullDay : halfDay;
}

/** In steps of five minutes, each in its turn, until the day is full or nothing may grow any more. */
function grown(parts: readonly Part[], minutes: number): readonly Part[] {
  const grownParts = parts.map((part) => ({ ...part }));
  let left = minutes - parts.reduce((sum, part) => sum + part.minutes, 0);
  let hasGrown = true;
  while (left >= 5 && hasGrown) {
    hasGrown = false;
    for (const part of grownParts) {
      if (left < 5 || part.minutes + 5 > (part.atMost ?? 0)) continue;
      part.minutes += 5;
      left -= 5;
      hasGrown = true;
    }
  }
  return grownParts;
}

function firstOther(drafts: readonly Draft[], type: Type): number {
  const found = drafts.findIndex((draft) => draft.type !== type);
  return found < 0 ? drafts.length : found;
}

function placeOfEvaluation(drafts: readonly Draft[]): number {
  const closes = drafts.findLastIndex(({ type }) => type !== 'closing');
  return closes + 1;
}

/** Before which item an hour is nearest. */
function nearest(items: readonly AgendaItem[], hour: LocalTime): number {
  const distances = items.map(({ end }) => Math.abs(minutesBetween(end, hour)));
  return distances.indexOf(Math.min(...distances)) + 1;
}

/** Between two of its items, where what is left on either side is shortest. */
function middleOfLongest(items: readonly AgendaItem[]): number {
  const { minutes, rows } = longestStretch(items.map((item) => ({ ...item, speakers: [] })));
  let before = 0;
  let best = { place: (rows[0] ?? 0) + 1, longer: Infinity };
  for (const row of rows.slice(0, -1)) {
    const item = items[row];
    before += item === undefined ? 0 : minutesBetween(item.start, item.end);
    const longer = Math.max(before, minutes - before);
    if (longer < best.longer) best = { place: row + 1, longer };
  }
  return best.place;
}
