import type { PersonId, SessionId } from '../../../domain/ids.ts';
import type { ReasonWords } from '../../../domain/words.ts';

/** `asked`: nobody has said yet who it is. `gone`: they left the meeting before anybody did. */
export type StrangerState = 'asked' | 'guest' | 'removed' | 'stays' | 'gone';

/** Somebody on a meeting of ours whom we did not invite, such as one to whom an invitation was forwarded. */
export interface Stranger {
  readonly sessionId: SessionId;
  /** Folded. */
  readonly address: string;
  readonly name: string;
  readonly state: StrangerState;
}

export type StrangerDecision =
  { readonly as: 'substitute' | 'colleague'; readonly hostPersonId: PersonId } | { readonly as: 'remove' | 'stays' };

export type StrangerRefusal = 'dormant' | 'unknownStranger' | 'unknownHost';

export const strangerRefusals: ReasonWords<StrangerRefusal> = {
  dormant: {
    sv: 'Lärprojektet är vilande. Väck det först, så kan kalendern skrivas.',
    en: 'The learning project is dormant. Wake it first, then the calendar can be written.',
  },
  unknownStranger: {
    sv: 'Personen står inte längre i bokningen, eller har redan fått ett svar. Läs om sidan.',
    en: 'The person is no longer on the booking, or has been decided about. Reload the page.',
  },
  unknownHost: {
    sv: 'Välj en deltagare som är anmäld till träffen.',
    en: 'Choose a participant who is registered for the session.',
  },
};
