import type { PersonId, ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { putSealed, removeSealed } from './store.ts';

/** Puts what somebody eats into the vault, encrypted; an empty text takes it out. Nothing else may keep a copy. */
export async function saveDietary(
  work: Pick<Work, 'db'>,
  tools: Pick<Tools, 'seal' | 'clock'>,
  entry: ProjectKey & { readonly personId: PersonId; readonly text: string },
): Promise<void> {
  const text = entry.text.trim();
  if (text === '') return await removeSealed(work.db, entry);
  const { tenantId, projectId, personId } = entry;
  await putSealed(
    work.db,
    { tenantId, projectId, personId, now: tools.clock.now() },
    tools.seal.close(JSON.stringify({ text })),
  );
}
