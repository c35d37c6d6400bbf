import { languageOf } from '../../../domain/words.ts';
import { isOutside } from '../../../domain/reach.ts';
import type { Tools } from '../../../tools.ts';
import { conversationFor } from '../../conversations/queries.ts';
import { queueMail, queuePost } from '../../notices/actions.ts';
import { wishForm } from '../../planning/dates/finding/form/queries.ts';
import { peopleOf } from '../../planning/queries.ts';
import type { ProjectHead } from '../../planning/types.ts';
import { leadOf } from '../../rooms/booking/queries.ts';
import { answerUrl, mailOf } from '../actions.ts';
import { faceOf } from '../chat/queries.ts';
import { pollReminder } from '../letters/poll-letter.ts';
import { resultLetter } from '../letters/result.ts';
import { bestDates, bestFirst } from '../rules.ts';
import { markPoll, pollRow, type TimedPoll } from '../store.ts';
import type { PollCards } from '../types.ts';

interface Telling {
  readonly project: ProjectHead;
  readonly row: TimedPoll;
  readonly cards: PollCards;
}

/**
 * Reminds those who have not answered, once: a card in the planning chat for whoever sits there, which says how many and
 * never who, and a mail to the others. The mark and the notices are written together, and who has answered gets nothing.
 */
export async function remindOfPoll(tools: Tools, { project, row, cards }: Telling): Promise<void> {
  const chat = await conversationFor(tools, project, 'planning');
  const people = await peopleOf(tools, project);
  await tools.tx(async (work) => {
    const { tenantId, projectId } = project;
    if (!(await markPoll(work, row, 'reminded_at', new Date(tools.clock.now().epochMilliseconds)))) return;
    const poll = await pollRow(work, project, row.id);
    const silent = poll?.voters.filter(({ answers }) => answers === null) ?? [];
    if (poll === null || silent.length === 0) return;
    const { confirmationId } = poll;
    const inChat = new Set(
      chat === undefined ? [] : people.filter(({ accountType }) => !isOutside(accountType)).map(({ id }) => id),
    );
    const order = { tenantId, projectId, grace: 'none', confirmationId } as const;
    const mail = await mailOf(work, project, poll);
    for (const { address, name } of silent.filter(({ personId }) => personId === null || !inChat.has(personId)))
      await queueMail(work, tools, {
        ...order,
        kind: 'dates.pollReminder',
        version: `${poll.id} ${address}`,
        to: { address, name },
        letter: pollReminder(mail, await answerUrl(work, tools, { project, poll, address })),
      });
    if (silent.some(({ personId }) => personId !== null && inChat.has(personId)))
      await queuePost(work, tools, {
        ...order,
        kind: 'dates.pollNudge',
        version: poll.id,
        place: 'planningChat',
        post: cards.question(faceOf(tools, project, poll), languageOf(project.language), 'nudge'),
      });
  });
}

/** Tells the planning group once what has been answered and what comes next; the question's own cards close. */
export async function tellResult(tools: Tools, { project, row, cards }: Telling): Promise<void> {
  const form = await wishForm(tools, project);
  await tools.tx(async (work) => {
    const { tenantId, projectId } = project;
    if (!(await markPoll(work, row, 'told_at', new Date(tools.clock.now().epochMilliseconds)))) return;
    const poll = await pollRow(work, project, row.id);
    if (poll === null) return;
    const language = languageOf(project.language);
    const face = faceOf(tools, project, poll);
    const lead = await leadOf(work, project);
    const best = bestDates(face.days, form?.wish.sessions ?? []);
    await queuePost(work, tools, {
      tenantId,
      projectId,
      grace: 'none',
      confirmationId: poll.confirmationId,
      kind: 'dates.pollResult',
      version: poll.id,
      place: 'planningChat',
      post: cards.result({ ...face, days: bestFirst(face.days) }, language, best),
      orMail: {
        to: { address: lead.email, name: lead.name },
        letter: resultLetter({ ...face, days: bestFirst(face.days) }, language),
      },
    });
    await work.enqueue('datePolls.show', { tenantId, projectId, pollId: poll.id });
  });
}

/** A result that would be no news is passed over, so that it is not looked at again. */
export async function passOver(tools: Tools, row: TimedPoll): Promise<void> {
  await tools.tx(async (work) => {
    await markPoll(work, row, 'told_at', new Date(tools.clock.now().epochMilliseconds));
  });
}
