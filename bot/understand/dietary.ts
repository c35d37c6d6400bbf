import type { Spoken } from './tokens.ts';

/** Words that tell what somebody eats or cannot eat. Short on purpose: it guards a chat, it does not diagnose. */
const dietaryWords =
  /^(glutenfri\w*|gluten|glutenintoleran\w*|laktosfri\w*|laktos|laktosintoleran\w*|celiaki\w*|coeliac|celiac|vegan\w*|vegetari\w*|veggie|pescetari\w*|halal|kosher|allergi\w*|allergic\w*|allergy|notallergi\w*|intoleran\w*|intolerant|mjolkfri\w*|dairy-free|gluten-free|nut-free|notfri\w*|agg(?:allergi|fri)\w*|skaldjursallergi\w*|diabetes\w*|diabetik\w*|diabetic|flaskkott)$/;

const asks = /^(vem|vilka|vilken|hur|vad|nar|var|who|which|how|what|whats|when|where|whos|show|visa|finns|any|har)$/;

/** "Jag är allergisk mot nötter", "Anna äter glutenfritt": told, not asked. */
export function isDietaryStatement(said: Spoken): boolean {
  const isTold = said.words.some((word) => dietaryWords.test(word));
  return (
    isTold && !said.words.some((word) => asks.test(word)) && !/\b(ang|angaende|regarding|needs)\b/.test(said.folded)
  );
}
