import type { TimelineEntry } from '../../../../src/features/planning/guidance/types.ts';
import type { TaskBoard } from '../../../../src/features/tasks/types.ts';
import { useRead } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { usePath } from '../../../project.tsx';
import { shell } from '../../../wording/shell.ts';
import { TaskWindow } from './task-window.tsx';

/** A task of what a rule asks for, with the rule's wise day while that lies ahead. */
export function RuleTask({ entry, onClose }: { entry: TimelineEntry; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const board = useRead<TaskBoard>(path('/tasks')).data;
  if (board === undefined) return null;
  const { sessionNumber: number } = entry;
  const day = entry.wiseDue ?? entry.due;
  const what =
    number === null ? say(entry.title) : `${say(entry.title)}, ${say(shell.session, { number }).toLowerCase()}`;
  const from = { ruleId: entry.ruleId, what, dueOn: day === null || day < board.today ? null : day };
  return <TaskWindow from={from} owners={board.owners} onClose={onClose} />;
}
