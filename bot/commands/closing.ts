import { Temporal } from 'temporal-polyfill';
import { dayMonthTime } from '../../src/domain/swedish-text.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { startFollowUp } from '../../src/features/conversations/actions.ts';
import { closeNow, confirmClosing } from '../../src/features/registration/closing/actions.ts';
import { closingView } from '../../src/features/registration/closing/queries.ts';
import { closingWords, type ClosingView } from '../../src/features/registration/closing/types.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { bullets, text } from '../cards/parts.ts';
import { commandTitles } from '../command-ids.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { momentText } from './moments.ts';
import { seenOn } from './seen.ts';

/** "Stäng anmälan": who gets what if it closes now, or the standing yes for the closing minute. */
export const closingCommand: Command = {
  id: 'registration.close',
  act: 'registration.close',
  where: 'planning',
  utterances: { sv: ['stäng anmälan'], en: ['close registration'] },
  ways: ['stang|=close|avsluta + anmal|regist'],
  async run(turn) {
    const face = await preview(turn);
    return typeof face === 'string' ? say(face) : show(face);
  },
};

async function preview(turn: Turn, notice?: string): Promise<string | ReturnType<typeof previewCard>> {
  const view = await closingView(turn.tools, turn.project);
  if (view === null || turn.project.state === 'dormant') return closingWords.dormant[turn.language];
  if (view.closedAt !== null) return closingWords.closedAlready[turn.language];
  return previewFace(turn, view, notice);
}

function previewFace(turn: Turn, view: ClosingView, notice?: string): ReturnType<typeof previewCard> {
  const { language, project } = turn;
  const words = wording[language].closing;
  const data = { project: project.projectId };
  const isByHand = project.delivery === 'manual';
  const { beforehand, now, closesAt, standing } = view;
  const isAhead = view.phase === 'open' && closesAt !== null;
  const mayConfirmBeforehand = isAhead && standing?.holds !== true;
  const standingLine =
    isAhead && standing?.holds === true ? [text(words.standing(momentText(closesAt, turn), standing.confirmedBy))] : [];
  return previewCard(
    {
      title: commandTitles['registration.close'][language],
      ...(notice === undefined ? {} : { notice }),
      shown: now,
      body: [
        ...(isByHand
          ? [text(words.whoByHand(now.recipientCount))]
          : [text(words.who(now.recipientCount)), text(words.first)]),
        ...bullets(now.bookings.map(({ subject, when }) => `${subject} – ${when[language]}`)),
        ...standingLine,
      ],
      confirm: { title: isByHand ? words.sendByHand : words.send, verb: 'registration.close!now', data },
      others: mayConfirmBeforehand
        ? [
            {
              title: words.beforehand(dayMonthTime(Temporal.Instant.from(closesAt), project.timeZone, language)),
              verb: 'registration.close!beforehand',
              data: { ...data, textVersion: beforehand.textVersion, recipientCount: beforehand.recipientCount },
            },
          ]
        : [],
      url: turn.tabUrl('participants', { part: 'stangning' }),
    },
    language,
  );
}

/** A changed preview comes again with what changed; any other refusal is told to the one who pressed. */
async function refusalReply(turn: Turn, reason: keyof typeof closingWords): Promise<Reply> {
  const why = sayIn(closingWords[reason], turn.language);
  if (reason !== 'previewChanged') return say(why);
  const again = await preview(turn, why);
  return typeof again === 'string' ? say(again) : showAll(again);
}

export const closingButtons: readonly Button[] = [
  {
    verb: 'registration.close!now',
    act: 'registration.close',
    where: 'planning',
    async press(turn, pressed) {
      const seen = seenOn(pressed);
      const words = wording[turn.language];
      if (seen === undefined) return say(words.stale);
      const closed = await closeNow(turn.tools, turn.actor, seen);
      if (!closed.ok) return refusalReply(turn, closed.reason);
      const people = closed.value.confirmed;
      const title = commandTitles['registration.close'][turn.language];
      if (turn.project.delivery === 'manual')
        return showAll(
          resultCard({ title, lines: [words.closing.doneByHand(people)], url: turn.tabUrl('notices') }, turn.language),
        );
      await startFollowUp(turn.tools, {
        tenantId: turn.project.tenantId,
        projectId: turn.project.projectId,
        conversationId: turn.place.threadId,
        activityId: pressed.cardId,
        what: 'registration.close',
        details: { people, language: turn.language },
      });
      return showAll(
        resultCard(
          {
            title,
            lines: [words.closing.working(people)],
            url: turn.tabUrl('participants', { part: 'stangning' }),
          },
          turn.language,
        ),
      );
    },
  },
  {
    verb: 'registration.close!beforehand',
    act: 'registration.close',
    where: 'planning',
    async press(turn, pressed) {
      const seen = seenOn(pressed);
      const words = wording[turn.language];
      if (seen === undefined) return say(words.stale);
      const confirmed = await confirmClosing(turn.tools, turn.actor, seen);
      if (!confirmed.ok) return refusalReply(turn, confirmed.reason);
      const { confirmationId, dueAt } = confirmed.value;
      return showAll(
        resultCard(
          {
            title: commandTitles['registration.close'][turn.language],
            lines: [words.closing.standing(momentText(dueAt, turn), turn.actor.name)],
            actions: [
              {
                title: words.undo.button,
                verb: 'undo!stop',
                data: { project: turn.project.projectId, confirmation: confirmationId },
              },
            ],
            url: turn.tabUrl('participants', { part: 'stangning' }),
          },
          turn.language,
        ),
      );
    },
  },
];
