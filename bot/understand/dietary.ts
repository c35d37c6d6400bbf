import { namesDiet, tellsDiet } from '../../src/domain/dietary-telling.ts';
import type { Spoken } from './tokens.ts';

const asks = /^(vem|vilka|vilken|hur|vad|nar|var|who|which|how|what|whats|when|where|whos|show|visa|finns|any|har)$/;

/** "Jag är allergisk mot nötter", "Anna äter glutenfritt": told, not asked. */
export function isDietaryStatement(said: Spoken): boolean {
  const isTold = namesDiet(said.folded);
  return (
    isTold &&
    !said.words.some((word) => asks.test(word)) &&
    !/\b(ang|angaende|regarding|(dietary|special|food) needs)\b/.test(said.folded)
  );
}

/** The same in a message as it was written, where names have their capitals. What it is told to is left out: "uppgift till Tobias: …". */
export function tellsOfSomebody(text: string): boolean {
  return tellsDiet(text.replace(/^[^:\n]{1,80}:\s*/, ''));
}
