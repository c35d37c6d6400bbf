import type { BotTables } from './tables/bot.ts';
import type { DatePollTables } from './tables/date-polls.ts';
import type { DocumentationTables } from './tables/documentation.ts';
import type { EvaluationTables } from './tables/evaluations.ts';
import type { KitchenTables } from './tables/kitchen.ts';
import type { MailingTables } from './tables/mailings.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { NoticeTables } from './tables/notices.ts';
import type { ProjectTables } from './tables/projects.ts';
import type { RegistrationTables } from './tables/registration.ts';
import type { ThemeTables } from './tables/themes.ts';
import type { PublicationTables } from './tables/publications.ts';
import type { ReminderTables } from './tables/reminders.ts';
import type { RetentionTables } from './tables/retention.ts';
import type { RegionTables } from './tables/region.ts';
import type { TaskTables } from './tables/tasks.ts';
import type { TodayTables } from './tables/today.ts';

export interface InstallationTable {
  readonly key: string;
  readonly value: string;
}

/** Every table of the database, a file per room of the house. */
export interface Tables
  extends
    ProjectTables,
    RegistrationTables,
    NoticeTables,
    MailingTables,
    MeetingTables,
    KitchenTables,
    DatePollTables,
    EvaluationTables,
    DocumentationTables,
    BotTables,
    ThemeTables,
    PublicationTables,
    RegionTables,
    ReminderTables,
    RetentionTables,
    TaskTables,
    TodayTables {
  /** What this database is, such as the mode it was made in. The only table without a tenant. */
  installation: InstallationTable;
}
