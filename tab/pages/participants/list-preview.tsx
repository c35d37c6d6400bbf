import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ListField, ListPreview, ListRow, RowChoice } from '../../../src/features/registration/list/types.ts';
import { useSay } from '../../language.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { list as words } from '../../wording/participants.ts';
import { shell } from '../../wording/shell.ts';

type Choice = ListField | 'none';

const fieldWords: Readonly<Record<Choice, (typeof words)[keyof typeof words]>> = {
  givenName: words.fieldGivenName,
  familyName: words.fieldFamilyName,
  fullName: words.fieldFullName,
  email: words.fieldEmail,
  organisation: words.fieldOrganisation,
  title: words.fieldTitle,
  phone: words.fieldPhone,
  dietary: words.fieldDietary,
  registeredAt: words.fieldRegisteredAt,
  commitment: words.fieldCommitment,
  none: words.fieldNone,
};
const isChoice = (value: string): value is Choice => value in fieldWords;

/** What each column was taken for; another choice takes the field away from the column that had it. */
export function ListColumns({
  columns,
  onChange,
}: {
  columns: ListPreview['columns'];
  onChange: (mapping: readonly Choice[]) => void;
}) {
  const say = useSay();
  const known = columns.filter(({ field }) => field !== null).length;
  const choose = (at: number, chosen: Choice) =>
    onChange(
      columns.map(({ field }, index) => (index === at ? chosen : field === chosen ? 'none' : (field ?? 'none'))),
    );
  return (
    <details>
      <summary>{say(words.columns, { known, n: columns.length })}</summary>
      <div className="list-columns">
        {columns.map(({ heading, field, sample }, index) => (
          <Field
            key={`${index} ${heading}`}
            label={say(words.columnHolds, { heading: shortened(heading) })}
            hint={sample}
          >
            <Select value={field ?? 'none'} onChange={(_event, { value }) => isChoice(value) && choose(index, value)}>
              {Object.keys(fieldWords)
                .filter(isChoice)
                .map((one) => (
                  <option key={one} value={one}>
                    {say(fieldWords[one])}
                  </option>
                ))}
            </Select>
          </Field>
        ))}
      </div>
    </details>
  );
}

function shortened(heading: string): string {
  return heading.length > 60 ? `${heading.slice(0, 59)}…` : heading;
}

interface RowsProps {
  readonly rows: readonly ListRow[];
  readonly choices: Readonly<Record<string, RowChoice>>;
  readonly onChoose: (row: number, choice: RowChoice) => void;
}

/** Those that cannot be taken in first, then those to look at, and the rest folded away. */
export function ListRows({ rows, choices, onChoose }: RowsProps) {
  const say = useSay();
  const faults = rows.filter(({ becomes }) => becomes === 'fault');
  const odd = rows.filter(({ becomes, warnings }) => becomes !== 'fault' && warnings.length > 0);
  const fine = rows.filter(({ becomes, warnings }) => becomes !== 'fault' && warnings.length === 0);
  const shown = (some: readonly ListRow[]) => (
    <ul className="list-rows">
      {some.map((row) => (
        <Row key={row.row} row={row} choice={choices[String(row.row)] ?? {}} onChoose={onChoose} />
      ))}
    </ul>
  );
  return (
    <>
      {faults.length > 0 && (
        <section>
          <h3>{say(words.faults, { n: faults.length })}</h3>
          {shown(faults)}
          <p className="quiet">{say(words.faultsText)}</p>
        </section>
      )}
      {odd.length > 0 && (
        <section>
          <h3>{say(words.warnings, { n: odd.length })}</h3>
          {shown(odd)}
        </section>
      )}
      {fine.length > 0 && (
        <details>
          <summary>{say(words.fine, { n: fine.length })}</summary>
          {shown(fine)}
        </details>
      )}
    </>
  );
}

const becomes: Readonly<Record<ListRow['becomes'], readonly [Tone, (typeof words)[keyof typeof words]]>> = {
  confirmed: ['done', words.becomesConfirmed],
  waitingList: ['waiting', words.becomesWaitingList],
  lateRequest: ['waiting', words.becomesLateRequest],
  updated: ['overridden', words.becomesUpdated],
  merged: ['overridden', words.becomesMerged],
  fault: ['no', words.becomesFault],
};

function Row({ row, choice, onChoose }: { row: ListRow; choice: RowChoice; onChoose: RowsProps['onChoose'] }) {
  const say = useSay();
  const [tone, name] = becomes[row.becomes];
  const wantsAddress = row.becomes === 'fault' || choice.email !== undefined;
  return (
    <li>
      <p>
        <span className="quiet">{say(words.row, { row: row.row })} · </span>
        <strong>{row.name === '' ? '–' : row.name}</strong>
      </p>
      <p className="quiet">{[row.email, row.organisation, row.title].filter((part) => part !== '').join(' · ')}</p>
      <Status tone={tone}>{say(name)}</Status>
      {row.faults.map((one) => (
        <p key={`${one.column} ${one.words.sv}`}>
          <strong>{one.column}</strong>
          {one.value !== null && <> ”{one.value}”</>}: {say(one.words)}
        </p>
      ))}
      {row.warnings.map((one) => (
        <p key={one.sv}>{say(one)}</p>
      ))}
      {row.suggestions.length > 0 && (
        <Field label={say(words.chooseOrganisation, { row: row.row })}>
          <Select
            value={choice.organisationId === null ? 'none' : (choice.organisationId ?? '')}
            onChange={(_event, { value }) =>
              onChoose(row.row, { organisationId: value === '' ? undefined : value === 'none' ? null : value })
            }
          >
            <option value="">{say(words.chooseLater)}</option>
            {row.suggestions.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            <option value="none">{say(words.noneOfThese)}</option>
          </Select>
        </Field>
      )}
      {wantsAddress && <AddressField row={row} onSave={(email) => onChoose(row.row, { email })} />}
    </li>
  );
}

function AddressField({ row, onSave }: { row: ListRow; onSave: (email: string) => void }) {
  const say = useSay();
  const [email, setEmail] = useState(row.email);
  return (
    <div className="list-fix">
      <Field label={say(words.fixAddress, { row: row.row })}>
        <Input type="email" value={email} onChange={(_event, { value }) => setEmail(value)} />
      </Field>
      <Button disabled={email.trim() === '' || email === row.email} onClick={() => onSave(email.trim())}>
        {say(shell.save)}
      </Button>
    </div>
  );
}
