import { randomInt } from 'node:crypto';
import type { JobResult } from '../../../ports/jobs.ts';
import type { Tools, Work } from '../../../tools.ts';
import { plannedEvaluation } from '../queries.ts';
import { movable, storedDay } from '../rules.ts';
import { lockEvaluation } from '../store.ts';
import type { Answers, EvaluationKey } from '../types.ts';
import * as urn from './store.ts';

/** Puts one slip in the urn and writes all that wait in it anew, in random order under new random numbers. */
export async function shakeUrn(
  work: Work,
  tools: Pick<Tools, 'ids'>,
  key: EvaluationKey,
  answers: Answers,
): Promise<void> {
  const slips = shuffled([...(await urn.takeFromUrn(work.db, key)), answers]);
  await urn.putInUrn(
    work.db,
    key,
    slips.map((slip) => ({ slot: tools.ids.next(), answers: slip })),
  );
}

/** Fisher and Yates with the machine's secure numbers: an order that can be guessed hides nobody. */
export function shuffled<Item>(items: readonly Item[]): readonly Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(randomInt(left.length), 1));
  return drawn;
}

/**
 * Moves slips from the urn to the results, in a transaction of its own: whole steps of five drawn at random while it
 * is open, the rest when it has closed. They get new random ids and the day, nothing else. The marks are written anew
 * in the order of their ids at the same time, and both tables are then rewritten on disk, so that the dead versions of
 * their rows, which carry the transaction numbers that mark and slip had in common, are gone too.
 */
export async function shuffleAnswers(tools: Tools, key: EvaluationKey): Promise<JobResult> {
  const plan = await plannedEvaluation(tools, key);
  const day = storedDay(tools.clock.now(), plan?.project.timeZone ?? 'Europe/Stockholm');
  await tools.tx(async (work) => {
    const evaluation = await lockEvaluation(work.db, key);
    if (evaluation === undefined) return;
    const waiting = shuffled(await urn.takeFromUrn(work.db, key));
    const count = movable(waiting.length, evaluation.closed_at !== null);
    const numbered = waiting.map((answers) => ({ id: tools.ids.next(), answers }));
    await urn.storeAnswers(work.db, key, day, numbered.slice(0, count));
    await urn.putInUrn(
      work.db,
      key,
      numbered.slice(count).map(({ id, answers }) => ({ slot: id, answers })),
    );
    await urn.rewriteMarks(work.db, key);
  });
  await urn.forgetOldVersions(tools.db);
  return 'done';
}
