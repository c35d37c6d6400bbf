import type { Language } from '../../../domain/words.ts';
import { letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter, LetterPart } from '../../notices/types.ts';

export interface VenueMail {
  readonly language: Language;
  readonly projectTitle: string;
  /** As `sessionNumber` has it. */
  readonly number: string;
  readonly venueName: string;
  /** "torsdag 5 november 2026 kl. 9.00–16.00". */
  readonly when: string;
  readonly heads: number;
  readonly equipment: readonly string[];
  readonly layout: string | null;
  /** "Rummet behövs från kl. 7.30", when somebody comes early. */
  readonly setupFrom: string | null;
  readonly lead: { readonly name: string; readonly email: string; readonly phone: string | null };
}

/** Asks a venue without a room calendar. The link answers with one press and needs no account. */
export function venueRequest(mail: VenueMail, answerUrl: string): Letter {
  const sv = mail.language === 'sv';
  return letter(
    sv ? `Kan vi boka ${mail.venueName} ${mail.when}?` : `May we book ${mail.venueName} on ${mail.when}?`,
    [
      paragraph(sv ? 'Hej!' : 'Hello,'),
      paragraph(
        sv
          ? `Dalalab vill boka ${mail.venueName} till träff ${mail.number} i lärprojektet ${mail.projectTitle}.`
          : `Dalalab would like to book ${mail.venueName} for session ${mail.number} of the learning project ${mail.projectTitle}.`,
      ),
      ...question(mail, answerUrl),
    ],
    mail.language,
  );
}

/** Asks a host about another time than before, and gives the old one back in the same mail: what has changed stands first. */
export function venueChange(mail: VenueMail & { readonly before: string }, answerUrl: string): Letter {
  const sv = mail.language === 'sv';
  return letter(
    sv
      ? `Ny tid: kan vi boka ${mail.venueName} ${mail.when}?`
      : `New time: may we book ${mail.venueName} on ${mail.when}?`,
    [
      paragraph(sv ? 'Hej!' : 'Hello,'),
      paragraph(
        sv
          ? `Träff ${mail.number} i lärprojektet ${mail.projectTitle} har flyttats. Vi behöver inte längre ${mail.venueName} ${mail.before}. Den tiden är fri för andra. Vi vill i stället komma en annan dag eller tid:`
          : `Session ${mail.number} of the learning project ${mail.projectTitle} has moved. We no longer need ${mail.venueName} on ${mail.before}. That time is free for others. We would like another day or time instead:`,
      ),
      ...question(mail, answerUrl),
    ],
    mail.language,
  );
}

/** Zero is a number that nobody knows yet. */
function heads({ heads: count, language }: VenueMail): string {
  if (count === 0) return language === 'sv' ? 'Antal: meddelas senare' : 'Number: will be told later';
  return language === 'sv' ? `Antal: ${count} personer` : `Number: ${count} people`;
}

/** What is asked for, and the link that answers. */
function question(mail: VenueMail, answerUrl: string): readonly LetterPart[] {
  const sv = mail.language === 'sv';
  const facts = [
    sv ? `När: ${mail.when}` : `When: ${mail.when}`,
    ...(mail.setupFrom === null
      ? []
      : [sv ? `Vi dukar upp från ${mail.setupFrom}` : `We set up from ${mail.setupFrom}`]),
    heads(mail),
    ...(mail.equipment.length === 0 ? [] : [(sv ? 'Teknik: ' : 'Equipment: ') + mail.equipment.join(', ')]),
    ...(mail.layout === null ? [] : [(sv ? 'Möblering: ' : 'Layout: ') + mail.layout]),
  ];
  return [
    list(facts),
    paragraph(
      sv
        ? 'Svara med ett tryck. Du behöver inte logga in. Länken är bara till dig.'
        : 'Answer with one press. You need not sign in. The link is for you alone.',
    ),
    link(sv ? 'Svara: Ja, bokat eller Nej, upptaget' : 'Answer: Yes, booked or No, taken', answerUrl),
    paragraph(signature(mail)),
  ];
}

/** Gives a room back that had been asked for or booked. */
export function venueRelease(mail: Pick<VenueMail, 'language' | 'venueName' | 'when' | 'lead'>): Letter {
  const sv = mail.language === 'sv';
  return letter(
    sv ? `Avbokning: ${mail.venueName} ${mail.when}` : `Cancelled: ${mail.venueName} on ${mail.when}`,
    [
      paragraph(sv ? 'Hej!' : 'Hello,'),
      paragraph(
        sv
          ? `Vi behöver inte längre ${mail.venueName} ${mail.when}. Tack för hjälpen.`
          : `We no longer need ${mail.venueName} on ${mail.when}. Thank you for your help.`,
      ),
      paragraph(signature(mail)),
    ],
    mail.language,
  );
}

function signature({ lead, language }: Pick<VenueMail, 'lead' | 'language'>): string {
  const role = language === 'sv' ? 'innehållsansvarig' : 'content lead';
  return [lead.name, role, lead.email, ...(lead.phone === null ? [] : [lead.phone])].join(', ');
}
