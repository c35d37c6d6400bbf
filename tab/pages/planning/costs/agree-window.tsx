import { Field, Input } from '@fluentui/react-components';
import type { CostLine } from '../../../../src/features/costs/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow, field } from '../../../parts/ask.tsx';
import { usePath } from '../../../project.tsx';
import { costs as words } from '../../../wording/costs.ts';

/** CST-03: the working group has said yes to a fee or a journey. */
export function AgreeWindow({ line, today, onClose }: { line: CostLine; today: string; onClose: () => void }) {
  const say = useSay();
  const path = usePath()(`/costs/lines/${encodeURIComponent(line.id)}/agreement`);
  const put = (agreement: CostLine['agreement']) => call(path, { method: 'PUT', body: { agreement } });
  return (
    <AskWindow
      title={say(words.agreeOf, { what: line.text })}
      actLabel={say(words.agree)}
      done={say(words.agreeSaved)}
      undo={() => put(null)}
      onClose={onClose}
      act={(form) => put({ by: field(form, 'by'), on: field(form, 'on') })}
    >
      <p>{say(words.agreeText)}</p>
      <Field label={say(words.who)} required>
        <Input name="by" required maxLength={200} defaultValue={say(words.workingGroup)} />
      </Field>
      <Field label={say(words.day)} required>
        <Input type="date" name="on" required max={today} defaultValue={today} />
      </Field>
    </AskWindow>
  );
}
