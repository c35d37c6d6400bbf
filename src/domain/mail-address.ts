import type { Words } from './words.ts';

/** Something before the at sign and a domain with a dot after it; whether anybody reads it is another matter. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
}

export const wrongAddress: Words = {
  sv: 'E-postadressen ”{value}” stämmer inte. Skriv till exempel fornamn.efternamn@kommun-falun.example.',
  en: 'The e-mail address “{value}” is not right. Write for example fornamn.efternamn@kommun-falun.example.',
};

/** What somebody has written as addresses, one after the other: parted by commas, semicolons or spaces, with or without names. */
export function writtenAddresses(text: string): readonly string[] {
  return text
    .split(/[,;\n]+/)
    .flatMap((part) => /<([^<>]*)>/.exec(part)?.[1] ?? part.split(/\s+/))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
