import { en } from './words/en.js';
import { sv } from './words/sv.js';

const asked = new URLSearchParams(location.search).get('lang');
if (asked === 'sv' || asked === 'en') localStorage.setItem('lang', asked);

/** `sv` unless English was asked for with `?lang=en`, now or before. */
export const language = localStorage.getItem('lang') === 'en' ? 'en' : 'sv';
export const words = language === 'en' ? en : sv;

/** The half of "Svenska. / English." that is ours; other texts as they are. */
export function inMyLanguage(message) {
  const halves = String(message).split(' / ');
  return halves.length === 2 ? halves[language === 'en' ? 1 : 0] : String(message);
}
