import { Checkbox, Field, Input } from '@fluentui/react-components';
import type { Words } from '../../../src/domain/words.ts';
import type { TimelineEntry } from '../../../src/features/planning/guidance/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { planning as words } from '../../wording/planning.ts';

/** What is ticked: a milestone of the project's, or a rule's own. */
export interface Tick {
  readonly name: string;
  readonly label: Words;
}

interface TickProps {
  readonly entry: TimelineEntry;
  readonly ticks: readonly Tick[];
  /** Takes the mark away instead. */
  readonly isUndo?: boolean;
  readonly onClose: () => void;
}

/** Says that something was done outside the tool, and when; or that it was not. */
export function TickWindow({ entry, ticks, isUndo = false, onClose }: TickProps) {
  const say = useSay();
  const path = usePath();
  const record = async (form: FormData) => {
    const on = field(form, 'on');
    for (const { name } of ticks.filter((one) => form.has(one.name)))
      await call(path('/milestones'), {
        method: 'POST',
        body: { name, isDone: !isUndo, ...(on === '' ? {} : { on }) },
      });
  };
  return (
    <AskWindow
      title={say(entry.title)}
      actLabel={say(isUndo ? words.untick : words.tick)}
      done={say(isUndo ? words.unticked : words.tickDone)}
      onClose={onClose}
      act={record}
    >
      <p>{say(entry.words)}</p>
      <div>
        {ticks.map(({ name, label }) => (
          <div key={name}>
            <Checkbox name={name} defaultChecked label={say(label)} />
          </div>
        ))}
      </div>
      {!isUndo && (
        <Field label={say(words.tickDay)} hint={say(words.tickHelp)}>
          <Input type="date" name="on" />
        </Field>
      )}
    </AskWindow>
  );
}
