import type { Session } from '../../src/features/planning/types.ts';
import { whichCard } from '../cards/plain.ts';
import type { CommandId } from '../command-ids.ts';
import { say, show, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';

/**
 * The session that a message names, or `usual` when it names none, or a question back. A number that does not exist
 * is never rounded to one that does.
 */
export function whichSession(
  turn: Turn,
  choice: { readonly sessions: readonly Session[]; readonly usual: Session | undefined; readonly command: CommandId },
): { readonly session: Session } | { readonly reply: Reply } {
  const { entities, language } = turn;
  const words = wording[language];
  const live = choice.sessions.filter(({ cancelled }) => !cancelled);
  if (entities.missingSession !== null)
    return { reply: say(words.noSuchSession(entities.missingSession, live.length)) };
  const named = live.filter(({ id }) => entities.sessionIds.includes(id));
  if (named.length <= 1) {
    const session = named[0] ?? choice.usual;
    if (session !== undefined) return { session };
  }
  const asked = named.length > 1 ? named : live;
  if (asked.length === 0) return { reply: say(words.noSessions) };
  return {
    reply: show(
      whichCard(
        {
          question: words.whichSession,
          asks: { kind: 'which', command: choice.command, text: turn.text },
          choices: asked.map(({ number }) => ({
            title: words.sessionName(number),
            verb: 'command',
            data: {
              project: turn.project.projectId,
              command: choice.command,
              text: `${turn.text} ${words.sessionName(number)}`,
            },
          })),
        },
        language,
      ),
    ),
  };
}
