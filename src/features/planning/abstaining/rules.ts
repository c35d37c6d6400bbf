import { readLocalDate } from '../../../domain/local-date.ts';
import type { Abstention, Organisation } from '../types.ts';

/** The name of the property, in the project file too. */
export const abstentionKey = 'abstention';

/** Who said that an organisation takes no part, and when; null while nobody has. */
export function abstentionOf({ extra }: Pick<Organisation, 'extra'>): Abstention | null {
  const kept = extra[abstentionKey];
  if (typeof kept !== 'object' || kept === null || !('on' in kept) || !('saidBy' in kept)) return null;
  const { on, saidBy } = kept;
  if (typeof on !== 'string' || readLocalDate(on) === undefined || typeof saidBy !== 'string') return null;
  return { on, saidBy };
}
