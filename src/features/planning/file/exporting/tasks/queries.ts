import type { ProjectKey } from '../../../../../domain/ids.ts';
import { momentText } from '../../../rules.ts';
import type { Reader } from '../../../store.ts';
import { entryOf } from '../../shape/rules.ts';
import * as store from '../../store.ts';
import type { Loose } from '../../types.ts';
import { compare } from '../people/queries.ts';

/** What the planning group has to do and has decided, in the order in which it was written down. */
export async function taskEntries(
  reader: Reader,
  key: ProjectKey,
  zone: string,
): Promise<{ readonly tasks: readonly Loose[]; readonly decisions: readonly Loose[] }> {
  const tasks = (await store.taskRows(reader, key)).map((row) =>
    entryOf(
      {},
      {
        id: row.id,
        what: row.what,
        ownerId: row.owner_id,
        due: row.due_on,
        source: row.source,
        ruleId: row.rule_id,
        createdBy: row.created_by,
        createdAt: momentText(row.created_at, zone),
        doneAt: row.done_at === null ? null : momentText(row.done_at, zone),
        doneBy: row.done_by,
      },
    ),
  );
  const decisions = (await store.decisionRows(reader, key)).map((row) =>
    entryOf(
      {},
      {
        id: row.id,
        text: row.text,
        date: row.decided_on,
        by: row.written_by,
        createdAt: momentText(row.created_at, zone),
      },
    ),
  );
  return { tasks: inOrder(tasks), decisions: inOrder(decisions) };
}

/** The file's moments have no parts of a second, so those of one second are told by their ids. */
function inOrder(entries: readonly Loose[]): readonly Loose[] {
  const text = (entry: Loose, name: string): string => String(entry[name]);
  return entries.toSorted(
    (one, other) =>
      Date.parse(text(one, 'createdAt')) - Date.parse(text(other, 'createdAt')) ||
      compare(text(one, 'id'), text(other, 'id')),
  );
}
