import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CostKind, CostLine, CostsView, LineWish } from '../../../../src/features/costs/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../../parts/ask.tsx';
import { usePath, useProject } from '../../../project.tsx';
import { costKinds, costs as words } from '../../../wording/costs.ts';
import { freeId } from '../registers.tsx';
import { readKronor, typed } from './money.ts';

const kinds = Object.keys(costKinds) as CostKind[]; // keys of a literal table
const isFood = (kind: CostKind) => kind === 'lunch' || kind === 'fika';

export function wishOf({ kind, text, sessionId, budget, perPortion, outcome }: CostLine): LineWish {
  return { kind, text, sessionId, budget, perPortion, outcome };
}

interface WindowProps {
  /** Absent for a new one. */
  readonly line?: CostLine;
  readonly view: CostsView;
  readonly onClose: () => void;
}

export function LineWindow({ line, view, onClose }: WindowProps) {
  const say = useSay();
  const path = usePath();
  const { sessions } = useProject().plan;
  const [kind, setKind] = useState<CostKind>(line?.kind ?? 'lunch');
  const id = line?.id ?? freeId('rad', view.lines);
  const base = path(`/costs/lines/${encodeURIComponent(id)}`);
  const money = (form: FormData, name: string): number | null => {
    const said = field(form, name);
    const ore = readKronor(said);
    if (ore === undefined) throw new Error(say(words.notMoney, { said }));
    return ore;
  };
  const read = (form: FormData): LineWish => ({
    kind,
    text: field(form, 'text'),
    sessionId: fieldOrNull(form, 'session'),
    budget: money(form, 'budget') ?? 0,
    perPortion: isFood(kind) ? money(form, 'perPortion') : null,
    outcome: money(form, 'outcome'),
  });
  const undo = async (): Promise<void> => {
    if (line === undefined) return void (await call(base, { method: 'DELETE' }));
    await call(base, { method: 'PUT', body: wishOf(line) });
    const { agreement } = line;
    if (agreement !== null) await call(`${base}/agreement`, { method: 'PUT', body: { agreement } });
  };
  return (
    <AskWindow
      title={line === undefined ? say(words.add) : say(words.changeOf, { what: line.text })}
      actLabel={say(words.save)}
      done={say(words.saved)}
      undo={undo}
      onClose={onClose}
      act={async (form) => await call(base, { method: 'PUT', body: read(form) })}
    >
      <div className="field-row">
        <Field label={say(words.kind)}>
          <Select value={kind} onChange={(_event, { value }) => setKind(kinds.find((one) => one === value) ?? 'other')}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {say(costKinds[one])}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say(words.forSession)}>
          <Select name="session" defaultValue={line?.sessionId ?? ''}>
            <option value="">{say(words.wholeProject)}</option>
            {sessions
              .filter(({ cancelled, id: sessionId }) => !cancelled || sessionId === line?.sessionId)
              .map(({ id: sessionId, number }) => (
                <option key={sessionId} value={sessionId}>
                  {say(words.session, { number })}
                </option>
              ))}
          </Select>
        </Field>
      </div>
      <Field label={say(words.text)} required>
        <Input
          key={line === undefined ? kind : 'same'}
          name="text"
          required
          maxLength={200}
          defaultValue={line?.text ?? say(costKinds[kind])}
        />
      </Field>
      {isFood(kind) && (
        <Field label={say(words.perPortion)} hint={say(words.perPortionHelp)}>
          <Input name="perPortion" inputMode="decimal" defaultValue={typed(line?.perPortion ?? null)} />
        </Field>
      )}
      <div className="field-row">
        <Field label={say(words.budget)} required>
          <Input name="budget" required inputMode="decimal" defaultValue={typed(line?.budget ?? null)} />
        </Field>
        <Field label={say(words.outcome)} hint={say(words.outcomeHelp)}>
          <Input name="outcome" inputMode="decimal" defaultValue={typed(line?.outcome ?? null)} />
        </Field>
      </div>
    </AskWindow>
  );
}
