import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { RotaKind, RotaOrder, RotaSession, RotaView } from '../../../../src/features/planning/rota/types.ts';
import { call, useAct, useRead } from '../../../api.ts';
import { dayMonth } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { AskWindow, field } from '../../../parts/ask.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { Section } from '../../../parts/section.tsx';
import { Status } from '../../../parts/status.tsx';
import { useMay, usePath } from '../../../project.tsx';
import { rota as words } from '../../../wording/rota.ts';
import { shell } from '../../../wording/shell.ts';

const kinds: readonly RotaKind[] = ['board', 'notes'];

/** ROL-03, DOC-01: whose turn it is at each session, and what would be fair for the rest. */
export function RotaSection() {
  const say = useSay();
  const path = usePath();
  const may = useMay();
  const set = useSetRota();
  const view = useRead<RotaView>(path('/rota')).data;
  const [changing, setChanging] = useState<RotaSession>();
  if (view === undefined) return null;
  const open = proposalOf(view);
  return (
    <Section
      id="turordning"
      title={say(words.title)}
      intro={say(words.intro)}
      acts={
        may('plan.edit') &&
        open.length > 0 && (
          <Button disabled={set.isBusy} onClick={() => set.run({ changes: open }, say(words.accepted))}>
            {say(words.accept)}
          </Button>
        )
      }
    >
      {view.sessions.length === 0 ? (
        <p className="quiet">{say(words.none)}</p>
      ) : (
        <ul className="rows">
          {view.sessions.map((session) => (
            <li key={session.sessionId} className="row">
              <SessionTurns session={session} view={view} onChange={() => setChanging(session)} />
            </li>
          ))}
        </ul>
      )}
      {changing !== undefined && <ChangeWindow session={changing} view={view} onClose={() => setChanging(undefined)} />}
    </Section>
  );
}

/** What the proposal adds to what has been chosen. */
function proposalOf({ sessions }: RotaView): RotaOrder['changes'] {
  return sessions.flatMap(({ sessionId, chosen, proposed }) =>
    kinds.flatMap((kind) =>
      proposed[kind].length > chosen[kind].length ? [{ sessionId, kind, ids: proposed[kind] }] : [],
    ),
  );
}

function useSetRota() {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const act = useAct((order: RotaOrder) => call<RotaOrder>(path('/rota'), { method: 'PUT', body: order }));
  const run = (order: RotaOrder, done: string): void =>
    void act.run(order).then((before) => messages.done(done, () => run(before, say(words.saved))), messages.failed);
  return { run, isBusy: act.isBusy };
}

interface TurnsProps {
  readonly session: RotaSession;
  readonly view: RotaView;
  readonly onChange: () => void;
}

function SessionTurns({ session, view, onChange }: TurnsProps) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const { number, date, isPast, chosen, proposed } = session;
  const names = (kind: RotaKind, ids: readonly string[]): string =>
    ids.map((id) => view.candidates[kind].find((one) => one.id === id)?.name ?? say(words.gone)).join(', ');
  const title = say(shell.session, { number });
  return (
    <>
      <div className="row-text">
        <p className="row-title">
          {title}
          {date !== null && <span className="quiet"> · {dayMonth(date, language)}</span>}
        </p>
        {kinds.map((kind) => {
          const added = proposed[kind].filter((id) => !chosen[kind].includes(id));
          return (
            <p key={kind}>
              <span className="quiet">{say(words[kind])}: </span>
              {chosen[kind].length === 0 ? say(words.nobody) : names(kind, chosen[kind])}
              {added.length > 0 && (
                <span className="quiet"> · {say(words.proposal, { names: names(kind, added) })}</span>
              )}
            </p>
          );
        })}
        {session.askedOn !== null && (
          <Status tone="done">{say(words.askedOn, { day: dayMonth(session.askedOn, language) })}</Status>
        )}
      </div>
      {may('plan.edit') && !isPast && (
        <div className="actions">
          <Asking session={session} today={view.today} />
          <Button aria-label={say(words.changeOf, { number })} onClick={onChange}>
            {say(words.change)}
          </Button>
        </div>
      )}
    </>
  );
}

/** By the letter, or noted as done in another way. */
function Asking({ session, today }: { session: RotaSession; today: string }) {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const { sessionId, askedOn, chosen } = session;
  const mark = useAct((on: string | null) =>
    call(path(`/rota/${encodeURIComponent(sessionId)}/asked`), { method: 'PUT', body: { on } }),
  );
  const note = (on: string | null): void =>
    void mark.run(on).then(() => messages.done(say(words.marked), () => note(askedOn)), messages.failed);
  if (chosen.board.length === 0) return null;
  if (askedOn !== null)
    return (
      <Button appearance="subtle" disabled={mark.isBusy} onClick={() => note(null)}>
        {say(words.unmark)}
      </Button>
    );
  return (
    <>
      <PageLink to={`/utskick/board/${encodeURIComponent(sessionId)}`}>{say(words.ask)}</PageLink>
      <Button appearance="subtle" disabled={mark.isBusy} onClick={() => note(today)}>
        {say(words.mark)}
      </Button>
    </>
  );
}

interface ChangeProps {
  readonly session: RotaSession;
  readonly view: RotaView;
  readonly onClose: () => void;
}

function ChangeWindow({ session, view, onClose }: ChangeProps) {
  const say = useSay();
  const path = usePath();
  const { sessionId, number, chosen } = session;
  const save = (body: RotaOrder) => call<RotaOrder>(path('/rota'), { method: 'PUT', body });
  const read = (form: FormData): RotaOrder => ({
    boardSize: Number(field(form, 'size')),
    changes: kinds.map((kind) => ({
      sessionId,
      kind,
      ids: form.getAll(kind).filter((value) => typeof value === 'string'),
    })),
  });
  return (
    <AskWindow<RotaOrder>
      title={say(words.changeOf, { number })}
      actLabel={say(words.save)}
      done={say(words.saved)}
      undo={save}
      onClose={onClose}
      act={(form) => save(read(form))}
    >
      {kinds.map((kind) => (
        <fieldset key={kind} className="tick-list">
          <legend>{say(words[kind])}</legend>
          {view.candidates[kind].map(({ id, name, count }) => (
            <Checkbox
              key={id}
              name={kind}
              value={id}
              label={say(words.times, { name, n: count })}
              defaultChecked={chosen[kind].includes(id)}
            />
          ))}
        </fieldset>
      ))}
      <Field label={say(words.size)}>
        <Select name="size" defaultValue={String(view.perSession.board)}>
          {[1, 2, 3, 4].map((size) => (
            <option key={size} value={size}>
              {size}
            </option>
          ))}
        </Select>
      </Field>
    </AskWindow>
  );
}
