import type { Vocabulary } from './entities.ts';
import { spoken } from './tokens.ts';
import { understand, type Phrasing } from './understand.ts';

/** More than this in one line is a text and not a list of wishes. */
const most = 3;

/** What is free text after its first word is never taken apart. */
const opensFreeText =
  /^(boka planeringsmote\w*|planeringsmote\w*|planning meetings?|lagg till|lagg in|ny uppgift|uppgift|add|task|beslut|nytt beslut|decision|decided|vi (har )?(beslut|bestam)\w*|we (have )?decided|klart?|done|onskemal|onskan|wish|vi onskar)\b/;

/** "läget och boka lokaler" as the two wishes it is; one when not every part asks for something of its own. */
export function intentsIn<Id extends string>(
  text: string,
  phrasings: readonly Phrasing<Id>[],
  known: Vocabulary,
): readonly string[] {
  if (opensFreeText.test(spoken(text).folded)) return [text];
  const parts = text
    .split(/[?!;]+|\.\s+|,?\s+(?:och sen|och sedan|och|samt|sen|sedan|and then|and|then)\s+/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > most) return [text];
  const ids = parts.map((part) => {
    const meant = understand(part, phrasings, known);
    return meant.kind === 'command' ? meant.id : undefined;
  });
  const isEach = ids.every((id) => id !== undefined) && new Set(ids).size === ids.length;
  return isEach ? parts : [text];
}
