import type { Response } from 'express';

/** Sends a document of `publicPage`. Never kept by caches: many of these pages are one person's. */
export function sendPage(response: Response, document: string, status = 200): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(document);
}
