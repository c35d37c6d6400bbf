import { kronorText } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { AuditLine } from '../../planning/audit/types.ts';
import type { CostChange, CostLine } from '../types.ts';

const gone: Words = { sv: 'en rad som är borttagen', en: 'a line that is gone' };

/** The log of the costs in sentences, the latest first. A line is called what it is called now. */
export function tellChanges(log: readonly AuditLine[], lines: readonly CostLine[]): readonly CostChange[] {
  return log.flatMap(({ id, at, actor, act, details }) => {
    const told = tellers[act.replace('costs.', '')];
    if (!act.startsWith('costs.') || told === undefined) return [];
    const line = lines.find((one) => one.id === details['line']);
    const name = line === undefined ? gone : { sv: `”${line.text}”`, en: `“${line.text}”` };
    return [{ id, at, words: told(actor, name, details) }];
  });
}

type Teller = (actor: string, line: Words, details: AuditLine['details']) => Words;

const tellers: Readonly<Record<string, Teller>> = {
  split: (actor, _line, { shares }) =>
    shares === ''
      ? { sv: `${actor} tog bort fördelningen.`, en: `${actor} removed the split.` }
      : { sv: `${actor} skrev fördelningen ${shares}.`, en: `${actor} wrote the split ${shares}.` },
  add: (actor, line, { to }) => ({
    sv: `${actor} lade till ${line.sv}, ${sum(to, 'sv')}.`,
    en: `${actor} added ${line.en}, ${sum(to, 'en')}.`,
  }),
  change: (actor, line, { from, to }) =>
    from === to
      ? { sv: `${actor} ändrade ${line.sv}.`, en: `${actor} changed ${line.en}.` }
      : {
          sv: `${actor} ändrade ${line.sv} från ${sum(from, 'sv')} till ${sum(to, 'sv')}.`,
          en: `${actor} changed ${line.en} from ${sum(from, 'en')} to ${sum(to, 'en')}.`,
        },
  remove: (actor, line, { from }) => ({
    sv: `${actor} tog bort ${line.sv}, ${sum(from, 'sv')}.`,
    en: `${actor} removed ${line.en}, ${sum(from, 'en')}.`,
  }),
  agree: (actor, line) => ({
    sv: `${actor} antecknade arbetsgruppens ja till ${line.sv}.`,
    en: `${actor} noted the working group’s yes to ${line.en}.`,
  }),
  disagree: (actor, line) => ({
    sv: `${actor} tog bort arbetsgruppens ja till ${line.sv}.`,
    en: `${actor} removed the working group’s yes to ${line.en}.`,
  }),
};

function sum(ore: unknown, language: 'sv' | 'en'): string {
  return typeof ore === 'number' ? kronorText(ore, language) : '–';
}
