import { localDateOf, type LocalDate } from '../../domain/local-date.ts';
import { isOutside } from '../../domain/reach.ts';
import { languageOf, type Language } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { conversationFor } from '../conversations/queries.ts';
import { queueMail, queuePost } from '../notices/actions.ts';
import { peopleOf, rolesOf } from '../planning/queries.ts';
import type { Person, ProjectHead, RoleHolder } from '../planning/types.ts';
import { awaitedOf, morningFacts } from '../today/queries.ts';
import { reminderMail } from './letters/morning.ts';
import { nextWeekMorning } from './mornings/rules.ts';
import { deadlinesOf, dueThisMorning, nextTelling, perPerson } from './rules.ts';
import { markLooked, markNext, markTold, markWeek, settingOf, watch, watchedOf } from './store.ts';
import type { MorningCard, Reminder, Week } from './types.ts';
import { isWeekMorning, metIn, weekOf } from './week/rules.ts';

/**
 * A project's morning: one post in the planning chat with everything that is due, and one mail to each who answers for
 * some of it. What was told, that it was looked at, and the notices are written together, so a second look tells nothing.
 */
export async function look(tools: Tools, project: ProjectHead, card: MorningCard): Promise<void> {
  const language = languageOf(project.language);
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const on = today.toString();
  const setting = await settingOf(tools, project);
  const facts = await morningFacts(tools, project);
  if (facts === null || setting === undefined) return;
  const deadlines = deadlinesOf(facts.timeline.entries, facts.byItself);
  const due = setting.reminders ? dueThisMorning(today, deadlines, await watchedOf(tools, project)) : [];
  const isWeek = isWeekMorning(today);
  const last = setting.week_on === null ? null : { on: setting.week_on, met: setting.met };
  const awaited = isWeek && setting.weekly ? await awaitedOf(tools, project) : [];
  const week = isWeek && setting.weekly ? weekOf(today, { ...facts, awaited, last }) : null;
  const [people, roles] = [await peopleOf(tools, project), await rolesOf(tools, project)];
  const hasChat = (await conversationFor(tools, project, 'planning')) !== undefined;
  await tools.tx(async (work) => {
    if (!(await markLooked(work, project, on))) return;
    const ahead = deadlines.filter(({ dueOn }) => dueOn >= on);
    await watch(work, project, ahead, on);
    for (const reminder of due) await markTold(work, project, reminder, on);
    const telling = setting.reminders ? nextTelling(today, deadlines, await watchedOf(work, project)) : undefined;
    await markNext(work, project, firstOf(telling, setting.weekly ? nextWeekMorning(today) : undefined));
    if (isWeek) await markWeek(work, project, { on, met: metIn(facts.timeline) });
    await tell(work, tools, { project, language, on, due, week, people, roles, hasChat, card });
  });
}

function firstOf(...days: readonly (LocalDate | undefined)[]): string | null {
  return days.flatMap((day) => day?.toString() ?? []).toSorted()[0] ?? null;
}

interface Telling {
  readonly project: ProjectHead;
  readonly language: Language;
  readonly on: string;
  readonly due: readonly Reminder[];
  readonly week: Week | null;
  readonly people: readonly Person[];
  readonly roles: readonly RoleHolder[];
  readonly hasChat: boolean;
  readonly card: MorningCard;
}

async function tell(work: Work, tools: Tools, telling: Telling): Promise<void> {
  const { project, language, on, due, week, people, roles, hasChat, card } = telling;
  const { tenantId, projectId } = project;
  const url = `${tools.settings.publicUrl}/tab/idag?projekt=${encodeURIComponent(projectId)}`;
  const order = { tenantId, projectId, version: on, grace: 'none', confirmationId: null } as const;
  const own = perPerson(due, people, roles).flatMap((one) => {
    const person = people.find(({ id }) => id === one.personId);
    return person === undefined ? [] : [{ ...one, person }];
  });
  // Without a planning chat the mails say the same.
  if (hasChat && (own.length > 0 || week !== null))
    await queuePost(work, tools, {
      ...order,
      kind: 'reminder.morning',
      place: 'planningChat',
      post: card(
        {
          projectId,
          projectTitle: project.title,
          url,
          people: own.map(({ person, reminders }) => ({ name: person.displayName, oid: person.oid, reminders })),
          week,
        },
        language,
      ),
    });
  // where a person sends the mails by hand, they would only send themselves one; the mail's link needs an account.
  if (project.delivery === 'manual') return;
  for (const { person, reminders } of own) {
    if (isOutside(person.accountType)) continue;
    await queueMail(work, tools, {
      ...order,
      kind: 'reminder.mail',
      personId: person.id,
      to: { address: person.email, name: person.displayName },
      letter: reminderMail({ givenName: person.givenName, projectTitle: project.title, reminders, url, language }),
    });
  }
}
