import { may } from '../../src/domain/policy.ts';
import { say as sayIn, type Language } from '../../src/domain/words.ts';
import { answerInChat } from '../../src/features/date-polls/chat/actions.ts';
import { pollSeenBy } from '../../src/features/date-polls/chat/queries.ts';
import { pollForm } from '../../src/features/date-polls/schema.ts';
import { answerRefusals } from '../../src/features/date-polls/types.ts';
import { linkOf } from '../../src/features/conversations/queries.ts';
import { actorFor } from '../../src/features/planning/queries.ts';
import type { CardAction } from '../activities.ts';
import { questionCard } from '../cards/poll.ts';
import { say, show, showAll, silent, type Button, type Command, type Desk, type Reply, type Turn } from '../turn.ts';
import { wording } from '../wording.ts';
import { fieldOf } from './seen.ts';

/** "Svara om datum": the question about dates once more, with one's own answer when nobody else sees it. */
export const pollCommand: Command = {
  id: 'dates.answer',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['svara om datum'], en: ['answer about dates'] },
  ways: ['svara|=svar|=answer|=reply|rosta|=vote + datum|=dates|dagar|dagarna|=days'],
  async run({ tools, actor, project, place, language }) {
    const isPrivate = place.kind === 'personal';
    const seen = await pollSeenBy(tools, project, { personId: isPrivate ? actor.personId : null });
    if (seen === null) return say(sayIn(answerRefusals.noPoll, language));
    return show(questionCard(seen.face, { own: seen.own }, language));
  },
};

export const pollButtons: readonly Button[] = [
  {
    verb: 'dates.answer!send',
    act: 'plan.view',
    where: 'planning',
    async press(turn, pressed) {
      const { tools, actor, language } = turn;
      const said = pollForm.safeParse(pressed.data);
      const pollId = fieldOf(pressed, 'poll');
      const answered = await answerInChat(tools, actor, { pollId, said: said.success ? said.data : {} });
      if (!answered.ok) return say(sayIn(answerRefusals[answered.reason], language, answered.details));
      return answeredFace(turn, pressed, pollId);
    },
  },
];

/** What the one who answered sees. Clients that know no views of their own show one card to all, so it has numbers alone. */
async function answeredFace(turn: Turn, { via, place }: CardAction, pollId: string): Promise<Reply> {
  const isForAll = via === 'submit' && place.kind !== 'personal';
  const personId = isForAll ? null : turn.actor.personId;
  const seen = await pollSeenBy(turn.tools, turn.project, { personId, pollId });
  if (seen === null) return say(wording[turn.language].stale);
  const post = questionCard(seen.face, { own: seen.own }, turn.language);
  return isForAll ? showAll(post) : show(post);
}

/** Somebody looks at the card: Teams asks for their own view of it. Nothing is said, kept or remembered. */
export async function lookAtPoll({ tools }: Desk, pressed: CardAction, language: Language): Promise<Reply> {
  const { place, person } = pressed;
  const projectId = fieldOf(pressed, 'project');
  const link = place.kind === 'personal' ? undefined : await linkOf(tools, place);
  const isAtHome = link?.audience === 'planning' && link.projectId === projectId;
  if (place.kind !== 'personal' && !isAtHome) return silent;
  const actor = await actorFor(tools, { tenantId: person.tid, oid: person.oid }, projectId, language);
  if (actor === null || !may(actor.roles, 'plan.view')) return silent;
  const seen = await pollSeenBy(tools, actor, { personId: actor.personId, pollId: fieldOf(pressed, 'poll') });
  return seen === null ? silent : show(questionCard(seen.face, { own: seen.own }, language));
}
