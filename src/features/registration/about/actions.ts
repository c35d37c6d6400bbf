import type { Tools } from '../../../tools.ts';
import { queueMail } from '../../notices/actions.ts';
import type { ProjectTelling } from '../facts/types.ts';
import { keyOf } from '../rules.ts';
import { barrierLetter } from './letters/barrier.ts';

/** Passes on what somebody could not use, to the project's own mailbox. */
export async function reportBarrier(
  tools: Tools,
  project: ProjectTelling & { readonly tenantId: string },
  report: { readonly text: string; readonly email: string },
): Promise<void> {
  await tools.tx((work) =>
    queueMail(work, tools, {
      ...keyOf(project),
      kind: 'accessibility.report',
      version: tools.ids.next(),
      to: { address: project.lead?.email ?? project.organiserMailbox, name: project.lead?.name ?? 'Dalalab' },
      letter: barrierLetter(report),
      grace: 'none',
      confirmationId: null,
    }),
  );
}
