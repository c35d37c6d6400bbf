import { daysBetween, isoWeek } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { schoolBreaks } from './school-breaks.ts';
import type { SchoolBreak } from './school-breaks.ts';
import {
  electionDay,
  elkHuntStart,
  holidayLaw,
  holidayOn,
  isBridgeDay,
  isChristmasHoliday,
  isIndustrialHoliday,
  isVasaloppetWeek,
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
  | 'schoolBreak'
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

/** What a planner needs to know before choosing the date, worst first. Other school breaks can be passed in. */
export function dateWarnings(date: LocalDate, breaks: readonly SchoolBreak[] = schoolBreaks): readonly DateWarning[] {
  return [
    ...freeDay(date),
    ...holidaySeason(date),
    ...schoolBreak(date, breaks),
    ...bridgeDay(date),
    ...election(date),
    ...dayBeforeHoliday(date),
    ...elkHunt(date),
    ...vasaloppet(date),
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

function schoolBreak(date: LocalDate, breaks: readonly SchoolBreak[]): readonly DateWarning[] {
  const { week } = isoWeek(date);
  return breaks
    .filter((candidate) => candidate.weeks.includes(week) && date.dayOfWeek <= 5)
    .map(({ words, where, strength, source }) => ({
      kind: 'schoolBreak',
      severity: strength,
      words: {
        sv: `Vecka ${week} är det ${words.sv} i ${where.sv}.`,
        en: `Week ${week} is ${words.en} in ${where.en}.`,
      },
      source,
    }));
}

function bridgeDay(date: LocalDate): readonly DateWarning[] {
  if (!isBridgeDay(date)) return [];
  const words = {
    sv: 'Dagen är en klämdag mellan två lediga dagar. Många tar ledigt.',
    en: 'The day is squeezed in between two free days. Many take it off.',
  };
  return [{ kind: 'bridgeDay', severity: 'warning', words, source: ownAdvice }];
}

/** Early voting begins 18 days before; the count goes on for about a week after. */
function election(date: LocalDate): readonly DateWarning[] {
  const vote = electionDay(date.year);
  if (vote === undefined) return [];
  const before = daysBetween(date, vote);
  if (before > 18 || before < -7) return [];
  const words = {
    sv: `Valet hålls ${textDate(vote, 'sv')}. Kommuner och länsstyrelse arbetar med röstning och rösträkning.`,
    en: `The elections are held on ${textDate(vote, 'en')}. Municipalities and the county administrative board work with voting and counting.`,
  };
  const source = {
    sv: 'Val till riksdag, region och kommun: andra söndagen i september vart fjärde år, förtidsröstning 18 dagar före',
    en: 'General elections: second Sunday in September every fourth year, early voting from 18 days before',
  };
  return [{ kind: 'election', severity: 'warning', words, source }];
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

function elkHunt(date: LocalDate): readonly DateWarning[] {
  const where = elkHuntStart(date);
  if (where === undefined) return [];
  const words = {
    north: {
      sv: 'Det är älgjaktens första vecka i norra och västra Dalarna.',
      en: 'It is the first week of the elk hunt in the north and west of Dalarna.',
    },
    south: {
      sv: 'Det är älgjaktens första vecka i södra Dalarna.',
      en: 'It is the first week of the elk hunt in the south of Dalarna.',
    },
  }[where];
  const source = {
    sv: 'Länsstyrelsen Dalarna om älgjakten 2016–2023; kontrollera årets jakttider',
    en: "Länsstyrelsen Dalarna on the elk hunt 2016–2023; check this year's seasons",
  };
  return [{ kind: 'elkHunt', severity: 'tip', words, source }];
}

function vasaloppet(date: LocalDate): readonly DateWarning[] {
  if (!isVasaloppetWeek(date)) return [];
  const words = {
    sv: 'Det är Vasaloppets vintervecka. Rum och vägar i Mora och Sälen är fulla.',
    en: "It is Vasaloppet's winter week. Rooms and roads in Mora and Sälen are full.",
  };
  const source = {
    sv: 'Vasaloppet: tio dagar till första söndagen i mars',
    en: 'Vasaloppet: ten days to the first Sunday in March',
  };
  return [{ kind: 'vasaloppet', severity: 'tip', words, source }];
}
