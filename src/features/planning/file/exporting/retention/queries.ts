import type { ProjectKey } from '../../../../../domain/ids.ts';
import type { Reader } from '../../../store.ts';
import { entryOf } from '../../shape/rules.ts';
import * as store from '../../store.ts';
import type { Loose } from '../../types.ts';

/** What is decided about each class of data. Dietary needs are decided about among the project's terms. */
export async function retentionEntries(reader: Reader, key: ProjectKey): Promise<readonly Loose[]> {
  return (await store.retentionRows(reader, key)).map(({ data_class, way, days, decision, decided_on }) =>
    entryOf({}, { dataClass: data_class, way, days, decision, decidedOn: decided_on }),
  );
}
