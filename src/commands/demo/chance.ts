import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that the same seed and words always give. */
export function chance(seed: number, ...words: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...words].join('\u0000'))
    .digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** The same items in an order that the seed decides. */
export function shuffled<Item>(items: readonly Item[], seed: number, word: string): Item[] {
  return items
    .map((item, index) => ({ item, at: chance(seed, word, index) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
