import { refused } from '../../../domain/outcome.ts';
import { foldEmail } from '../../../domain/swedish-text.ts';
import type { Person } from '../types.ts';

type Known = Pick<Person, 'id' | 'emailKey'>;

/** What speaks against an address: letters that addresses do not have, or somebody else of the project has it. */
export function addressFault(email: string, others: readonly Known[]) {
  const { address, suggestion } = foldEmail(email);
  if (suggestion !== undefined) return refused('addressHasAccents' as const, { suggestion });
  return others.some(({ emailKey }) => emailKey === address) ? refused('addressTaken' as const, { email }) : undefined;
}

/** Whether a part of the plan that is kept as the project file has it names somebody by id. */
export function names(kept: unknown, personId: string): boolean {
  if (typeof kept === 'string') return kept === personId;
  if (typeof kept !== 'object' || kept === null) return false;
  return Object.values(kept).some((part) => names(part, personId));
}
