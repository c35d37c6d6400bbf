import { Temporal } from 'temporal-polyfill';
import { endOfDay, localDate, localDateOf } from '../../../domain/local-date.ts';
import { isOutside } from '../../../domain/reach.ts';
import { languageOf } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { issueLink } from '../../links/actions.ts';
import { queueMail, queuePost } from '../../notices/actions.ts';
import { personOf } from '../../planning/queries.ts';
import type { Person, ProjectHead } from '../../planning/types.ts';
import { leadOf } from '../../rooms/booking/queries.ts';
import { reminderLetter, reminderLine, type ReminderMail } from '../letters/reminder.ts';
import { markTold, type RemindedRow } from '../store.ts';
import type { ReminderCard } from '../types.ts';
import { whenDue, type ReminderKind } from './rules.ts';

/** A task may be ticked on its page for some weeks after its last day. */
const linkDaysAfter = 60;

interface Reminder {
  readonly kind: ReminderKind;
  readonly project: ProjectHead;
  readonly row: RemindedRow;
  readonly card: ReminderCard;
}

/**
 * Tells the owner of a task once, in the planning chat or by mail to those whom it does not reach. The mark and the notice are
 * written together, and only while the task is still open, theirs and due on that day.
 */
export async function remind(tools: Tools, reminder: Reminder): Promise<void> {
  const { kind, project, row } = reminder;
  await tools.tx(async (work) => {
    const owner = await personOf(work, project, row.owner_id);
    if (owner === null) return;
    if (!(await markTold(work, row, kind, new Date(tools.clock.now().epochMilliseconds)))) return;
    await tell(work, tools, reminder, owner);
  });
}

async function tell(work: Work, tools: Tools, { kind, project, row, card }: Reminder, owner: Person): Promise<void> {
  const { tenantId, projectId } = project;
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const language = languageOf(project.language);
  const due = localDate(row.due_on);
  const told = { what: row.what, due, when: whenDue(row.due_on, today), language };
  const lead = await leadOf(work, project);
  const mail = (url: string): ReminderMail => ({
    ...told,
    givenName: owner.givenName,
    projectTitle: project.title,
    sender: lead.name,
    url,
  });
  const order = {
    tenantId,
    projectId,
    kind: `task.${kind}` as const,
    personId: owner.id,
    version: `${row.id} ${row.due_on}`,
    grace: 'none',
    confirmationId: null,
  } as const;
  const to = { address: owner.email, name: owner.displayName };
  if (isOutside(owner.accountType)) {
    const secret = await issueLink(work, tools, {
      tenantId,
      projectId,
      purpose: `task:${row.id}`,
      personId: owner.id,
      subjectId: null,
      expiresAt: endOfDay(laterOf(due, today).add({ days: linkDaysAfter }), project.timeZone),
    });
    await queueMail(work, tools, {
      ...order,
      to,
      letter: reminderLetter(mail(`${tools.settings.publicUrl}/uppgift/${secret}`)),
    });
    return;
  }
  const tab = `${tools.settings.publicUrl}/tab/planering/uppgifter?projekt=${encodeURIComponent(projectId)}`;
  const line = reminderLine(owner.displayName, told);
  await queuePost(work, tools, {
    ...order,
    place: 'planningChat',
    post: card({ projectId, taskId: row.id, what: row.what, line, isLate: kind === 'late', url: tab }, language),
    orMail: { to, letter: reminderLetter(mail(tab)) },
  });
}

function laterOf(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other;
}
