import { say as sayIn } from '../../src/domain/words.ts';
import { startFollowUp } from '../../src/features/conversations/actions.ts';
import { shareDocumentation } from '../../src/features/documentation/actions.ts';
import { documentsOf, previewSharing } from '../../src/features/documentation/queries.ts';
import { shareRefusals, type SharingPreview } from '../../src/features/documentation/types.ts';
import { localDateOf } from '../../src/domain/local-date.ts';
import { sessionOf, sessionsOf } from '../../src/features/planning/queries.ts';
import type { Session } from '../../src/features/planning/types.ts';
import { previewCard, resultCard } from '../cards/confirm.ts';
import { bullets, text } from '../cards/parts.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { fieldOf, seenOn } from './seen.ts';
import { whichSession } from './which-session.ts';

/** "Dela dokumentation": which files go, which stay and why, and to how many. */
export const documentationCommand: Command = {
  id: 'documentation.share',
  act: 'documents.share',
  where: 'planning',
  utterances: { sv: ['dela dokumentation', 'dela filerna från träff 2'], en: ['share documentation'] },
  ways: [
    'dela|lagg_ut|publicera|skicka|share|publish|=send|=post + dokumentation|=filer|filerna|presentation|bilder|files|slides|documents|documentation',
    'dokumentation|documentation',
  ],
  async run(turn) {
    const sessions = await sessionsOf(turn.tools, turn.project);
    const chosen = whichSession(turn, {
      sessions,
      usual: await usualSession(turn, sessions),
      command: 'documentation.share',
    });
    if ('reply' in chosen) return chosen.reply;
    const previewed = await preview(turn, chosen.session);
    return typeof previewed === 'string' ? say(previewed) : show(previewed);
  },
};

/** The latest session that has been held and has files waiting; else the latest held. */
async function usualSession(turn: Turn, sessions: readonly Session[]): Promise<Session | undefined> {
  const today = localDateOf(turn.tools.clock.now(), turn.project.timeZone).toString();
  const held = sessions.filter(({ cancelled, date }) => !cancelled && date !== null && date <= today);
  const waiting = (await documentsOf(turn.tools, turn.project)).filter(({ state }) => state === 'cleared');
  return held.findLast(({ id }) => waiting.some(({ sessionId }) => sessionId === id)) ?? held.at(-1);
}

async function preview(
  turn: Turn,
  session: Session,
  notice?: string,
): Promise<string | ReturnType<typeof previewCard>> {
  const { tenantId, projectId } = turn.project;
  const previewed = await previewSharing(turn.tools, { tenantId, projectId, sessionId: session.id });
  if (!previewed.ok) return sayIn(shareRefusals[previewed.reason], turn.language, previewed.details);
  return previewFace(turn, session, previewed.value, notice);
}

function previewFace(
  turn: Turn,
  session: Session,
  shown: SharingPreview,
  notice?: string,
): ReturnType<typeof previewCard> {
  const { language } = turn;
  const words = wording[language].documents;
  const stays = shown.stays.map(
    ({ name, holds }) => `${name}: ${holds.map(({ reason }) => words.held[reason]).join(' ')}`,
  );
  return previewCard(
    {
      title: words.title(session.number),
      ...(notice === undefined ? {} : { notice }),
      shown,
      body: [
        text(words.goes(shown.goes.length)),
        ...bullets(shown.goes.map(({ name }) => name)),
        ...(stays.length === 0 ? [] : [text(words.staysOut), ...bullets(stays)]),
        text(shown.toChannel ? words.toChannel(shown.recipientCount) : words.byMail(shown.recipientCount)),
        text(wording[language].mailSubject(shown.subject)),
      ],
      confirm: {
        title: words.confirm,
        verb: 'documentation.share!confirm',
        data: { project: turn.project.projectId, session: session.id },
      },
      texts: [
        { title: shown.subject, text: shown.text },
        ...(shown.post === null ? [] : [{ title: words.inChannel, text: shown.post }]),
      ],
      url: turn.tabUrl('sessions', { sessionId: session.id }),
    },
    language,
  );
}

export const documentationButtons: readonly Button[] = [
  {
    verb: 'documentation.share!confirm',
    act: 'documents.share',
    where: 'planning',
    async press(turn, pressed): Promise<Reply> {
      const words = wording[turn.language];
      const seen = seenOn(pressed);
      const session = await sessionOf(turn.tools, turn.project, fieldOf(pressed, 'session'));
      if (seen === undefined || session === null) return say(words.stale);
      const shared = await shareDocumentation(turn.tools, turn.actor, session.id, seen);
      if (!shared.ok) {
        const why = sayIn(shareRefusals[shared.reason], turn.language, shared.details);
        if (shared.reason !== 'previewChanged') return say(why);
        const again = await preview(turn, session, why);
        return typeof again === 'string' ? say(again) : showAll(again);
      }
      await startFollowUp(turn.tools, {
        tenantId: turn.project.tenantId,
        projectId: turn.project.projectId,
        conversationId: turn.place.threadId,
        activityId: pressed.cardId,
        what: 'documentation.share',
        details: {
          session: session.id,
          files: shared.value.files,
          confirmation: shared.value.confirmationId,
          language: turn.language,
        },
      });
      return showAll(
        resultCard(
          {
            title: words.documents.title(session.number),
            lines: [words.documents.working(turn.tools.settings.graceSeconds)],
            actions: [
              {
                title: words.undo.button,
                verb: 'undo!stop',
                data: { project: turn.project.projectId, confirmation: shared.value.confirmationId },
              },
            ],
            url: turn.tabUrl('sessions', { sessionId: session.id }),
          },
          turn.language,
        ),
      );
    },
  },
];
