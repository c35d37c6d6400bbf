import type { Language } from '../../../domain/words.ts';

/** To the planning chat: how many, never who. */
export function declinedAllText(count: number, language: Language): string {
  if (language === 'sv')
    return count === 1
      ? '1 deltagare har tackat nej till alla träffar som är kvar, men är fortfarande anmäld och har sin plats. Ska hen vara kvar? Namnet står i fliken under Deltagare. Där kan ni avboka, eller säga att platsen ska vara kvar.'
      : `${count} deltagare har tackat nej till alla träffar som är kvar, men är fortfarande anmälda och har sina platser. Ska de vara kvar? Namnen står i fliken under Deltagare. Där kan ni avboka, eller säga att platserna ska vara kvar.`;
  return count === 1
    ? '1 participant has said no to every session that is left, but is still registered and holds a place. Should they stay? The name is in the tab under Participants. There you can cancel the registration, or say that the place is kept.'
    : `${count} participants have said no to every session that is left, but are still registered and hold places. Should they stay? The names are in the tab under Participants. There you can cancel the registrations, or say that the places are kept.`;
}
