import { localDate } from '../../../../domain/local-date.ts';
import { listDate, timeRange } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import { link, letter, paragraph } from '../../../notices/letters/letter.ts';
import type { Letter } from '../../../notices/types.ts';
import { replacesLine } from '../../letters/earlier.ts';
import type { HandTold } from '../types.ts';

export interface BookingText {
  readonly told: HandTold;
  readonly projectUrl: string;
  readonly lead: string;
  /** Who had invited to it before the tool; null when nobody had. */
  readonly replaces: string | null;
  readonly language: Language;
}

function whenAndWhere({ told, language }: BookingText): string {
  const day = listDate(localDate(told.start.slice(0, 10)), language);
  const time = timeRange(told.start.slice(11, 16), told.end.slice(11, 16), language);
  return `${day}, ${time}${told.place === '' ? '' : `, ${told.place}`}.`;
}

/** The words around a calendar file that a person sends. */
export function bookingLetter(text: BookingText, { isNew }: { readonly isNew: boolean }): Letter {
  const { language, told, projectUrl, lead, replaces } = text;
  const sv = language === 'sv';
  const first = isNew
    ? sv
      ? 'Här kommer bokningen till träffen.'
      : 'Here is the booking for the session.'
    : sv
      ? 'Träffen har ändrats. Så här är det nu:'
      : 'The session has changed. This is how it is now:';
  return letter(
    isNew ? told.subject : `${sv ? 'Ändrat' : 'Changed'}: ${told.subject}`,
    [
      paragraph(first),
      ...(isNew && replaces !== null ? [paragraph(replacesLine(replaces, language))] : []),
      paragraph(whenAndWhere(text)),
      paragraph(
        sv
          ? 'Öppna den bifogade kalenderfilen, så hamnar träffen i din kalender. Filen är bara din. Skicka den inte vidare.'
          : 'Open the attached calendar file, and the session is put in your calendar. The file is yours alone. Do not forward it.',
      ),
      link(sv ? 'Mer om lärprojektet' : 'More about the learning project', projectUrl),
      paragraph(lead),
    ],
    language,
  );
}

export type WhyCancelled = 'called off' | 'outlook takes over';

/** Takes a file back: the session or the seat is gone, or Outlook's own booking comes in its place. */
export function cancelledLetter(text: BookingText, why: WhyCancelled): Letter {
  const { language, told, lead } = text;
  const sv = language === 'sv';
  const reason =
    why === 'outlook takes over'
      ? sv
        ? 'Du får nu bokningen direkt från Outlook i stället. Öppna den bifogade filen, så försvinner den gamla ur din kalender och du har inte två. Träffen blir av som planerat.'
        : 'You now get the booking straight from Outlook instead. Open the attached file, and the old one disappears from your calendar, so that you do not have two. The session is held as planned.'
      : sv
        ? 'Bokningen gäller inte längre. Öppna den bifogade filen, så försvinner den ur din kalender.'
        : 'The booking is no longer valid. Open the attached file, and it disappears from your calendar.';
  const word = why === 'outlook takes over' ? (sv ? 'Ny bokning' : 'New booking') : sv ? 'Borttaget' : 'Removed';
  return letter(
    `${word}: ${told.subject}`,
    [paragraph(reason), paragraph(whenAndWhere(text)), paragraph(lead)],
    language,
  );
}
