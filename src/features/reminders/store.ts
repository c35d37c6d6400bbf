import type { Selectable } from 'kysely';
import type { Db } from '../../database/open.ts';
import type { ReminderSettingTable } from '../../database/tables/reminders.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import type { Deadline, Stage, Switch, Watched } from './types.ts';

interface Reader {
  readonly db: Db;
}

export type SettingRow = Selectable<ReminderSettingTable>;

/** Of every tenant. */
export async function allSettings({ db }: Reader): Promise<readonly SettingRow[]> {
  return await db.selectFrom('reminder_setting').selectAll().execute();
}

export async function settingOf({ db }: Reader, { tenantId, projectId }: ProjectKey): Promise<SettingRow | undefined> {
  return await db
    .selectFrom('reminder_setting')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .executeTakeFirst();
}

/** A project's first setting; one that stands is left alone. */
export async function beginSetting(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  lookedOn: string,
): Promise<void> {
  await db
    .insertInto('reminder_setting')
    .values({ tenant_id: tenantId, project_id: projectId, looked_on: lookedOn })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function putSwitch(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  name: Switch,
  isOn: boolean,
): Promise<void> {
  await db
    .updateTable('reminder_setting')
    // What comes next is another thing now.
    .set({ [name]: isOn, revision: null })
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute();
}

/** False when somebody has looked on that morning already. */
export async function markLooked({ db }: Reader, { tenantId, projectId }: ProjectKey, on: string): Promise<boolean> {
  const marked = await db
    .updateTable('reminder_setting')
    .set({ looked_on: on })
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('looked_on', '<', on)
    .executeTakeFirst();
  return marked.numUpdatedRows > 0n;
}

export async function markWeek(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  { on, met }: { readonly on: string; readonly met: readonly string[] },
): Promise<void> {
  await db
    .updateTable('reminder_setting')
    .set({ week_on: on, met: JSON.stringify(met) })
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute();
}

/** When there is something to tell next, unless the plan changes before. */
export async function markNext(
  { db }: Reader,
  { tenantId, projectId, revision }: ProjectKey & { readonly revision: number },
  on: string | null,
): Promise<void> {
  await db
    .updateTable('reminder_setting')
    .set({ next_on: on, revision })
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute();
}

export async function watchedOf({ db }: Reader, { tenantId, projectId }: ProjectKey): Promise<readonly Watched[]> {
  const rows = await db
    .selectFrom('reminder')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute();
  return rows.map(({ rule_id, scope, due_on, seen_on, ahead_on, soon_on, late_on }) => ({
    ruleId: rule_id,
    sessionId: scope === '' ? null : scope,
    dueOn: due_on,
    seenOn: seen_on,
    told: { ahead: ahead_on, soon: soon_on, late: late_on },
  }));
}

/** Keeps on which morning each last day was last seen ahead. */
export async function watch(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  deadlines: readonly Deadline[],
  on: string,
): Promise<void> {
  if (deadlines.length === 0) return;
  await db
    .insertInto('reminder')
    .values(
      deadlines.map(({ ruleId, sessionId, dueOn }) => ({
        tenant_id: tenantId,
        project_id: projectId,
        rule_id: ruleId,
        scope: sessionId ?? '',
        due_on: dueOn,
        seen_on: on,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'project_id', 'rule_id', 'scope', 'due_on']).doUpdateSet({ seen_on: on }),
    )
    .execute();
}

export async function markTold(
  { db }: Reader,
  { tenantId, projectId }: ProjectKey,
  { ruleId, sessionId, dueOn, stage }: Deadline & { readonly stage: Stage },
  on: string,
): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ [`${stage}_on`]: on })
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('rule_id', '=', ruleId)
    .where('scope', '=', sessionId ?? '')
    .where('due_on', '=', dueOn)
    .execute();
}
