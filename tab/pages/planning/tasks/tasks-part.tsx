import { Button } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular, Edit20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { TaskBoard, TaskView } from '../../../../src/features/tasks/types.ts';
import { call, useAct, useRead } from '../../../api.ts';
import { dayMonth, dayOf } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered } from '../../../parts/states.tsx';
import { Status } from '../../../parts/status.tsx';
import { TaskTick, useTicks } from '../../../parts/task-tick.tsx';
import { useMay, usePath } from '../../../project.tsx';
import { tasks as words } from '../../../wording/tasks.ts';
import { DecisionsSection } from './decisions.tsx';
import { PlanningMeetings } from './planning-meetings.tsx';
import { RemindersSection } from './reminders.tsx';
import { RotaSection } from './rota-section.tsx';
import { TaskWindow } from './task-window.tsx';

/** Uppgifter och beslut: what the planning group has to do, and what it has decided. */
export function TasksPart() {
  const path = usePath();
  const query = useRead<TaskBoard>(path('/tasks'));
  return (
    <Answered query={query}>
      {(board) => (
        <div className="stack">
          <TasksSection board={board} />
          <PlanningMeetings />
          <RotaSection />
          <DecisionsSection decisions={board.decisions} today={board.today} />
          <RemindersSection />
        </div>
      )}
    </Answered>
  );
}

function TasksSection({ board }: { board: TaskBoard }) {
  const say = useSay();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const open = board.tasks.filter(({ state }) => state !== 'done');
  const done = board.tasks.filter(({ state }) => state === 'done');
  return (
    <Section
      id="att-gora"
      title={say(words.title)}
      intro={say(words.intro)}
      acts={
        may('tasks.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setAdding(true)}>
            {say(words.add)}
          </Button>
        )
      }
    >
      {open.length === 0 ? (
        <p className="quiet">{say(may('tasks.edit') ? words.none : words.noneShort)}</p>
      ) : (
        <ul className="rows">
          {open.map((task) => (
            <li key={task.id} className="row task-row">
              <OpenTask task={task} board={board} />
            </li>
          ))}
        </ul>
      )}
      {done.length > 0 && <DoneTasks tasks={done} />}
      {isAdding && <TaskWindow owners={board.owners} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function OpenTask({ task, board }: { task: TaskView; board: TaskBoard }) {
  const say = useSay();
  const may = useMay();
  const remove = useRemove();
  const [isChanging, setChanging] = useState(false);
  const changeLabel = say(words.changeOf, task);
  const removeLabel = say(words.removeOf, task);
  return (
    <>
      <TaskTick task={task} today={board.today} />
      {may('tasks.edit') && (
        <div className="actions">
          <Button
            appearance="subtle"
            icon={<Edit20Regular />}
            aria-label={changeLabel}
            title={changeLabel}
            onClick={() => setChanging(true)}
          />
          <Button
            appearance="subtle"
            icon={<Delete20Regular />}
            aria-label={removeLabel}
            title={removeLabel}
            disabled={remove.isBusy}
            onClick={() => remove.run(task)}
          />
        </div>
      )}
      {isChanging && <TaskWindow task={task} owners={board.owners} onClose={() => setChanging(false)} />}
    </>
  );
}

/** Takes a task away at once; the message that tells of it brings it back. */
function useRemove() {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const removing = useAct(({ id }: TaskView) => call(path(`/tasks/${encodeURIComponent(id)}`), { method: 'DELETE' }));
  const restoring = useAct(({ what, ownerId, dueOn }: TaskView) =>
    call(path('/tasks'), { method: 'POST', body: { what, ownerId, dueOn, evenSo: true } }),
  );
  const restore = (task: TaskView): void =>
    void restoring.run(task).then(() => messages.done(say(words.restored)), messages.failed);
  const run = (task: TaskView): void =>
    void removing.run(task).then(() => messages.done(say(words.removed, task), () => restore(task)), messages.failed);
  return { run, isBusy: removing.isBusy || restoring.isBusy };
}

function DoneTasks({ tasks }: { tasks: readonly TaskView[] }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const ticks = useTicks();
  return (
    <details>
      <summary>{say(words.doneTitle, { n: tasks.length })}</summary>
      <ul className="rows">
        {tasks.map((task) => (
          <li key={task.id} className="row task-row">
            <div className="row-text">
              <Status tone="done">{task.what}</Status>
              <p className="quiet">
                {say(words.doneBy, { by: task.doneBy ?? '', day: dayMonth(dayOf(task.doneAt ?? ''), language) })}
              </p>
            </div>
            {may('tasks.edit') && (
              <Button
                appearance="subtle"
                disabled={ticks.isBusy}
                aria-label={say(words.reopenOf, task)}
                onClick={() => ticks.set(task, false)}
              >
                {say(words.reopen)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
