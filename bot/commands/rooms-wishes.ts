import type { CardAction } from '../activities.ts';
import { venueField } from './other-venues.ts';
import { fieldOf, longestReason } from './seen.ts';

/** Session → why its venue will do although something speaks against it. */
export type Reasons = ReadonlyMap<string, string>;

/** Session → the venue that somebody chose instead of the proposed one. */
export type Swaps = ReadonlyMap<string, string>;

/** What somebody wants otherwise than proposed. */
export interface Wishes {
  readonly reasons?: Reasons;
  readonly swaps?: Swaps;
  /** The one session that is asked about; all that have no venue when undefined. */
  readonly only?: string | undefined;
}

export const reasonField = 'reason:';
const onlyField = 'only';

/** What stands in the fields of a card or a button whose names begin so, by session. */
export function fieldsIn({ data }: CardAction, prefix: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(data).flatMap(([name, value]) => {
      const written = typeof value === 'string' ? value.trim().slice(0, longestReason) : '';
      return name.startsWith(prefix) && written !== '' ? [[name.slice(prefix.length), written] as const] : [];
    }),
  );
}

export function wishesIn(pressed: CardAction): Required<Wishes> {
  return {
    reasons: fieldsIn(pressed, reasonField),
    swaps: fieldsIn(pressed, venueField),
    only: fieldOf(pressed, onlyField) || undefined,
  };
}

/** The same wishes on a button, to come back when it is pressed. */
export function wishData({ reasons = new Map(), swaps = new Map(), only }: Wishes): Record<string, string> {
  return {
    ...Object.fromEntries([...reasons].map(([sessionId, reason]) => [`${reasonField}${sessionId}`, reason])),
    ...Object.fromEntries([...swaps].map(([sessionId, venueId]) => [`${venueField}${sessionId}`, venueId])),
    ...(only === undefined ? {} : { [onlyField]: only }),
  };
}
