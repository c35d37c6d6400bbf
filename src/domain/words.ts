import type { RefusalDetails } from './outcome.ts';

export type Language = 'sv' | 'en';

/** One thing said in both languages. Swedish is the default everywhere. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

/** Words for every reason of a union: a reason without words does not compile. */
export type ReasonWords<Reason extends string> = Readonly<Record<Reason, Words>>;

/** Fills `{name}` in a text from the details. An unknown name is left standing, so that a mistake is seen. */
export function fill(text: string, details: RefusalDetails): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}

export function say(words: Words, language: Language, details: RefusalDetails = {}): string {
  return fill(words[language], details);
}

/** The language of an Accept-Language header or a Teams locale such as `sv-SE`; Swedish unless English is asked for. */
export function languageOf(locale: string | undefined): Language {
  return /^\s*en\b/i.test(locale ?? '') ? 'en' : 'sv';
}
