import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClassView, RetentionRule } from '../../../../src/features/retention/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../../parts/ask.tsx';
import { usePath } from '../../../project.tsx';
import { retention as words } from '../../../wording/retention.ts';

type Way = RetentionRule['way'] | 'none';

interface Props {
  readonly line: ClassView;
  readonly today: string;
  readonly onClose: () => void;
}

/** Enters what the authority has decided about one class. Nothing is erased by it. */
export function RuleWindow({ line, today, onClose }: Props) {
  const say = useSay();
  const path = usePath()(`/retention/${encodeURIComponent(line.id)}/rule`);
  const { rule, proposal } = line;
  const [way, setWay] = useState<Way>(rule?.way ?? 'dispose');
  const event = say(line.after === 'lastSession' ? words.lastSession : words.lastEvaluation);
  const what = say(line.name).toLowerCase();
  const put = (wish: RetentionRule | null) =>
    wish === null
      ? call<RetentionRule | null>(path, { method: 'DELETE' })
      : call<RetentionRule | null>(path, { method: 'PUT', body: wish });
  const save = (form: FormData) =>
    put(
      way === 'none'
        ? null
        : {
            way,
            days: way === 'dispose' ? numberIn(form, 'days') : null,
            decision: fieldOrNull(form, 'decision'),
            decidedOn: fieldOrNull(form, 'decidedOn'),
          },
    );
  return (
    <AskWindow
      title={say(words.ruleTitle, { what })}
      actLabel={say(words.save)}
      done={say(words.saved)}
      undo={put}
      onClose={onClose}
      act={save}
    >
      <Field label={say(words.way)}>
        <Select value={way} onChange={(_event, { value }) => setWay(wayOf(value))}>
          <option value="dispose">{say(words.wayDispose)}</option>
          <option value="keep">{say(words.wayKeep)}</option>
          <option value="none">{say(words.wayNone)}</option>
        </Select>
      </Field>
      {way === 'dispose' && (
        <Field
          label={say(words.days, { event })}
          required
          {...(proposal.way === 'dispose'
            ? { hint: say(words.proposedDispose, { n: proposal.days, event }) }
            : { hint: say(words.proposedKeep) })}
        >
          <Input type="number" name="days" min={0} max={18262} required defaultValue={String(rule?.days ?? '')} />
        </Field>
      )}
      {way !== 'none' && (
        <>
          <Field label={say(words.decision)} hint={say(words.decisionHelp)} required={way === 'dispose'}>
            <Input name="decision" maxLength={200} required={way === 'dispose'} defaultValue={rule?.decision ?? ''} />
          </Field>
          <Field label={say(words.decidedOn)} required={way === 'dispose'}>
            <Input
              type="date"
              name="decidedOn"
              max={today}
              required={way === 'dispose'}
              defaultValue={rule?.decidedOn ?? ''}
            />
          </Field>
        </>
      )}
    </AskWindow>
  );
}

function wayOf(value: string): Way {
  return value === 'keep' || value === 'none' ? value : 'dispose';
}

function numberIn(form: FormData, name: string): number | null {
  const text = field(form, name);
  return text === '' ? null : Number(text);
}
