import type { Migration } from 'kysely/migration';
import { core } from './migrations/0001-core.ts';
import { meetings } from './migrations/0006-meetings.ts';
import { kitchen } from './migrations/0008-kitchen.ts';
import { mailings } from './migrations/0009-mailings.ts';
import { today } from './migrations/0010-today.ts';
import { delivery } from './migrations/0011-delivery.ts';
import { participants } from './migrations/0012-participants.ts';
import { chat } from './migrations/0014-chat.ts';
import { strangers } from './migrations/0016-strangers.ts';
import { declinedAll } from './migrations/0022-declined.ts';
import { hostMoved } from './migrations/0023-host-moved.ts';
import { historyOrder } from './migrations/0024-history-order.ts';
import { themes } from './migrations/0025-themes.ts';
import { tasks } from './migrations/0026-tasks.ts';
import { regionPeriods } from './migrations/0029-region-periods.ts';
import { publications } from './migrations/0039-publications.ts';
import { planningSeries } from './migrations/0036-planning-series.ts';
import { linkChecks } from './migrations/0040-link-checks.ts';
import { speakerLinks } from './migrations/0046-speaker-links.ts';
import { pollCards } from './migrations/0044-poll-cards.ts';
import { speakerAnswers } from './migrations/0030-speaker-answers.ts';
import { reminders } from './migrations/0033-reminders.ts';
import { inbox } from './migrations/0019-inbox.ts';
import { datePolls } from './migrations/0020-date-polls.ts';
import { calendarGrace } from './migrations/0018-calendar-grace.ts';
import { calendarHistory } from './migrations/0017-calendar-history.ts';
import { retention } from './migrations/0047-retention.ts';

/** Numbered and forward only: a change of the tables is a new entry, never an edit of a released one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-core': core,
  '0006-meetings': meetings,
  '0008-kitchen': kitchen,
  '0009-mailings': mailings,
  '0010-today': today,
  '0011-delivery': delivery,
  '0012-participants': participants,
  '0014-chat': chat,
  '0016-strangers': strangers,
  '0017-calendar-history': calendarHistory,
  '0018-calendar-grace': calendarGrace,
  '0019-inbox': inbox,
  '0020-date-polls': datePolls,
  '0022-declined': declinedAll,
  '0023-host-moved': hostMoved,
  '0024-history-order': historyOrder,
  '0025-themes': themes,
  '0026-tasks': tasks,
  '0029-region-periods': regionPeriods,
  '0030-speaker-answers': speakerAnswers,
  '0033-reminders': reminders,
  '0036-planning-series': planningSeries,
  '0039-publications': publications,
  '0040-link-checks': linkChecks,
  '0044-poll-cards': pollCards,
  '0046-speaker-links': speakerLinks,
  '0047-retention': retention,
};
