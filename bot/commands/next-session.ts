import { readLocalDate } from '../../src/domain/local-date.ts';
import { may } from '../../src/domain/policy.ts';
import type { Language } from '../../src/domain/words.ts';
import { clockText, listDate, timeRange, weekText } from '../../src/domain/swedish-text.ts';
import { sessionsOf } from '../../src/features/planning/queries.ts';
import { sessionBoard } from '../../src/features/sessions/queries.ts';
import type { SessionState } from '../../src/features/sessions/types.ts';
import { nextSessionCard } from '../cards/plain.ts';
import { say, show, type Command, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { whichSession } from './which-session.ts';

/** "Nästa träff": date, place and agenda for everybody; what is missing for those who plan, in their own place. */
export const nextCommand: Command = {
  id: 'session.next',
  act: 'project.view',
  where: 'anywhere',
  utterances: { sv: ['nästa träff', 'när är nästa träff?'], en: ['next session', 'when is the next session?'] },
  ways: [
    'nasta|=next|kommande|=nar|=when|whens|=var|=where + traff|=traf|lartraff|session|meeting|=mote|motet',
    'nasta|=next|=nar|when + =ses|traffas|=meet',
    '@session',
  ],
  async run(turn) {
    const { tools, project, language } = turn;
    const [board, sessions] = await Promise.all([sessionBoard(tools, project), sessionsOf(tools, project)]);
    const usual = sessions.find(({ id }) => id === board?.nextSessionId);
    if (usual === undefined && turn.entities.sessionIds.length === 0) return say(wording[language].noSessions);
    const chosen = whichSession(turn, { sessions, usual, command: 'session.next' });
    if ('reply' in chosen) return chosen.reply;
    const state = board?.sessions.find(({ id }) => id === chosen.session.id);
    return state === undefined ? say(wording[language].noSessions) : show(cardOf(turn, state, state.id === usual?.id));
  },
};

function cardOf(turn: Turn, session: SessionState, isNext: boolean): ReturnType<typeof nextSessionCard> {
  const { language, tabUrl, actor, link } = turn;
  const words = wording[language].next;
  const isForPlanners = may(actor.roles, 'plan.view') && link?.audience !== 'participants';
  return nextSessionCard(
    {
      number: session.number,
      isNext,
      theme: session.theme ?? session.title,
      when: whenText(session, turn),
      where: session.venue === null ? words.noVenue : `${session.venue.name}, ${session.venue.city}`,
      room: isForPlanners ? session.roomStatus.words[language] : null,
      preparation: session.preparation ?? words.noPreparation,
      agenda: session.agenda.map((item) => `${clockText(item.start, language)} ${item.title}`),
      missing: isForPlanners ? missingBefore(session, language) : [],
      url: isForPlanners ? tabUrl('sessions', { sessionId: session.id }) : session.programmeUrl,
      isForPlanners,
    },
    language,
  );
}

/** "tisdag 22 september 2026 (v. 39), kl. 9.00–16.00". */
function whenText({ date, start, end }: SessionState, { language }: Turn): string {
  const day = date === null ? undefined : readLocalDate(date);
  if (day === undefined) return wording[language].next.noDate;
  const time = start === null || end === null ? '' : `, ${timeRange(start, end, language)}`;
  return `${listDate(day, language)} (${weekText(day, language)})${time}`;
}

/** What has to be done before the day. What belongs to the time after it is not missing yet. */
function missingBefore(
  { number, missing, when, date, evaluation }: SessionState,
  language: Language,
): readonly string[] {
  const isAhead = when === 'future' && date !== null;
  const due = missing.filter(({ lastDay }) => !isAhead || (lastDay !== null && lastDay < date));
  const isUnconfirmed = evaluation.state === 'unconfirmed' && when !== 'past';
  // Several rules may say the same of one thing that is not there.
  return [
    ...new Set(due.map((thing) => thing.words[language])),
    ...(isUnconfirmed ? [wording[language].next.confirmEvaluation(number)] : []),
  ];
}
