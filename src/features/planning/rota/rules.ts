import { compareSwedish } from '../../../domain/swedish-text.ts';
import type { Project, Session } from '../types.ts';
import type { RotaKind } from './types.ts';

/** One session's places in a rota: who has them, and whether more may be proposed. */
export interface RotaSlot {
  readonly sessionId: string;
  readonly chosen: readonly string[];
  readonly isPast: boolean;
}

/** Municipalities of one session's sounding board, unless somebody has set another number. */
export const usualBoardSize = 2;
export const noteTakersPerSession = 1;

/** At how many sessions each has their turn. */
export function turnsOf(slots: readonly Pick<RotaSlot, 'chosen'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of slots.flatMap(({ chosen }) => [...new Set(chosen)])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * ROL-03, DOC-01: fills what is missing, session by session, with those who have had the fewest turns; among equals with
 * those whose last turn lies furthest back, then in Swedish order. What has been chosen stays, and nobody has two places
 * in one session.
 */
export function proposeRota(
  slots: readonly RotaSlot[],
  candidates: readonly { readonly id: string; readonly name: string }[],
  perSession: number,
): readonly RotaSlot[] {
  const counts = new Map(turnsOf(slots));
  const latest = new Map<string, number>();
  return slots.map((slot, index) => {
    const chosen = [...slot.chosen];
    while (!slot.isPast && chosen.length < perSession) {
      const [next] = candidates
        .filter(({ id }) => !chosen.includes(id))
        .toSorted(
          (one, other) =>
            (counts.get(one.id) ?? 0) - (counts.get(other.id) ?? 0) ||
            (latest.get(one.id) ?? -1) - (latest.get(other.id) ?? -1) ||
            compareSwedish(one.name, other.name),
        );
      if (next === undefined) break;
      chosen.push(next.id);
      counts.set(next.id, (counts.get(next.id) ?? 0) + 1);
    }
    for (const id of chosen) latest.set(id, index);
    return { ...slot, chosen };
  });
}

/** Whose milestone says that the sounding board of a session has been asked. */
export function boardAsked(sessionId: string): string {
  return `boardAsked:${sessionId}`;
}

export function boardSizeOf({ blocks }: Project): number {
  const size = objectOf(blocks['soundingBoard'])['perSession'];
  return typeof size === 'number' ? size : usualBoardSize;
}

/** A session's own list; note-takers may also stand in the project's rota of the file. */
export function chosenFor(kind: RotaKind, { id, extra }: Session, { blocks }: Project): readonly string[] {
  if (kind === 'board') return textsOf(extra['soundingBoardOrganisationIds']);
  const own: unknown = objectOf(extra['documentation'])['noteTakers'];
  if (Array.isArray(own)) return textsOf(own);
  const rota: unknown = blocks['documentationRota'];
  const entry: unknown = Array.isArray(rota) ? rota.find((one) => objectOf(one)['sessionId'] === id) : undefined;
  return textsOf(objectOf(entry)['personIds']);
}

export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
