import type { PersonId, ProjectKey } from '../../domain/ids.ts';
import type { Temporal } from 'temporal-polyfill';

/** What a personal link opens. One made for one purpose never opens another. */
export type LinkPurpose =
  | 'self'
  | `evaluation:${string}`
  | `documents:${string}`
  | `venue:${string}`
  | `kitchen:${string}`
  | `dates:${string}`
  | `task:${string}`
  | `speaker:${string}`
  | `closing:${string}`;

export interface LinkOrder extends ProjectKey {
  readonly purpose: LinkPurpose;
  readonly personId: PersonId | null;
  /** What it is about when that is no person, such as a venue. */
  readonly subjectId: string | null;
  readonly expiresAt: Temporal.Instant;
}

/** Whose link it was. */
export interface OpenedLink extends ProjectKey {
  readonly purpose: LinkPurpose;
  readonly personId: PersonId | null;
  readonly subjectId: string | null;
}
