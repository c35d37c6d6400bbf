import { listText } from '../../../domain/swedish-text.ts';
import type { Language } from '../../../domain/words.ts';
import { letter, link, list, paragraph } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';

export interface UndecidedRoom {
  readonly number: number;
  readonly venueName: string;
  readonly hasDeclined: boolean;
}

/** To the planning chat when the registration has closed without these rooms: what it means, and what to do now. */
export function undecidedText(rooms: readonly UndecidedRoom[], language: Language): string {
  const lines = rooms.map((room) => roomLine(room, language)).join(' ');
  const sessions = listText(
    rooms.map(({ number }) => String(number)),
    language,
  );
  return language === 'sv'
    ? `Anmälan är stängd, men deltagarna har inte fått någon bokning till träff ${sessions}. ${lines} ${nextStep('sv')}`
    : `The registration has closed, but the participants have no booking of session ${sessions}. ${lines} ${nextStep('en')}`;
}

/** The same to those who lead. */
export function undecidedLetter(
  rooms: readonly UndecidedRoom[],
  told: { readonly givenName: string; readonly projectTitle: string; readonly tabUrl: string },
  language: Language,
): Letter {
  const sv = language === 'sv';
  return letter(
    sv ? `Lokal saknas: deltagarna väntar på sin bokning` : `No venue yet: the participants wait for their booking`,
    [
      paragraph(sv ? `Hej ${told.givenName}!` : `Hello ${told.givenName},`),
      paragraph(
        sv
          ? `Anmälan till ${told.projectTitle} är stängd. Till de här träffarna har deltagarna inte fått någon kalenderbokning, för lokalen är inte klar:`
          : `The registration for ${told.projectTitle} has closed. The participants have no calendar booking of these sessions, because the venue is not settled:`,
      ),
      list(rooms.map((room) => roomLine(room, language))),
      paragraph(nextStep(language)),
      link(sv ? 'Öppna planeringen' : 'Open the planning', told.tabUrl),
    ],
    language,
  );
}

function roomLine({ number, venueName, hasDeclined }: UndecidedRoom, language: Language): string {
  if (language === 'sv')
    return hasDeclined
      ? `Träff ${number}: ${venueName} har sagt nej.`
      : `Träff ${number}: ${venueName} har inte svarat.`;
  return hasDeclined
    ? `Session ${number}: ${venueName} has said no.`
    : `Session ${number}: ${venueName} has not answered.`;
}

function nextStep(language: Language): string {
  return language === 'sv'
    ? 'Ring lokalen i dag, eller skriv ”boka lokaler” och välj en annan. När lokalen är klar går bokningarna ut av sig själva.'
    : 'Call the venue today, or write “book rooms” and choose another. When the venue is settled, the bookings go out by themselves.';
}
