import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import { knownClass } from '../classes/rules.ts';
import type { Disposal, DisposedNote } from '../types.ts';
import { disposalRows } from './store.ts';

/** Every record of the project, the latest first. */
export async function disposalsOf({ db }: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly Disposal[]> {
  return (await disposalRows(db, key)).map((row) => ({
    id: row.id,
    dataClass: row.data_class,
    name: knownClass(row.data_class).name,
    at: row.at.toISOString(),
    by: row.by_name,
    decision: row.decision,
    decidedOn: row.decided_on,
    dueOn: row.due_on,
    items: row.items,
    from: row.period_from,
    to: row.period_to,
    kept: row.kept,
  }));
}

/** What has been disposed of, a line per class, for the pages that used to show it. */
export async function disposedNotes(reader: Pick<Tools, 'db'>, key: ProjectKey): Promise<readonly DisposedNote[]> {
  const classes = Map.groupBy(await disposalsOf(reader, key), ({ dataClass }) => dataClass);
  return [...classes.values()].flatMap(([latest]) => {
    if (latest === undefined) return [];
    const { dataClass, name, at, decision, kept } = latest;
    return [{ dataClass, name, at, decision, kept }];
  });
}
