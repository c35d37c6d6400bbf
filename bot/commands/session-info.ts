import { localDateOf } from '../../src/domain/local-date.ts';
import { sessionOf, sessionsOf } from '../../src/features/planning/queries.ts';
import type { Session } from '../../src/features/planning/types.ts';
import { nextOf } from '../../src/features/sessions/rules.ts';
import { say, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { previewInChat, sendFromChat, type ChatMailing } from './mailing.ts';
import { fieldOf } from './seen.ts';
import { whichSession } from './which-session.ts';

/** INF-01 "Skicka infon inför träff 2": the letter, to how many, and then a yes that can be stopped. */
export const infoCommand: Command = {
  id: 'sessionInfo.preview',
  act: 'notices.send',
  where: 'planning',
  utterances: { sv: ['skicka infon inför träff 3'], en: ['send the info for session 3'] },
  ways: [
    'skicka|send|visa|show + =info|=infon|information|utskick',
    '=info|=infon|information + @session',
    'skicka|send + =info|=infon|information + @session',
  ],
  async run(turn) {
    const { tools, project } = turn;
    const sessions = await sessionsOf(tools, project);
    const live = sessions.filter(({ cancelled }) => !cancelled);
    const usual = nextOf(live, localDateOf(tools.clock.now(), project.timeZone));
    const chosen = whichSession(turn, { sessions, usual, command: 'sessionInfo.preview' });
    return 'reply' in chosen ? chosen.reply : preview(turn, chosen.session);
  },
};

function preview(turn: Turn, session: Session): Promise<Reply> {
  return previewInChat(turn, mailingOf(turn, session));
}

function mailingOf(turn: Turn, { id, number }: Session): ChatMailing {
  return {
    id: `info:${id}`,
    what: 'sessionInfo.preview',
    title: wording[turn.language].sessionInfo.title(number),
    data: { session: id },
    url: turn.tabUrl('sessions', { sessionId: id, part: 'information' }),
  };
}

export const infoButtons: readonly Button[] = [
  {
    verb: 'sessionInfo.preview!send',
    act: 'notices.send',
    where: 'planning',
    async press(turn, pressed) {
      const session = await sessionOf(turn.tools, turn.project, fieldOf(pressed, 'session'));
      if (session === null) return say(wording[turn.language].stale);
      return sendFromChat(turn, pressed, mailingOf(turn, session));
    },
  },
];
