import { Button } from '@fluentui/react-components';
import { ArrowClockwise20Regular, ErrorCircle24Regular } from '@fluentui/react-icons';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Words } from '../../src/domain/words.ts';
import { useSay } from '../language.tsx';
import { shell } from '../wording/shell.ts';

/** What is shown while an answer is on its way: the outline of what will come. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const say = useSay();
  return (
    <div className="loading" role="status" aria-label={say(shell.loading)}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton" />
      ))}
    </div>
  );
}

/** What happened, what to do, and a button that does it. */
export function Failed({ cause, onRetry }: { cause: unknown; onRetry?: (() => void) | undefined }) {
  const say = useSay();
  return (
    <section className="notice-card" role="alert">
      <ErrorCircle24Regular aria-hidden className="tone-red" />
      <div>
        <h2>{say(shell.failedTitle)}</h2>
        <p>{cause instanceof Error ? cause.message : say(shell.fault)}</p>
        <p className="quiet">{say(shell.failedAdvice)}</p>
        {onRetry && (
          <Button icon={<ArrowClockwise20Regular />} onClick={onRetry}>
            {say(shell.retry)}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Nothing here yet: why, and the way forward. */
export function Empty({ title, text, children }: { title: Words; text: Words; children?: ReactNode }) {
  const say = useSay();
  return (
    <section className="empty">
      <h2>{say(title)}</h2>
      <p>{say(text)}</p>
      {children !== undefined && <div className="actions">{children}</div>}
    </section>
  );
}

/** Chooses among loading, failed and the answer. An older answer stays while a newer one is fetched. */
export function Answered<Answer>({
  query,
  children,
}: {
  query: UseQueryResult<Answer>;
  children: (answer: Answer) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed cause={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
