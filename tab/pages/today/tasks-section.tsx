import type { Today } from '../../../src/features/today/types.ts';
import { useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { TaskTick } from '../../parts/task-tick.tsx';
import { tasks as words } from '../../wording/tasks.ts';
import { today as todayWords } from '../../wording/today.ts';

/** One's own tasks and those of anybody that are late, to tick on the spot. */
export function TasksSection({ tasks, today }: { tasks: Today['tasks']; today: string }) {
  const say = useSay();
  return (
    <Section title={say(todayWords.tasks)}>
      {tasks.shown.length === 0 ? (
        <p className="quiet">{say(todayWords.tasksNone)}</p>
      ) : (
        <ul className="rows">
          {tasks.shown.map((task) => (
            <li key={task.id}>
              <TaskTick task={task} today={today} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <PageLink to="/planering/uppgifter">
          {say(tasks.open === 1 ? words.allOne : words.all, { n: tasks.open })}
        </PageLink>
      </p>
    </Section>
  );
}
