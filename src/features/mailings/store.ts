import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../database/open.ts';
import type { ProjectKey } from '../../domain/ids.ts';

export interface WordsRow {
  readonly mailing: string;
  readonly slot: string;
  readonly sv: string;
  readonly en: string;
}

/** Everything the content lead has written of their own, for every letter of the project. */
export async function wordsRows(db: Db, key: ProjectKey): Promise<readonly WordsRow[]> {
  return await db
    .selectFrom('mailing_words')
    .select(['mailing', 'slot', 'sv', 'en'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export async function putWords(
  db: Db,
  key: ProjectKey,
  words: WordsRow & { readonly by: string; readonly at: Temporal.Instant },
): Promise<void> {
  const { mailing, slot, sv, en, by } = words;
  const change = { sv, en, changed_by: by, changed_at: new Date(words.at.epochMilliseconds) };
  await db
    .insertInto('mailing_words')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, mailing, slot, ...change })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id', 'mailing', 'slot']).doUpdateSet(change))
    .execute();
}

/** The first sending counts: the guideline asks when people were told. */
export async function setMilestone(db: Db, key: ProjectKey, name: string, at: Temporal.Instant): Promise<void> {
  await db
    .insertInto('milestone')
    .values({ tenant_id: key.tenantId, project_id: key.projectId, name, at: at.toString(), source: 'tool' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What has been done and when, by name; `source` tells the tool's own acts from what it was told. */
export async function milestones(
  db: Db,
  key: ProjectKey,
): Promise<ReadonlyMap<string, { readonly at: Date; readonly source: string }>> {
  const rows = await db
    .selectFrom('milestone')
    .select(['name', 'at', 'source'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
  return new Map(rows.map(({ name, at, source }) => [name, { at, source }]));
}

export { lockProject } from '../../database/lock.ts';
