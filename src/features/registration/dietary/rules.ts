import { withoutAccents } from '../../../domain/swedish-text.ts';
import type { DietaryTag } from './types.ts';

/** Words as people write them, in folded letters. Order matters only for reading. */
const patterns: readonly (readonly [DietaryTag, RegExp])[] = [
  ['vegan', /\bvegan/],
  ['pescetarian', /\bpesce?tar|(inte|ej|inget|utan) kott[^.]*fisk/],
  ['glutenFree', /\bgluten|\bceliaki|\bcoeliac/],
  ['lactoseFree', /\blaktos|\blactose/],
  ['milkFree', /\bmjolk(fri|allergi|protein)|\b(utan|inte|mot) mjolk|\bdairy/],
  ['nutAllergy', /\bnot(ter|allergi|fri|ter?)\b|\bmot notter|\bnuts?\b|\bjordnot|\bcashew|\bpistage|\bpeanut/],
  ['eggAllergy', /\bagg(allergi|fri)?\b|\beggs?\b/],
  ['shellfishAllergy', /\bskaldjur|\bshellfish|\brakor/],
  ['fishAllergy', /\bfiskallergi|\bmot fisk|\b(inte|ej|ingen|utan) fisk/],
  ['noPork', /\bflask|\bpork/],
  ['halal', /\bhalal/],
  ['kosher', /\bkosher/],
];

/** What the kitchen can count in a free text. A guess that a person checks: the texts stand beside the counts. */
export function tagsOf(text: string): readonly DietaryTag[] {
  const plain = withoutAccents(text).toLowerCase();
  const found = patterns.filter(([, pattern]) => pattern.test(plain)).map(([tag]) => tag);
  const isVegetarian = /\bveg(\.|etar|\b)|\b(inte|ej|inget|utan) kott\b/.test(plain) && !found.includes('pescetarian');
  return isVegetarian ? [...found, 'vegetarian'] : found;
}

/** Words that mean that somebody can become seriously ill, so that the kitchen marks the food. */
export function isSevere(text: string): boolean {
  return /allerg|epipen|anafyla|anaphyla|livshotande/.test(withoutAccents(text).toLowerCase());
}
