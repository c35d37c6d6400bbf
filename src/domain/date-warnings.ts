import { isoWeek } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { isIn, placeOf } from './region-periods.ts';
import type { PeriodRule, RegionPeriod } from './region-periods.ts';
import {
  electionDay,
  holidayLaw,
  holidayOn,
  isBridgeDay,
  isChristmasHoliday,
  isIndustrialHoliday,
  isWorkingDay,
} from './swedish-calendar.ts';
import { capitalised, textDate } from './swedish-text.ts';
import type { Words } from './words.ts';

export type DateWarningKind =
  | 'weekend'
  | 'holiday'
  | 'bridgeDay'
  | 'dayBeforeHoliday'
  | 'industrialHoliday'
  | 'christmas'
  | 'regional'
  | 'election'
  | 'elkHunt'
  | 'vasaloppet';

/** red: nobody works · warning: many are away · tip: some are, or rooms are scarce. */
export type DateWarning = {
  readonly kind: DateWarningKind;
  readonly severity: 'red' | 'warning' | 'tip';
  readonly words: Words;
  readonly source: Words;
};

const ownAdvice: Words = { sv: 'Vårt råd', en: 'Our advice' };

/** What a planner needs to know before choosing the date, worst first. */
export function dateWarnings(date: LocalDate, region: readonly RegionPeriod[]): readonly DateWarning[] {
  return [
    ...freeDay(date),
    ...holidaySeason(date),
    ...regional(date, region),
    ...bridgeDay(date),
    ...dayBeforeHoliday(date),
  ].sort((one, other) => weight[one.severity] - weight[other.severity]);
}

const weight = { red: 0, warning: 1, tip: 2 } as const;

function freeDay(date: LocalDate): readonly DateWarning[] {
  const holiday = holidayOn(date);
  if (holiday !== undefined) {
    const words = {
      sv: `${capitalised(textDate(date, 'sv'))} är ${holiday.words.sv}. Välj en annan dag.`,
      en: `${textDate(date, 'en')} is ${holiday.words.en}. Choose another day.`,
    };
    const source = holiday.byLaw ? holidayLaw : { sv: 'Räknas som ledig dag i praktiken', en: 'Free in practice' };
    return [{ kind: 'holiday', severity: 'red', words, source }];
  }
  if (date.dayOfWeek <= 5) return [];
  const words = {
    sv: `${capitalised(textDate(date, 'sv'))} är helg. Välj en måndag–fredag.`,
    en: `${textDate(date, 'en')} is at the weekend. Choose a Monday–Friday.`,
  };
  return [{ kind: 'weekend', severity: 'red', words, source: ownAdvice }];
}

function holidaySeason(date: LocalDate): readonly DateWarning[] {
  if (isIndustrialHoliday(date)) {
    const words = {
      sv: `Vecka ${isoWeek(date).week} ligger i industrisemestern (vecka 27–32). Många är lediga.`,
      en: `Week ${isoWeek(date).week} is in the general summer holiday (weeks 27–32). Many are away.`,
    };
    return [{ kind: 'industrialHoliday', severity: 'warning', words, source: ownAdvice }];
  }
  if (!isChristmasHoliday(date)) return [];
  const words = {
    sv: 'Dagen ligger i jul- och nyårshelgerna (21 december–6 januari). Många är lediga.',
    en: 'The day is in the Christmas and New Year holidays (21 December–6 January). Many are away.',
  };
  return [{ kind: 'christmas', severity: 'warning', words, source: ownAdvice }];
}

function regional(date: LocalDate, periods: readonly RegionPeriod[]): readonly DateWarning[] {
  return periods
    .filter((period) => isIn(period, date))
    .map((period) => {
      const { when, strength, source } = period;
      const kind = when.kind === 'rule' ? ruleKinds[when.rule] : 'regional';
      return { kind, severity: strength, words: regionWords(period, date), source };
    });
}

const ruleKinds = {
  election: 'election',
  elkHuntNorth: 'elkHunt',
  elkHuntSouth: 'elkHunt',
  vasaloppet: 'vasaloppet',
} as const satisfies Record<PeriodRule, DateWarningKind>;

function regionWords(period: RegionPeriod, date: LocalDate): Words {
  const { words, when } = period;
  const place = placeOf(period);
  if (when.kind === 'weeks') {
    const { week } = isoWeek(date);
    return {
      sv: `Vecka ${week} är det ${words.sv}${place.sv}.`,
      en: `Week ${week} is ${words.en}${place.en}.`,
    };
  }
  if (when.kind === 'rule' && when.rule === 'election') return voteWords(date);
  const rooms = when.kind === 'rule' && when.rule === 'vasaloppet';
  return {
    sv: `Det är ${words.sv}${place.sv}.${rooms ? ' Rum och vägar är fulla.' : ''}`,
    en: `It is ${words.en}${place.en}.${rooms ? ' Rooms and roads are full.' : ''}`,
  };
}

function voteWords(date: LocalDate): Words {
  const vote = electionDay(date.year) ?? date;
  return {
    sv: `Valet hålls ${textDate(vote, 'sv')}. Kommuner och länsstyrelse arbetar med röstning och rösträkning.`,
    en: `The elections are held on ${textDate(vote, 'en')}. Municipalities and the county administrative board work with voting and counting.`,
  };
}

function bridgeDay(date: LocalDate): readonly DateWarning[] {
  if (!isBridgeDay(date)) return [];
  const words = {
    sv: 'Dagen är en klämdag mellan två lediga dagar. Många tar ledigt.',
    en: 'The day is squeezed in between two free days. Many take it off.',
  };
  return [{ kind: 'bridgeDay', severity: 'warning', words, source: ownAdvice }];
}

function dayBeforeHoliday(date: LocalDate): readonly DateWarning[] {
  const tomorrow = holidayOn(date.add({ days: 1 }));
  if (tomorrow === undefined || !isWorkingDay(date)) return [];
  const words = {
    sv: `Dagen efter är ${tomorrow.words.sv}. Många slutar vid lunch.`,
    en: `The next day is ${tomorrow.words.en}. Many leave at noon.`,
  };
  return [{ kind: 'dayBeforeHoliday', severity: 'tip', words, source: ownAdvice }];
}
