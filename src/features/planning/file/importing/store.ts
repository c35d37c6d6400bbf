import type { Insertable } from 'kysely';
import type { ProjectTables } from '../../../../database/tables/projects.ts';
import type { PublicationTables } from '../../../../database/tables/publications.ts';
import type { RegistrationTables } from '../../../../database/tables/registration.ts';
import type { RetentionTables } from '../../../../database/tables/retention.ts';
import type { TaskTables } from '../../../../database/tables/tasks.ts';
import type { ThemeTables } from '../../../../database/tables/themes.ts';

type Tables = ProjectTables & PublicationTables & RegistrationTables & RetentionTables & TaskTables & ThemeTables;
export type New<Name extends keyof Tables> = Insertable<Tables[Name]>;

/** Everything that an import writes but the vault. All of it is history: nothing here makes anything go out. */
export interface FileRows {
  readonly project: New<'project'>;
  readonly organisation: readonly New<'organisation'>[];
  readonly person: readonly New<'person'>[];
  readonly project_role: readonly New<'project_role'>[];
  readonly venue: readonly New<'venue'>[];
  readonly speaker: readonly New<'speaker'>[];
  readonly session: readonly New<'session'>[];
  readonly milestone: readonly New<'milestone'>[];
  readonly publication: readonly New<'publication'>[];
  readonly retention_rule: readonly New<'retention_rule'>[];
  readonly guideline_override: readonly New<'guideline_override'>[];
  readonly registration: readonly New<'registration'>[];
  readonly session_participation: readonly New<'session_participation'>[];
  readonly session_guest: readonly New<'session_guest'>[];
  readonly theme_proposal: readonly New<'theme_proposal'>[];
  readonly theme_consultation: readonly New<'theme_consultation'>[];
  readonly theme_decision: readonly New<'theme_decision'>[];
  readonly task: readonly New<'task'>[];
  readonly decision: readonly New<'decision'>[];
}
