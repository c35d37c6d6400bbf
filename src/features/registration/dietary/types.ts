import type { DietaryTag, DietReading } from '../../../domain/dietary.ts';
import type { ReasonWords, Words } from '../../../domain/words.ts';

/** What the content lead has said a text means. Kept in the vault beside the text, until the person changes it. */
export interface DietReview extends DietReading {
  /** How the kitchen is told what no tag covers; null: the kitchen is not told in words. */
  readonly wording: string | null;
}

/** One person's needs without the person: as reviewed, or as the words seem to say until then. */
export interface DietNeed extends DietReview {
  readonly isReviewed: boolean;
}

/** Texts that say the same, however many wrote them. For the content lead alone; nothing tells who they are. */
export interface DietTopic extends DietNeed {
  readonly text: string;
  readonly people: number;
}

/** What there is to go through. In Swedish order, which tells nothing of who wrote what. */
export interface DietTopics {
  readonly waiting: readonly DietTopic[];
  readonly reviewed: readonly DietTopic[];
  /** What a text can be said to mean. */
  readonly choices: readonly { readonly tag: DietaryTag; readonly label: Words }[];
}

export type ReviewRefusal = 'textChanged';

export const reviewWords: ReasonWords<ReviewRefusal> = {
  textChanged: {
    sv: 'Texten har ändrats av den som skrev den. Inget är sparat. Öppna listan igen.',
    en: 'The person who wrote the text has changed it. Nothing is saved. Open the list again.',
  },
};

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
  soyAllergy: { sv: 'utan soja', en: 'without soy' },
  sesameAllergy: { sv: 'utan sesam', en: 'without sesame' },
  noPork: { sv: 'utan fläsk', en: 'without pork' },
  halal: { sv: 'halal', en: 'halal' },
  kosher: { sv: 'kosher', en: 'kosher' },
};
