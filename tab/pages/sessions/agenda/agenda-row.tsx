import { Button, Input, Select } from '@fluentui/react-components';
import {
  ArrowDown20Regular,
  ArrowUp20Regular,
  Delete20Regular,
  ReOrderDotsVertical20Regular,
} from '@fluentui/react-icons';
import { useState, type PointerEvent } from 'react';
import type { AgendaFinding, AgendaItem } from '../../../../src/features/sessions/types.ts';
import { clock } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Remark } from '../../../parts/status.tsx';
import { useProject } from '../../../project.tsx';
import { agendaEditor as words } from '../../../wording/agenda.ts';
import { agendaKinds, sessions } from '../../../wording/sessions.ts';
import { RowPeople, peopleText } from './row-people.tsx';
import { minutesOf, shortest, type Row } from './rows.ts';

export interface RowActs {
  readonly change: (key: number, part: Partial<AgendaItem>, name: string) => void;
  readonly start: (key: number, start: string) => void;
  readonly last: (key: number, minutes: number) => void;
  readonly move: (key: number, to: number) => void;
  readonly remove: (key: number) => void;
  readonly drag: (event: PointerEvent, key: number) => void;
}

interface RowProps {
  readonly row: Row;
  readonly place: number;
  readonly count: number;
  readonly isDragged: boolean;
  readonly findings: readonly AgendaFinding[];
  readonly fault: string | undefined;
  readonly acts: RowActs;
}

/** One item: when, how long, what kind, what; and what the rules say of it. */
export function AgendaRow({ row, place, count, isDragged, findings, fault, acts }: RowProps) {
  const say = useSay();
  const language = useLanguage();
  const { plan } = useProject();
  const [isOpen, setOpen] = useState(false);
  const { key } = row;
  const title = row.title === '' ? agendaKinds[row.type][language] : row.title;
  const state = `${isDragged ? ' agenda-dragged' : ''}${findings.length > 0 || fault !== undefined ? ' agenda-noted' : ''}`;

  return (
    <li data-key={key} className={`agenda-row agenda-${row.type}${state}`}>
      <span
        className="agenda-grip"
        aria-hidden
        title={say(words.drag)}
        onPointerDown={(event) => acts.drag(event, key)}
      >
        <ReOrderDotsVertical20Regular />
      </span>
      <Held
        type="time"
        label={say(words.start, { title })}
        value={row.start}
        isFine={(text) => text !== ''}
        onHeld={(text) => acts.start(key, text)}
      />
      <Held
        type="number"
        label={say(words.minutes, { title })}
        value={String(minutesOf(row))}
        unit={say(words.min)}
        isFine={(text) => Number(text) >= shortest && Number(text) <= 600}
        onHeld={(text) => acts.last(key, Math.round(Number(text)))}
      />
      <Select
        aria-label={say(words.kind, { title })}
        value={row.type}
        onChange={(_event, { value }) => isKind(value) && acts.change(key, { type: value }, 'kind')}
      >
        {Object.entries(agendaKinds).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name[language]}
          </option>
        ))}
      </Select>
      <Input
        className="agenda-what"
        aria-label={say(words.what, { place: place + 1 })}
        value={row.title}
        required
        onChange={(_event, { value }) => acts.change(key, { title: value }, `title ${key}`)}
      />
      <span className="agenda-acts">
        <Button
          appearance="subtle"
          icon={<ArrowUp20Regular />}
          aria-label={say(words.up, { title })}
          disabledFocusable={place === 0}
          onClick={() => acts.move(key, place - 1)}
        />
        <Button
          appearance="subtle"
          icon={<ArrowDown20Regular />}
          aria-label={say(words.down, { title })}
          disabledFocusable={place === count - 1}
          onClick={() => acts.move(key, place + 1)}
        />
        <Button
          appearance="subtle"
          icon={<Delete20Regular />}
          aria-label={say(sessions.removeItem, { title })}
          onClick={() => acts.remove(key)}
        />
      </span>
      <details className="agenda-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="agenda-until">{say(words.until, { end: clock(row.end, language) })}</span>{' '}
          {peopleText(row, plan, say)}
        </summary>
        {isOpen && <RowPeople row={row} onChange={(part) => acts.change(key, part, 'people')} />}
      </details>
      {(fault !== undefined || findings.length > 0) && (
        <div className="agenda-findings">
          {fault !== undefined && <Remark tone="late">{fault}</Remark>}
          {findings.map((finding) => (
            <Remark
              key={`${finding.ruleId} ${finding.words.sv}`}
              tone={finding.tone === 'warning' ? 'warning' : 'next'}
            >
              {sentence(finding.words[language])}
            </Remark>
          ))}
        </div>
      )}
    </li>
  );
}

/** A finding on its own: the server's words are also set together in one sentence. */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

interface HeldProps {
  readonly type: 'time' | 'number';
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly isFine: (text: string) => boolean;
  readonly onHeld: (text: string) => void;
}

/** Counts when it is left or Enter is pressed: a time that is half written would throw the whole day about. */
function Held({ type, label, value, unit, isFine, onHeld }: HeldProps) {
  const [written, setWritten] = useState<string>();
  const hold = () => {
    if (written !== undefined && written !== value && isFine(written)) onHeld(written);
    setWritten(undefined);
  };
  return (
    <Input
      className={`agenda-held-${type}`}
      type={type}
      aria-label={label}
      value={written ?? value}
      {...(type === 'number' ? { min: shortest, step: 5, contentAfter: unit } : {})}
      onChange={(_event, data) => setWritten(data.value)}
      onBlur={hold}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        hold();
      }}
    />
  );
}

function isKind(value: string): value is keyof typeof agendaKinds {
  return value in agendaKinds;
}
