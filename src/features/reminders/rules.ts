import { Temporal } from 'temporal-polyfill';
import { daysBetween, isAfter, isBefore, localDate, type LocalDate } from '../../domain/local-date.ts';
import { isOutside } from '../../domain/reach.ts';
import type { TimelineEntry } from '../planning/guidance/types.ts';
import type { Person, RoleHolder } from '../planning/types.ts';
import { screenOf } from '../today/rules.ts';
import { readingDayAfter, readingDayBefore } from './mornings/rules.ts';
import type { Deadline, ForPerson, Reminder, Stage, Watched } from './types.ts';

const aheadDays = 7;
const soonDays = 2;
/** Days after which it is of no use to be told for the first time that something is late. */
const newsDays = 7;
/** Days before the same is said again of a date that is moved to and fro. */
const calmDays = 3;

const stages: readonly Stage[] = ['ahead', 'soon', 'late'];

/** What the guideline asks for and is still to do; tips, what is overridden and what goes off by itself are not reminded of. */
export function deadlinesOf(entries: readonly TimelineEntry[], byItself: ReadonlySet<string>): readonly Deadline[] {
  return entries.flatMap((entry) => {
    const { level, basis, state, pastMending, due, wiseDue, sessionId, action } = entry;
    const isOpen = state === 'late' || state === 'next' || state === 'upcoming';
    if (!isOpen || level === 'nice' || basis !== 'guideline' || pastMending) return [];
    if (due === null || wiseDue === null || entry.owner === 'participant') return [];
    if (goesByItself(entry) || byItself.has(screenOf(action, sessionId))) return [];
    const { ruleId, sessionNumber, owner, title, words } = entry;
    return [{ ruleId, sessionId, sessionNumber, owner, title, words, action, wiseOn: wiseDue, dueOn: due }];
  });
}

/** EVA-01: an evaluation that is in the agenda opens by itself; only what is wrong with it is somebody's to mend. */
function goesByItself({ action, severity }: TimelineEntry): boolean {
  return action === 'evaluation.prepare' && severity === 'none';
}

/** The morning of each stage, always one when people read. A stage that comes before never moves past the last day. */
export function stageDays({ wiseOn, dueOn }: Pick<Deadline, 'wiseOn' | 'dueOn'>): Readonly<Record<Stage, LocalDate>> {
  const due = localDate(dueOn);
  const before = (day: LocalDate): LocalDate => {
    const after = readingDayAfter(day);
    return isAfter(after, due) ? readingDayBefore(day) : after;
  };
  return {
    ahead: before(localDate(wiseOn).subtract({ days: aheadDays })),
    soon: before(due.subtract({ days: soonDays })),
    late: readingDayAfter(due.add({ days: 1 })),
  };
}

/** Where a last day stands on a morning: the latest stage that has come, so that what was missed is not told in a heap. */
export function stageOn(day: LocalDate, deadline: Pick<Deadline, 'wiseOn' | 'dueOn'>): Stage | undefined {
  const days = stageDays(deadline);
  if (!isBefore(day, days.late)) return daysBetween(days.late, day) <= newsDays ? 'late' : undefined;
  if (isAfter(day, localDate(deadline.dueOn))) return undefined;
  return isBefore(day, days.ahead) ? undefined : isBefore(day, days.soon) ? 'ahead' : 'soon';
}

/**
 * What is told this morning. Each stage of a last day once; lateness only of a last day that was seen while it was still
 * ahead, so never for the past; and the same stage not twice within some days, although the date moves to and fro.
 */
export function dueThisMorning(
  today: LocalDate,
  deadlines: readonly Deadline[],
  watched: readonly Watched[],
): readonly Reminder[] {
  return deadlines.flatMap((deadline) => {
    const stage = stageOn(today, deadline);
    if (stage === undefined) return [];
    const all = watched.filter(
      ({ ruleId, sessionId }) => ruleId === deadline.ruleId && sessionId === deadline.sessionId,
    );
    const own = all.find(({ dueOn }) => dueOn === deadline.dueOn);
    if (stage === 'late' && !wasSeenComing(own)) return [];
    if (own !== undefined && stages.slice(stages.indexOf(stage)).some((one) => own.told[one] !== null)) return [];
    const isFresh = all.some(({ told }) => {
      const on = told[stage];
      return on !== null && daysBetween(localDate(on), today) < calmDays;
    });
    return isFresh ? [] : [{ ...deadline, stage }];
  });
}

/** It stood in the plan until its day came: what a date is moved into the past is no news. */
function wasSeenComing(own: Watched | undefined): boolean {
  if (own === undefined) return false;
  const latest = readingDayBefore(localDate(own.dueOn).subtract({ days: calmDays }));
  return !isBefore(localDate(own.seenOn), latest);
}

/** The next morning on which a last day is told of, as things stand. */
export function nextStage(
  after: LocalDate,
  deadline: Deadline,
  watched: readonly Watched[],
): { readonly stage: Stage; readonly on: LocalDate } | undefined {
  const tomorrow = readingDayAfter(after.add({ days: 1 }));
  const [missed] = dueThisMorning(tomorrow, [deadline], watched);
  if (missed !== undefined) return { stage: missed.stage, on: tomorrow };
  const days = stageDays(deadline);
  const later = stages.map((stage) => ({ stage, on: days[stage] })).filter(({ on }) => isAfter(on, after));
  const [first] = later;
  // Two stages that meet on one morning are one.
  return later.findLast(({ on }) => first !== undefined && on.equals(first.on));
}

/** The next morning with anything to tell in a plan that stands as it does. */
export function nextTelling(
  after: LocalDate,
  deadlines: readonly Deadline[],
  watched: readonly Watched[],
): LocalDate | undefined {
  return deadlines
    .flatMap((deadline) => nextStage(after, deadline, watched)?.on ?? [])
    .toSorted((one, other) => Temporal.PlainDate.compare(one, other))[0];
}

/** Each screen once for each session: its most pressing rule stands for the others there. */
export function perScreen(reminders: readonly Reminder[]): readonly Reminder[] {
  const seen = new Set<string>();
  return inOrder(reminders).filter(({ action, ruleId, sessionId }) => {
    const screen = screenOf(action ?? ruleId, sessionId);
    return seen.has(screen) ? false : (seen.add(screen), true);
  });
}

function inOrder(reminders: readonly Reminder[]): readonly Reminder[] {
  return reminders.toSorted(
    (one, other) =>
      stages.indexOf(other.stage) - stages.indexOf(one.stage) ||
      one.wiseOn.localeCompare(other.wiseOn) ||
      one.dueOn.localeCompare(other.dueOn),
  );
}

/** Whose each reminder is (ROL-04, ROL-05), those with the most pressing one first. */
export function perPerson(
  reminders: readonly Reminder[],
  people: readonly Person[],
  roles: readonly RoleHolder[],
): readonly ForPerson[] {
  const groups = Map.groupBy(perScreen(reminders), ({ owner }) => recipientOf(owner, people, roles)?.id);
  return [...groups].flatMap(([personId, own]) => (personId === undefined ? [] : [{ personId, reminders: own }]));
}

/**
 * The one who answers for it. What a whole group owns is the content lead's to see to, since they hold the planning
 * together; so is what somebody owns whom neither the chat nor the tab reaches. Without a content lead it is the deputy's.
 */
export function recipientOf(
  owner: string,
  people: readonly Person[],
  roles: readonly RoleHolder[],
): Person | undefined {
  const holder = (role: string): Person | undefined => {
    const ids = roles.filter((one) => one.role === role).map(({ personId }) => personId);
    return people.find(({ id, accountType }) => ids.includes(id) && !isOutside(accountType));
  };
  const own = owner === 'processFacilitator' ? holder('processFacilitator') : undefined;
  const lead = people.find(({ id }) => roles.some((one) => one.role === 'contentLead' && one.personId === id));
  return own ?? holder('contentLead') ?? holder('deputy') ?? lead;
}
