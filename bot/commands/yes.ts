import { say as sayIn, type Words } from '../../src/domain/words.ts';
import { mailingName, mailingOfAct, mailingRef } from '../../src/features/mailings/rules.ts';
import type { ConfirmationEntry } from '../../src/features/notices/types.ts';
import type { Session } from '../../src/features/planning/types.ts';
import { commandTitles } from '../command-ids.ts';
import type { Turn } from '../turn.ts';

/** What a yes was given to, as far as an "ångra" is concerned. */
export type YesKind = 'mailing' | 'files' | 'registration' | 'evaluation' | 'rooms' | 'food';

/** How the acts of yeses that are no letter begin, and what they are called. */
const others: readonly (readonly [string, YesKind, Words])[] = [
  ['registration', 'registration', commandTitles['registration.close']],
  ['evaluation', 'evaluation', commandTitles['evaluation.send']],
  ['rooms', 'rooms', commandTitles['rooms.book']],
  ['theme.asked', 'mailing', { sv: 'Frågan till styrgruppen', en: 'The question to the steering group' }],
  ['foodOrder', 'food', { sv: 'Beställning av mat', en: 'Order of food' }],
];

/** Undefined for acts that send nothing, such as waking the project. */
export function kindOf({ act }: Pick<ConfirmationEntry, 'act'>): YesKind | undefined {
  const mailing = mailingOfAct(act);
  // The files themselves wait too, and their mails are written when they go.
  if (mailing !== undefined) return mailingRef(mailing)?.template === 'thanks' ? 'files' : 'mailing';
  return others.find(([prefix]) => act.startsWith(prefix))?.[1];
}

export function nameOf(
  { act, sessionId }: Pick<ConfirmationEntry, 'act' | 'sessionId'>,
  sessions: readonly Session[],
  { language }: Pick<Turn, 'language'>,
): string {
  const ref = mailingRef(mailingOfAct(act) ?? '');
  const number = sessions.find(({ id }) => id === sessionId)?.number ?? '';
  if (ref !== undefined) return sayIn(mailingName(ref, number), language);
  const words = others.find(([prefix]) => act.startsWith(prefix))?.[2];
  return words === undefined ? act : sayIn(words, language);
}
