import { Button, Field, Input, Select, Textarea } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { AgendaItem, SessionState } from '../../../src/features/sessions/types.ts';
import { call } from '../../api.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, fieldOrNull } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { agendaKinds, sessions as words } from '../../wording/sessions.ts';

type Kind = keyof typeof agendaKinds;
type Row = AgendaItem & { readonly key: number };

let lastKey = 0;
const newKey = () => (lastKey += 1);

/** Edits a session's programme and preparation. The server checks that the day holds together. */
export function AgendaWindow({ session, onClose }: { session: SessionState; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    session.agenda.map(({ speakers: _names, ...item }) => ({ ...item, key: newKey() })),
  );
  const change = (key: number, part: Partial<AgendaItem>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () =>
    setRows((all) => {
      const start = all.at(-1)?.end ?? session.start ?? '09:00';
      return [...all, { key: newKey(), start, end: start, type: 'dialogue', title: '' }];
    });
  return (
    <AskWindow
      title={say(words.programmeEdit)}
      actLabel={say({ sv: 'Spara programmet', en: 'Save the programme' })}
      done={say(words.programmeSaved)}
      onClose={onClose}
      act={(form) =>
        call(path(`/sessions/${encodeURIComponent(session.id)}/agenda`), {
          method: 'PUT',
          body: { agenda: rows.map(({ key: _key, ...item }) => item), preparation: fieldOrNull(form, 'preparation') },
        })
      }
    >
      <ol className="agenda-rows">
        {rows.map((row) => (
          <AgendaRow
            key={row.key}
            row={row}
            onChange={(part) => change(row.key, part)}
            onRemove={() => setRows((all) => all.filter(({ key }) => key !== row.key))}
          />
        ))}
      </ol>
      <Button icon={<Add20Regular />} onClick={add}>
        {say(words.addItem)}
      </Button>
      <Field label={say(words.preparation)} hint={say(words.preparationHelp)}>
        <Textarea name="preparation" defaultValue={session.preparation ?? ''} rows={3} />
      </Field>
    </AskWindow>
  );
}

interface RowProps {
  readonly row: Row;
  readonly onChange: (part: Partial<AgendaItem>) => void;
  readonly onRemove: () => void;
}

function AgendaRow({ row, onChange, onRemove }: RowProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <li className="agenda-row">
      <Input
        type="time"
        aria-label={say(words.from)}
        value={row.start}
        required
        onChange={(_event, { value }) => onChange({ start: value })}
      />
      <Input
        type="time"
        aria-label={say(words.to)}
        value={row.end}
        required
        onChange={(_event, { value }) => onChange({ end: value })}
      />
      <Select
        aria-label={say(words.kind)}
        value={row.type}
        onChange={(_event, { value }) => isKind(value) && onChange({ type: value })}
      >
        {Object.entries(agendaKinds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name[language]}
          </option>
        ))}
      </Select>
      <Input
        className="agenda-what"
        aria-label={say(words.what)}
        value={row.title}
        required
        onChange={(_event, { value }) => onChange({ title: value })}
      />
      <Button
        appearance="subtle"
        icon={<Delete20Regular />}
        aria-label={say(words.removeItem, { title: row.title })}
        onClick={onRemove}
      />
    </li>
  );
}

function isKind(value: string): value is Kind {
  return value in agendaKinds;
}
