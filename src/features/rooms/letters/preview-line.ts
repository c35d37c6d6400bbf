import type { Language } from '../../../domain/words.ts';
import type { HowBooked } from '../types.ts';

export interface PreviewLine {
  /** As `sessionNumber` has it. */
  readonly number: string;
  readonly venueName: string;
  readonly how: HowBooked;
  readonly when: string;
  readonly heads: number;
  readonly contact: string | null;
  /** The venue that is left for this one, and whether its host gets a mail of it. */
  readonly leaves: { readonly venueName: string; readonly isMailed: boolean } | null;
}

/** Zero is a number that nobody knows yet. */
function headsText(heads: number, language: Language): string {
  if (heads === 0) return language === 'sv' ? 'antalet meddelas senare' : 'the number will be told later';
  return language === 'sv' ? `${heads} personer` : `${heads} people`;
}

/** One line of what a confirm would do. */
export function previewLine(line: PreviewLine, language: Language): string {
  return line.how === 'nothing' ? whatComes(line, language) : `${whatComes(line, language)}${whatGoes(line, language)}`;
}

function whatGoes({ leaves }: PreviewLine, language: Language): string {
  if (leaves === null) return '';
  const { venueName, isMailed } = leaves;
  if (language === 'en')
    return isMailed ? ` ${venueName} is given up, and its host gets a mail.` : ` ${venueName} is given up.`;
  return isMailed ? ` ${venueName} avbokas, och värden får ett mejl om det.` : ` ${venueName} avbokas.`;
}

function whatComes({ number, venueName, how, when, heads, contact }: PreviewLine, language: Language): string {
  const sv = language === 'sv';
  const people = headsText(heads, language);
  const head = `${sv ? 'Träff' : 'Session'} ${number}, ${when}: ${venueName}`;
  switch (how) {
    case 'roomMailbox':
      return sv
        ? `${head}. Rummet får en bokning (${people}) och svarar själv. Planeringsgruppen får bokningen när rummet har sagt ja.`
        : `${head}. The room gets a booking (${people}) and answers by itself. The planning group gets the booking once the room has accepted.`;
    case 'mail':
      return sv
        ? `${head}. Värden får frågan i ett mejl till ${contact ?? ''}, ${people}. Planeringsgruppen får bokningen när värden har sagt ja.`
        : `${head}. The host is asked by mail to ${contact ?? ''}, ${people}. The planning group gets the booking once the host has said yes.`;
    case 'byHand':
      return sv
        ? `${head}. Det finns ingen att fråga. Boka lokalen själv, och bekräfta sedan här: träffen får lokalen och ingen värd får något mejl.`
        : `${head}. There is nobody to ask. Book the venue yourself, and then confirm here: the session gets the venue and no host gets a mail.`;
    case 'nothing':
      return sv ? `${head}. Redan bokad, inget händer.` : `${head}. Booked already, nothing happens.`;
  }
}
