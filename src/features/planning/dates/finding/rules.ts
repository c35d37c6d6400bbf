import { dateWarnings, type DateWarningKind } from '../../../../domain/date-warnings.ts';
import type { RegionPeriod } from '../../../../domain/region-periods.ts';
import type { DateProposal, DateReason, WeighedSlot } from '../../../../domain/date-finder/types.ts';
import { daysBetween, isAfter, isBefore, localDate, type LocalDate } from '../../../../domain/local-date.ts';
import { isSummerHoliday } from '../../../../domain/swedish-calendar.ts';
import { counted, inBoth, listText } from '../../../../domain/swedish-text.ts';
import type { Words } from '../../../../domain/words.ts';
import type { DayTone, FoundDay } from './types.ts';

const DAYS_IN_WEEK = 7;
/** The longest window: a project has its sessions within a year. */
export const mostDays = 400;

/**
 * INV-01: the invitation goes out two months before the first session, so nothing is looked for before that, nor in the summer
 * before 15 August (PLN-02). PLN-03: the last session is held two weeks before Dalating at the latest.
 */
export function usualWindow(today: LocalDate, dalating: LocalDate | undefined): { from: LocalDate; until: LocalDate } {
  let from = today.add({ months: 2 });
  while (isSummerHoliday(from) || (from.month === 8 && from.day < 15)) from = from.add({ days: 1 });
  const latest = dalating?.subtract({ weeks: 2 });
  const usual = from.add({ weeks: 26 });
  // Four sessions need some months: a Dalating sooner than that is another year's.
  const fits = latest !== undefined && daysBetween(from, latest) > 90 && isBefore(latest, from.add({ weeks: 52 }));
  return { from, until: fits ? latest : usual };
}

/** A distance of five weeks may become three to eight, as the calendar allows. */
export function gapOfWeeks(weeks: number): { leastDays: number; idealDays: number; mostDays: number } {
  return {
    leastDays: Math.max(1, weeks - 2) * DAYS_IN_WEEK,
    idealDays: weeks * DAYS_IN_WEEK,
    mostDays: (weeks + 3) * DAYS_IN_WEEK,
  };
}

/** What the reasons' words are made from. */
export interface Names {
  readonly person: (id: string) => string;
  readonly venue: (id: string) => string;
  readonly region: readonly RegionPeriod[];
}

/** What speaks for and against a day, a sentence each; the words of the calendar are those of every preview. */
export function reasonWords(slot: WeighedSlot, names: Names): readonly Words[] {
  const days = dateWarnings(slot.date, names.region);
  return slot.reasons.flatMap((reason): readonly Words[] => {
    if (reason.code === 'day') return days.filter(({ kind }) => kind === reason.kind).map(({ words }) => words);
    return [sentence(reason, names)];
  });
}

function sentence(reason: Exclude<DateReason, { code: 'day' }>, names: Names): Words {
  const people = (ids: readonly string[]): Words => inBoth((language) => listText(ids.map(names.person), language));
  switch (reason.code) {
    case 'everybodyFree':
      return { sv: 'Alla vars kalendrar vi ser är lediga.', en: 'Everybody whose calendar we can see is free.' };
    case 'away': {
      const who = people(reason.people);
      return { sv: `Upptagen: ${who.sv}.`, en: `Busy: ${who.en}.` };
    }
    case 'mustBeAway': {
      const who = people(reason.people);
      return { sv: `Upptagen, men måste kunna: ${who.sv}.`, en: `Busy, but must be able to come: ${who.en}.` };
    }
    case 'noRoom':
      return {
        sv: 'Ingen av lokalerna är ledig och stor nog.',
        en: 'None of the venues is free and large enough.',
      };
    case 'roomFree':
      return { sv: `${names.venue(reason.room)} är ledig.`, en: `${names.venue(reason.room)} is free.` };
    case 'roomUnknown':
      return {
        sv: `${names.venue(reason.room)} kan passa, men kalendern syns inte. Fråga värden.`,
        en: `${names.venue(reason.room)} may do, but its calendar cannot be seen. Ask the host.`,
      };
    case 'closed':
      return {
        sv: 'En annan träff i lärprojektet hålls den dagen.',
        en: 'Another session of the project is held that day.',
      };
  }
}

const marks: Readonly<Record<DateWarningKind | 'away' | 'mustBeAway' | 'noRoom' | 'closed', Words>> = {
  weekend: { sv: 'helg', en: 'w/e' },
  holiday: { sv: 'röd', en: 'hol' },
  bridgeDay: { sv: 'kläm', en: 'gap' },
  dayBeforeHoliday: { sv: 'afton', en: 'eve' },
  industrialHoliday: { sv: 'sem', en: 'sum' },
  christmas: { sv: 'jul', en: 'xmas' },
  regional: { sv: 'lov', en: 'brk' },
  election: { sv: 'val', en: 'vote' },
  elkHunt: { sv: 'älg', en: 'elk' },
  vasaloppet: { sv: 'vasa', en: 'vasa' },
  away: { sv: 'pers', en: 'ppl' },
  mustBeAway: { sv: 'nyck', en: 'key' },
  noRoom: { sv: 'lok', en: 'room' },
  closed: { sv: 'träff', en: 'sess' },
};

const nothing: Words = { sv: '', en: '' };
/** In which order a day's reasons get its only short word. */
const urgency: readonly (keyof typeof marks)[] = [
  'holiday',
  'weekend',
  'closed',
  'mustBeAway',
  'noRoom',
  'christmas',
  'industrialHoliday',
  'regional',
  'bridgeDay',
  'election',
  'away',
  'dayBeforeHoliday',
  'elkHunt',
  'vasaloppet',
];

/** So many points are two people away, or a warning about the day. */
const poorFrom = 20;

export function foundDay(slot: WeighedSlot, names: Names): FoundDay {
  const codes = new Set(slot.reasons.map((reason) => (reason.code === 'day' ? reason.kind : reason.code)));
  const first = urgency.find((code) => codes.has(code));
  return {
    date: slot.date.toString(),
    tone: toneOf(slot),
    mark: first === undefined ? nothing : marks[first],
    reasons: reasonWords(slot, names),
    venueId: slot.room,
  };
}

function toneOf({ isBarred, cost }: WeighedSlot): DayTone {
  if (isBarred) return 'barred';
  const sum = cost.day + cost.people;
  return sum === 0 ? 'good' : sum < poorFrom ? 'fair' : 'poor';
}

/** Who can come to every session, and how even the distances are. */
export function summaryOf(proposal: DateProposal, people: readonly string[], names: Names): readonly Words[] {
  const missing = people.filter((id) => !proposal.presentAtAll.includes(id));
  const gaps = proposal.dates.flatMap(({ gapDays }) => (gapDays === null ? [] : [Math.round(gapDays / DAYS_IN_WEEK)]));
  const warned = proposal.dates.filter(({ slot }) => slot.cost.day > 0).length;
  return [
    ...(people.length === 0 ? [] : [presence(missing, people.length, names)]),
    spacing(gaps),
    ...warnings(warned),
  ];
}

function presence(missing: readonly string[], all: number, names: Names): Words {
  if (missing.length === 0)
    return { sv: 'Alla som räknas kan vid varje träff.', en: 'Everybody who counts can come to every session.' };
  const who = inBoth((language) => listText(missing.map(names.person), language));
  return {
    sv: `${all - missing.length} av ${all} kan vid varje träff. Upptagen någon gång: ${who.sv}.`,
    en: `${all - missing.length} of ${all} can come to every session. Busy at some: ${who.en}.`,
  };
}

function spacing(gaps: readonly number[]): Words {
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  if (gaps.length === 0) return { sv: 'En träff.', en: 'One session.' };
  const weeks = least === most ? String(least) : `${least}–${most}`;
  return {
    sv: `${weeks} ${most === 1 ? 'vecka' : 'veckor'} mellan träffarna.`,
    en: `${weeks} ${most === 1 ? 'week' : 'weeks'} between the sessions.`,
  };
}

function warnings(count: number): readonly Words[] {
  if (count === 0) return [];
  return [
    {
      sv: `Något talar mot ${counted(count, 'av dagarna', 'av dagarna')}.`,
      en: `Something speaks against ${counted(count, 'of the days', 'of the days')}.`,
    },
  ];
}

/** A window that cannot be looked through is made one that can. */
export function windowOf(
  wish: { readonly from: string; readonly until: string },
  today: LocalDate,
): { readonly from: LocalDate; readonly until: LocalDate } {
  const [asked, until] = [localDate(wish.from), localDate(wish.until)];
  const tomorrow = today.add({ days: 1 });
  const from = isBefore(asked, tomorrow) ? tomorrow : asked;
  const latest = from.add({ days: mostDays });
  return { from, until: isAfter(until, latest) ? latest : until };
}

/** Spread over the window, but never more than six weeks: what is learnt is forgotten meanwhile. */
export function usualWeeksApart(
  window: { readonly from: LocalDate; readonly until: LocalDate },
  sessions: number,
): number {
  const weeks = Math.floor(daysBetween(window.from, window.until) / DAYS_IN_WEEK);
  return Math.min(6, Math.max(2, Math.floor(weeks / Math.max(1, sessions))));
}

/** Why nothing was found and what to change, from what bars most days. */
export function noProposal(slots: readonly WeighedSlot[]): Words {
  const barred = slots.filter(({ isBarred }) => isBarred);
  const by = (code: DateReason['code']): number =>
    barred.filter(({ reasons }) => reasons.some((reason) => reason.code === code)).length;
  const [must, room] = [by('mustBeAway'), by('noRoom')];
  if (must > 0 && must >= room)
    return {
      sv: `Inga dagar går ihop. På ${must} av ${slots.length} dagar är någon som måste kunna upptagen. Låt färre vara ett måste, eller välj fler veckodagar.`,
      en: `No days fit together. On ${must} of ${slots.length} days somebody who must come is busy. Let fewer be a must, or choose more weekdays.`,
    };
  if (room > 0)
    return {
      sv: `Inga dagar går ihop. På ${room} av ${slots.length} dagar är ingen lokal ledig och stor nog. Välj fler lokaler eller fler veckodagar.`,
      en: `No days fit together. On ${room} of ${slots.length} days no venue is free and large enough. Choose more venues or more weekdays.`,
    };
  return {
    sv: 'Träffarna får inte plats. Gör perioden längre eller korta tiden mellan träffarna.',
    en: 'There is no room for the sessions. Make the period longer or the time between the sessions shorter.',
  };
}
