import type { RequestHandler } from 'express';
import { problem } from './route.ts';
import { languageOf } from '../../domain/words.ts';

const unreadable = {
  sv: 'Texten innehåller ett tecken som inte går att läsa. Ta bort det och försök igen.',
  en: 'The text has a character that cannot be read. Remove it and try again.',
};

/** PostgreSQL stores neither the character zero nor half a pair of UTF-16: such input is refused before it gets there. */
export const refuseUnreadable: RequestHandler = (request, response, next) => {
  // A project file tells where in it the character stands.
  if (request.path === '/projects/import' || isStorable(request.body)) return next();
  problem(response, 400, { reason: 'unreadable', message: unreadable[languageOf(request.get('accept-language'))] });
};

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, entry]) => isStorable(key) && isStorable(entry));
}
