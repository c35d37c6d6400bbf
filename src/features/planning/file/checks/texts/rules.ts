import { pathText, problemAt } from '../../problems/rules.ts';
import type { FileProblem } from '../../types.ts';

/** PostgreSQL stores neither the character zero nor half a pair of UTF-16, wherever in the file they stand. */
export function unreadableTexts(value: unknown, path: readonly PropertyKey[] = []): readonly FileProblem[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [problemAt(pathText(path), value, unreadable)];
  if (Array.isArray(value)) return value.flatMap((entry, index) => unreadableTexts(entry, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    isStorable(key) ? unreadableTexts(entry, [...path, key]) : [problemAt(pathText(path), key, unreadable)],
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

const unreadable = {
  sv: 'Texten innehåller ett tecken som inte går att läsa. Ta bort det eller skriv om texten.',
  en: 'The text has a character that cannot be read. Remove it or write the text anew.',
};
