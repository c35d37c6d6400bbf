import type { Selectable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { ThemeTables } from '../../database/tables/themes.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type {
  Consultation,
  ConsultationTexts,
  Decision,
  DecisionWay,
  Proposal,
  ProposalOutcome,
  ProposalTexts,
} from './types.ts';

interface Reader {
  readonly db: Db;
}

/** The two lists of which an entry can be taken away and put back. */
type List = 'theme_proposal' | 'theme_consultation';

const idsOf = ({ tenantId, projectId }: ProjectKey) => ({ tenant_id: tenantId, project_id: projectId });

export async function proposalsOf({ db }: Reader, key: ProjectKey): Promise<readonly Proposal[]> {
  const rows = await db
    .selectFrom('theme_proposal')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(proposalFrom);
}

function proposalFrom(row: Selectable<ThemeTables['theme_proposal']>): Proposal {
  const { id, title, why, proposed_by, stated_support, supporters, outcome } = row;
  return { id, title, why, proposedBy: proposed_by, statedSupport: stated_support, supporters, outcome };
}

export async function consultationsOf({ db }: Reader, key: ProjectKey): Promise<readonly Consultation[]> {
  const rows = await db
    .selectFrom('theme_consultation')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ id, forum, date, summary, heard }) => ({ id, forum, date, summary, heard }));
}

export async function decisionOf({ db }: Reader, key: ProjectKey): Promise<Decision | null> {
  const row = await db
    .selectFrom('theme_decision')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { proposal_id, date, decided_by, way, paragraph, note } = row;
  return { proposalId: proposal_id, date, by: decided_by, way, paragraph, note };
}

async function nextPosition({ db }: Reader, key: ProjectKey, list: List): Promise<number> {
  const row = await db
    .selectFrom(list)
    .select(({ fn }) => fn.max('position').as('last'))
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}

const proposalColumns = (texts: ProposalTexts) => ({
  title: texts.title,
  why: texts.why,
  proposed_by: texts.proposedBy,
  stated_support: texts.statedSupport,
  supporters: JSON.stringify(texts.supporters),
});

export async function addProposal(reader: Reader, key: ProjectKey, id: string, texts: ProposalTexts): Promise<void> {
  const position = await nextPosition(reader, key, 'theme_proposal');
  await reader.db
    .insertInto('theme_proposal')
    .values({
      ...idsOf(key),
      id,
      ...proposalColumns(texts),
      outcome: 'open',
      extra: '{}',
      position,
      removed_at: null,
    })
    .execute();
}

export async function changeProposal({ db }: Reader, key: ProjectKey, id: string, texts: ProposalTexts): Promise<void> {
  await db
    .updateTable('theme_proposal')
    .set(proposalColumns(texts))
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
}

const consultationColumns = ({ heard, ...texts }: ConsultationTexts) => ({ ...texts, heard: JSON.stringify(heard) });

export async function addConsultation(
  reader: Reader,
  key: ProjectKey,
  id: string,
  texts: ConsultationTexts,
): Promise<void> {
  const position = await nextPosition(reader, key, 'theme_consultation');
  await reader.db
    .insertInto('theme_consultation')
    .values({ ...idsOf(key), id, ...consultationColumns(texts), extra: '{}', position, removed_at: null })
    .execute();
}

export async function changeConsultation(
  { db }: Reader,
  key: ProjectKey,
  id: string,
  texts: ConsultationTexts,
): Promise<void> {
  await db
    .updateTable('theme_consultation')
    .set(consultationColumns(texts))
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .execute();
}

/** Takes an entry away (`at`) or puts it back (null); whether there was one to do it with. */
export async function setRemoved(
  { db }: Reader,
  key: ProjectKey,
  { list, id, at }: { readonly list: List; readonly id: string; readonly at: Date | null },
): Promise<boolean> {
  const result = await db
    .updateTable(list)
    .set({ removed_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .where('id', '=', id)
    .where('removed_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function setOutcomes(
  { db }: Reader,
  key: ProjectKey,
  outcomes: readonly { readonly id: string; readonly outcome: ProposalOutcome }[],
): Promise<void> {
  for (const { id, outcome } of outcomes)
    await db
      .updateTable('theme_proposal')
      .set({ outcome })
      .where('tenant_id', '=', key.tenantId)
      .where('project_id', '=', key.projectId)
      .where('id', '=', id)
      .execute();
}

export async function putDecision(
  { db }: Reader,
  key: ProjectKey,
  decision: Decision & { readonly way: DecisionWay },
): Promise<void> {
  const row = {
    proposal_id: decision.proposalId,
    date: decision.date,
    decided_by: decision.by,
    way: decision.way,
    paragraph: decision.paragraph,
    note: decision.note,
    extra: '{}',
  };
  await db
    .insertInto('theme_decision')
    .values({ ...idsOf(key), ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'project_id']).doUpdateSet(row))
    .execute();
}

export async function removeDecision({ db }: Reader, key: ProjectKey): Promise<void> {
  await db
    .deleteFrom('theme_decision')
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .execute();
}

export { lockProject } from '../../database/lock.ts';
