import { localDate } from '../../../domain/local-date.ts';
import { listDate } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import type { EarlierCancelling } from '../earlier/types.ts';

/** In the new booking, so that nobody wonders why there are two. */
export function replacesLine(by: string, language: Language): string {
  return language === 'sv'
    ? `Ersätter den tidigare kallelsen från ${by}. Den kan du ta bort.`
    : `Replaces the earlier invitation from ${by}. You can remove that one.`;
}

/** Swedish, as those write who sent the earlier one: the tool cannot cancel what is in somebody's own calendar. */
export function cancelEarlier(session: {
  readonly number: string;
  /** Local day. */
  readonly date: string | null;
  readonly projectTitle: string;
}): EarlierCancelling {
  const day = session.date === null ? '' : `, ${listDate(localDate(session.date), 'sv')}`;
  return {
    steps: [
      'Öppna din egen kalender i Outlook.',
      `Öppna ditt möte för träff ${session.number}${day}.`,
      'Välj Avboka möte. Ta inte bara bort det: då ligger det kvar hos de andra.',
      'Klistra in texten här nedanför och skicka avbokningen.',
    ],
    text: [
      'Hej!',
      `Det här är min gamla kallelse till träff ${session.number} i lärprojektet ${session.projectTitle}${day}. Den gäller inte längre.`,
      'Träffen blir av. Du får eller har fått en ny bokning från Dalalab. Svara på den i stället.',
    ].join('\n\n'),
  };
}
