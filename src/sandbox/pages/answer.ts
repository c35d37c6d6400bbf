import type { RequestHandler } from 'express';

/** The caller wished for something that cannot be understood; everything else that fails is a conflict with what is. */
export class BadWish extends Error {}

type Work = (body: unknown, query: Readonly<Record<string, string>>) => unknown;

/** Answers with JSON; a fault with its words in Swedish and English. */
export function answer(work: Work): RequestHandler {
  return async (request, response) => {
    try {
      const query = Object.fromEntries(
        Object.entries(request.query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
      response.json((await work(request.body, query)) ?? null);
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      response.status(cause instanceof BadWish ? 400 : 409).json({ message: cause.message });
    }
  };
}

export function text(body: unknown, name: string): string {
  const value = field(body, name);
  if (typeof value !== 'string' || value === '') throw new BadWish(`${name} saknas. / ${name} is missing.`);
  return value;
}

export function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined; // the caller checks
}
