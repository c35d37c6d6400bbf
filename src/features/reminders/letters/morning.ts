import { localDate } from '../../../domain/local-date.ts';
import { dayMonth, weekdayName } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import type { Reminder } from '../types.ts';

/** "torsdag 22 oktober". */
function dayText(day: string, language: Language): string {
  return `${weekdayName(localDate(day), language)} ${dayMonth(localDate(day), language)}`;
}

const said = {
  sv: {
    session: (number: number) => `Träff ${number}: `,
    ahead: (day: string) => `gör det gärna senast ${day}`,
    soon: (day: string) => `sista dag är ${day}`,
    late: (day: string) => `sista dag var ${day}`,
  },
  en: {
    session: (number: number) => `Session ${number}: `,
    ahead: (day: string) => `do it by ${day} if you can`,
    soon: (day: string) => `the last day is ${day}`,
    late: (day: string) => `the last day was ${day}`,
  },
} as const;

/** What it is about: "Träff 2: Information två veckor före". */
export function reminderTitle({ title, sessionNumber }: Reminder, language: Language): string {
  return `${sessionNumber === null ? '' : said[language].session(sessionNumber)}${title[language]}`;
}

/** By when, and what to do now. Where the rule's own words name that day, they say it all. */
export function reminderText({ stage, wiseOn, dueOn, words }: Reminder, language: Language): string {
  const day = stage === 'ahead' ? wiseOn : dueOn;
  const about = words[language];
  if (about.includes(dayMonth(localDate(day), language))) return about;
  return `${said[language][stage](dayText(day, language))}. ${about}`;
}

const subjects = {
  sv: { ahead: 'Påminnelse', soon: 'Snart sista dagen', late: 'Försenat' },
  en: { ahead: 'Reminder', soon: 'The last day is near', late: 'Late' },
} as const;

/** Lines of a mail; the day's page has them all. */
const mostLines = 10;

export interface ReminderMail {
  readonly givenName: string;
  readonly projectTitle: string;
  readonly reminders: readonly Reminder[];
  readonly url: string;
  readonly language: Language;
}

/** One mail a morning to the one who answers for it; the link is the tab's own, the same for everybody. */
export function reminderMail({ givenName, projectTitle, reminders, url, language }: ReminderMail): Letter {
  const [first] = reminders;
  const more = reminders.length - mostLines;
  const lines = reminders
    .slice(0, mostLines)
    .map((one) => `${reminderTitle(one, language)}: ${reminderText(one, language)}`);
  const isSv = language === 'sv';
  const others = reminders.length - 1;
  const about = first === undefined ? '' : reminderTitle(first, language);
  const tail = others === 0 ? '' : isSv ? ` och ${others} till` : ` and ${others} more`;
  const rest =
    more > 0 ? [isSv ? `Och ${more} till. De står i fliken.` : `And ${more} more. They are in the tab.`] : [];
  return letter(
    // Whoever leads several projects sees in the list of mails which it is.
    `${subjects[language][first?.stage ?? 'ahead']}: ${about}${tail} – ${projectTitle}`,
    [
      greeting(givenName, language),
      paragraph(
        isSv
          ? `Det här behöver göras i lärprojektet ${projectTitle}:`
          : `This needs to be done in the learning project ${projectTitle}:`,
      ),
      list([...lines, ...rest]),
      link(isSv ? 'Öppna dagens sida' : 'Open the day’s page', url),
      paragraph(
        isSv
          ? 'Är något redan gjort, eller gäller det inte? Säg det i fliken under Planering, så slutar påminnelserna.'
          : 'Is something done already, or does it not apply? Say so in the tab under Planning, and the reminders stop.',
      ),
    ],
    language,
  );
}
