import type { Actor } from '../../src/domain/people.ts';
import { say as sayIn } from '../../src/domain/words.ts';
import { tickTask } from '../../src/features/tasks/actions.ts';
import { boardOf } from '../../src/features/tasks/queries.ts';
import { tasksMeant } from '../../src/features/tasks/rules.ts';
import { taskWords, type TaskBoard } from '../../src/features/tasks/types.ts';
import { undoLatest, undoThis, type Undone } from '../../src/features/tasks/undo/actions.ts';
import type { CardAction } from '../activities.ts';
import { resultCard } from '../cards/confirm.ts';
import { tasksCard, whichTaskCard } from '../cards/tasks.ts';
import { say, show, showAll, type Button, type Command, type Reply, type Turn } from '../turn.ts';
import { taskTalk } from '../wording/tasks.ts';
import { wording } from '../wording.ts';
import { fieldOf } from './seen.ts';

/** "Uppgifter": what is open, with a button each. */
export const taskListCommand: Command = {
  id: 'task.list',
  act: 'plan.view',
  where: 'planning',
  utterances: { sv: ['uppgifter'], en: ['tasks'] },
  ways: [
    '^=uppgifter|^=uppgifterna|^=tasks|^=todos',
    'visa|vilka|oppna|vara|alla|=show|=list|which|open|=all|=our + =uppgifter|=uppgifterna|=tasks',
    '=mina|=mitt|=my|=mine + =uppgifter|=uppgift|=tasks|=task|=todos',
    'vad_ska_jag_gora|vad_har_jag_att_gora|what_should_i_do|what_shall_i_do|what_do_i_have_to_do|what_am_i_to_do',
    'ta_bort|radera|=andra|=remove|=delete|=change + uppgift|=task|=tasks',
    'att_gora_listan|to_do_list|todo_list|vad_ska_goras|vad_har_vi_att_gora',
  ],
  run: async (turn) => {
    const isOwn = /\b(mina|mitt|my|mine|jag|i)\b/i.test(turn.text);
    const shown = (board: TaskBoard): TaskBoard =>
      isOwn ? { ...board, tasks: board.tasks.filter(({ isMine }) => isMine) } : board;
    return await listed(turn, (board) => tasksCard(shown(board), { ...placeOf(turn), isOwn }, turn.language));
  },
};

/** "Uppgiften är klar", "uppgiften boka lunch är klar", "bocka av lunchen". */
const doneSaid =
  /^(?:(?:den här )?uppgift(?:en)?|task|the task|this task|bocka av|tick off|check off|(?:jag|vi) är klara? med)\b[\s:,–-]*|\s*(?:är (?:nu )?(?:klar|färdig|gjord)|is (?:now )?(?:done|finished))[.!]*$/gi;
const doneWord = /^(?:klart?|färdigt?|fixat|avklarat|done|finished)\b(?:\s+(?:med|with))?[\s:,–-]*/i;

/** "Uppgiften är inte klar", "är den klar?": nothing to tick. */
const saysNotYet = /^uppgiften .*\b(?:inte|ej|snart|nästan)\b|^the task .*\b(?:not|almost|soon)\b|\?$/i;

/** "Klart: boka lunch": ticks the open task that has those words; asks when several have. */
export const taskDoneCommand: Command = {
  id: 'task.done',
  act: 'tasks.edit',
  where: 'planning',
  utterances: { sv: ['klart: boka lunch'], en: ['done: book lunch'] },
  ways: [
    '^^=uppgiften|^^the_task + ar_klar$|ar_fardig$|ar_gjord$|=klar|is_done$|is_finished$|=done',
    '^^=uppgift|^^=task + ^uppgift_klar$|^uppgift_fardig$|^task_done$|^task_finished$',
    'bocka_av|tick_off|check_off|jag_ar_klar_med|vi_ar_klara_med',
    '^^=klart|^^=klar|^^=fardig|^^=fardigt|^^=fixat|^^=avklarat|^^=done|^^=finished',
  ],
  async run(turn) {
    const { language } = turn;
    const told = turn.text.trim();
    const said = told.replace(doneSaid, '').replace(doneWord, '').trim();
    const board = await boardOf(turn.tools, turn.actor);
    if (board === null) return say(wording[language].stale);
    const open = board.tasks.filter(({ state }) => state !== 'done');
    const meant = tasksMeant(said, open);
    const [only, ...others] = meant;
    if (only !== undefined && others.length === 0) return await tick(turn, only.id, show);
    // "Uppgiften är klar" names none: with one open it is that, else which.
    if (saysNotYet.test(told)) return show(tasksCard(board, placeOf(turn), language));
    if (said === '' && !/^\S+$/.test(told) && open.length > 0) {
      const [one, ...more] = open;
      if (one !== undefined && more.length === 0) return await tick(turn, one.id, show);
      return show(whichTaskCard(open, placeOf(turn), language));
    }
    if (others.length > 0) return show(whichTaskCard(meant, placeOf(turn), language));
    const just = said === '' ? {} : { just: { line: taskTalk[language].noTask(said) } };
    return show(tasksCard(board, { ...placeOf(turn), ...just }, language));
  },
};

function placeOf({ project, tabUrl }: Turn): { readonly projectId: string; readonly url: string } {
  return { projectId: project.projectId, url: tabUrl('planning', { below: 'uppgifter' }) };
}

async function listed(
  turn: Turn,
  cardOf: (board: TaskBoard) => ReturnType<typeof tasksCard>,
  how: typeof show = show,
): Promise<Reply> {
  const board = await boardOf(turn.tools, turn.actor);
  return board === null ? say(wording[turn.language].stale) : how(cardOf(board));
}

async function tick(turn: Turn, id: string, how: typeof show): Promise<Reply> {
  const { language } = turn;
  const words = taskTalk[language];
  const ticked = await tickTask(turn.tools, turn.actor, id, true);
  if (!ticked.ok) return say(sayIn(taskWords[ticked.reason], language, ticked.details));
  const { what, doneAt } = ticked.value;
  const just =
    doneAt === null
      ? { line: words.ticked(what), undo: { what: 'done' as const, id } }
      : { line: words.tickedAlready(what) };
  return await listed(turn, (board) => tasksCard(board, { ...placeOf(turn), just }, language), how);
}

/** "Ångra" of somebody whose latest act in the project was about a task or a decision; undefined for everybody else. */
export async function undoOwnTask(turn: Turn): Promise<Reply | undefined> {
  const undone = await undoLatest(turn.tools, turn.actor);
  return undone === undefined ? undefined : show(undoneCard(turn, undone));
}

function undoneCard({ language }: Turn, { what, text }: Undone): ReturnType<typeof resultCard> {
  const words = taskTalk[language];
  const titles = { add: words.undone(text), done: words.reopened(text), decision: words.decisionUndone };
  return resultCard({ title: titles[what], lines: [] }, language);
}

async function pressUndo(turn: Turn, pressed: CardAction, actor: Actor): Promise<Reply> {
  const what = (['add', 'done', 'decision'] as const).find((one) => one === fieldOf(pressed, 'what'));
  if (what === undefined) return say(wording[turn.language].stale);
  const undone = await undoThis(turn.tools, actor, { what, id: fieldOf(pressed, 'id') });
  if (!undone.ok) return say(sayIn(taskWords[undone.reason], turn.language, undone.details));
  const { language } = turn;
  if (what !== 'done') return showAll(undoneCard(turn, undone.value));
  const just = { line: taskTalk[language].reopened(undone.value.text) };
  return await listed(turn, (board) => tasksCard(board, { ...placeOf(turn), just }, language), showAll);
}

export const taskButtons: readonly Button[] = [
  {
    verb: 'task.done!tick',
    act: 'tasks.edit',
    where: 'planning',
    press: (turn, pressed) => tick(turn, fieldOf(pressed, 'task'), showAll),
  },
  {
    verb: 'task.add!undo',
    act: 'tasks.edit',
    where: 'planning',
    press: (turn, pressed) => pressUndo(turn, pressed, turn.actor),
  },
];
