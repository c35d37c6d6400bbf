import type { Language } from '../../src/domain/words.ts';

interface SeriesTalk {
  readonly title: string;
  readonly how: string;
  /** What is missing in what was said. */
  readonly lacks: (what: string) => string;
  readonly rhythm: string;
  readonly weekday: string;
  readonly time: string;
  readonly until: string;
  readonly none: string;
  readonly change: string;
  readonly next: (day: string) => string;
  readonly count: (meetings: number, people: number) => string;
  readonly sameDay: (day: string, number: number) => string;
  readonly leftOut: (days: string) => string;
  readonly question: (people: number, isChange: boolean) => string;
  readonly confirm: string;
  readonly confirmChange: string;
  readonly working: (when: string) => string;
  readonly agenda: string;
  readonly gone: string;
  readonly onlyLead: string;
}

const sv: SeriesTalk = {
  title: 'Planeringsmöten',
  how: 'Skriv till exempel: **planeringsmöten varannan tisdag 9-10 till 1 mars**.',
  lacks: (what) => `Jag förstår inte ${what}. Inget är bokat.`,
  rhythm: 'hur ofta ni ska ses',
  weekday: 'vilken veckodag det gäller',
  time: 'mellan vilka klockslag',
  until: 'hur länge serien ska gå',
  none: 'Inga planeringsmöten är bokade.',
  change:
    'Planeringsmötena ändrar eller avslutar du i fliken under Planering, Uppgifter och beslut. Jag har inte ändrat något.',
  next: (day) => `Nästa: ${day}.`,
  count: (meetings, people) => `${meetings} möten för ${people} personer i planeringsgruppen.`,
  sameDay: (day, number) => `${day} är samma dag som träff ${number}.`,
  leftOut: (days) => `Inget möte ${days}.`,
  question: (people, isChange) =>
    isChange
      ? `Ska jag ändra serien och skicka det till ${people} personer?`
      : `Ska jag boka och bjuda in ${people} personer?`,
  confirm: 'Boka och bjud in',
  confirmChange: 'Ändra och skicka',
  working: (when) => `${when}. Inbjudan kommer från Outlook om en liten stund.`,
  agenda: 'Visa dagordningen',
  onlyLead: 'Bara innehållsansvarig kan boka planeringsmöten. Be hen skriva samma sak.',
  gone: 'Serien är borttagen i Outlook. Boka den igen om ni ska fortsätta ses.',
};

const en: SeriesTalk = {
  title: 'Planning meetings',
  how: 'Write for example: **planning meetings every other Tuesday 9-10 until 1 March**.',
  lacks: (what) => `I do not understand ${what}. Nothing is booked.`,
  rhythm: 'how often you are to meet',
  weekday: 'which weekday it is',
  time: 'between which times',
  until: 'how long the series is to go on',
  none: 'No planning meetings are booked.',
  change:
    'You change or end the planning meetings in the tab under Planning, Tasks and decisions. I have not changed anything.',
  next: (day) => `Next: ${day}.`,
  count: (meetings, people) => `${meetings} meetings for ${people} people of the planning group.`,
  sameDay: (day, number) => `${day} is the same day as session ${number}.`,
  leftOut: (days) => `No meeting on ${days}.`,
  question: (people, isChange) =>
    isChange ? `Shall I change the series and tell ${people} people?` : `Shall I book it and invite ${people} people?`,
  confirm: 'Book and invite',
  confirmChange: 'Change and send',
  working: (when) => `${when}. The invitation comes from Outlook in a little while.`,
  agenda: 'Show the agenda',
  onlyLead: 'Only the content lead can book planning meetings. Ask them to write the same.',
  gone: 'The series has been removed in Outlook. Book it again if you are to go on meeting.',
};

export const seriesTalk: Readonly<Record<Language, SeriesTalk>> = { sv, en };
