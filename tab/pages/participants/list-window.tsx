import { Button, Checkbox, Field, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListField, ListPreview, RowChoice, TakenIn } from '../../../src/features/registration/list/types.ts';
import { ApiProblem, call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Loading } from '../../parts/states.tsx';
import { Window } from '../../parts/window.tsx';
import { usePath } from '../../project.tsx';
import { list as words } from '../../wording/participants.ts';
import { shell } from '../../wording/shell.ts';
import { ListColumns, ListRows } from './list-preview.tsx';

interface Source {
  readonly text?: string;
  readonly file?: { readonly name: string; readonly base64: string };
}

interface Asked {
  readonly source: Source;
  readonly mapping?: readonly (ListField | 'none')[];
  readonly choices: Readonly<Record<string, RowChoice>>;
  readonly attested: boolean;
}

const bodyOf = ({ source, ...asked }: Asked) => ({ ...source, ...asked });

/** Paste or choose, look at every row, correct, take in. Nothing is saved before the last. */
export function ListWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const cache = useQueryClient();
  const messages = useMessages();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File>();
  const [asked, setAsked] = useState<Asked>();
  const [seen, setSeen] = useState<ListPreview>();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function look(next: Asked) {
    setAsked(next);
    setBusy(true);
    try {
      setSeen(await call<ListPreview>(path('/participants/list/preview'), { method: 'POST', body: bodyOf(next) }));
      setProblem(undefined);
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  }

  async function first() {
    setSeen(undefined);
    setProblem(undefined);
    const source = file === undefined ? { text } : { file: { name: file.name, base64: await base64Of(file) } };
    await look({ source, choices: {}, attested: false });
  }

  async function confirm({ textVersion, recipientCount }: ListPreview, shown: Asked) {
    setBusy(true);
    try {
      const body = { ...bodyOf(shown), textVersion, recipientCount };
      const { added, waiting, updated } = await call<TakenIn>(path('/participants/list'), { method: 'POST', body });
      messages.done(say(words.done, { added, waiting, updated }));
      onClose();
    } catch (cause) {
      // The rows as they are now, and why nothing was saved above them.
      if (cause instanceof ApiProblem && cause.reason === 'previewChanged') await look(shown);
      setProblem(cause);
    } finally {
      setBusy(false);
      void cache.invalidateQueries();
    }
  }

  const isLooking = asked !== undefined && (seen !== undefined || isBusy);
  const count = seen?.recipientCount ?? 0;
  return (
    <Window
      title={say(words.title)}
      isBusy={isBusy}
      onClose={onClose}
      actions={
        isLooking ? (
          <>
            <Button disabled={isBusy} onClick={() => (setAsked(undefined), setSeen(undefined), setProblem(undefined))}>
              {say(words.back)}
            </Button>
            <Button
              appearance="primary"
              disabled={isBusy || count === 0}
              onClick={() => seen !== undefined && void confirm(seen, asked)}
            >
              {isBusy ? say(shell.working) : say(count === 1 ? words.confirmOne : words.confirm, { n: count })}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{say(shell.cancel)}</Button>
            <Button
              appearance="primary"
              disabled={text.trim() === '' && file === undefined}
              onClick={() => void first()}
            >
              {say(words.look)}
            </Button>
          </>
        )
      }
    >
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem instanceof Error ? problem.message : say(shell.fault)}</MessageBarBody>
        </MessageBar>
      )}
      {!isLooking && (
        <div className="form">
          <p>{say(words.intro)}</p>
          <Field label={say(words.pasted)}>
            <Textarea
              className="paste-list"
              rows={8}
              value={text}
              resize="vertical"
              onChange={(_event, data) => setText(data.value)}
            />
          </Field>
          <Field label={say(words.file)}>
            <input
              type="file"
              className="file-input"
              accept=".xlsx,.csv,.tsv,.txt,text/csv,text/plain"
              onChange={(event) => setFile(event.currentTarget.files?.[0])}
            />
          </Field>
        </div>
      )}
      {isLooking && seen === undefined && <Loading lines={6} />}
      {isLooking && seen !== undefined && (
        <Seen seen={seen} asked={asked} onAsk={(change) => void look({ ...asked, ...change })} />
      )}
    </Window>
  );
}

interface SeenProps {
  readonly seen: ListPreview;
  readonly asked: Asked;
  readonly onAsk: (change: Partial<Asked>) => void;
}

function Seen({ seen, asked, onAsk }: SeenProps) {
  const say = useSay();
  const { counts } = seen;
  return (
    <div className="form" aria-live="polite">
      <dl className="figures">
        {(['confirmed', 'waitingList', 'lateRequest', 'updated', 'fault'] as const)
          .filter((one) => counts[one] > 0)
          .map((one) => (
            <div className="figure" key={one}>
              <dt>{say(becomesWords[one])}</dt>
              <dd>{counts[one]}</dd>
            </div>
          ))}
      </dl>
      <p>
        {say(seen.isClosed && counts.lateRequest > 0 ? words.isClosed : words.noMail)}
        {counts.dietary > 0 && <> {say(words.dietary, { n: counts.dietary })}</>}
      </p>
      {seen.recipientCount === 0 && <p>{say(words.nobody)}</p>}
      <ListColumns columns={seen.columns} onChange={(mapping) => onAsk({ mapping })} />
      <ListRows
        rows={seen.rows}
        choices={asked.choices}
        onChoose={(row, choice) =>
          onAsk({ choices: { ...asked.choices, [row]: { ...asked.choices[String(row)], ...choice } } })
        }
      />
      {counts.withoutTick > 0 && (
        <section>
          <h3>{say(words.ticks)}</h3>
          <p className="quiet">{say(words.ticksText, { n: counts.withoutTick })}</p>
          <Checkbox
            label={say(words.attest)}
            checked={asked.attested}
            onChange={(_event, data) => onAsk({ attested: data.checked === true })}
          />
        </section>
      )}
    </div>
  );
}

const becomesWords = {
  confirmed: words.becomesConfirmed,
  waitingList: words.becomesWaitingList,
  lateRequest: words.becomesLateRequest,
  updated: words.becomesUpdated,
  fault: words.becomesFault,
} as const;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In pieces: a call with a hundred thousand arguments is more than an engine takes.
  const size = 8192;
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    String.fromCharCode(...bytes.subarray(index * size, (index + 1) * size)),
  );
  return btoa(pieces.join(''));
}
