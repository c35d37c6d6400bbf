import { daysBetween, isAfter, isBefore, isoWeek, readLocalDate } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { electionDay, elkHuntStart, isVasaloppetWeek } from './swedish-calendar.ts';
import type { Words } from './words.ts';

/** A time of the year when many or some in the region are away, beside the holidays that are computed. */
export interface RegionPeriod {
  readonly id: string;
  readonly words: Words;
  /** Whom it concerns; empty for everybody. */
  readonly where: Words;
  readonly when: PeriodTime;
  /** `warning`: many are away, and last days are moved out of it. `tip`: some are, or rooms are scarce. */
  readonly strength: 'warning' | 'tip';
  readonly source: Words;
}

export type PeriodTime =
  /** Every year, ISO weeks, Monday to Friday. */
  | { readonly kind: 'weeks'; readonly weeks: readonly number[] }
  /** Once: local days, both included. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  /** Every year, by a rule of its own. */
  | { readonly kind: 'rule'; readonly rule: PeriodRule };

export type PeriodRule = 'election' | 'elkHuntNorth' | 'elkHuntSouth' | 'vasaloppet';

/** Early voting begins so many days before; the count goes on for about a week after. */
const votingDays = { before: 18, after: 7 };

const isOnRule: Readonly<Record<PeriodRule, (date: LocalDate) => boolean>> = {
  election: (date) => {
    const vote = electionDay(date.year);
    if (vote === undefined) return false;
    const before = daysBetween(date, vote);
    return before <= votingDays.before && before >= -votingDays.after;
  },
  elkHuntNorth: (date) => elkHuntStart(date) === 'north',
  elkHuntSouth: (date) => elkHuntStart(date) === 'south',
  vasaloppet: isVasaloppetWeek,
};

const lastWorkday = 5;

export function isIn({ when }: RegionPeriod, date: LocalDate): boolean {
  switch (when.kind) {
    case 'weeks':
      return date.dayOfWeek <= lastWorkday && when.weeks.includes(isoWeek(date).week);
    case 'dates': {
      const [from, to] = [readLocalDate(when.from), readLocalDate(when.to)];
      return from !== undefined && to !== undefined && !isBefore(date, from) && !isAfter(date, to);
    }
    case 'rule':
      return isOnRule[when.rule](date);
  }
}

/** " i Falun", to stand after the period's name; empty when it concerns everybody. */
export function placeOf({ where }: RegionPeriod): Words {
  return { sv: where.sv === '' ? '' : ` i ${where.sv}`, en: where.en === '' ? '' : ` in ${where.en}` };
}

const municipalPages: Words = {
  sv: 'Kommunernas sidor om läsåret 2017–2025; kontrollera årets läsårstider',
  en: "The municipalities' school calendars 2017–2025; check this year's",
};
const elkSource: Words = {
  sv: 'Länsstyrelsen Dalarna om älgjakten 2016–2023; kontrollera årets jakttider',
  en: "Länsstyrelsen Dalarna on the elk hunt 2016–2023; check this year's seasons",
};

/** Dalarna's, until the region has changed them: the weeks of other municipalities have not been found. */
export const dalarnaPeriods: readonly RegionPeriod[] = [
  {
    id: 'hostlov',
    words: { sv: 'höstlov', en: 'autumn break' },
    when: { kind: 'weeks', weeks: [44] },
    where: { sv: 'Falun, Borlänge och Säter', en: 'Falun, Borlänge and Säter' },
    strength: 'warning',
    source: municipalPages,
  },
  {
    id: 'sportlov',
    words: { sv: 'sportlov', en: 'winter break' },
    when: { kind: 'weeks', weeks: [9] },
    where: { sv: 'Falun, Borlänge, Säter och Mora', en: 'Falun, Borlänge, Säter and Mora' },
    strength: 'warning',
    source: municipalPages,
  },
  {
    id: 'sportlov-andra',
    words: { sv: 'sportlov', en: 'winter break' },
    when: { kind: 'weeks', weeks: [7, 8, 10] },
    where: {
      sv: 'andra län, så medverkande därifrån kan vara lediga',
      en: 'other counties, so speakers from there may be away',
    },
    strength: 'tip',
    source: {
      sv: 'Sportlovet ligger i vecka 7–10 i olika delar av landet',
      en: 'The break falls in weeks 7–10 around the country',
    },
  },
  {
    id: 'val',
    words: { sv: 'val till riksdag, region och kommun', en: 'general elections' },
    when: { kind: 'rule', rule: 'election' },
    where: { sv: '', en: '' },
    strength: 'warning',
    source: {
      sv: 'Val till riksdag, region och kommun: andra söndagen i september vart fjärde år, förtidsröstning 18 dagar före',
      en: 'General elections: second Sunday in September every fourth year, early voting from 18 days before',
    },
  },
  {
    id: 'algjakt-norr',
    words: { sv: 'älgjaktens första vecka', en: 'the first week of the elk hunt' },
    when: { kind: 'rule', rule: 'elkHuntNorth' },
    where: { sv: 'norra och västra Dalarna', en: 'the north and west of Dalarna' },
    strength: 'tip',
    source: elkSource,
  },
  {
    id: 'algjakt-soder',
    words: { sv: 'älgjaktens första vecka', en: 'the first week of the elk hunt' },
    when: { kind: 'rule', rule: 'elkHuntSouth' },
    where: { sv: 'södra Dalarna', en: 'the south of Dalarna' },
    strength: 'tip',
    source: elkSource,
  },
  {
    id: 'vasaloppet',
    words: { sv: 'Vasaloppets vintervecka', en: "Vasaloppet's winter week" },
    when: { kind: 'rule', rule: 'vasaloppet' },
    where: { sv: 'Mora och Sälen', en: 'Mora and Sälen' },
    strength: 'tip',
    source: {
      sv: 'Vasaloppet: tio dagar till första söndagen i mars',
      en: 'Vasaloppet: ten days to the first Sunday in March',
    },
  },
];
