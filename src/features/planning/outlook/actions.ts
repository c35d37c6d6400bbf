import type { Work } from '../../../tools.ts';
import type { Project } from '../types.ts';

/** Outlook follows the plan of an active project, in the transaction of the change; a dormant one leaves it alone. */
export async function planChanged(
  work: Work,
  project: Pick<Project, 'tenantId' | 'projectId' | 'state'>,
): Promise<void> {
  if (project.state !== 'active') return;
  await work.enqueue('meetings.reconcile', { tenantId: project.tenantId, projectId: project.projectId });
}
