import { readLocalDate } from '../../src/domain/local-date.ts';
import { listDate, timeRange, weekText } from '../../src/domain/swedish-text.ts';
import { may } from '../../src/domain/policy.ts';
import { evaluate } from '../../src/guideline/evaluate.ts';
import { currentVersion, ruleSetOf } from '../../src/guideline/versions.ts';
import { factsOf } from '../../src/features/planning/facts/queries.ts';
import { sessionsOf, venuesOf } from '../../src/features/planning/queries.ts';
import type { Session } from '../../src/features/planning/types.ts';
import { bookingsOf } from '../../src/features/rooms/queries.ts';
import { roomStatusWords } from '../../src/features/rooms/types.ts';
import { nextSessionCard } from '../cards/plain.ts';
import { say, show, type Command, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { agendaLines, nextOf } from './agenda.ts';
import { whichSession } from './which-session.ts';

/** "Nästa träff": date, place and agenda for everybody; what is missing for those who plan, in their own place. */
export const nextCommand: Command = {
  id: 'session.next',
  act: 'project.view',
  where: 'anywhere',
  utterances: { sv: ['nästa träff', 'när är nästa träff?'], en: ['next session', 'when is the next session?'] },
  ways: [
    'nasta|=next|kommande|=nar|=when|whens|=var|=where + traff|lartraff|session|meeting|=mote|motet',
    '=traff|traffen|=session + @session',
  ],
  async run(turn) {
    const { tools, project, language, tabUrl } = turn;
    const sessions = await sessionsOf(tools, project);
    const next = nextOf(turn, sessions);
    if (next === undefined && turn.entities.sessionIds.length === 0) return say(wording[language].noSessions);
    const chosen = whichSession(turn, { sessions, usual: next, command: 'session.next' });
    if ('reply' in chosen) return chosen.reply;
    const { session } = chosen;
    const isForPlanners = may(turn.actor.roles, 'plan.view') && turn.link?.audience !== 'participants';
    const venue = (await venuesOf(tools, project)).find(({ id }) => id === session.venueId);
    const booking = (await bookingsOf(tools, project)).find(({ sessionId }) => sessionId === session.id);
    const words = wording[language].next;
    return show(
      nextSessionCard(
        {
          number: session.number,
          theme: session.theme ?? session.title,
          when: whenText(session, turn),
          where: venue === undefined ? words.noVenue : `${venue.name}, ${venue.city}`,
          room: isForPlanners ? roomStatusWords[booking?.status ?? 'none'][language] : null,
          preparation: session.preparation ?? words.noPreparation,
          agenda: agendaLines(session, turn),
          missing: isForPlanners ? await missingOf(turn, session) : [],
          url: isForPlanners ? tabUrl('sessions') : `${tools.settings.publicUrl}/projekt/${project.projectId}`,
        },
        language,
      ),
    );
  },
};

/** "tisdag 22 september 2026 (v. 39), kl. 9.00–16.00". */
function whenText({ date, startTime, endTime }: Session, { language }: Turn): string {
  const day = date === null ? undefined : readLocalDate(date);
  if (day === undefined) return wording[language].next.noDate;
  const time = startTime === null || endTime === null ? '' : `, ${timeRange(startTime, endTime, language)}`;
  return `${listDate(day, language)} (${weekText(day, language)})${time}`;
}

/** What the guideline still asks for this session, its own words in front. */
async function missingOf({ tools, project, language }: Turn, session: Session): Promise<readonly string[]> {
  const facts = await factsOf(tools, project);
  if (facts === null) return [];
  return evaluate(facts, ruleSetOf(project.guidelineVersion) ?? currentVersion)
    .filter(({ scope }) => scope.kind === 'session' && scope.sessionId === session.id)
    .filter(({ state, severity }) => state === 'late' || severity === 'red' || severity === 'warning')
    .slice(0, 4)
    .map((entry) => entry.words[language]);
}
