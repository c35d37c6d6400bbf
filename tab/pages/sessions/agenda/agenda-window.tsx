import { Button, Field, Textarea } from '@fluentui/react-components';
import { Add20Regular, ArrowUndo20Regular, DocumentAdd20Regular } from '@fluentui/react-icons';
import { useLayoutEffect, useRef, useState } from 'react';
import type { AgendaItem, SessionState } from '../../../../src/features/sessions/types.ts';
import { call } from '../../../api.ts';
import { clock } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { AskWindow, fieldOrNull } from '../../../parts/ask.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { usePath } from '../../../project.tsx';
import { agendaEditor as words } from '../../../wording/agenda.ts';
import { agendaKinds, sessions } from '../../../wording/sessions.ts';
import { shell } from '../../../wording/shell.ts';
import { AgendaRow, type RowActs } from './agenda-row.tsx';
import { useDrag } from './drag.ts';
import { useUndoable } from './history.ts';
import { useKeys } from './keys.ts';
import { useLook } from './look.ts';
import { moved, startingAt, without, withMinutes, withNew, type Row } from './rows.ts';
import { AgendaSummary } from './summary.tsx';

let lastKey = 0;
const newKey = () => (lastKey += 1);
const rowsOf = (items: readonly AgendaItem[]): readonly Row[] => items.map((item) => ({ ...item, key: newKey() }));
/** What is stored: nobody is nobody, not an empty name. */
const itemsOf = (rows: readonly Row[]): readonly AgendaItem[] =>
  rows.map(({ key: _key, responsibleId, ...item }) => ({ ...item, ...(responsibleId ? { responsibleId } : {}) }));
const savedItems = ({ agenda }: SessionState): readonly AgendaItem[] =>
  agenda.map(({ speakers: _names, ...item }) => item);

/** AGD-01…05: builds a session's day, and tells what the rules say of it while it is built. */
export function AgendaWindow({ session, onClose }: { session: SessionState; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const messages = useMessages();
  const path = usePath()(`/sessions/${encodeURIComponent(session.id)}/agenda`);
  const { now: rows, canUndo, change, undo, rest } = useUndoable(() => rowsOf(savedItems(session)));
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const keepFocus = useFocusKept();
  const { look, hasFailed } = useLook(session.id, itemsOf(rows));

  const nameOf = ({ title, type }: Row): string => title || agendaKinds[type][language];
  const tellPlace = (all: readonly Row[], key: number) => {
    const place = all.findIndex((row) => row.key === key);
    const row = all[place];
    if (row === undefined) return;
    const [start, end] = [clock(row.start, language), clock(row.end, language)];
    setSaid(say(words.movedTo, { title: nameOf(row), place: place + 1, count: all.length, start, end }));
  };
  const move = (key: number, to: number) => {
    if (to < 0 || to >= rows.length) return;
    keepFocus();
    change((all) => moved(all, key, to));
    tellPlace(moved(rows, key, to), key);
  };
  const drag = useDrag(list, {
    move: (key, to) => change((all) => (all[to]?.key === key ? all : moved(all, key, to)), `drag ${key}`),
    end: (key) => {
      rest();
      tellPlace(rows, key);
    },
  });
  const acts: RowActs = {
    change: (key, part, name) =>
      change(
        (all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)),
        name.startsWith('title') ? name : undefined,
      ),
    start: (key, start) => change((all) => startingAt(all, key, start)),
    last: (key, minutes) => change((all) => withMinutes(all, key, minutes)),
    move,
    remove: (key) => {
      const gone = rows.find((row) => row.key === key);
      change((all) => without(all, key));
      setSaid(gone === undefined ? '' : say(words.removed, { title: nameOf(gone) }));
      list.current?.focus();
    },
    drag: drag.begin,
  };
  const add = () => {
    const start = rows.at(-1)?.end ?? session.start ?? '09:00';
    const end = start < '23:30' ? laterBy30(start) : start;
    change((all) => withNew(all, { key: newKey(), start, end, type: 'dialogue', title: '' }));
  };
  const complete = async () => {
    try {
      const answer = await call<{ agenda: readonly AgendaItem[] }>(`${path}/completed`, {
        method: 'POST',
        body: { agenda: itemsOf(rows) },
      });
      if (answer.agenda.length === rows.length) return messages.done(say(words.nothingLacks));
      change(() => rowsOf(answer.agenda));
      setSaid(say(words.completed, { n: answer.agenda.length - rows.length }));
    } catch (cause) {
      messages.failed(cause);
    }
  };
  const takeBack = () => {
    undo();
    setSaid(say(shell.undone));
  };
  useKeys(list, { takeBack, step: (key, by) => move(key, rows.findIndex((row) => row.key === key) + by) });

  const findings = look?.findings ?? [];
  return (
    <AskWindow
      title={say(sessions.programmeEdit)}
      actLabel={say({ sv: 'Spara programmet', en: 'Save the programme' })}
      done={say(sessions.programmeSaved)}
      isWide
      onClose={onClose}
      undo={() =>
        call(path, { method: 'PUT', body: { agenda: savedItems(session), preparation: session.preparation } })
      }
      act={(form) =>
        call(path, { method: 'PUT', body: { agenda: itemsOf(rows), preparation: fieldOrNull(form, 'preparation') } })
      }
    >
      <AgendaSummary rows={rows} look={look} hasFailed={hasFailed} />
      {rows.length === 0 && <p className="quiet">{say(words.empty)}</p>}
      <ol className="agenda-rows" ref={list} tabIndex={-1} aria-label={say(words.items)}>
        {rows.map((row, place) => (
          <AgendaRow
            key={row.key}
            row={row}
            place={place}
            count={rows.length}
            isDragged={drag.key === row.key}
            findings={findings.filter(({ rows: concerned }) => concerned[0] === place)}
            fault={look?.fault?.row === place ? look.fault.words[language] : undefined}
            acts={acts}
          />
        ))}
      </ol>
      <div className="actions">
        <Button icon={<Add20Regular />} onClick={add}>
          {say(sessions.addItem)}
        </Button>
        <Button icon={<DocumentAdd20Regular />} onClick={() => void complete()}>
          {say(rows.length === 0 ? words.ground : words.complete)}
        </Button>
        <Button appearance="subtle" icon={<ArrowUndo20Regular />} disabledFocusable={!canUndo} onClick={takeBack}>
          {say(shell.undo)}
        </Button>
      </div>
      <p className="quiet">{say(words.how2)}</p>
      <p className="hidden" role="status">
        {said}
      </p>
      <Field label={say(sessions.preparation)} hint={say(sessions.preparationHelp)}>
        <Textarea name="preparation" defaultValue={session.preparation ?? ''} rows={3} />
      </Field>
    </AskWindow>
  );
}

/** Half an hour, as most items last. */
function laterBy30(start: string): string {
  const row = { key: 0, start, end: start, type: 'dialogue', title: '' } as const;
  return withMinutes([row], 0, 30)[0]?.end ?? start;
}

/** What had the focus keeps it when its item changes place: the browser lets go of what is moved in the page. */
function useFocusKept(): () => void {
  const kept = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    kept.current?.focus();
    kept.current = null;
  });
  return () => {
    kept.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  };
}
