import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/words.ts';
import { lix } from '../../src/features/notices/rules.ts';
import { forbiddenWords, longSentences } from './plain.ts';
import { bookingsIn, samplesIn } from './samples.ts';

const withoutTags = (html: string): string =>
  html
    .replaceAll(/<\/(p|li|ul)>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();

function everything(language: Language): readonly (readonly [name: string, text: string])[] {
  return [
    ...Object.entries(samplesIn(language)).flatMap(([kind, samples]) =>
      samples.map(({ text }, index) => [index === 0 ? kind : `${kind} (${index + 1})`, text] as const),
    ),
    ...Object.entries(bookingsIn(language)).map(([name, html]) => [`booking: ${name}`, withoutTags(html)] as const),
  ];
}

describe('whatever leaves is written plainly', () => {
  test.each(everything('sv'))('%s has LIX 40 at most, short sentences and no office words', (_name, text) => {
    expect(longSentences(text)).toEqual([]);
    expect(forbiddenWords(text)).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN|\{\w+\}/);
    expect(lix(text)).toBeLessThanOrEqual(40);
  });

  test.each(everything('en'))('the English %s has short sentences', (_name, text) => {
    expect(longSentences(text)).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN|\{\w+\}/);
  });

  test('a long sentence and an office word are found', () => {
    const long = `${'ord '.repeat(26)}slut.`;
    expect(longSentences(`Kort kl. 9.00. ${long} Kort igen.`)).toHaveLength(1);
    expect(longSentences('Vi ses kl. 9.00–16.00 i v. 39. Välkommen!')).toEqual([]);
    expect(forbiddenWords('Vänligen fyll i ovanstående, t.ex. i Falun kommun.')).toHaveLength(4);
  });
});
