import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { DecisionOrder, ThemesView } from '../../../src/features/themes/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { themes as words } from '../../wording/themes.ts';
import { useSupport } from './support.tsx';
import { idsIn } from './who-picker.tsx';

/** THM-04: the steering group's answer, or what its protocol says. Without day and paragraph the server says no. */
export function DecisionWindow({ view, onClose }: { view: ThemesView; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const supportText = useSupport(view);
  const [chosen, setChosen] = useState(view.proposals[0]?.id ?? '');
  const isProtocol = view.way === 'protocol';
  const others = view.proposals.filter(({ id }) => id !== chosen);
  const order = (form: FormData): DecisionOrder => ({
    proposalId: chosen,
    ...(isProtocol ? { date: fieldOrNull(form, 'date'), paragraph: field(form, 'paragraph') } : {}),
    note: fieldOrNull(form, 'note'),
    deferred: idsIn(form, 'deferred'),
  });
  return (
    <AskWindow
      title={say(isProtocol ? words.record : words.decide)}
      actLabel={say(isProtocol ? words.recordAct : words.decide)}
      done={say(words.decided)}
      act={(form) => call(path('/themes/decision'), { method: 'POST', body: order(form) })}
      undo={() => call(path('/themes/decision'), { method: 'DELETE' })}
      onClose={onClose}
    >
      {!isProtocol && <p>{say(words.howAnswer)}</p>}
      <fieldset className="theme-choices">
        <legend>{say(isProtocol ? words.chosen : words.choose)}</legend>
        {view.proposals.map((one) => (
          <label key={one.id}>
            <input
              type="radio"
              name="proposal"
              value={one.id}
              checked={one.id === chosen}
              onChange={() => setChosen(one.id)}
            />
            <span>
              {one.title} <span className="quiet choice-more">{supportText(one)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isProtocol && (
        <div className="field-row">
          <Field label={say(words.protocolDay)} required>
            <Input type="date" name="date" max={view.today} />
          </Field>
          <Field label={say(words.paragraph)} required>
            <Input name="paragraph" maxLength={60} placeholder={say(words.paragraphHelp)} />
          </Field>
        </div>
      )}
      <Field label={say(words.note)}>
        <Textarea name="note" rows={2} resize="vertical" maxLength={2000} />
      </Field>
      {others.length > 0 && (
        <fieldset className="tick-list">
          <legend>{say(words.deferOthers)}</legend>
          {others.map(({ id, title }) => (
            <Checkbox key={id} name="deferred" value={id} label={title} />
          ))}
        </fieldset>
      )}
    </AskWindow>
  );
}
