import { withoutAccents } from './swedish-text.ts';

/** Kinds of food that a kitchen plans for. */
export const dietaryTags = [
  'vegetarian',
  'vegan',
  'pescetarian',
  'glutenFree',
  'lactoseFree',
  'milkFree',
  'nutAllergy',
  'eggAllergy',
  'shellfishAllergy',
  'fishAllergy',
  'soyAllergy',
  'sesameAllergy',
  'noPork',
  'halal',
  'kosher',
] as const;

export type DietaryTag = (typeof dietaryTags)[number];

/** What a text about food seems to say. A proposal: a person looks at it before it counts as checked. */
export interface DietReading {
  readonly tags: readonly DietaryTag[];
  /** Somebody can become seriously ill, so that the kitchen marks the food. */
  readonly severe: boolean;
}

type Food = DietaryTag | 'meat';

// All lists are in folded letters: å and ä as a, ö as o. "nöt" alone is left out: folded it is the English "not".
const foods: readonly (readonly [Food, RegExp])[] = [
  ['glutenFree', /^(gluten|vete|wheat)$/],
  ['lactoseFree', /^(laktos|lactose)$/],
  ['milkFree', /^(mjolk\w*|milk|dairy|mejeri\w*)$/],
  [
    'nutAllergy',
    /^(notter|nuts?|jordnot\w*|hasselnot\w*|valnot\w*|cashew\w*|pistage\w*|pistachio\w*|mandel|mandlar|peanuts?|almonds?)$/,
  ],
  ['eggAllergy', /^(agg|eggs?)$/],
  ['shellfishAllergy', /^(skaldjur|shellfish|rak(a|or)|kraft(a|or)|hummer|musslor|prawns?|shrimps?)$/],
  ['fishAllergy', /^(fisk|fish)$/],
  ['soyAllergy', /^(soja|soya?)$/],
  ['sesameAllergy', /^sesam(e|fron)?$/],
  ['noPork', /^(flask(kott)?|griskott|gris|pork|bacon|skinka|ham)$/],
  ['meat', /^(kott|meat)$/],
];

/** Words that say by themselves what somebody eats or cannot eat. */
const diets: readonly (readonly [DietaryTag, RegExp])[] = [
  ['vegan', /^(vegan\w*|vaxtbasera\w*|plant-based)$/],
  ['vegetarian', /^(veg|veggie|(lakto-?ovo-?)?vegetari\w*)$/],
  ['pescetarian', /^(pesc(e|o)tari\w*|pesketari\w*)$/],
  ['halal', /^halal\w*$/],
  ['kosher', /^kos(c)?her\w*$/],
  ['glutenFree', /^(gluten-?(fri|free|intoleran|allerg)\w*|celiaki\w*|celiac|coeliac)$/],
  ['lactoseFree', /^(laktos|lactose)-?(fri|free|intoleran)\w*$/],
  ['milkFree', /^((mjolk(protein)?|milk)(s?-?allerg|-?fri)\w*|(dairy|milk)-free)$/],
  ['nutAllergy', /^((jord|hassel|val)?nots?-?(allerg|fri)\w*|(pea)?nut-(free|allerg\w*))$/],
  ['eggAllergy', /^(agg|egg)-?(allerg|fri|free)\w*$/],
  ['shellfishAllergy', /^(skaldjurs?|shellfish)-?allerg\w*$/],
  ['fishAllergy', /^(fisk|fish)-?allerg\w*$/],
  ['soyAllergy', /^(soja|soya?)-?(allerg|fri|free)\w*$/],
  ['sesameAllergy', /^sesame?-?allerg\w*$/],
];

const negation = /^(inte|ej|inga|inget|ingen|icke|not|no|never|aldrig|dont|don't|doesnt|doesn't|cant|can't|cannot)$/;
const allergy = /^(allerg\w*|overkanslig\w*|intoleran\w*)$/;
const avoiding = /^(utan|utom|forutom|except|without|undvik\w*|avoid\w*|kanslig\w*|sensitive|reagerar|slipp\w*)$/;
const allowing = /^(ater|tal|kan|gillar|garna|eats?|tolerates?|can|likes?)$/;
const allowingAfter = /^(ok|okej|okay|bra|fine|fint|funkar|fungerar)$/;
const illness = /^(epipen|adrenalin\w*|anafyla\w*|anaphyla\w*|livshot\w*|life-threatening|celiaki\w*|celiac|coeliac)$/;
const anyAllergy = /allerg/;
const strong = /^(svart?|kraftigt?|starkt?|allvarligt?|grav|extremt?|severe(ly)?|serious(ly)?|very)$/;
const mild = /^(lindrigt?|milda?|latt|lite|svagt?|slightly|mild(ly)?|lind)$/;
/** Allergies that no kitchen can do anything about. */
const otherAllergies = /^(pollen|pals|katt|hund|damm|kvalster|parfym|bjork|gras|cats?|dogs?|dust)/;
const nothing =
  /^(nej|ingen|inga|inget|no|none)?\W*(specialkost|allerg\w*|kost|diet\w*)?\W*(nej|ingen|inga|inget|no|none)?$/;

type Stance = 'said' | 'avoid' | 'allow';

interface Mention {
  readonly food: Food;
  readonly stance: Stance;
}

/**
 * Reads a text in Swedish or English as a kitchen would: what is to be avoided, what is fine, and how serious it is.
 * "äter ej kött men fisk ok" is fish but no meat; "inte allergisk", "ägg går bra" and "inte vegan" are nothing at all.
 */
export function readDiet(text: string): DietReading {
  const mentions: Mention[] = [];
  const tags = new Set<DietaryTag>();
  let severe = false;
  for (const sentence of sentencesOf(text)) {
    if (nothing.test(sentence.trim())) continue;
    let stance: Stance = 'said';
    for (const part of sentence.split(/[,/+]/)) {
      const read = readPart(wordsOf(part), stance);
      stance = read.stance;
      mentions.push(...read.mentions);
      for (const tag of read.diets) tags.add(tag);
      severe ||= read.severe;
    }
  }
  addFoods(tags, mentions);
  return { tags: [...tags], severe };
}

function sentencesOf(text: string): readonly string[] {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/[.!?;()\n–—]|\s-\s|\b(?:men|but|annars|otherwise|however|dock)\b/);
}

function wordsOf(part: string): readonly string[] {
  return part.match(/[a-z0-9][a-z0-9'-]*/g) ?? [];
}

interface PartReading {
  readonly stance: Stance;
  readonly mentions: readonly Mention[];
  readonly diets: readonly DietaryTag[];
  readonly severe: boolean;
}

/** One part between commas. What is avoided goes on over commas: "allergisk mot nötter, ägg, skaldjur". */
function readPart(words: readonly string[], before: Stance): PartReading {
  const found: (Mention & { at: number; isOwn: boolean })[] = [];
  const dietTags: DietaryTag[] = [];
  let stance = before;
  let isOwn = false;
  let severe = false;
  const isMild = words.some((word) => mild.test(word));
  for (const [at, word] of words.entries()) {
    const isDenied = words.slice(Math.max(0, at - 2), at).some((one) => negation.test(one)) && !hasFood(words, at);
    const food = foods.find(([, pattern]) => pattern.test(word))?.[0];
    const named = diets.filter(([, pattern]) => pattern.test(word)).map(([tag]) => tag);
    if (food !== undefined) found.push({ food, stance, at, isOwn });
    else if (named.length > 0 || anyAllergy.test(word) || allergy.test(word)) {
      if (isDenied) [stance, isOwn] = ['allow', true];
      else if (!isOther(words, at)) {
        dietTags.push(...named);
        if (allergy.test(word)) [stance, isOwn] = ['avoid', true];
        severe ||= isSerious(words, word) && !isMild;
      }
    } else if (negation.test(word) || avoiding.test(word)) [stance, isOwn] = ['avoid', true];
    else if (allowing.test(word) && !negation.test(words[at - 1] ?? '')) [stance, isOwn] = ['allow', true];
    if (illness.test(word) && !isDenied) severe = true;
    if (/^(spar|traces?)$/.test(word) && stance !== 'allow' && !isFineAfter(words, at)) severe = true;
  }
  const mentions = found.map(({ food, stance: own, at, isOwn: isSaidHere }) => ({
    food,
    stance: !isSaidHere && isFineAfter(words, at) ? ('allow' as const) : own,
  }));
  return { stance, mentions, diets: dietTags, severe };
}

function hasFood(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 2), at).some((word) => foods.some(([, pattern]) => pattern.test(word)));
}

function isOther(words: readonly string[], at: number): boolean {
  return words.slice(at).some((word) => otherAllergies.test(word));
}

function isSerious(words: readonly string[], word: string): boolean {
  return anyAllergy.test(word) || (allergy.test(word) && words.some((one) => strong.test(one)));
}

/** "ägg går bra", but not "ägg går inte bra". */
function isFineAfter(words: readonly string[], at: number): boolean {
  return words.some(
    (word, index) =>
      index > at &&
      allowingAfter.test(word) &&
      !negation.test(words[index - 1] ?? '') &&
      !negation.test(words[index + 1] ?? ''),
  );
}

function addFoods(tags: Set<DietaryTag>, mentions: readonly Mention[]): void {
  const is = (food: Food, stance: Stance): boolean =>
    mentions.some((one) => one.food === food && one.stance === stance);
  const noMeat = is('meat', 'avoid');
  for (const { food, stance } of mentions) {
    if (food === 'meat' || stance === 'allow') continue;
    // Only "fisk" may as well be a wish for fish; and who eats neither meat nor fish is vegetarian.
    if (food === 'fishAllergy' && (stance === 'said' || noMeat)) continue;
    tags.add(food);
  }
  if (noMeat && !tags.has('vegan') && !tags.has('pescetarian')) tags.add('vegetarian');
  if (tags.has('vegetarian') && is('fishAllergy', 'allow')) tags.add('pescetarian');
  if (tags.has('pescetarian') || tags.has('vegan')) tags.delete('vegetarian');
}
