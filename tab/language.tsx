import { createContext, useContext } from 'react';
import type { Language, Words } from '../src/domain/words.ts';

/** Anything with named texts and numbers. A name that it lacks is left standing in the text, so that a mistake is seen. */
export type Details = object;

/** Says something in the person's language, with `{name}` filled in. */
export type Say = (words: Words, details?: Details) => string;

export const LanguageContext = createContext<Language>('sv');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useSay(): Say {
  return sayIn(useLanguage());
}

export function sayIn(language: Language): Say {
  return (words, details = {}) =>
    words[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value: unknown = Reflect.get(details, name);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
    });
}
