import { localDateOf } from '../../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { languageOf } from '../../../domain/words.ts';
import type { JobPayloads, JobResult } from '../../../ports/jobs.ts';
import type { Tools } from '../../../tools.ts';
import { conversationFor } from '../../conversations/queries.ts';
import { postedAs } from '../../notices/queries.ts';
import { projectOf } from '../../planning/queries.ts';
import { keepAnswers } from '../actions.ts';
import { completeAnswers } from '../rules.ts';
import { pollRow } from '../store.ts';
import type { AnswerRefusal, PollAnswer, PollCards } from '../types.ts';
import { faceOf } from './queries.ts';

/** Somebody answers on a card: the same answer as behind their link, so that each has one whichever way they take. */
export async function answerInChat(
  tools: Tools,
  actor: Actor,
  { pollId, said }: { readonly pollId: string; readonly said: Readonly<Record<string, PollAnswer>> },
): Promise<Outcome<null, AnswerRefusal>> {
  const [project, poll] = await Promise.all([projectOf(tools, actor), pollRow(tools, actor, pollId)]);
  if (project === null || poll === null) return refused('noPoll');
  const voter = actor.personId === null ? undefined : poll.voters.find(({ personId }) => personId === actor.personId);
  if (voter === undefined) return refused('notAsked');
  if (localDateOf(tools.clock.now(), project.timeZone).toString() > poll.closesOn) return refused('closed');
  const answers = completeAnswers(poll.days, said);
  if (answers === undefined) return refused('missing');
  await keepAnswers(tools, actor, { pollId, address: voter.address, answers });
  return done(null);
}

/** Brings the cards in the planning chat to what has been answered. One that has not gone out yet is left alone. */
export async function showPoll(
  tools: Tools,
  { pollId, ...key }: JobPayloads['datePolls.show'],
  cards: PollCards,
): Promise<JobResult> {
  const [project, poll] = await Promise.all([projectOf(tools, key), pollRow(tools, key, pollId)]);
  const chat = await conversationFor(tools, key, 'planning');
  if (project === null || poll === null || chat === undefined) return 'done';
  const face = faceOf(tools, project, poll);
  const language = languageOf(project.language);
  for (const [kind, as] of [
    ['dates.pollCard', 'question'],
    ['dates.pollNudge', 'nudge'],
  ] as const) {
    const activityId = await postedAs(tools, { ...key, kind, version: pollId });
    if (activityId === null) continue;
    const updated = await tools.messenger.update(chat, activityId, cards.question(face, language, as));
    if (updated.result === 'later') return { retryAfterSeconds: updated.retryAfterSeconds };
  }
  return 'done';
}
