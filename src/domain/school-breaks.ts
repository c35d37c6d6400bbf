import type { Words } from './words.ts';

/** One break of the school year, by ISO week. The table is data: edit it when a municipality decides otherwise. */
export type SchoolBreak = {
  readonly words: Words;
  readonly weeks: readonly number[];
  /** Whose schools; the weeks of the others have not been found. */
  readonly where: Words;
  readonly strength: 'warning' | 'tip';
  readonly source: Words;
};

const municipalPages: Words = {
  sv: 'Kommunernas sidor om läsåret 2017–2025; kontrollera årets läsårstider',
  en: "The municipalities' school calendars 2017–2025; check this year's",
};

export const schoolBreaks: readonly SchoolBreak[] = [
  {
    words: { sv: 'höstlov', en: 'autumn break' },
    weeks: [44],
    where: { sv: 'Falun, Borlänge och Säter', en: 'Falun, Borlänge and Säter' },
    strength: 'warning',
    source: municipalPages,
  },
  {
    words: { sv: 'sportlov', en: 'winter break' },
    weeks: [9],
    where: { sv: 'Falun, Borlänge, Säter och Mora', en: 'Falun, Borlänge, Säter and Mora' },
    strength: 'warning',
    source: municipalPages,
  },
  {
    words: { sv: 'sportlov', en: 'winter break' },
    weeks: [7, 8, 10],
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
];
