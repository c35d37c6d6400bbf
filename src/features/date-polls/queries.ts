import { localDateOf } from '../../domain/local-date.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { Tools } from '../../tools.ts';
import { openLink } from '../links/queries.ts';
import { projectOf } from '../planning/queries.ts';
import type { PollQuestion } from './pages/poll-page.ts';
import { resultOf } from './rules.ts';
import { pollRow } from './store.ts';
import type { PollView } from './types.ts';

/** What the latest question about dates has been answered. */
export async function pollView(tools: Pick<Tools, 'db' | 'clock'>, key: ProjectKey): Promise<PollView | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const poll = await pollRow(tools, key);
  const today = localDateOf(tools.clock.now(), project.timeZone).toString();
  return { poll: poll === null ? null : resultOf(poll, today) };
}

/** What the page behind a link shows. Changes nothing. */
export async function pollQuestion(
  tools: Pick<Tools, 'db' | 'clock'>,
  secret: string,
): Promise<{ readonly key: ProjectKey; readonly pollId: string; readonly question: PollQuestion } | undefined> {
  const link = await openLink(tools, secret);
  if (link === undefined || !link.purpose.startsWith('dates:')) return undefined;
  const pollId = link.purpose.slice('dates:'.length);
  const [project, poll] = await Promise.all([projectOf(tools, link), pollRow(tools, link, pollId)]);
  const voter = poll?.voters.find(({ address }) => address === link.subjectId);
  if (project === null || poll === null || voter === undefined) return undefined;
  const today = localDateOf(tools.clock.now(), project.timeZone).toString();
  return {
    key: { tenantId: link.tenantId, projectId: link.projectId },
    pollId,
    question: {
      project: { id: project.projectId, title: project.title },
      days: poll.days,
      closesOn: poll.closesOn,
      isOpen: today <= poll.closesOn,
      voter,
    },
  };
}
