import type { Request, Response } from 'express';
import { languageOf, type Language } from '../../../domain/words.ts';

/** `?lang=` first, then Accept-Language, else Swedish. */
export function pageLanguage(request: Request): Language {
  const asked = request.query['lang'];
  return asked === 'sv' || asked === 'en' ? asked : languageOf(request.get('accept-language'));
}

/** Sends a document of `publicPage`. Never kept by caches: many of these pages are one person's. */
export function sendPage(response: Response, document: string, status = 200): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(document);
}
