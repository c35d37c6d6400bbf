import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../api.ts';

interface Props {
  /** What has the addresses looked at; null for those who may not. */
  readonly at: string | null;
}

/** INV-07, RG-04: whether links answer is looked up while one reads, so that it is known in time. A new `key` looks anew. */
export function LookAtLinks({ at }: Props) {
  const cache = useQueryClient();
  useEffect(() => {
    // Whoever cannot be asked just now is asked again the next time.
    if (at !== null)
      void call(at, { method: 'POST' }).then(
        () => void cache.invalidateQueries(),
        () => undefined,
      );
  }, [at, cache]);
  return null;
}
