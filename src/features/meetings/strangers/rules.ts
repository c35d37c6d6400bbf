import type { Meeting } from '../../../ports/meetings.ts';
import { folded } from '../places/rules.ts';
import type { Stranger } from './types.ts';

type Seen = Pick<Stranger, 'address' | 'name'>;

/** Whoever is on the meeting and unknown to us. Rooms, the organiser and people of the project are not. */
export function strangersOn({ attendees }: Pick<Meeting, 'attendees'>, known: ReadonlySet<string>): readonly Seen[] {
  return attendees
    .filter(
      ({ address, type, response }) => type !== 'resource' && response !== 'organizer' && !known.has(folded(address)),
    )
    .map(({ address, name }) => ({ address: folded(address), name: name === '' ? folded(address) : name }));
}

/** What has to be written down: who is new or back, and who left before anybody said who it was. */
export function strangerNews(
  seen: readonly Seen[],
  before: readonly Pick<Stranger, 'address' | 'state'>[],
): { readonly found: readonly Seen[]; readonly left: readonly string[] } {
  const stateOf = (address: string) => before.find((one) => one.address === address)?.state;
  return {
    found: seen.filter(({ address }) => [undefined, 'gone', 'removed'].includes(stateOf(address))),
    left: before
      .filter(
        ({ address, state }) =>
          (state === 'asked' || state === 'stays') && !seen.some((one) => one.address === address),
      )
      .map(({ address }) => address),
  };
}

/** "Nils Ek" → given and family name; an address stands for itself. */
export function namesOf(name: string): { readonly givenName: string; readonly familyName: string } {
  const parts = name.trim().split(/\s+/);
  const [first = ''] = parts;
  return { givenName: first, familyName: parts.slice(1).join(' ') };
}
