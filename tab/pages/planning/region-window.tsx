import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { PeriodTime } from '../../../src/domain/region-periods.ts';
import type { PeriodWish, ShownPeriod } from '../../../src/features/planning/region/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { region as words } from '../../wording/region.ts';
import { freeId } from './registers.tsx';

const kinds = ['weeks', 'dates'] as const;
type Kind = PeriodTime['kind'];

interface WindowProps {
  /** Absent for a new one. */
  readonly period?: ShownPeriod;
  readonly taken: readonly { readonly id: string }[];
  readonly onClose: () => void;
}

export function RegionWindow({ period, taken, onClose }: WindowProps) {
  const say = useSay();
  const path = usePath();
  const [kind, setKind] = useState<Kind>(period?.when.kind ?? 'weeks');
  const id = period?.id ?? freeId('tid', taken);
  const when = period?.when;
  const read = (form: FormData): PeriodWish => ({
    name: field(form, 'name'),
    where: field(form, 'where'),
    when: timeIn(form, { kind, when, weeksWrong: say(words.weeksWrong) }),
    strength: field(form, 'strength') === 'tip' ? 'tip' : 'warning',
    source: field(form, 'source'),
  });
  return (
    <AskWindow
      title={period === undefined ? say(words.add) : say(words.editOf, { name: say(period.words) })}
      actLabel={say(words.save)}
      done={say(words.saved)}
      onClose={onClose}
      act={async (form) => await call(path(`/region/${encodeURIComponent(id)}`), { method: 'PUT', body: read(form) })}
    >
      <Field label={say(words.name)} hint={say(words.nameHelp)} required>
        <Input name="name" required maxLength={300} defaultValue={period === undefined ? '' : say(period.words)} />
      </Field>
      <Field label={say(words.where)} hint={say(words.whereHelp)}>
        <Input name="where" maxLength={300} defaultValue={period === undefined ? '' : say(period.where)} />
      </Field>
      <Field label={say(words.when)}>
        <Select
          value={kind}
          onChange={(_event, { value }) => setKind(kinds.find((one) => one === value) ?? when?.kind ?? 'weeks')}
        >
          {when?.kind === 'rule' && <option value="rule">{say(words.rule)}</option>}
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say(words[one])}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'weeks' && (
        <Field label={say(words.weekNumbers)} hint={say(words.weekNumbersHelp)} required>
          <Input
            name="weeks"
            required
            inputMode="numeric"
            defaultValue={when?.kind === 'weeks' ? when.weeks.join(', ') : ''}
          />
        </Field>
      )}
      {kind === 'dates' && (
        <div className="field-row">
          <Field label={say(words.from)} required>
            <Input type="date" name="from" required defaultValue={when?.kind === 'dates' ? when.from : ''} />
          </Field>
          <Field label={say(words.to)} required>
            <Input type="date" name="to" required defaultValue={when?.kind === 'dates' ? when.to : ''} />
          </Field>
        </div>
      )}
      <Field label={say(words.strength)}>
        <Select name="strength" defaultValue={period?.strength ?? 'warning'}>
          <option value="warning">{say(words.warning)}</option>
          <option value="tip">{say(words.tip)}</option>
        </Select>
      </Field>
      <Field label={say(words.source)} hint={say(words.sourceHelp)}>
        <Input name="source" maxLength={300} defaultValue={period === undefined ? '' : say(period.source)} />
      </Field>
    </AskWindow>
  );
}

interface Chosen {
  readonly kind: Kind;
  readonly when: PeriodTime | undefined;
  readonly weeksWrong: string;
}

const mostWeeks = 53;

/** @throws Error with words for the reader when the weeks cannot be read */
function timeIn(form: FormData, { kind, when, weeksWrong }: Chosen): PeriodTime {
  if (kind === 'rule' && when?.kind === 'rule') return when;
  if (kind === 'dates') return { kind, from: field(form, 'from'), to: field(form, 'to') };
  const weeks = field(form, 'weeks')
    .split(/[\s,]+/)
    .filter((text) => text !== '')
    .map(Number);
  if (weeks.length === 0 || weeks.some((week) => !Number.isInteger(week) || week < 1 || week > mostWeeks))
    throw new Error(weeksWrong);
  return { kind: 'weeks', weeks };
}
