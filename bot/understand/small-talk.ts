import type { Spoken } from './tokens.ts';

/** What one says to a person and to a card alike, and which a bot must not act on by itself. */
export type SmallTalk = 'yes' | 'no' | 'thanks';

const patterns: Readonly<Record<SmallTalk, RegExp>> = {
  yes: /^(ja|japp|jo|jada|absolut|ok|okej|okay|kor|visst|gor det|ja gor det|ja tack|boka|skicka|bekrafta|yes|yep|sure|do it|go ahead|yes please)$/,
  no: /^(nej|nej tack|vanta|nej vanta|hov|oj|fel|no|no thanks|wait|hold on|wrong|dont)$/,
  thanks: /^(tack|tack sa mycket|tackar|toppen|bra|perfekt|thanks|thank you|great|perfect)$/,
};

/** The whole message and nothing else; a longer one asks for something. */
export function smallTalk({ folded }: Spoken): SmallTalk | undefined {
  if (patterns.yes.test(folded)) return 'yes';
  if (patterns.no.test(folded)) return 'no';
  return patterns.thanks.test(folded) ? 'thanks' : undefined;
}
