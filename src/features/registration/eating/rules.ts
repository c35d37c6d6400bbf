import type { Eaters } from '../types.ts';

/** What decides who eats at a session. */
export interface EatingFacts {
  /** Ids of people whose registration is confirmed. */
  readonly confirmed: ReadonlySet<string>;
  /** Ids of those who have declined the session. */
  readonly declined: ReadonlySet<string>;
  /** Those who come to the session with or instead of somebody. */
  readonly guests: readonly { readonly hostId: string; readonly kind: 'substitute' | 'colleague' }[];
}

/** Confirmed who have not declined and sent nobody instead, and the guests of those who are confirmed. */
export function eatersFrom({ confirmed, declined, guests }: EatingFacts): Eaters {
  const coming = guests.filter(({ hostId }) => confirmed.has(hostId));
  const substitutes = coming.filter(({ kind }) => kind === 'substitute');
  const replaced = new Set(substitutes.map(({ hostId }) => hostId));
  const personIds = new Set([...confirmed].filter((id) => !declined.has(id) && !replaced.has(id)));
  return {
    portions: personIds.size + coming.length,
    personIds,
    substitutes: substitutes.length,
    colleagues: coming.length - substitutes.length,
  };
}
