import { Button } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Dismiss20Regular, ErrorCircle20Filled } from '@fluentui/react-icons';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { shell } from '../wording/shell.ts';

interface Message {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

interface Messages {
  /** With `undo` the message has a button that takes the act back. */
  done(text: string, undo?: () => void): void;
  failed(cause: unknown): void;
}

const MessagesContext = createContext<Messages>({ done: () => undefined, failed: () => undefined });

/** Says in passing what came of an act; read aloud by a screen reader. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}

/** Time enough to read two sentences, in milliseconds. What failed stays until somebody closes it. */
const STAYS_MS = 8000;
/** Time to think better of it. */
const UNDO_STAYS_MS = 20_000;
let last = 0;

export function MessagesProvider({ children }: { children: ReactNode }) {
  const say = useSay();
  const [shown, setShown] = useState<readonly Message[]>([]);
  const remove = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const messages = useMemo<Messages>(() => {
    const show = (kind: Message['kind'], text: string, undo?: () => void) => {
      last += 1;
      const id = last;
      setShown((all) => [...all.slice(-2), { id, kind, text, undo }]);
      if (kind === 'done') setTimeout(() => remove(id), undo === undefined ? STAYS_MS : UNDO_STAYS_MS);
    };
    return {
      done: (text, undo) => show('done', text, undo),
      failed: (cause) => show('failed', cause instanceof Error ? cause.message : String(cause)),
    };
  }, [remove]);
  return (
    <MessagesContext.Provider value={messages}>
      {children}
      <div className="messages" role="status" aria-live="polite">
        {shown.map(({ id, kind, text, undo }) => (
          <div key={id} className={`message message-${kind}`}>
            <span aria-hidden className="status-icon">
              {kind === 'done' ? <CheckmarkCircle20Filled /> : <ErrorCircle20Filled />}
            </span>
            <span>
              {text}
              {undo !== undefined && (
                <Button
                  size="small"
                  className="message-undo"
                  onClick={() => {
                    remove(id);
                    undo();
                  }}
                >
                  {say(shell.undo)}
                </Button>
              )}
            </span>
            <Button
              appearance="transparent"
              size="small"
              icon={<Dismiss20Regular />}
              aria-label={say(shell.close)}
              onClick={() => remove(id)}
            />
          </div>
        ))}
      </div>
    </MessagesContext.Provider>
  );
}
