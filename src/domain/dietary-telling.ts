import { readDiet } from './dietary.ts';
import { withoutAccents } from './swedish-text.ts';
import type { Words } from './words.ts';

/** Said wherever somebody writes what a person eats in a place that is not the vault. */
export const dietNotKept: Words = {
  sv: 'Skriv inte specialkost här. Jag har inte sparat det. Var och en skriver sin på sin personliga sida, där bara köket får antal utan namn.',
  en: 'Do not write dietary needs here. I have not saved it. Everyone writes their own on their personal page, and the kitchen gets numbers without names.',
};

const dietWords =
  /\b(gluten\w*|laktos\w*|lactose\w*|celiaki\w*|coeliac|celiac|vegan\w*|vegetarian\w*|vegetarisk?\w*|pesc[eo]tari\w*|halal\w*|kosher\w*|koscher\w*|\w*allerg\w*|\w*intoleran\w*|(mjolk|not|agg|skaldjurs?|fisk|soja|sesam|flask|kott)fri\w*|(dairy|nut|milk|egg)-free|diabete?s\w*|diabeti\w*|flaskkott|epipen)\b/;

/** What is bought for anybody's coffee, and tells something only when it is for somebody. */
const forSomebody = /\b(havre|soja|mandel|kokos|ris)(mjolk|dryck)\w*|\b(oat|soy|almond|rice|coconut) milk\b/;

const asks = /\?|\b(vem|vilka|vilken|hur|nar|who|which|how|when|where|whos|show|visa)\b/;

/** Whether a text has a word that tells what somebody eats or cannot eat, whoever it is and however it is meant. */
export function namesDiet(text: string): boolean {
  return dietWords.test(withoutAccents(text).toLowerCase());
}

/** Speaks of a meal or of the subject as such, as programmes and projects about school food do. */
const speaksOfMeals =
  /\b(lunch\w*|fika\w*|middag\w*|buffe\w*|meny\w*|maltid\w*|skolmat\w*|matlag\w*|recept\w*|server\w*|bjud\w*|alternativ\w*|meals?|menus?|options?|served?|dinner|recipes?|forskning\w*|research)\b/;

/** Somebody: a pronoun, or a name that does or gets something. */
const ofSomebody =
  /\b(jag|mig|min|mitt|hon|han|hen|henne|honom|hennes|hans|hens|i'm|i (?:am|eat|have|can|need)|my|me|she|he|her|his)\b/;
const ofNamed =
  /(?<!\p{L})(?:till|åt|för|for|to|med)\s+\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s+(?:äter|tål|behöver|har|kan|får|undviker|eats|needs|has|is|är|can|cannot|can't|avoids)(?!\p{L})/u;

/**
 * Whether a text tells what somebody eats: "Anna äter glutenfritt", "jag är allergisk mot nötter". Best effort, and the
 * same words as the kitchen's tags. A question tells nothing, nor does a vegetarian lunch in a programme.
 */
export function tellsDiet(text: string): boolean {
  return text.split(/(?<=[.!?\n])\s+|\n/).some(sentenceTells);
}

function sentenceTells(sentence: string): boolean {
  const plain = withoutAccents(sentence).toLowerCase().replace(/’/g, "'");
  if (asks.test(plain)) return false;
  const isOfSomebody = ofSomebody.test(plain) || ofNamed.test(sentence);
  if (dietWords.test(plain)) {
    // "Inga allergier" and "inte vegetarian" still tell of somebody; a pollen season does not concern the kitchen.
    if (/\bpollen|\bpals/.test(plain)) return false;
    return isOfSomebody || !speaksOfMeals.test(plain);
  }
  if (isOfSomebody && forSomebody.test(plain)) return true;
  return isOfSomebody && /\b(at[ae]r?|tal|eats?|food|mat)\b/.test(plain) && readDiet(sentence).tags.length > 0;
}

/** Names and addresses are no prose: a person may be called anything. */
const notProse: readonly string[] = ['givenName', 'familyName', 'displayName', 'email', 'phone'];

/** Whether any text in what somebody sends in tells what a person eats. */
export function anyTellsDiet(sent: unknown): boolean {
  if (typeof sent === 'string') return tellsDiet(sent);
  if (Array.isArray(sent)) return sent.some(anyTellsDiet);
  if (typeof sent !== 'object' || sent === null) return false;
  return Object.entries(sent).some(([name, value]) => !notProse.includes(name) && anyTellsDiet(value));
}
