import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useSay } from '../language.tsx';
import { shell } from '../wording/shell.ts';
import { useMessages } from './messages.tsx';
import { useDone } from './undo.ts';
import { Window } from './window.tsx';

interface AskProps<Answer> {
  readonly title: string;
  readonly act: (form: FormData) => Promise<Answer>;
  readonly actLabel: string;
  readonly done: string;
  /** Takes it back, from the message that tells that it is done. */
  readonly onUndo?: () => void;
  /** As above, from what the act answered; says itself what came of it. */
  readonly undo?: (answer: Answer) => Promise<unknown>;
  /** True when another window takes over, so that nothing is done yet. */
  readonly leadsOn?: (form: FormData) => boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** A small form in a window: fields, one act. What failed is said inside, and what was written stays. */
export function AskWindow<Answer>(props: AskProps<Answer>) {
  const { title, act, actLabel, done, onUndo, undo, leadsOn, onClose, children, isWide = false } = props;
  const say = useSay();
  const messages = useMessages();
  const tell = useDone();
  const cache = useQueryClient();
  const id = useId();
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (leadsOn?.(form) === true) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await act(form);
      if (undo === undefined) messages.done(done, onUndo);
      else tell(done, () => undo(answer));
      onClose();
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
      void cache.invalidateQueries();
    }
  }

  return (
    <Window
      title={title}
      isBusy={isBusy}
      isWide={isWide}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            {say(shell.cancel)}
          </Button>
          <Button appearance="primary" type="submit" form={id} disabled={isBusy}>
            {isBusy ? say(shell.working) : actLabel}
          </Button>
        </>
      }
    >
      <form id={id} className="form" onSubmit={(event) => void submit(event)}>
        {problem !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{problem instanceof Error ? problem.message : say(shell.fault)}</MessageBarBody>
          </MessageBar>
        )}
        {children}
      </form>
    </Window>
  );
}

/** A text field of the form, empty when there is none. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** As above, null when nothing was written. */
export function fieldOrNull(form: FormData, name: string): string | null {
  return field(form, name) || null;
}
