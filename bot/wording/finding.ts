import type { Language } from '../../src/domain/words.ts';

interface FindingWords {
  readonly title: string;
  readonly intro: (from: string, until: string) => string;
  readonly proposal: (number: number) => string;
  readonly date: (session: string, day: string, week: number, venue: string | null) => string;
  readonly present: (present: number, counted: number) => string;
  readonly nobodyCounted: string;
  readonly poll: (answered: number, asked: number) => string;
  readonly pollDay: (day: string, yes: number, ifNeeded: number, no: number) => string;
  readonly against: (days: number) => string;
  readonly preview: (number: number) => string;
  readonly inTab: string;
  readonly nothingToPlace: string;
  readonly confirmTitle: string;
  readonly confirm: string;
  readonly done: (count: number) => string;
  readonly next: string;
}

const sv: FindingWords = {
  title: 'Förslag till datum',
  intro: (from, until) => `Sökt från ${from} till ${until}. Inget är bokat. Kalendern med alla dagar finns i fliken.`,
  proposal: (number) => `Förslag ${number}`,
  date: (session, day, week, venue) => `${session}: ${day} (v. ${week})${venue === null ? '' : `, ${venue}`}`,
  present: (present, counted) =>
    present === counted
      ? 'Alla i planeringen vars kalendrar jag ser kan varje gång.'
      : `${present} av ${counted} i planeringen kan varje gång.`,
  poll: (answered, asked) => `Svar om dagarna: ${answered} av ${asked} har svarat.`,
  pollDay: (day, yes, ifNeeded, no) => `${day}: ${yes} ja, ${ifNeeded} om det krisar, ${no} nej`,
  nobodyCounted: 'Jag ser inga kalendrar, så fråga dem som ska vara med.',
  against: (days) => (days === 1 ? 'Något talar mot en av dagarna.' : `Något talar mot ${days} av dagarna.`),
  preview: (number) => `Visa förslag ${number}`,
  inTab: 'Öppna kalendern',
  nothingToPlace: 'Det finns ingen träff att hitta dag för. Lägg till en träff i fliken under Planering.',
  confirmTitle: 'Sätt datumen',
  confirm: 'Sätt datumen',
  done: (count) => (count === 1 ? 'Datumet är satt.' : `Datumen för ${count} träffar är satta.`),
  next: 'Skriv **boka lokaler** härnäst.',
};

const en: FindingWords = {
  title: 'Proposed dates',
  intro: (from, until) =>
    `Searched from ${from} to ${until}. Nothing is booked. The calendar of all days is in the tab.`,
  proposal: (number) => `Proposal ${number}`,
  date: (session, day, week, venue) => `${session}: ${day} (week ${week})${venue === null ? '' : `, ${venue}`}`,
  present: (present, counted) =>
    present === counted
      ? 'All planners whose calendars I can see can come every time.'
      : `${present} of ${counted} planners can come every time.`,
  poll: (answered, asked) => `Answers about the days: ${answered} of ${asked} have answered.`,
  pollDay: (day, yes, ifNeeded, no) => `${day}: ${yes} yes, ${ifNeeded} if need be, ${no} no`,
  nobodyCounted: 'I can see no calendars, so ask those who should come.',
  against: (days) =>
    days === 1 ? 'Something speaks against one of the days.' : `Something speaks against ${days} of the days.`,
  preview: (number) => `Show proposal ${number}`,
  inTab: 'Open the calendar',
  nothingToPlace: 'There is no session to find a day for. Add a session in the tab under Planning.',
  confirmTitle: 'Set the dates',
  confirm: 'Set the dates',
  done: (count) => (count === 1 ? 'The date is set.' : `The dates of ${count} sessions are set.`),
  next: 'Write **book venues** next.',
};

export const finding: Readonly<Record<Language, FindingWords>> = { sv, en };
