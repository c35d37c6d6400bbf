import type { Words } from '../../../domain/words.ts';

const known: Readonly<Record<string, Words>> = {
  roomUndecided: {
    sv: 'Lokalen är inte klar. Deltagarna får ingen kalenderbokning förrän den är det. Ring lokalen eller välj en annan.',
    en: 'The venue is not settled. Participants get no booking until it is. Call the venue or choose another.',
  },
  noOnlineMeeting: {
    sv: 'Teams gav ingen möteslänk, så ingen inbjudan har gått ut. Be IT slå på Teams-möten för brevlådan och försök igen.',
    en: 'Teams gave no meeting link, so no invitation has gone out. Ask IT to switch on Teams meetings for the mailbox and try again.',
  },
  speakersLinkRemoved: {
    sv: 'Länken för medverkande är borttagen i Outlook. Återställ den, eller ändra i programmet om ingen är med på länk.',
    en: 'The speakers’ link has been removed in Outlook. Restore it, or change the agenda if nobody takes part by link.',
  },
  speakerWithoutAddress: {
    sv: 'Någon som medverkar på länk saknar e-postadress och får därför ingen länk. Lägg till adressen.',
    en: 'Somebody who takes part by link has no e-mail address and so gets no link. Add the address.',
  },
  tooManyAttendees: {
    sv: 'Fler än 499 personer. Outlook tar högst 500 i en bokning, lokalen inräknad, så inga nya är inbjudna. Dela lärprojektet i två, eller avboka några och anmäl en e-postlista för dem.',
    en: 'More than 499 people. Outlook takes 500 at most in one booking, the room included, so nobody new is invited. Divide the project in two, or cancel some and register a mailing list for them.',
  },
};

/** What is wrong with a session's meeting, and what to do. */
export function problemWords(code: string): Words {
  return (
    known[code] ?? {
      sv: `Outlook tog inte emot bokningen (${code}). Försök igen, eller be IT om hjälp.`,
      en: `Outlook did not take the booking (${code}). Try again, or ask IT for help.`,
    }
  );
}
