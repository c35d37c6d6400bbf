import type { Language } from '../../../../src/domain/words.ts';

/** "12 345,50 kr" of whole öre; whole kronor have no öre. */
export function kronor(ore: number, language: Language): string {
  const digits = ore % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'currency',
    currency: 'SEK',
    currencyDisplay: language === 'sv' ? 'symbol' : 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ore / 100);
}

/** As one writes it in a field: "12345,50". */
export function typed(ore: number | null): string {
  return ore === null ? '' : (ore / 100).toFixed(ore % 100 === 0 ? 0 : 2).replace('.', ',');
}

/** Whole öre of "12 345,50 kr"; null for nothing, undefined for what is no sum. */
export function readKronor(said: string): number | null | undefined {
  const text = said.replace(/\s|kr|sek|:-/gi, '').replace(',', '.');
  if (text === '') return null;
  return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined;
}

/** "33,33 %". */
export function shareText(percent: number, language: Language): string {
  return new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(percent / 100);
}
