import { localDateOf } from '../../src/domain/local-date.ts';
import { listText } from '../../src/domain/swedish-text.ts';
import { organisationsOf, sessionsOf } from '../../src/features/planning/queries.ts';
import type { Session } from '../../src/features/planning/types.ts';
import { nextOf } from '../../src/features/sessions/rules.ts';
import { say, type Command } from '../turn.ts';
import { wording } from '../wording.ts';
import { whichSession } from './which-session.ts';

/** "Vem är bollplank nästa gång?": the organisations that the project file names for the session; no people. */
export const soundingBoardCommand: Command = {
  id: 'soundingBoard.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['vem är bollplank nästa gång?'], en: ['who is the sounding board next time?'] },
  ways: ['bollplank|sounding_board|soundingboard'],
  async run(turn) {
    const { tools, project, language } = turn;
    const words = wording[language].soundingBoard;
    const [sessions, organisations] = await Promise.all([sessionsOf(tools, project), organisationsOf(tools, project)]);
    const live = sessions.filter(({ cancelled }) => !cancelled);
    const usual = nextOf(live, localDateOf(tools.clock.now(), project.timeZone));
    const chosen = whichSession(turn, { sessions, usual, command: 'soundingBoard.show' });
    if ('reply' in chosen) return chosen.reply;
    const ids = boardOf(chosen.session);
    const names = organisations.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    const { number } = chosen.session;
    return say(names.length === 0 ? words.none(number) : words.are(number, listText(names, language)));
  },
};

function boardOf({ extra }: Session): readonly unknown[] {
  const ids = extra['soundingBoardOrganisationIds'];
  return Array.isArray(ids) ? ids : [];
}
