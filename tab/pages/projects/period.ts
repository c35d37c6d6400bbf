import type { Language } from '../../../src/domain/words.ts';
import { dayMonth, dayYear } from '../../format.ts';

/** "22 september 2026 till 25 maj 2027", "22 september till 5 november 2026"; a single day as `dayYear`. */
export function periodText(first: string, last: string, language: Language): string {
  if (first === last) return dayYear(first, language);
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const to = language === 'sv' ? 'till' : 'to';
  return `${isOneYear ? dayMonth(first, language) : dayYear(first, language)} ${to} ${dayYear(last, language)}`;
}
