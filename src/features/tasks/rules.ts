import { isAfter, isBefore, localDate, type LocalDate } from '../../domain/local-date.ts';
import { refused, type Refused } from '../../domain/outcome.ts';
import type { Role } from '../../domain/people.ts';
import { holidayOn, isWorkingDay, nextWorkingDay, previousWorkingDay } from '../../domain/swedish-calendar.ts';
import {
  capitalised,
  compareSwedish,
  dayMonth,
  inBoth,
  weekdayName,
  withoutAccents,
} from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import type { Person, RoleHolder } from '../planning/types.ts';
import type { Owner, Task, TaskOrder, TaskView } from './types.ts';

/** Those who plan and lead the project (ROL-01, ROL-05, ROL-06), by name. Somebody who only takes part is not among them. */
export function ownersOf(people: readonly Person[], roles: readonly RoleHolder[]): readonly Owner[] {
  const holders = new Set(roles.filter(({ role }) => arranges(role)).map(({ personId }) => personId));
  return people
    .filter(({ id, kind }) => kind === 'staff' || holders.has(id))
    .map(({ id, displayName }) => ({ id, name: displayName }))
    .toSorted((one, other) => compareSwedish(one.name, other.name));
}

function arranges(role: Role): boolean {
  return role !== 'participant';
}

/** In the order in which they press: by last day, those without one after, in the order they were written. Done ones last. */
export function inOrder(tasks: readonly TaskView[]): readonly TaskView[] {
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  const done = tasks.filter(({ doneAt }) => doneAt !== null);
  const far = '9999-12-31';
  return [
    ...open.toSorted(
      (one, other) =>
        (one.dueOn ?? far).localeCompare(other.dueOn ?? far) || one.createdAt.localeCompare(other.createdAt),
    ),
    ...done.toSorted((one, other) => (other.doneAt ?? '').localeCompare(one.doneAt ?? '')),
  ];
}

const shownToday = 5;

/** What the day's page shows of the tasks, which come in order: one's own, and anybody's that are late. */
export function tasksToday(tasks: readonly TaskView[]): {
  readonly shown: readonly TaskView[];
  readonly open: number;
} {
  const open = tasks.filter(({ state }) => state !== 'done');
  return {
    shown: open.filter(({ isMine, state }) => isMine || state === 'late').slice(0, shownToday),
    open: open.length,
  };
}

export function viewOf(
  task: Task,
  known: { readonly today: LocalDate; readonly owners: readonly Owner[]; readonly me: string | null },
): TaskView {
  const isLate = task.dueOn !== null && isBefore(localDate(task.dueOn), known.today);
  return {
    ...task,
    ownerName: known.owners.find(({ id }) => id === task.ownerId)?.name ?? null,
    isMine: task.ownerId !== null && task.ownerId === known.me,
    state: task.doneAt !== null ? 'done' : isLate ? 'late' : 'open',
  };
}

interface Checked {
  readonly today: LocalDate;
  readonly owners: readonly Owner[];
  /** The open tasks, but the one that is changed. */
  readonly others: readonly Task[];
  /** The day that it has already: that one is not questioned again. */
  readonly dueBefore?: string | null;
}

/** What speaks against a task: an owner who does not plan, a day that has been, a free day, or that it stands there. */
export function faultIn(
  { what, ownerId, dueOn, evenSo = false }: TaskOrder,
  { today, owners, others, dueBefore }: Checked,
): Refused<'noOwner' | 'past' | 'freeDay' | 'already'> | undefined {
  const owner = owners.find(({ id }) => id === ownerId);
  if (ownerId !== null && owner === undefined) return refused('noOwner');
  const same = others.find((task) => task.ownerId === ownerId && folded(task.what) === folded(what));
  if (same !== undefined) return refused('already', { who: owner?.name ?? 'Ni' });
  if (dueOn === null || dueOn === dueBefore) return undefined;
  const day = localDate(dueOn);
  if (isBefore(day, today)) return refused('past', dayDetails(day));
  const free = freeDay(day, today);
  if (free === undefined || evenSo) return undefined;
  const instead = inBoth((language) => `${weekdayName(free.instead, language)} ${dayMonth(free.instead, language)}`);
  return refused('freeDay', {
    ...dayDetails(day),
    whySv: free.why.sv,
    whyEn: free.why.en,
    insteadSv: instead.sv,
    insteadEn: instead.en,
    insteadOn: free.instead.toString(),
  });
}

/** A decision that is written down was made today or before. */
export function decidedAhead(decidedOn: LocalDate, today: LocalDate): Refused<'future'> | undefined {
  return isAfter(decidedOn, today) ? refused('future', dayDetails(decidedOn)) : undefined;
}

function dayDetails(day: LocalDate): { readonly daySv: string; readonly dayEn: string } {
  const text = inBoth((language) => `${weekdayName(day, language)} ${dayMonth(day, language)} ${day.year}`);
  return { daySv: capitalised(text.sv), dayEn: text.en };
}

/** Why people are free on the day, and the working day to choose instead: the nearest before, or after when that has been. */
export function freeDay(
  day: LocalDate,
  today: LocalDate,
): { readonly why: Words; readonly instead: LocalDate } | undefined {
  if (isWorkingDay(day)) return undefined;
  const before = previousWorkingDay(day);
  return {
    why: holidayOn(day)?.words ?? { sv: 'ingen arbetsdag', en: 'not a working day' },
    instead: isBefore(before, today) ? nextWorkingDay(day) : before,
  };
}

/** The last working day of a week: what somebody means who writes that it is to be done in week 45. */
export function lastDayOfWeek(monday: LocalDate): LocalDate {
  const friday = monday.add({ days: 4 });
  const day = previousWorkingDay(friday);
  return isBefore(day, monday) ? friday : day;
}

/** Letters and numbers alone, so that "Boka lunch!" and "boka lunch" are the same. */
export function folded(text: string): string {
  return withoutAccents(text.toLowerCase())
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The open tasks that somebody may mean by some of their words: the one that says just that, else all that have them. */
export function tasksMeant<One extends Pick<Task, 'what'>>(said: string, open: readonly One[]): readonly One[] {
  const words = folded(said);
  if (words === '') return [];
  const exact = open.filter(({ what }) => folded(what) === words);
  if (exact.length > 0) return exact;
  return open.filter(({ what }) => {
    const has = new Set(folded(what).split(' '));
    return words.split(' ').every((word) => has.has(word));
  });
}
