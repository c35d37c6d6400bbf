import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import type { DataClassId, KeptCount } from '../types.ts';
import { insertDisposal } from './store.ts';

export interface DisposalOrder {
  readonly dataClass: DataClassId;
  /** A person, or the tool under a decision that says when. */
  readonly by: { readonly personId: string | null; readonly name: string };
  readonly decision: string;
  readonly decidedOn: string | null;
  readonly dueOn: string;
  readonly items: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly kept: readonly KeptCount[];
}

/** Writes the record of a disposal and its line in the log, in the transaction that disposes. Counts and days alone. */
export async function recordDisposal(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock'>,
  key: ProjectKey,
  order: DisposalOrder,
): Promise<string> {
  const id = tools.ids.next();
  await insertDisposal(work.db, {
    tenant_id: key.tenantId,
    project_id: key.projectId,
    id,
    data_class: order.dataClass,
    at: new Date(tools.clock.now().epochMilliseconds),
    by_name: order.by.name,
    by_person_id: order.by.personId,
    decision: order.decision,
    decided_on: order.decidedOn,
    due_on: order.dueOn,
    items: order.items,
    period_from: order.from,
    period_to: order.to,
    kept: JSON.stringify(order.kept),
  });
  const details = { dataClass: order.dataClass, items: order.items, decision: order.decision };
  await recordAct(work, tools, key, { by: order.by, act: `${order.dataClass}.disposed`, subject: id, details });
  return id;
}
