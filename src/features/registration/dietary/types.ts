import type { Words } from '../../../domain/words.ts';

/** Kinds of food that a kitchen plans for. */
export type DietaryTag =
  | 'vegetarian'
  | 'vegan'
  | 'pescetarian'
  | 'glutenFree'
  | 'lactoseFree'
  | 'milkFree'
  | 'nutAllergy'
  | 'eggAllergy'
  | 'shellfishAllergy'
  | 'fishAllergy'
  | 'noPork'
  | 'halal'
  | 'kosher';

/** What the kitchen gets: counts, and the words without names, in no order that tells who wrote them. */
export interface KitchenCounts {
  readonly sessionId: string;
  /** People who eat: confirmed and not declined, with substitutes and colleagues. */
  readonly portions: number;
  /** How many of them have said something about food. */
  readonly withDietary: number;
  readonly counts: readonly { readonly tag: DietaryTag; readonly label: Words; readonly count: number }[];
  /** Words that tell of a severe allergy. */
  readonly severe: number;
  /** As written, so that somebody can check the counts. */
  readonly texts: readonly string[];
}

export const tagWords: Readonly<Record<DietaryTag, Words>> = {
  vegetarian: { sv: 'vegetariskt', en: 'vegetarian' },
  vegan: { sv: 'veganskt', en: 'vegan' },
  pescetarian: { sv: 'fisk men inte kött', en: 'fish but no meat' },
  glutenFree: { sv: 'glutenfritt', en: 'gluten free' },
  lactoseFree: { sv: 'laktosfritt', en: 'lactose free' },
  milkFree: { sv: 'utan mjölk', en: 'without milk' },
  nutAllergy: { sv: 'utan nötter', en: 'without nuts' },
  eggAllergy: { sv: 'utan ägg', en: 'without egg' },
  shellfishAllergy: { sv: 'utan skaldjur', en: 'without shellfish' },
  fishAllergy: { sv: 'utan fisk', en: 'without fish' },
  noPork: { sv: 'utan fläsk', en: 'without pork' },
  halal: { sv: 'halal', en: 'halal' },
  kosher: { sv: 'kosher', en: 'kosher' },
};
