import { localDateOf } from '../../domain/local-date.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools } from '../../tools.ts';
import { conversationFor } from '../conversations/queries.ts';
import { peopleOf, projectOf, rolesOf } from '../planning/queries.ts';
import { morningFacts } from '../today/queries.ts';
import { nextWeekMorning } from './mornings/rules.ts';
import { deadlinesOf, nextStage, perScreen, recipientOf } from './rules.ts';
import { settingOf, watchedOf } from './store.ts';
import type { Reminder, RemindersView } from './types.ts';

const shown = 5;

/** What is switched on, and what comes next as things stand now. */
export async function remindersOf(
  tools: Pick<Tools, 'db' | 'clock' | 'settings'>,
  actor: Actor,
): Promise<RemindersView | null> {
  const [project, facts] = [await projectOf(tools, actor), await morningFacts(tools, actor)];
  if (project === null || facts === null) return null;
  const [setting, watched, people, roles, chat] = await Promise.all([
    settingOf(tools, actor),
    watchedOf(tools, actor),
    peopleOf(tools, actor),
    rolesOf(tools, actor),
    conversationFor(tools, actor, 'planning'),
  ]);
  const { reminders = true, weekly = true } = setting ?? {};
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const coming = deadlinesOf(facts.timeline.entries, facts.byItself).flatMap((deadline) => {
    const next = nextStage(today, deadline, watched);
    return next === undefined ? [] : [{ ...deadline, stage: next.stage, on: next.on.toString() }];
  });
  return {
    reminders,
    weekly,
    nextWeeklyOn: weekly ? nextWeekMorning(today).toString() : null,
    coming: (reminders ? nextOf(coming) : []).map(({ on, stage, title, sessionNumber, dueOn, owner }) => ({
      on,
      stage,
      title,
      sessionNumber,
      dueOn,
      to: recipientOf(owner, people, roles)?.displayName ?? '',
    })),
    hasPlanningChat: chat !== undefined,
  };
}

/** Those of the nearest mornings, each screen once. */
function nextOf(coming: readonly (Reminder & { readonly on: string })[]) {
  const mornings = [...Map.groupBy(coming, ({ on }) => on)].toSorted(([one], [other]) => one.localeCompare(other));
  return mornings.flatMap(([on, those]) => perScreen(those).map((one) => ({ ...one, on }))).slice(0, shown);
}
