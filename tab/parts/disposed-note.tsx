import { lazy, Suspense } from 'react';
import type { DataClassId } from '../../src/features/retention/types.ts';
import { useProject } from '../project.tsx';

// Fetched when there is something to say: for most of a project's life there is not.
const DisposedLines = lazy(async () => ({ default: (await import('./disposed-lines.tsx')).DisposedLines }));

/** says where data stood that they have been disposed of. */
export function DisposedNote({ of }: { of: readonly DataClassId[] }) {
  const notes = useProject().plan.disposed.filter(({ dataClass }) => of.includes(dataClass));
  return (
    notes.length > 0 && (
      <Suspense>
        <DisposedLines notes={notes} />
      </Suspense>
    )
  );
}
