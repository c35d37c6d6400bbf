import type { Spoken } from './tokens.ts';

/** What one says to a person and to a card alike, and which a bot must not act on by itself. */
export type SmallTalk = 'yes' | 'no' | 'later' | 'thanks' | 'cancel';

const please = '(?: tack| snalla| please)?';
const patterns: Readonly<Record<SmallTalk, RegExp>> = {
  yes: new RegExp(
    `^(?:(?:ja|japp|jo|jada|absolut|ok|okej|okay|visst|yes|yep|yeah|sure|precis|just det)(?: (?:gor det|gor sa|kor|skicka|boka|visa|do it|go ahead|send it|det blir bra|det ar bra))?|kor|kor pa|gor det|gor sa|boka|skicka|bekrafta|do it|go ahead|send it)${please}$`,
  ),
  no: /^(?:nej|nej tack|nej nej|vanta|vanta lite|nej vanta|nej vanta fel|nej fel vanta|hov|oj|oj fel|hov fel|fel|nej fel|no wait wrong|no|nope|no thanks|wait|no wait|hold on|wrong|dont|nej inte det|lat bli)$/,
  later:
    /^(?:inte nu|inte an|inte just nu|senare|sen|vi tar det sen|vi tar det senare|not now|not yet|later|maybe later)(?: tack| please)?$/,
  // What the button of every preview is called.
  cancel: new RegExp(`^(?:avbryt|cancel)(?: det| den| det har| utskicket| it| that)?${please}$`),
  thanks:
    /^(?:tack|tack sa mycket|tusen tack|tackar|toppen|bra|perfekt|fint|thanks|thank you|thx|great|perfect|cheers)$/,
};

/** The whole message and nothing else; a longer one asks for something. */
export function smallTalk({ folded }: Spoken): SmallTalk | undefined {
  return (['yes', 'no', 'later', 'thanks', 'cancel'] as const).find((kind) => patterns[kind].test(folded));
}
