import type { Language } from '../../src/domain/words.ts';
import type { Spoken } from './tokens.ts';

const english =
  /^(the|how|are|we|doing|when|whens|next|what|whats|which|who|whos|have|has|havent|hasnt|signed|up|send|show|for|book|rooms?|venues?|close|share|move|please|help|hello|hi|undo|stop|remove|session|sessions|remind|everyone|make|draft|is|to|of|my|registration|wish|add|meeting|report|can|do|on|instead|wait|wrong|allergic|the|yes|yep|sure|no|please|thanks|thank|you|great|perfect|okay|task|tasks|theme|themes|decide|proposals|choose|decision|decisions|decided|done|by|open|registered|speakers?|find|suggest|dates|days|off|reminders?|prepare|correction|planning|meetings?|every|other|until|turn|weekly|municipalities|silent|not|answered|answer|everybody|cancel|cannot|cant|come|change|about|guidelines?|invitation|does|texts?|newsletter|seating|monday|tuesday|wednesday|thursday|friday|tomorrow|january|february|march|june|july|october)$/;
const swedish =
  /^(hur|ligger|vi|till|laget|nar|nasta|traff|traffen|vad|vilka|vem|har|inte|anmalda|skicka|visa|boka|lokaler|stang|anmalan|dela|flytta|hjalp|hej|angra|stoppa|ta|bort|paminn|alla|gor|ett|en|ar|for|av|min|onskemal|lagg|kan|den|pa|istallet|ist|nej|vanta|fel|och|i|fran|utvarderingen|dokumentation|de|e|som|att|det|kommuner|ja|japp|jo|okej|tack|toppen|bra|kor|hov|oj|uppgift|uppgifter|beslut|klart|klar|senast|jag|mig|mej|mina|ska|om|vill|inbjudan|riktlinjerna|planeringsmoten?|medverkande)$/;

/** The language a message is written in, when its small words tell ("status" is either); else undefined, and the client's language counts. */
export function languageSpoken(said: Spoken): Language | undefined {
  const count = (pattern: RegExp): number => said.words.filter((word) => pattern.test(word)).length;
  const difference = count(english) - count(swedish);
  if (difference === 0) return undefined;
  return difference > 0 ? 'en' : 'sv';
}
