import type { PersonId, ProjectKey } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Tools, Work } from '../../../tools.ts';
import { auditedBy, writeAudit } from '../../planning/audit/actions.ts';
import { confirmedPeople } from '../queries.ts';
import { kitchenEntries, opened } from './queries.ts';
import { topicKey, topicsOf } from './rules.ts';
import { putSealed, removeSealed, sealedOf } from './store.ts';
import type { DietReview, DietTopics, ReviewRefusal } from './types.ts';

/**
 * Puts what somebody eats into the vault, encrypted; an empty text takes it out. Nothing else may keep a copy.
 * What the content lead made of the very same words stays; new words have to be gone through anew.
 */
export async function saveDietary(
  work: Pick<Work, 'db'>,
  tools: Pick<Tools, 'seal' | 'clock'>,
  entry: ProjectKey & { readonly personId: PersonId; readonly text: string },
): Promise<void> {
  const text = entry.text.trim();
  if (text === '') return await removeSealed(work.db, entry);
  const sealed = await sealedOf(work.db, entry);
  const before = sealed === undefined ? undefined : opened(tools, sealed);
  const review = before !== undefined && topicKey(before.text) === topicKey(text) ? before.review : null;
  await put(work, tools, entry, { text, review });
}

/** Where nothing has been said before; what somebody has written is changed on their own page alone. */
export async function saveFirstDietary(
  work: Pick<Work, 'db'>,
  tools: Pick<Tools, 'seal' | 'clock'>,
  entry: ProjectKey & { readonly personId: PersonId; readonly text: string },
): Promise<void> {
  if (entry.text.trim() === '' || (await sealedOf(work.db, entry)) !== undefined) return;
  await saveDietary(work, tools, entry);
}

async function put(
  work: Pick<Work, 'db'>,
  tools: Pick<Tools, 'seal' | 'clock'>,
  { tenantId, projectId, personId }: ProjectKey & { readonly personId: PersonId },
  content: { readonly text: string; readonly review: DietReview | null },
): Promise<void> {
  const sealed = tools.seal.close(JSON.stringify(content));
  await putSealed(work.db, { tenantId, projectId, personId, now: tools.clock.now() }, sealed);
}

/** Shows the content lead what people have written, without names. That it was read is in the log; the words are not. */
export async function openTopics(tools: Tools, actor: Actor): Promise<DietTopics> {
  return await tools.tx(async (work) => {
    const entries = await entriesOfConfirmed(work, tools, actor);
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'dietary.read', details: { texts: entries.length } });
    return topicsOf(entries);
  });
}

/** Says what a text means, for everybody who wrote the same. */
export async function reviewTopic(
  tools: Tools,
  actor: Actor,
  { text, ...review }: DietReview & { readonly text: string },
): Promise<Outcome<{ readonly people: number; readonly waiting: number }, ReviewRefusal>> {
  return await tools.tx(async (work) => {
    const entries = await entriesOfConfirmed(work, tools, actor);
    const same = entries.filter((entry) => topicKey(entry.text) === topicKey(text));
    if (same.length === 0) return refused('textChanged');
    for (const { personId, text: written } of same)
      await put(work, tools, { ...actor, personId }, { text: written, review });
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'dietary.reviewed', details: { people: same.length } });
    const left = entries.filter((entry) => entry.review === null && !same.includes(entry));
    return done({ people: same.length, waiting: topicsOf(left).waiting.length });
  });
}

async function entriesOfConfirmed(work: Pick<Work, 'db'>, tools: Pick<Tools, 'seal'>, key: ProjectKey) {
  const confirmed = await confirmedPeople(work, key);
  return await kitchenEntries({ ...work, seal: tools.seal }, key, new Set(confirmed.map(({ personId }) => personId)));
}
