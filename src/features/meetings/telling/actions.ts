import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { queuePost } from '../../notices/actions.ts';
import type { NoticeKind } from '../../notices/types.ts';

/** Says one thing in the planning chat; to the one who leads by mail where there is none. The version tells one occasion from the next; on the same one it is said once. */
export async function tellPlanners(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock' | 'settings'>,
  { tenantId, projectId }: ProjectKey,
  what: {
    readonly kind: NoticeKind;
    readonly sessionId?: SessionId;
    readonly version: string;
    readonly text: string;
    /** Instead of the text alone. */
    readonly card?: object;
    /** Those who lead get a mail of it anyway, so a missing chat needs none. */
    readonly isMailed?: true;
  },
): Promise<void> {
  const { kind, sessionId, version, text, card, isMailed } = what;
  await queuePost(work, tools, {
    tenantId,
    projectId,
    kind,
    ...(sessionId === undefined ? {} : { sessionId }),
    version,
    place: 'planningChat',
    post: card === undefined ? { text } : { card, summary: text },
    ...(isMailed === true ? {} : { orMail: 'toLead' as const }),
    grace: 'none',
    confirmationId: null,
  });
}
