import { say as sayIn, type Language } from '../../src/domain/words.ts';
import { answerEvaluation, confirmEvaluation } from '../../src/features/evaluations/actions.ts';
import { evaluationsOf, previewEvaluation, turnout } from '../../src/features/evaluations/queries.ts';
import { nearestToOpen } from '../../src/features/evaluations/rules.ts';
import { answerRefusals, confirmRefusals, type EvaluationPreview } from '../../src/features/evaluations/types.ts';
import { actorFor, sessionOf, sessionsOf } from '../../src/features/planning/queries.ts';
import type { Session } from '../../src/features/planning/types.ts';
import type { Tools } from '../../src/tools.ts';
import type { CardAction } from '../activities.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { thanksCard } from '../cards/evaluation.ts';
import { bullets, facts, text } from '../cards/parts.ts';
import { wayForwardCard } from '../cards/plain.ts';
import { localDateOf, type LocalDate } from '../../src/domain/local-date.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { momentText } from './moments.ts';
import { fieldOf, seenOn } from './seen.ts';
import { whichSession } from './which-session.ts';

/** "Skicka utvärdering": the standing yes for one session's evaluation, given after its preview. */
export const evaluationSend: Command = {
  id: 'evaluation.send',
  act: 'evaluation.confirm',
  where: 'planning',
  utterances: { sv: ['skicka utvärdering', 'skicka utvärderingen för träff 2'], en: ['send the evaluation'] },
  ways: ['skicka|starta|oppna|dela|bekrafta|=send|open|start|confirm + utvardering|evaluation|enkat'],
  async run(turn) {
    const [sessions, views] = await Promise.all([
      sessionsOf(turn.tools, turn.project),
      evaluationsOf(turn.tools, turn.project),
    ]);
    const usual = nearestToOpen(sessions, views, { today: todayOf(turn), now: turn.tools.clock.now() });
    const chosen = whichSession(turn, { sessions, usual, command: 'evaluation.send' });
    if ('reply' in chosen) return chosen.reply;
    const isNamed = turn.entities.sessionIds.length > 0;
    const open = isNamed ? undefined : views.findLast(({ state }) => state === 'open');
    const said = open === undefined ? undefined : wording[turn.language].evaluation.openAlready(open.sessionNumber);
    return preview(turn, chosen.session, said);
  },
};

export const evaluationResults: Command = {
  id: 'evaluation.results',
  act: 'evaluation.results',
  where: 'planning',
  utterances: { sv: ['hur var utvärderingen från Falun?'], en: ['how was the evaluation from Falun?'] },
  ways: ['=hur|resultat|=how|result|visa|show|vad + utvardering|evaluation|enkat', 'utvardering|evaluation|enkat'],
  async run(turn) {
    const chosen = await heldLast(turn);
    if ('reply' in chosen) return chosen.reply;
    const words = wording[turn.language];
    const view = (await evaluationsOf(turn.tools, turn.project)).find(
      ({ sessionId }) => sessionId === chosen.session.id,
    );
    const hasOpened = view !== undefined && (view.state === 'open' || view.state === 'closed');
    const lines = hasOpened
      ? [words.evaluation.answered(view.answered, view.invited), words.evaluation.resultsInTab]
      : [words.evaluation.notYet];
    return show(
      wayForwardCard(
        {
          title: words.evaluation.resultsTitle(chosen.session.number),
          lines,
          url: { title: words.inTab, href: turn.tabUrl('evaluation') },
        },
        turn.language,
      ),
    );
  },
};

export const evaluationButtons: readonly Button[] = [
  {
    verb: 'evaluation.send!confirm',
    act: 'evaluation.confirm',
    where: 'planning',
    async press(turn, pressed) {
      const seen = seenOn(pressed);
      const words = wording[turn.language];
      const session = await sessionOf(turn.tools, turn.project, fieldOf(pressed, 'session'));
      if (seen === undefined || session === null) return say(words.stale);
      const confirmed = await confirmEvaluation(turn.tools, turn.actor, session.id, seen);
      if (!confirmed.ok) {
        const why = sayIn(confirmRefusals[confirmed.reason], turn.language, confirmed.details);
        return confirmed.reason === 'previewChanged' ? preview(turn, session, why) : say(why);
      }
      const { recipientCount, opensAt } = confirmed.value;
      return showAll(
        resultCard(
          {
            title: words.evaluation.previewTitle(session.number),
            lines: [words.evaluation.confirmed(recipientCount, momentText(opensAt, turn))],
            url: turn.tabUrl('evaluation'),
          },
          turn.language,
        ),
      );
    },
  },
];

/** Today's session or the one just held; before the first, the first. */
async function heldLast(turn: Turn): Promise<ReturnType<typeof whichSession>> {
  const sessions = await sessionsOf(turn.tools, turn.project);
  const today = todayOf(turn).toString();
  const dated = sessions.filter(({ cancelled, date }) => !cancelled && date !== null);
  const usual = dated.findLast(({ date }) => (date ?? '') <= today) ?? dated[0];
  return whichSession(turn, { sessions, usual, command: 'evaluation.results' });
}

function todayOf({ tools, project }: Turn): LocalDate {
  return localDateOf(tools.clock.now(), project.timeZone);
}

async function preview(turn: Turn, session: Session, notice?: string): Promise<Reply> {
  const previewed = await previewEvaluation(turn.tools, { ...keyOf(turn), sessionId: session.id });
  if (!previewed.ok) return say(sayIn(confirmRefusals[previewed.reason], turn.language, previewed.details));
  const standing = (await evaluationsOf(turn.tools, turn.project)).find(({ sessionId }) => sessionId === session.id);
  const by = standing?.state === 'confirmed' ? standing.confirmedBy : null;
  const said =
    by === null ? undefined : wording[turn.language].evaluation.standing(by, momentText(previewed.value.opensAt, turn));
  return showAll(previewFace(turn, session, previewed.value, notice ?? said));
}

function keyOf({ project }: Turn): { tenantId: string; projectId: string } {
  return { tenantId: project.tenantId, projectId: project.projectId };
}

function previewFace(
  turn: Turn,
  session: Session,
  shown: EvaluationPreview,
  notice?: string,
): ReturnType<typeof previewCard> {
  const words = wording[turn.language].evaluation;
  const who = shown.channelLinked ? words.who : words.whoByMail;
  return previewCard(
    {
      title: words.previewTitle(session.number),
      ...(notice === undefined ? {} : { notice }),
      shown,
      body: [
        text(who(shown.recipientCount)),
        text(wording[turn.language].mailSubject(shown.subject)),
        facts([
          [words.opens, momentText(shown.opensAt, turn)],
          [words.reminds, momentText(shown.remindsAt, turn)],
          [words.closesLabel, momentText(shown.closesAt, turn)],
        ]),
        ...bullets(shown.questions.map((question) => question.words[turn.language])),
      ],
      confirm: {
        title: words.confirm,
        verb: 'evaluation.send!confirm',
        data: { project: turn.project.projectId, session: session.id },
      },
      texts: [{ title: shown.subject, text: shown.text }],
      url: turn.tabUrl('evaluation'),
    },
    turn.language,
  );
}

/**
 * Somebody answers the card. Nothing of the press is kept: no activity id, no time, no line in the log, so that it
 * cannot be put together with the answer. Somebody who is no participant is thanked and nothing is stored.
 */
export async function answerEvaluationCard(tools: Tools, pressed: CardAction, language: Language): Promise<Reply> {
  const { person, place } = pressed;
  const projectId = fieldOf(pressed, 'project');
  // Looking somebody up for the first time is written down with its time, which would be the time of the answer.
  const actor = await actorFor(onTheDay(tools), { tenantId: person.tid, oid: person.oid }, projectId, language);
  const { project: _project, session: _session, verb: _verb, lang: _lang, ...answers } = pressed.data;
  const key = { tenantId: place.tenantId, projectId, sessionId: fieldOf(pressed, 'session') };
  const answered = await answerEvaluation(tools, { ...key, personId: actor?.personId ?? null, answers });
  if (!answered.ok) return say(sayIn(answerRefusals[answered.reason], language, answered.details));
  // In the channel everybody else keeps the questions.
  return show(thanksCard(await turnout(tools, key), language));
}

/** A clock that tells the day and nothing finer. */
function onTheDay(tools: Tools): Tools {
  const day = { smallestUnit: 'hour', roundingIncrement: 24, roundingMode: 'floor' } as const;
  return { ...tools, clock: { now: () => tools.clock.now().round(day) } };
}
