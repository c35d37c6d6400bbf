import { readLocalDate } from '../../../domain/local-date.ts';
import type { EarlierInvitation, Session } from '../../planning/types.ts';

/**
 * What somebody organised in their own Outlook before the tool: who, and since when it is cancelled. Null when there is
 * nothing of that kind. Kept in the words of the project file, so what is there is read anew.
 */
export function earlierInvitationOf({ extra }: Pick<Session, 'extra'>): EarlierInvitation | null {
  const kept = extra['earlierInvitation'];
  if (typeof kept !== 'object' || kept === null || !('by' in kept) || typeof kept.by !== 'string') return null;
  const by = kept.by.trim();
  if (by === '') return null;
  const on = 'cancelledOn' in kept && typeof kept.cancelledOn === 'string' ? kept.cancelledOn : null;
  return { by, cancelledOn: on !== null && readLocalDate(on) !== undefined ? on : null };
}
