import type { Tools } from '../../../tools.ts';
import { queueMail } from '../../notices/actions.ts';
import { letter, paragraph } from '../../notices/letters/letter.ts';
import type { ProjectTelling } from '../facts/types.ts';
import { keyOf } from '../rules.ts';

/** Passes on what somebody could not use, to the project's own mailbox. */
export async function reportBarrier(
  tools: Tools,
  project: ProjectTelling & { readonly tenantId: string },
  report: { readonly text: string; readonly email: string },
): Promise<void> {
  const from =
    report.email.trim() === '' ? 'Avsändaren vill inte ha svar.' : `Svara till ${report.email.trim().slice(0, 254)}.`;
  await tools.tx((work) =>
    queueMail(work, tools, {
      ...keyOf(project),
      kind: 'accessibility.report',
      version: tools.ids.next(),
      to: { address: project.lead?.email ?? project.organiserMailbox, name: project.lead?.name ?? 'Dalalab' },
      letter: letter('Något på webbplatsen fungerar inte', [paragraph(report.text.slice(0, 4000)), paragraph(from)]),
      grace: 'none',
      confirmationId: null,
    }),
  );
}
