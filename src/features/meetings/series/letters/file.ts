import { capitalised } from '../../../../domain/swedish-text.ts';
import type { Language } from '../../../../domain/words.ts';
import { letter, link, paragraph } from '../../../notices/letters/letter.ts';
import type { Letter } from '../../../notices/types.ts';
import type { SeriesTold } from '../types.ts';

export interface SeriesFileText {
  readonly told: Pick<SeriesTold, 'subject'>;
  /** "varannan tisdag kl. 9.00–10.00, från … till …". */
  readonly when: string;
  readonly place: string;
  readonly lead: string;
  readonly url: string;
  readonly language: Language;
}

/** The words around the calendar file of the whole series, which a person sends. */
export function seriesFileLetter(text: SeriesFileText, { isNew }: { readonly isNew: boolean }): Letter {
  const { told, when, place, lead, url, language } = text;
  const sv = language === 'sv';
  const first = isNew
    ? sv
      ? 'Här kommer bokningen till planeringsmötena.'
      : 'Here is the booking for the planning meetings.'
    : sv
      ? 'Planeringsmötena har ändrats. Så här är det nu:'
      : 'The planning meetings have changed. This is how it is now:';
  return letter(
    isNew ? told.subject : `${sv ? 'Ändrat' : 'Changed'}: ${told.subject}`,
    [
      paragraph(first),
      paragraph(`${capitalised(when)}. ${place}.`),
      paragraph(
        sv
          ? 'Öppna den bifogade kalenderfilen, så hamnar alla möten i din kalender. Filen är bara din.'
          : 'Open the attached calendar file, and all the meetings are put in your calendar. The file is yours alone.',
      ),
      link(sv ? 'Uppgifter och beslut' : 'Tasks and decisions', url),
      paragraph(lead),
    ],
    language,
  );
}

/** Takes the file back. */
export function seriesFileCancelled(
  { told, lead, language }: SeriesFileText,
  why: 'called off' | 'outlook takes over',
): Letter {
  const sv = language === 'sv';
  const isOutlook = why === 'outlook takes over';
  const reason = isOutlook
    ? sv
      ? 'Du får nu bokningen direkt från Outlook i stället. Öppna den bifogade filen, så försvinner de gamla ur din kalender. Mötena blir av som planerat.'
      : 'You now get the booking straight from Outlook. Open the attached file, and the old ones disappear from your calendar. The meetings are held as planned.'
    : sv
      ? 'Bokningen gäller inte längre. Öppna den bifogade filen, så försvinner mötena ur din kalender.'
      : 'The booking is no longer valid. Open the attached file, and the meetings disappear from your calendar.';
  const word = isOutlook ? (sv ? 'Ny bokning' : 'New booking') : sv ? 'Borttaget' : 'Removed';
  return letter(`${word}: ${told.subject}`, [paragraph(reason), paragraph(lead)], language);
}
