import { namesDiet } from '../../src/domain/dietary-telling.ts';
import type { Spoken } from './tokens.ts';

const asks = /^(vem|vilka|vilken|hur|vad|nar|var|who|which|how|what|whats|when|where|whos|show|visa|finns|any|har)$/;

/** "Jag är allergisk mot nötter", "Anna äter glutenfritt": told, not asked. */
export function isDietaryStatement(said: Spoken): boolean {
  const isTold = namesDiet(said.folded);
  return (
    isTold && !said.words.some((word) => asks.test(word)) && !/\b(ang|angaende|regarding|needs)\b/.test(said.folded)
  );
}
