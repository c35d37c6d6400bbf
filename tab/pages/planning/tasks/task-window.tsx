import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Owner, Task } from '../../../../src/features/tasks/types.ts';
import { ApiProblem, call, useAct } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../../parts/ask.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { usePath } from '../../../project.tsx';
import { tasks as words } from '../../../wording/tasks.ts';

interface TaskWindowProps {
  /** The one that is changed; a new one without. */
  readonly task?: Task;
  /** What a new one is about, when it comes of a rule. */
  readonly from?: { readonly ruleId: string; readonly what: string; readonly dueOn: string | null };
  readonly owners: readonly Owner[];
  readonly onClose: () => void;
}

/** What, who and by when. A free day is asked about once. */
export function TaskWindow({ task, from, owners, onClose }: TaskWindowProps) {
  const say = useSay();
  const path = usePath();
  const [isFree, setFree] = useState(false);
  const back = useTakeBack();
  const saved = useRef<Task>(undefined);
  async function save(form: FormData): Promise<void> {
    const body = {
      what: field(form, 'what'),
      ownerId: fieldOrNull(form, 'owner'),
      dueOn: fieldOrNull(form, 'due'),
      ...(form.has('evenSo') ? { evenSo: true } : {}),
      ...(from === undefined ? {} : { ruleId: from.ruleId }),
    };
    const address = task === undefined ? '/tasks' : `/tasks/${encodeURIComponent(task.id)}`;
    try {
      saved.current = await call<Task>(path(address), { method: task === undefined ? 'POST' : 'PUT', body });
    } catch (cause) {
      setFree(cause instanceof ApiProblem && cause.reason === 'freeDay');
      throw cause;
    }
  }
  const undo = (): void => {
    const answer = saved.current;
    if (answer !== undefined) back(answer, task === undefined ? 'added' : 'changed');
  };
  return (
    <AskWindow
      title={say(task === undefined ? words.add : words.change)}
      actLabel={say(task === undefined ? words.addSave : words.changeSave)}
      done={say(task === undefined ? words.added : words.changed)}
      onUndo={undo}
      onClose={onClose}
      act={save}
    >
      <Field label={say(words.what)} required>
        <Input name="what" required maxLength={200} defaultValue={task?.what ?? from?.what ?? ''} />
      </Field>
      <div className="field-row">
        <Field label={say(words.owner)}>
          <Select name="owner" defaultValue={task?.ownerId ?? ''}>
            <option value="">{say(words.nobody)}</option>
            {owners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say(words.due)}>
          <Input
            type="date"
            name="due"
            defaultValue={task?.dueOn ?? from?.dueOn ?? ''}
            onChange={() => setFree(false)}
          />
        </Field>
      </div>
      {isFree && <Checkbox name="evenSo" label={say(words.keepDay)} />}
      <p className="quiet">{say(words.dueHelp)}</p>
    </AskWindow>
  );
}

/** An added task goes away again; a changed one becomes what it was. */
function useTakeBack(): (task: Task, how: 'added' | 'changed') => void {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const act = useAct(({ task, how }: { task: Task; how: 'added' | 'changed' }) => {
    const { id, what, ownerId, dueOn } = task;
    const address = path(`/tasks/${encodeURIComponent(id)}`);
    if (how === 'added') return call(address, { method: 'DELETE' });
    return call(address, { method: 'PUT', body: { what, ownerId, dueOn, evenSo: true } });
  });
  return (task, how) => void act.run({ task, how }).then(() => messages.done(say(words.restored)), messages.failed);
}
