import { dayMonth, weekdayName } from '../../../domain/swedish-text.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';

export interface ReminderTold {
  readonly what: string;
  readonly due: LocalDate;
  readonly when: 'today' | 'tomorrow' | 'later' | 'past';
  readonly language: Language;
}

/** "i morgon, fredag 23 oktober". */
function dayText({ due, when, language }: ReminderTold): string {
  const day = `${weekdayName(due, language)} ${dayMonth(due, language)}`;
  const near = { sv: { today: 'i dag', tomorrow: 'i morgon' }, en: { today: 'today', tomorrow: 'tomorrow' } }[language];
  return when === 'today' || when === 'tomorrow' ? `${near[when]}, ${day}` : day;
}

/** One line for the planning chat, where everybody reads it: whose task, which, and by when. */
export function reminderLine(ownerName: string, told: ReminderTold): string {
  const day = dayText(told);
  if (told.language === 'en')
    return told.when === 'past'
      ? `${ownerName}: “${told.what}” was due ${day}. Is it done, or does it need a new day?`
      : `${ownerName}: “${told.what}” is to be done by ${day}.`;
  return told.when === 'past'
    ? `${ownerName}: ”${told.what}” skulle ha varit klar ${day}. Är den klar, eller behöver den en ny dag?`
    : `${ownerName}: ”${told.what}” ska vara klar senast ${day}.`;
}

export interface ReminderMail extends ReminderTold {
  readonly givenName: string;
  readonly projectTitle: string;
  readonly sender: string;
  readonly url: string;
}

/** To an owner whom the chat does not reach; the link is theirs alone and needs no account. */
export function reminderLetter(mail: ReminderMail): Letter {
  const { what, when, language, givenName, projectTitle, sender, url } = mail;
  const day = dayText(mail);
  const isLate = when === 'past';
  if (language === 'en')
    return letter(
      isLate ? `Late: ${what}` : `Reminder: ${what}`,
      [
        greeting(givenName, language),
        paragraph(
          isLate
            ? `You have a task in the learning project ${projectTitle}. It was due ${day}.`
            : `You have a task in the learning project ${projectTitle}. It is to be done by ${day}.`,
        ),
        paragraph(what),
        link('Say that it is done', url),
        paragraph(`If it needs more time, answer this mail. Regards ${sender}`),
      ],
      language,
    );
  return letter(
    isLate ? `Försenad: ${what}` : `Påminnelse: ${what}`,
    [
      greeting(givenName, language),
      paragraph(
        isLate
          ? `Du har en uppgift i lärprojektet ${projectTitle}. Den skulle ha varit klar ${day}.`
          : `Du har en uppgift i lärprojektet ${projectTitle}. Den ska vara klar senast ${day}.`,
      ),
      paragraph(what),
      link('Säg att den är klar', url),
      paragraph(`Behöver du mer tid? Svara på det här mejlet. Hälsningar ${sender}`),
    ],
    language,
  );
}
