import { Button } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Dismiss20Regular, ErrorCircle20Filled } from '@fluentui/react-icons';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { shell } from '../wording/shell.ts';

interface Message {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

interface Messages {
  done(text: string): void;
  failed(cause: unknown): void;
}

const MessagesContext = createContext<Messages>({ done: () => undefined, failed: () => undefined });

/** Says in passing what came of an act; read aloud by a screen reader. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}

/** Time enough to read two sentences, in milliseconds. What failed stays until somebody closes it. */
const STAYS_MS = 8000;
let last = 0;

export function MessagesProvider({ children }: { children: ReactNode }) {
  const say = useSay();
  const [shown, setShown] = useState<readonly Message[]>([]);
  const remove = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const messages = useMemo<Messages>(() => {
    const show = (kind: Message['kind'], text: string) => {
      last += 1;
      const id = last;
      setShown((all) => [...all.slice(-2), { id, kind, text }]);
      if (kind === 'done') setTimeout(() => remove(id), STAYS_MS);
    };
    return {
      done: (text) => show('done', text),
      failed: (cause) => show('failed', cause instanceof Error ? cause.message : String(cause)),
    };
  }, [remove]);
  return (
    <MessagesContext.Provider value={messages}>
      {children}
      <div className="messages" role="status" aria-live="polite">
        {shown.map(({ id, kind, text }) => (
          <div key={id} className={`message message-${kind}`}>
            <span aria-hidden className="status-icon">
              {kind === 'done' ? <CheckmarkCircle20Filled /> : <ErrorCircle20Filled />}
            </span>
            <span>{text}</span>
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
