import type { Language } from '../src/domain/words.ts';
import { en } from './wording/en.ts';
import { sv } from './wording/sv.ts';

type Same<Shape> = {
  readonly [Key in keyof Shape]: Shape[Key] extends string
    ? string
    : Shape[Key] extends (...args: infer Args) => string
      ? (...args: Args) => string
      : Same<Shape[Key]>;
};

/** Everything the bot says. A text that lacks one of the languages does not compile. */
export type Wording = Same<typeof sv>;

export const wording: Readonly<Record<Language, Wording>> = { sv, en };
