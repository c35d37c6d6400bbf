import type { Language, Words } from '../../../../domain/words.ts';
import type { Happening, TodayAction } from '../../types.ts';
import type { Known } from '../types.ts';

interface Place {
  readonly action?: TodayAction;
  readonly sessionId?: string | null;
}

export function event(
  { kind, id, at }: Pick<Happening, 'kind' | 'id' | 'at'>,
  words: Words,
  place: Place = {},
): Happening {
  return { id: `${kind} ${id}`, kind, at, words, action: place.action ?? null, sessionId: place.sessionId ?? null };
}

/** "träff 2", as it stands inside a sentence. */
export function sessionText(sessionId: string | null, { sessions }: Known, language: Language): string {
  const number = sessions.find(({ id }) => id === sessionId)?.number;
  if (number === undefined) return language === 'sv' ? 'en träff' : 'a session';
  return language === 'sv' ? `träff ${number}` : `session ${number}`;
}
