import type { Language } from '../../../domain/words.ts';

/** To the planning chat: a room's calendar has said nothing for a whole day, which it otherwise does within minutes. */
export function silentText(
  { number, venueName }: { readonly number: string; readonly venueName: string },
  language: Language,
): string {
  return language === 'sv'
    ? `Träff ${number}: ${venueName} har inte svarat på bokningen på ett dygn. Deltagarna får ingen bokning förrän lokalen är klar. Ring lokalen, eller skriv ”boka lokaler” och välj en annan.`
    : `Session ${number}: ${venueName} has not answered the booking for a day. The participants get no booking until the venue is settled. Call the venue, or write “book rooms” and choose another.`;
}
