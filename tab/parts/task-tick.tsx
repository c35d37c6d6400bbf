import { Checkbox } from '@fluentui/react-components';
import type { TaskView } from '../../src/features/tasks/types.ts';
import { call, useAct } from '../api.ts';
import { dayMonth } from '../format.ts';
import { useLanguage, useSay } from '../language.tsx';
import { useMay, usePath } from '../project.tsx';
import { tasks as words } from '../wording/tasks.ts';
import { useMessages } from './messages.tsx';
import { Status } from './status.tsx';

/** Ticks and opens again; each can be taken back from the message that tells of it. */
export function useTicks() {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const act = useAct(({ id, isDone }: { id: string; isDone: boolean }) =>
    call(path(`/tasks/${encodeURIComponent(id)}/done`), { method: isDone ? 'PUT' : 'DELETE' }),
  );
  const set = ({ id, what }: Pick<TaskView, 'id' | 'what'>, isDone: boolean, isUndo = false): void => {
    const back = isUndo ? undefined : () => set({ id, what }, !isDone, true);
    act
      .run({ id, isDone })
      .then(() => messages.done(say(isDone ? words.ticked : words.reopened, { what }), back), messages.failed);
  };
  return { set, isBusy: act.isBusy };
}

/** One open task: its box to tick, whose it is and by when. That it is late is said in words and with a sign. */
export function TaskTick({ task, today }: { task: TaskView; today: string }) {
  const say = useSay();
  const may = useMay();
  const ticks = useTicks();
  const box = (
    <Checkbox
      checked={false}
      disabled={!may('tasks.edit') || ticks.isBusy}
      label={task.what}
      className="task-box"
      onChange={() => ticks.set(task, true)}
    />
  );
  return (
    <div className="row-text task">
      {may('tasks.edit') ? box : <p className="row-title">{task.what}</p>}
      <p className="task-about">
        <span>{task.ownerName ?? say(words.nobody)}</span>
        <Due task={task} today={today} />
        <Origin task={task} />
      </p>
    </div>
  );
}

function Due({ task: { dueOn, state }, today }: { task: TaskView; today: string }) {
  const say = useSay();
  const language = useLanguage();
  if (dueOn === null) return null;
  const day = dayMonth(dueOn, language);
  if (state === 'late') return <Status tone="late">{say(words.late, { day })}</Status>;
  return <span>{dueOn === today ? say(words.today) : say(words.byDay, { day })}</span>;
}

function Origin({ task: { source, ruleId } }: { task: TaskView }) {
  const say = useSay();
  if (source === 'rule') return <span className="quiet">{say(words.ofRule, { rule: ruleId ?? '' })}</span>;
  return source === 'chat' ? <span className="quiet">{say(words.ofChat)}</span> : null;
}
