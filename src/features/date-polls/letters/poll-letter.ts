import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';

export interface PollMail {
  readonly language: Language;
  readonly projectTitle: string;
  /** "tisdag 14 september 2026 kl. 9.00–16.00", one per day. */
  readonly days: readonly string[];
  /** "fredag 28 maj 2027". */
  readonly closesOn: string;
  readonly lead: { readonly name: string; readonly email: string };
}

/** Asks which days suit; the link is the recipient's own and needs no account. */
export function pollLetter(mail: PollMail, url: string): Letter {
  const sv = mail.language === 'sv';
  return letter(
    sv ? `Vilka dagar passar? ${mail.projectTitle}` : `Which days suit you? ${mail.projectTitle}`,
    [
      greeting(null, mail.language),
      paragraph(
        sv
          ? `Vi väljer dagar för träffarna i lärprojektet ${mail.projectTitle}. Vilka av dagarna passar er?`
          : `We are choosing days for the sessions of the learning project ${mail.projectTitle}. Which of the days suit you?`,
      ),
      list(mail.days),
      ...answering(mail, url),
    ],
    mail.language,
  );
}

export function pollReminder(mail: PollMail, url: string): Letter {
  const sv = mail.language === 'sv';
  return letter(
    sv ? `Påminnelse: vilka dagar passar? ${mail.projectTitle}` : `Reminder: which days suit you? ${mail.projectTitle}`,
    [
      greeting(null, mail.language),
      paragraph(
        sv
          ? `Vi har inte fått ert svar om dagar för lärprojektet ${mail.projectTitle} än.`
          : `We have not had your answer about days for the learning project ${mail.projectTitle} yet.`,
      ),
      ...answering(mail, url),
    ],
    mail.language,
  );
}

function answering({ language, closesOn, lead }: PollMail, url: string) {
  const sv = language === 'sv';
  return [
    paragraph(
      sv
        ? `Svara senast ${closesOn}. Du behöver inte logga in. Länken är bara till dig.`
        : `Answer by ${closesOn}. You need not sign in. The link is for you alone.`,
    ),
    link(sv ? 'Svara: Ja, Om det krisar eller Nej' : 'Answer: Yes, If need be or No', url),
    paragraph(sv ? `Hälsningar ${lead.name}, ${lead.email}` : `Regards ${lead.name}, ${lead.email}`),
  ];
}
