import type { Language } from './words.ts';

/** RG-07: which day it is of a session that lasts several. */
export interface SessionDay {
  readonly number: number;
  readonly of: number;
}

/** "3", or "3, dag 1 av 2": what follows "träff" wherever a session is named. */
export function sessionNumber(
  { number, day }: { readonly number: number; readonly day: SessionDay | null },
  language: Language,
): string {
  if (day === null) return String(number);
  return language === 'sv' ? `${number}, dag ${day.number} av ${day.of}` : `${number}, day ${day.number} of ${day.of}`;
}
