import type { Temporal } from 'temporal-polyfill';
import { dataClass } from '../../../../retention/classes/rules.ts';
import type { ProjectFile } from '../../types.ts';
import type { FileRows } from '../store.ts';

/** Nothing is disposed of by it: that is done by hand. A class that this release does not know is left out. */
export function retentionRows(
  { retention = [] }: ProjectFile,
  ids: { readonly tenant_id: string; readonly project_id: string },
  now: Temporal.Instant,
): Pick<FileRows, 'retention_rule'> {
  return {
    retention_rule: retention.flatMap(({ dataClass: id, way, days, decision, decidedOn }) => {
      const of = dataClass(id);
      if (of === undefined || of.id === 'dietary' || (way === 'dispose' && of.effect === null)) return [];
      const decided = { way, days: way === 'keep' ? null : (days ?? null), decision: decision ?? null };
      return [
        {
          ...ids,
          data_class: of.id,
          ...decided,
          decided_on: decidedOn ?? null,
          set_by: 'import',
          set_at: now.toString(),
        },
      ];
    }),
  };
}
