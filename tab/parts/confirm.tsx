import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api.ts';
import { useSay } from '../language.tsx';
import { shell } from '../wording/shell.ts';
import { Loading } from './states.tsx';
import { useDone } from './undo.ts';
import { Window } from './window.tsx';

/** What every preview carries, and every confirm carries back. */
export interface Previewed {
  readonly textVersion: string;
  readonly recipientCount: number;
}

interface ConfirmProps<Preview extends Previewed> {
  readonly title: string;
  /** Fetches what would happen. */
  readonly preview: () => Promise<Preview>;
  readonly confirm: (seen: Preview) => Promise<unknown>;
  readonly confirmLabel: string;
  /** Said when it has been done. */
  readonly done: (seen: Preview) => string;
  /** Takes it back; undefined when something has left already. */
  readonly undo?: (seen: Preview) => (() => Promise<unknown>) | undefined;
  readonly onClose: () => void;
  /** To what was asked before, with a button of its own. */
  readonly onBack?: () => void;
  readonly backLabel?: string;
  readonly children: (seen: Preview) => ReactNode;
  /** Left out when the number of recipients says nothing, such as for an act that sends nothing. */
  readonly showCount?: boolean;
  /** Something on the form still has to be filled in. */
  readonly isIncomplete?: (seen: Preview) => boolean;
  /** Said when something changed while it was read; of what is sent unless told. */
  readonly changed?: string;
}

/**
 * Preview, then confirm. The confirm carries what was seen; if it has changed meanwhile, nothing happens
 * and the new preview is shown instead.
 */
export function ConfirmWindow<Preview extends Previewed>(props: ConfirmProps<Preview>) {
  const say = useSay();
  const done = useDone();
  const cache = useQueryClient();
  const [seen, setSeen] = useState<Preview>();
  const [problem, setProblem] = useState<unknown>();
  const [hasChanged, setHasChanged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // The caller's function is new at every render, and a new one is no reason to look again.
  const fetchPreview = useRef(props.preview);
  useEffect(() => {
    fetchPreview.current = props.preview;
  });

  const look = useCallback(async () => {
    try {
      setSeen(await fetchPreview.current());
      setProblem(undefined);
    } catch (cause) {
      setProblem(cause);
    }
  }, []);
  useEffect(() => void look(), [look]);

  function retry() {
    setProblem(undefined);
    void look();
  }

  async function confirm(preview: Preview) {
    setBusy(true);
    setProblem(undefined);
    setHasChanged(false);
    try {
      await props.confirm(preview);
      done(props.done(preview), props.undo?.(preview));
      props.onClose();
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.reason === 'previewChanged') {
        setHasChanged(true);
        await look();
      } else setProblem(cause);
    } finally {
      setBusy(false);
      void cache.invalidateQueries();
    }
  }

  return (
    <Window
      title={props.title}
      isBusy={isBusy}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose} disabled={isBusy}>
            {say(shell.cancel)}
          </Button>
          {props.onBack !== undefined && (
            <Button onClick={props.onBack} disabled={isBusy}>
              {props.backLabel}
            </Button>
          )}
          {seen === undefined && problem !== undefined ? (
            <Button appearance="primary" onClick={retry}>
              {say(shell.retry)}
            </Button>
          ) : (
            <Button
              appearance="primary"
              disabled={seen === undefined || isBusy || props.isIncomplete?.(seen) === true}
              onClick={() => seen !== undefined && void confirm(seen)}
            >
              {isBusy ? say(shell.working) : props.confirmLabel}
            </Button>
          )}
        </>
      }
    >
      {hasChanged && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{props.changed ?? say(shell.previewChanged)}</MessageBarBody>
        </MessageBar>
      )}
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem instanceof Error ? problem.message : say(shell.fault)}</MessageBarBody>
        </MessageBar>
      )}
      {seen === undefined && problem === undefined && <Loading lines={3} />}
      {seen !== undefined && (
        <>
          {props.showCount !== false && <RecipientCount count={seen.recipientCount} />}
          {props.children(seen)}
        </>
      )}
    </Window>
  );
}

export function RecipientCount({ count }: { count: number }) {
  const say = useSay();
  const words = count === 0 ? shell.recipientsNone : count === 1 ? shell.recipientsOne : shell.recipients;
  return <p className="recipient-count">{say(words, { n: count })}</p>;
}

/** A mail as it will be read. */
export function LetterPaper({ to, subject, text }: { to?: string | undefined; subject: string; text: string }) {
  const say = useSay();
  return (
    <article className="letter">
      {to !== undefined && <p className="quiet">{to}</p>}
      <p>
        <span className="quiet">{say(shell.subject)}: </span>
        <strong>{subject}</strong>
      </p>
      <div className="letter-text">{text}</div>
    </article>
  );
}
