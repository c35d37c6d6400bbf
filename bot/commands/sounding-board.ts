import { listText } from '../../src/domain/swedish-text.ts';
import { localDateOf } from '../../src/domain/local-date.ts';
import { organisationsOf, peopleOf, sessionsOf } from '../../src/features/planning/queries.ts';
import { rotaOf } from '../../src/features/planning/rota/queries.ts';
import type { RotaKind } from '../../src/features/planning/rota/types.ts';
import { nextOf } from '../../src/features/sessions/rules.ts';
import { say, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { whichSession } from './which-session.ts';

/** "Vem är bollplank nästa gång?": the municipalities whose turn it is, or who it would be fair to ask. */
export const soundingBoardCommand: Command = {
  id: 'soundingBoard.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['vem är bollplank nästa gång?'], en: ['who is the sounding board next time?'] },
  ways: ['bollplank|sounding_board|soundingboard'],
  run: (turn) => turns(turn, 'board'),
};

/** "Vem antecknar nästa gång?": who of the planning group takes notes. */
export const noteTakersCommand: Command = {
  id: 'noteTakers.show',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['vem antecknar nästa gång?'], en: ['who takes notes next time?'] },
  ways: ['antecknare|antecknar|note_taker|note_takers|notetaker|takes_notes|take_notes'],
  run: (turn) => turns(turn, 'notes'),
};

async function turns(turn: Turn, kind: RotaKind): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = wording[language].soundingBoard[kind];
  const [rota, sessions, organisations, people] = await Promise.all([
    rotaOf(tools, project),
    sessionsOf(tools, project),
    organisationsOf(tools, project),
    peopleOf(tools, project),
  ]);
  const live = sessions.filter(({ cancelled }) => !cancelled);
  const usual = nextOf(live, localDateOf(tools.clock.now(), project.timeZone));
  const command = kind === 'board' ? 'soundingBoard.show' : 'noteTakers.show';
  const chosen = whichSession(turn, { sessions, usual, command });
  if ('reply' in chosen) return chosen.reply;
  const { id, number } = chosen.session;
  const names = (ids: readonly string[]): string =>
    listText(
      ids.flatMap((one) => {
        const named =
          kind === 'board'
            ? organisations.find((organisation) => organisation.id === one)?.name
            : people.find((person) => person.id === one)?.displayName;
        return named ?? [];
      }),
      language,
    );
  const session = rota?.sessions.find(({ sessionId }) => sessionId === id);
  const [has, fair] = [session?.chosen[kind] ?? [], session?.proposed[kind] ?? []];
  if (has.length > 0) return say(words.are(number, names(has), has.length));
  return say(fair.length > 0 ? words.fair(number, names(fair)) : words.none(number));
}
