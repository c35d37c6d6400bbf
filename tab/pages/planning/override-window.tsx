import { Field, Textarea } from '@fluentui/react-components';
import type { TimelineEntry } from '../../../src/features/planning/guidance/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { planning as words } from '../../wording/planning.ts';

interface OverrideProps {
  readonly entry: Pick<TimelineEntry, 'ruleId' | 'title' | 'sessionId'>;
  readonly onClose: () => void;
}

/** Goes on although a rule is not met: the reason is asked for, and kept. */
export function OverrideWindow({ entry, onClose }: OverrideProps) {
  const say = useSay();
  const path = usePath();
  return (
    <AskWindow
      title={say(words.overrideTitle, { rule: say(entry.title) })}
      actLabel={say(words.overrideSave)}
      done={say(words.overrideDone)}
      onClose={onClose}
      act={(form) =>
        call(path(`/rules/${encodeURIComponent(entry.ruleId)}/override`), {
          method: 'POST',
          body: {
            reason: field(form, 'reason'),
            ...(entry.sessionId === null ? {} : { sessionId: entry.sessionId }),
          },
        })
      }
    >
      <p>{say(words.overrideText)}</p>
      <Field label={say(words.overrideReason)} hint={say(words.overrideHelp)} required>
        <Textarea name="reason" minLength={5} rows={3} required />
      </Field>
    </AskWindow>
  );
}
