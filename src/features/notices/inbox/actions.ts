import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { IncomingLetter } from '../../../ports/mailbox.ts';
import type { Tools, Work } from '../../../tools.ts';
import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import { peopleOf } from '../../planning/queries.ts';
import { lettersToRead } from './rules.ts';
import { addLetters, markRead } from './store.ts';
import type { LetterRefusal } from './types.ts';

/** Keeps who has written and where it lies; a letter that is known already stays as it is. */
export async function keepLetters(
  work: Work,
  key: ProjectKey,
  letters: readonly IncomingLetter[],
  meetings: readonly { readonly sessionId: SessionId; readonly subject: string }[],
): Promise<void> {
  if (letters.length === 0) return;
  await addLetters(work.db, key, lettersToRead(letters, { people: await peopleOf(work, key), meetings }));
}

/** Somebody has read it, or puts it back. */
export async function setLetterRead(
  tools: Tools,
  actor: Actor,
  { id, isRead }: { readonly id: string; readonly isRead: boolean },
): Promise<Outcome<null, LetterRefusal>> {
  const isThere = await markRead(tools.db, actor, { id, at: isRead ? tools.clock.now() : null });
  return isThere ? done(null) : refused('unknownLetter');
}
