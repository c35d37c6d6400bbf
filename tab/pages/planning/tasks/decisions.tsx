import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Decision } from '../../../../src/features/tasks/types.ts';
import { call, useAct } from '../../../api.ts';
import { listDate } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { AskWindow, field } from '../../../parts/ask.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Section } from '../../../parts/section.tsx';
import { useMay, usePath } from '../../../project.tsx';
import { tasks as words } from '../../../wording/tasks.ts';

/** What the planning group has decided, the latest first. */
export function DecisionsSection({ decisions, today }: { decisions: readonly Decision[]; today: string }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const remove = useRemove();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      id="beslut"
      title={say(words.decisions)}
      intro={say(words.decisionsIntro)}
      acts={
        may('tasks.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setAdding(true)}>
            {say(words.addDecision)}
          </Button>
        )
      }
    >
      {decisions.length === 0 ? (
        <p className="quiet">{say(words.decisionsNone)}</p>
      ) : (
        <ul className="rows">
          {decisions.map((decision) => {
            const label = say(words.removeOf, { what: decision.text });
            return (
              <li key={decision.id} className="row task-row">
                <div className="row-text">
                  <p className="row-title">{decision.text}</p>
                  <p className="quiet">
                    {say(words.writtenBy, { day: listDate(decision.decidedOn, language), by: decision.writtenBy })}
                  </p>
                </div>
                {may('tasks.edit') && (
                  <Button
                    appearance="subtle"
                    icon={<Delete20Regular />}
                    aria-label={label}
                    title={label}
                    disabled={remove.isBusy}
                    onClick={() => remove.run(decision)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {isAdding && <DecisionWindow today={today} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function useRemove() {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const removing = useAct((id: string) => call(path(`/decisions/${encodeURIComponent(id)}`), { method: 'DELETE' }));
  const restoring = useAct(({ text, decidedOn }: Decision) =>
    call(path('/decisions'), { method: 'POST', body: { text, decidedOn } }),
  );
  const restore = (decision: Decision): void =>
    void restoring.run(decision).then(() => messages.done(say(words.restored)), messages.failed);
  const run = (decision: Decision): void =>
    void removing
      .run(decision.id)
      .then(() => messages.done(say(words.removed, { what: decision.text }), () => restore(decision)), messages.failed);
  return { run, isBusy: removing.isBusy || restoring.isBusy };
}

function DecisionWindow({ today, onClose }: { today: string; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const saved = useRef<string>(undefined);
  const removing = useAct((id: string) => call(path(`/decisions/${encodeURIComponent(id)}`), { method: 'DELETE' }));
  const undo = (): void => {
    if (saved.current !== undefined)
      void removing.run(saved.current).then(() => messages.done(say(words.restored)), messages.failed);
  };
  return (
    <AskWindow
      title={say(words.addDecision)}
      actLabel={say(words.decisionSave)}
      done={say(words.decisionAdded)}
      onUndo={undo}
      onClose={onClose}
      act={async (form) => {
        const body = { text: field(form, 'text'), decidedOn: field(form, 'day') };
        saved.current = (await call<Decision>(path('/decisions'), { method: 'POST', body })).id;
      }}
    >
      <Field label={say(words.decision)} required>
        <Textarea name="text" required maxLength={500} rows={3} resize="vertical" />
      </Field>
      <Field label={say(words.decidedOn)} required>
        <Input type="date" name="day" required max={today} defaultValue={today} />
      </Field>
    </AskWindow>
  );
}
