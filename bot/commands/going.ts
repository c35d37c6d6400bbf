import { startFollowUp } from '../../src/features/conversations/actions.ts';
import type { FollowUpWhat } from '../../src/features/conversations/types.ts';
import type { CardAction } from '../activities.ts';
import { resultCard } from '../cards/confirm.ts';
import { showAll, type Reply, type TabPage, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';

/** After the yes: to how many, when, and the button that stops it. The card changes when it has gone. */
export async function goingOut(
  turn: Turn,
  pressed: CardAction,
  going: {
    readonly what: FollowUpWhat;
    readonly title: string;
    readonly recipientCount: number;
    readonly confirmationId: string;
    readonly page: TabPage;
  },
): Promise<Reply> {
  const { tools, project, language } = turn;
  const words = wording[language];
  await startFollowUp(tools, {
    tenantId: project.tenantId,
    projectId: project.projectId,
    conversationId: turn.place.threadId,
    activityId: pressed.cardId,
    what: going.what,
    details: { confirmation: going.confirmationId, title: going.title, language },
  });
  const seconds = tools.settings.graceSeconds;
  const wait = seconds < 60 ? words.going.seconds(seconds) : words.going.minutes(Math.ceil(seconds / 60));
  return showAll(
    resultCard(
      {
        title: going.title,
        lines: [words.going.soon(going.recipientCount, wait)],
        actions: [
          {
            title: words.undo.button,
            verb: 'undo!stop',
            data: { project: project.projectId, confirmation: going.confirmationId },
          },
        ],
        url: turn.tabUrl(going.page),
      },
      language,
    ),
  );
}
