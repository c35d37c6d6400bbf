import type { Request } from 'express';
import { languageOf, type Language } from '../../domain/words.ts';

/** `?lang=` first, then Accept-Language, else Swedish. */
export function pageLanguage(request: Request): Language {
  const asked = request.query['lang'];
  return asked === 'sv' || asked === 'en' ? asked : languageOf(request.get('accept-language'));
}
