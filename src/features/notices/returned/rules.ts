import type { Temporal } from 'temporal-polyfill';
import type { Words } from '../../../domain/words.ts';

/** Minutes after the latest mail when one looks for those that came back: most do at once, a silent server after a day. */
const looksAfter = [2, 60, 24 * 60];

/** When the mailbox is to be looked into next; undefined when nothing has been sent since the last look that counts. */
export function nextLook(
  lastSent: Temporal.Instant | undefined,
  readAt: Temporal.Instant | undefined,
): Temporal.Instant | undefined {
  if (lastSent === undefined) return undefined;
  const moments = looksAfter.map((minutes) => lastSent.add({ minutes }));
  return moments.find((at) => readAt === undefined || at.epochMilliseconds > readAt.epochMilliseconds);
}

/** What a mail system's status code means for whoever has the right address (RFC 3463). */
export function returnedWords(code: string | null): Words {
  const digits = code ?? '';
  if (/^[45]\.1\./.test(digits))
    return { sv: 'Adressen finns inte. Kontrollera stavningen.', en: 'There is no such address. Check the spelling.' };
  if (digits.startsWith('5.4.'))
    return {
      sv: 'Mejldomänen finns inte. Kontrollera det som står efter @.',
      en: 'There is no such mail domain. Check what comes after @.',
    };
  if (digits.startsWith('4.4.'))
    return { sv: 'Mottagarens mejlsystem svarade inte.', en: 'The recipient’s mail system did not answer.' };
  if (/^[45]\.2\.2/.test(digits))
    return { sv: 'Mottagarens brevlåda är full.', en: 'The recipient’s mailbox is full.' };
  if (/^[45]\.7\./.test(digits))
    return {
      sv: 'Mottagarens mejlsystem släppte inte in mejlet.',
      en: 'The recipient’s mail system did not let the mail in.',
    };
  return { sv: 'Mejlet kom tillbaka.', en: 'The mail came back.' };
}
