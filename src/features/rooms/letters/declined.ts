import { listText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { greeting, letter, link, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';

interface Named {
  readonly name: string;
  readonly capacity: number | null;
}

export interface DeclinedRoom {
  /** As `sessionNumber` has it. */
  readonly number: string;
  readonly venueName: string;
  /** "den 13 januari". */
  readonly when: string;
  readonly note: string | null;
  /** What may lie behind the no of a room that gives no reason; null when a person has answered. */
  readonly guess: 'tooEarly' | 'unsaid' | null;
  /** "22 september", where the session stands in people's calendars when it was to move; else null. */
  readonly stands: string | null;
  /** Name and capacity, those that would do. */
  readonly alternatives: readonly Named[];
  /** Those that only lack equipment. */
  readonly nearly: readonly Named[];
}

/** To the planning chat, or in a mail to those who lead: what happened, why, and what to do now. */
export function declinedText(
  { number, venueName, when, note, guess, stands, alternatives, nearly }: DeclinedRoom,
  language: Language,
  readIn: 'chat' | 'mail' = 'chat',
): string {
  const sv = language === 'sv';
  const what = sv
    ? `Träff ${number}: ${venueName} kan inte ta emot oss ${when}.`
    : `Session ${number}: ${venueName} cannot take us on ${when}.`;
  const why = note === null ? guessed(guess, sv) : ` ${sv ? 'Svaret' : 'The answer'}: ”${note}”.`;
  const still =
    stands === null
      ? ''
      : sv
        ? ` Ingen har fått någon ändring. I kalendern står träffen kvar den ${stands}.`
        : ` Nobody has been told of a change. In the calendar the session still stands on ${stands}.`;
  return what + why + still + nextText({ alternatives, nearly, choose: chooseText(readIn, sv) }, language);
}

/** The same to those who lead, in a project without a planning chat. */
export function roomDeclinedLetter(
  declined: DeclinedRoom,
  told: { readonly givenName: string; readonly projectTitle: string; readonly tabUrl: string },
  language: Language,
): Letter {
  const sv = language === 'sv';
  const { number, venueName } = declined;
  return letter(
    sv ? `Lokalen sa nej till träff ${number}: ${venueName}` : `The venue said no to session ${number}: ${venueName}`,
    [
      greeting(told.givenName, language),
      paragraph(sv ? `Det gäller ${told.projectTitle}.` : `This is about ${told.projectTitle}.`),
      paragraph(declinedText(declined, language, 'mail')),
      link(sv ? 'Öppna lokalerna' : 'Open the venues', told.tabUrl),
    ],
    language,
  );
}

function guessed(guess: DeclinedRoom['guess'], sv: boolean): string {
  if (guess === null) return '';
  if (guess === 'tooEarly')
    return sv
      ? ' Rummet säger inte varför, men träffen är om mer än 180 dagar, och så tidigt går rum sällan att boka.'
      : ' The room does not say why, but the session is more than 180 days away, and rooms can seldom be booked so early.';
  return sv
    ? ' Rummet säger inte varför. Det kan vara upptaget, reserverat eller ha en längsta tid. Fråga den som sköter det.'
    : ' The room does not say why. It may be taken, reserved or have a longest time. Ask whoever looks after it.';
}

function chooseText(readIn: 'chat' | 'mail', sv: boolean): string {
  if (readIn === 'chat') return sv ? 'Skriv ”boka lokaler” för att välja' : 'Write “book rooms” to choose';
  return sv ? 'Välj i fliken under Planering, Lokaler' : 'Choose in the tab under Planning, Venues';
}

function nextText(
  { alternatives, nearly, choose }: Pick<DeclinedRoom, 'alternatives' | 'nearly'> & { readonly choose: string },
  language: Language,
): string {
  const sv = language === 'sv';
  if (alternatives.length > 0)
    return sv
      ? ` De här passar: ${names(alternatives, 'sv')}. ${choose}.`
      : ` These would do: ${names(alternatives, 'en')}. ${choose}.`;
  if (nearly.length > 0)
    return sv
      ? ` Ingen annan lokal har allt som behövs. Stora nog, men utan all utrustning: ${names(nearly, 'sv')}. ${choose}, eller flytta träffen.`
      : ` No other venue has all that is needed. Large enough, but without all equipment: ${names(nearly, 'en')}. ${choose}, or move the session.`;
  return sv
    ? ' Ingen annan lokal passar. Flytta träffen eller lägg till en lokal i fliken.'
    : ' No other venue fits. Move the session or add a venue in the tab.';
}

function names(venues: readonly Named[], language: Language): string {
  return listText(
    venues.map(({ name, capacity }) => (capacity === null ? name : `${name} (${capacity})`)),
    language,
  );
}
