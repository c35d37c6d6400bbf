import type { Work } from '../../../tools.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import { putDelivery } from './store.ts';
import type { Project } from '../types.ts';

/** Outlook follows the plan of an active project, in the transaction of the change; a dormant one leaves it alone. */
export async function planChanged(
  work: Work,
  project: Pick<Project, 'tenantId' | 'projectId' | 'state'>,
): Promise<void> {
  if (project.state !== 'active') return;
  await work.enqueue('meetings.reconcile', { tenantId: project.tenantId, projectId: project.projectId });
}

/** who sends from now on. What follows from it is the caller's. */
export async function changeDelivery(work: Work, key: ProjectKey, delivery: Project['delivery']): Promise<void> {
  await putDelivery(work.db, key, delivery);
}
