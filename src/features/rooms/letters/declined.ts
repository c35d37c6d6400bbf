import { listText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';

export interface DeclinedRoom {
  /** As `sessionNumber` has it. */
  readonly number: string;
  readonly venueName: string;
  /** "den 13 januari". */
  readonly when: string;
  readonly note: string | null;
  /** "22 september", where the session stands in people's calendars when it was to move; else null. */
  readonly stands: string | null;
  /** Name and capacity, those that would do. */
  readonly alternatives: readonly { readonly name: string; readonly capacity: number | null }[];
}

/** To the planning chat: what happened, why, and what to do now. */
export function declinedText(
  { number, venueName, when, note, stands, alternatives }: DeclinedRoom,
  language: Language,
): string {
  const sv = language === 'sv';
  const names = alternatives.map(({ name, capacity }) => (capacity === null ? name : `${name} (${capacity})`));
  const what = sv
    ? `Träff ${number}: ${venueName} kan inte ta emot oss ${when}.`
    : `Session ${number}: ${venueName} cannot take us on ${when}.`;
  const why = note === null ? '' : ` ${sv ? 'Svaret' : 'The answer'}: ”${note}”.`;
  const next =
    names.length === 0
      ? sv
        ? ' Ingen annan lokal passar. Flytta träffen eller lägg till en lokal i fliken.'
        : ' No other venue fits. Move the session or add a venue in the tab.'
      : sv
        ? ` De här passar: ${listText(names, 'sv')}. Skriv ”boka lokaler” för att välja.`
        : ` These would do: ${listText(names, 'en')}. Write “book rooms” to choose.`;
  const still =
    stands === null
      ? ''
      : sv
        ? ` Ingen har fått någon ändring. I kalendern står träffen kvar den ${stands}.`
        : ` Nobody has been told of a change. In the calendar the session still stands on ${stands}.`;
  return what + why + still + next;
}
