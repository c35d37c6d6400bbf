import { localDate } from '../../../domain/local-date.ts';
import { sessionNumber } from '../../../domain/session-day.ts';
import { listDate, timeRange } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { link, list, paragraph } from '../../notices/letters/letter.ts';
import type { LetterPart } from '../../notices/types.ts';
import type { ProjectTelling, SessionTelling } from '../facts/types.ts';

/** "Träff 1: tisdag 22 september 2026, kl. 8.30–16.00, Falun". */
export function sessionLine(session: SessionTelling, language: Language): string {
  const name = `${language === 'sv' ? 'Träff' : 'Session'} ${sessionNumber(session, language)}`;
  const when = whenText(session, language);
  return [`${name}: ${when}`, session.place?.city].filter((part) => part !== undefined && part !== '').join(', ');
}

export function whenText({ date, startTime, endTime }: SessionTelling, language: Language): string {
  if (date === null) return language === 'sv' ? 'datum kommer' : 'date to come';
  const day = listDate(localDate(date), language);
  return startTime === null || endTime === null ? day : `${day}, ${timeRange(startTime, endTime, language)}`;
}

export function sessionList({ sessions }: ProjectTelling, language: Language): LetterPart {
  return list(sessions.map((session) => sessionLine(session, language)));
}

export function ownPageParts(url: string, language: Language): readonly LetterPart[] {
  return language === 'sv'
    ? [
        link('Se, ändra eller avboka på din personliga sida', url),
        paragraph('Länken är bara din. Skicka den inte vidare.'),
      ]
    : [
        link('See, change or cancel on your personal page', url),
        paragraph('The link is yours alone. Do not pass it on.'),
      ];
}

export function signature({ lead }: ProjectTelling, language: Language): LetterPart {
  const who = [lead?.name, lead?.phone].filter((part) => part !== undefined && part !== null).join(', ');
  return paragraph(language === 'sv' ? `Vänliga hälsningar, ${who || 'Dalalab'}` : `Kind regards, ${who || 'Dalalab'}`);
}
