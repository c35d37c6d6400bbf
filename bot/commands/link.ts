import { say as sayIn, type Language } from '../../src/domain/words.ts';
import { linkConversation } from '../../src/features/conversations/actions.ts';
import { linkRefusals, type Audience } from '../../src/features/conversations/types.ts';
import { actorFor, projectOf } from '../../src/features/planning/queries.ts';
import type { CardAction } from '../activities.ts';
import { resultCard } from '../cards/confirm.ts';
import { say, showAll, type Desk, type Reply } from '../turn.ts';
import { wording } from '../wording.ts';

/** The answer to "Vilket lärprojekt hör den här konversationen till?". */
export async function linkHere(desk: Desk, pressed: CardAction, language: Language): Promise<Reply> {
  const { tools } = desk;
  const words = wording[language];
  const { project: projectId, audience } = pressed.data;
  if (typeof projectId !== 'string' || !isAudience(audience)) return say(words.stale);
  const { place, person } = pressed;
  const actor = await actorFor(tools, { tenantId: person.tid, oid: person.oid }, projectId, language);
  if (actor === null) return say(words.stranger);
  const linked = await linkConversation(tools, actor, { conversationId: place.conversationId, audience });
  if (!linked.ok) {
    const name = linked.details['audience'] === 'participants' ? words.link.participants : words.link.planning;
    return say(sayIn(linkRefusals[linked.reason], language, { ...linked.details, audience: name }));
  }
  const project = await projectOf(tools, actor);
  const title = words.greeting.linked(project?.title ?? projectId, words.link[audience]);
  return showAll(resultCard({ title, lines: [words.greeting.sendsNothing, words.help.shared] }, language));
}

export function laterLinked(language: Language): Reply {
  return showAll(resultCard({ title: wording[language].link.laterDone, lines: [] }, language));
}

function isAudience(value: unknown): value is Audience {
  return value === 'planning' || value === 'participants';
}
