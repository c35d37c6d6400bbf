import { createHash } from 'node:crypto';

/** The same GUID for the same words, for things that have no id in the world's description. */
export function guidFrom(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `9${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
