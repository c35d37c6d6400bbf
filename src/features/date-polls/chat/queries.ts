import { localDateOf } from '../../../domain/local-date.ts';
import type { PersonId, ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { projectOf } from '../../planning/queries.ts';
import type { ProjectHead } from '../../planning/types.ts';
import { countsOf } from '../rules.ts';
import { pollRow } from '../store.ts';
import type { Poll, PollAnswer, PollFace } from '../types.ts';

type Needs = Pick<Tools, 'db' | 'clock' | 'settings'>;

export interface SeenPoll {
  readonly face: PollFace;
  /** What the one who looks has answered; null before an answer, and for whoever was not asked. */
  readonly own: Readonly<Record<string, PollAnswer>> | null;
}

/** The latest question about dates, or the one with this id, as one person sees it in a chat. */
export async function pollSeenBy(
  tools: Needs,
  key: ProjectKey,
  who: { readonly personId: PersonId | null; readonly pollId?: string },
): Promise<SeenPoll | null> {
  const [project, poll] = await Promise.all([projectOf(tools, key), pollRow(tools, key, who.pollId)]);
  if (project === null || poll === null) return null;
  const voter = who.personId === null ? undefined : poll.voters.find(({ personId }) => personId === who.personId);
  return { face: faceOf(tools, project, poll), own: voter?.answers ?? null };
}

export function faceOf(
  { clock, settings }: Pick<Needs, 'clock' | 'settings'>,
  project: ProjectHead,
  poll: Poll,
): PollFace {
  return {
    projectId: project.projectId,
    projectTitle: project.title,
    pollId: poll.id,
    closesOn: poll.closesOn,
    isOpen: localDateOf(clock.now(), project.timeZone).toString() <= poll.closesOn,
    asked: poll.voters.length,
    answered: poll.voters.filter(({ answers }) => answers !== null).length,
    days: countsOf(poll),
    url: `${settings.publicUrl}/tab/planering/hitta-datum?projekt=${encodeURIComponent(project.projectId)}`,
  };
}
