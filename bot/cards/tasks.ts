import { localDate } from '../../src/domain/local-date.ts';
import { dayMonth } from '../../src/domain/swedish-text.ts';
import type { Language } from '../../src/domain/words.ts';
import type { Decision, ReminderCard, TaskBoard, TaskView } from '../../src/features/tasks/types.ts';
import { taskTalk } from '../wording/tasks.ts';
import { wording } from '../wording.ts';
import { bullets, card, facts, open, press, text, warning, type CardPost } from './parts.ts';

/** Lines on the card; the tab has them all. */
const mostLines = 12;
/** One of Teams's six buttons leads to the tab, one takes back. */
const mostTicks = 4;
const longestButton = 40;

interface Shown {
  readonly projectId: string;
  readonly url: string;
  /** Only those of the one who asks. */
  readonly isOwn?: boolean;
  /** What has just been done, and the button that takes it back. */
  readonly just?: { readonly line: string; readonly undo?: Undo };
}

export interface Undo {
  readonly what: 'add' | 'done' | 'decision';
  readonly id: string;
}

/** "Uppgifter": the open ones in the order in which they press, and a button each for the first. */
export function tasksCard(
  board: TaskBoard,
  { projectId, url, just, isOwn = false }: Shown,
  language: Language,
): CardPost {
  const words = taskTalk[language];
  const tasks = board.tasks.filter(({ state }) => state !== 'done');
  const title = isOwn ? words.ownTasks(tasks.length) : tasks.length === 0 ? words.none : words.openTasks(tasks.length);
  const more = tasks.length - mostLines;
  return card({
    language,
    title,
    body: [
      ...(just === undefined ? [] : [text(just.line)]),
      ...bullets([
        ...tasks.slice(0, mostLines).map((task) => lineOf(task, language)),
        ...(more > 0 ? [words.more(more)] : []),
      ]),
    ],
    actions: [
      ...(just?.undo === undefined ? [] : [undoButton(just.undo, projectId, language)]),
      ...tasks.slice(0, mostTicks).map(({ id, what }) => tickButton({ id, what }, projectId, language)),
      open(wording[language].inTab, url),
    ],
  });
}

/** One owner is reminded in the planning chat; anybody who plans may tick it. */
export const reminderCard: ReminderCard = ({ projectId, taskId, what, line, isLate, url }, language) => {
  const words = taskTalk[language];
  return card({
    language,
    title: isLate ? words.lateTitle : words.soonTitle,
    summary: line,
    body: [isLate ? warning(line) : text(line)],
    actions: [
      tickButton({ id: taskId, what }, projectId, language),
      press({ title: words.list, verb: 'command', data: { project: projectId, command: 'task.list' } }),
      open(isLate ? words.newDay : wording[language].inTab, url),
    ],
  });
};

/** Several fit what somebody said is done: a button each. */
export function whichTaskCard(tasks: readonly TaskView[], { projectId, url }: Shown, language: Language): CardPost {
  return card({
    language,
    title: taskTalk[language].whichTask,
    body: bullets(tasks.slice(0, mostLines).map((task) => lineOf(task, language))),
    actions: [
      ...tasks.slice(0, mostTicks + 1).map(({ id, what }) => tickButton({ id, what }, projectId, language)),
      open(wording[language].inTab, url),
    ],
  });
}

export function savedTaskCard(
  saved: { readonly id: string; readonly what: string; readonly who: string; readonly day: string | null },
  { projectId, url }: Shown,
  language: Language,
): CardPost {
  const words = taskTalk[language];
  return card({
    language,
    title: words.saved,
    summary: `${words.saved}: ${saved.what}`,
    body: [
      text(saved.what),
      facts([
        [words.who, saved.who],
        [words.by, saved.day ?? words.noDay],
      ]),
    ],
    actions: [
      undoButton({ what: 'add', id: saved.id }, projectId, language),
      press({ title: words.list, verb: 'command', data: { project: projectId, command: 'task.list' } }),
      open(wording[language].inTab, url),
    ],
  });
}

export function savedDecisionCard(decision: Decision, { projectId, url }: Shown, language: Language): CardPost {
  const words = taskTalk[language];
  return card({
    language,
    title: words.decided,
    summary: `${words.decided}: ${decision.text}`,
    body: [text(decision.text), text(writtenDown(decision, language))],
    actions: [
      undoButton({ what: 'decision', id: decision.id }, projectId, language),
      open(wording[language].inTab, url),
    ],
  });
}

/** "Beslut": the latest, newest first, and how one is written down. */
export function decisionsCard(decisions: readonly Decision[], { url }: Shown, language: Language): CardPost {
  const words = taskTalk[language];
  return card({
    language,
    title: words.decisions,
    body: [
      ...(decisions.length === 0 ? [text(words.noDecisions)] : []),
      ...bullets(
        decisions.slice(0, mostLines).map((decision) => `**${decision.text}** (${writtenDown(decision, language)})`),
      ),
      text(words.howDecide),
    ],
    actions: [open(wording[language].inTab, url)],
  });
}

function writtenDown({ decidedOn, writtenBy }: Decision, language: Language): string {
  return taskTalk[language].writtenDown(dayMonth(localDate(decidedOn), language), writtenBy);
}

function lineOf({ what, ownerName, dueOn, state }: TaskView, language: Language): string {
  const words = taskTalk[language];
  const who = ownerName ?? words.nobody;
  const day = dueOn === null ? null : dayMonth(localDate(dueOn), language);
  return state === 'late' && day !== null ? words.lateLine(what, who, day) : words.line(what, who, day);
}

function tickButton(task: { readonly id: string; readonly what: string }, projectId: string, language: Language) {
  const short = task.what.length > longestButton ? `${task.what.slice(0, longestButton - 1).trimEnd()}…` : task.what;
  return press({
    title: taskTalk[language].tick(short),
    verb: 'task.done!tick',
    data: { project: projectId, task: task.id },
  });
}

function undoButton(undo: Undo, projectId: string, language: Language) {
  return press({
    title: taskTalk[language].undo,
    verb: 'task.add!undo',
    data: { project: projectId, what: undo.what, id: undo.id },
  });
}
