// What the clock asks at every tick: as little of each row as it works with.
import type { ProjectKey } from '../../../domain/ids.ts';
import type { ProjectRow, Reader, Row } from '../store.ts';

/** A project without the file's own blocks, which weigh more than all the rest. */
export type ProjectHeadRow = Omit<ProjectRow, 'blocks'>;

const headColumns = [
  'tenant_id',
  'id',
  'title',
  'subtitle',
  'challenge',
  'purpose',
  'municipal_need',
  'diary_number',
  'target_groups',
  'max_per_organisation',
  'max_total',
  'guideline_version',
  'language',
  'time_zone',
  'key_dates',
  'registration_opens',
  'registration_closes',
  'registration_url',
  'web_page',
  'contact_person_id',
  'organiser_mailbox',
  'shared_calendar_mailbox',
  'guest_policy',
  'dietary_legal_basis',
  'dietary_retention_days',
  'dietary_decision',
  'state',
  'created_at',
  'delivery',
  'revision',
] as const satisfies readonly (keyof ProjectHeadRow)[];

/** Those of every tenant that are awake. */
export function activeProjectRows({ db }: Reader): Promise<ProjectHeadRow[]> {
  return db
    .selectFrom('project')
    .select(headColumns)
    .where('state', '=', 'active')
    .orderBy('tenant_id')
    .orderBy('id')
    .execute();
}

type SessionTimeRow = Pick<Row<'session'>, 'id' | 'date' | 'start_time' | 'end_time' | 'cancelled_at'>;

/** As `sessionRows` of the plan, but only when they are: an agenda weighs much more. */
export function sessionTimeRows({ db }: Reader, key: ProjectKey): Promise<SessionTimeRow[]> {
  return db
    .selectFrom('session')
    .select(['id', 'date', 'start_time', 'end_time', 'cancelled_at'])
    .where('tenant_id', '=', key.tenantId)
    .where('project_id', '=', key.projectId)
    .orderBy('number')
    .orderBy('date')
    .orderBy('start_time')
    .orderBy('id')
    .execute();
}
