import { clockText } from '../../src/domain/swedish-text.ts';
import { localDateOf } from '../../src/domain/local-date.ts';
import { sessionsOf } from '../../src/features/planning/queries.ts';
import type { Session } from '../../src/features/planning/types.ts';
import { agendaWarnings } from '../../src/features/sessions/rules.ts';
import type { AgendaItem } from '../../src/features/sessions/types.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { show, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { whichSession } from './which-session.ts';

/** The agenda of a session, and whether it leaves air for talking. */
export const agendaCommands: readonly Command[] = [
  {
    id: 'agenda.show',
    act: 'project.view',
    where: 'anywhere',
    utterances: { sv: ['agenda träff 2', 'visa agendan för 2:an'], en: ['agenda session 2'] },
    ways: [
      'agenda|=program|programmet|dagordning|programme',
      'visa|show + agenda|=program|programmet|dagordning|programme',
    ],
    run: (turn) => withSession(turn, 'agenda.show', agendaReply),
  },
  {
    id: 'agenda.check',
    act: 'plan.view',
    where: 'planning',
    utterances: { sv: ['är agendan tillräckligt luftig?'], en: ['is the agenda airy enough?'] },
    ways: ['luftig|=airy|tajt|=tight', 'agenda|=program|programmet + luftig|=airy|tajt|=tight|paus|kontroll|check'],
    run: (turn) => withSession(turn, 'agenda.check', airReply),
  },
];

async function withSession(
  turn: Turn,
  command: 'agenda.show' | 'agenda.check',
  reply: (turn: Turn, session: Session) => Reply,
): Promise<Reply> {
  const sessions = await sessionsOf(turn.tools, turn.project);
  const chosen = whichSession(turn, { sessions, usual: nextOf(turn, sessions), command });
  return 'reply' in chosen ? chosen.reply : reply(turn, chosen.session);
}

/** Today's or the next session; a day that has passed is not next. */
function nextOf({ tools, project }: Turn, sessions: readonly Session[]): Session | undefined {
  const today = localDateOf(tools.clock.now(), project.timeZone).toString();
  return sessions
    .filter(({ cancelled, date }) => !cancelled && date !== null && date >= today)
    .toSorted((one, other) => (one.date ?? '').localeCompare(other.date ?? '', 'sv'))[0];
}

function agendaLines(session: Session, { language }: Turn): readonly string[] {
  return session.agenda.map((item) => `${clockText(item.start, language)} ${item.title}`);
}

function agendaReply(turn: Turn, session: Session): Reply {
  const { language, tabUrl } = turn;
  const words = wording[language];
  const lines = agendaLines(session, turn);
  return show(
    wayForwardCard(
      {
        title: words.agenda.title(session.number),
        lines: lines.length === 0 ? [words.agenda.empty] : [],
        list: lines,
        url: { title: words.inTab, href: tabUrl('sessions', { sessionId: session.id, part: 'program' }) },
      },
      language,
    ),
  );
}

function airReply({ language, tabUrl }: Turn, session: Session): Reply {
  const words = wording[language];
  // Types of agenda items are checked where they come in; here they are only weighed.
  const found = agendaWarnings(session.agenda as readonly AgendaItem[]);
  const line = session.agenda.length === 0 ? words.agenda.empty : words.agenda.airy;
  return show(
    wayForwardCard(
      {
        title: words.agenda.title(session.number),
        lines: [found.length === 0 ? line : words.agenda.notAiry],
        list: found.map((one) => one[language]),
        url: { title: words.inTab, href: tabUrl('sessions', { sessionId: session.id, part: 'program' }) },
      },
      language,
    ),
  );
}
