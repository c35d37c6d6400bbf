import { rolesOf } from '../../src/features/planning/queries.ts';
import { queuePost } from '../../src/features/notices/actions.ts';
import { personOf } from '../../src/features/planning/queries.ts';
import { conversationFor } from '../../src/features/conversations/queries.ts';
import { resultCard } from '../cards/confirm.ts';
import { commandIds, commandTitles } from '../command-ids.ts';
import { say, showAll, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';

/**
 * Asks the content lead, in their own chat with the bot, for somebody who may not do something. Only what the bot
 * itself can put in words is passed on, so that the button cannot carry a message of anybody's making.
 */
export async function askLead(turn: Turn, what: string): Promise<Reply> {
  const { tools, actor, project, language } = turn;
  const words = wording[language];
  const known = commandIds.map((id) => commandTitles[id][language]).find((title) => title === what);
  if (known === undefined) return say(words.stale);
  const holder = (await rolesOf(tools, project)).find(({ role }) => role === 'contentLead');
  const lead = holder === undefined ? null : await personOf(tools, project, holder.personId);
  const chat = lead === null ? undefined : await conversationFor(tools, project, { personId: lead.id });
  if (lead === null || chat === undefined) return say(words.askedNobody);
  const queued = await tools.tx((work) =>
    queuePost(work, tools, {
      tenantId: project.tenantId,
      projectId: project.projectId,
      kind: 'bot.leadAsked',
      personId: lead.id,
      // The same wish from the same person is passed on once a minute at most.
      version: `${actor.personId ?? ''}:${known}:${tools.clock.now().toString({ smallestUnit: 'minute' })}`,
      place: 'personalChat',
      post: { text: words.askFor(actor.name, known, project.title) },
      grace: 'none',
      confirmationId: null,
    }),
  );
  if (queued === 'dormant') return say(words.askedNobody);
  return showAll(resultCard({ title: words.asked(lead.givenName), lines: [known] }, language));
}
