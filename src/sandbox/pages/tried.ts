import type { Row, State } from '../state.ts';
import type { Tried } from './guide.ts';

interface TriedRow extends Row {
  readonly address: string | null;
}

/** What somebody has done at the sandbox's own pages and nothing else remembers. Emptied with the sandbox. */
export interface TriedBook {
  looked(): void;
  declined(address: string): void;
  facts(): Tried & { readonly hasLooked: boolean };
}

export function openTried(state: State): TriedBook {
  const table = state.table<TriedRow>('guide');
  return {
    looked: () => void table.put({ id: 'looked', address: null }),
    declined: (address) => void table.put({ id: 'declined', address: address.trim().toLowerCase() }),
    facts: () => ({
      hasLooked: table.get('looked') !== undefined,
      declinedBy: table.get('declined')?.address ?? null,
    }),
  };
}
