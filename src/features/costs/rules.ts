import { isAfter, localDate, type LocalDate } from '../../domain/local-date.ts';
import { refused, type Refused } from '../../domain/outcome.ts';
import type { CostLineFacts } from '../../guideline/facts.ts';
import type { CostLine, Costs, LineWish, Split } from './types.ts';

/** Shares in whole hundredths of a per cent, so that 33.33 three times is known to be 99.99. */
function hundredths(percent: number): number {
  return Math.round(percent * 100);
}

/**
 * A sum shared out so that the parts are the sum to the öre: each gets their whole öre, and what is left goes one by one to
 * those who lost most by that, the first among equals.
 */
export function shareOut(ore: number, percents: readonly number[]): readonly number[] {
  const all = percents.reduce((sum, one) => sum + hundredths(one), 0);
  if (all === 0) return percents.map(() => 0);
  const exact = percents.map((one) => (ore * hundredths(one)) / all);
  const whole = exact.map(Math.floor);
  const left = ore - whole.reduce((sum, one) => sum + one, 0);
  const byLoss = exact
    .map((one, index) => ({ index, loss: one - Math.floor(one) }))
    .toSorted((one, other) => other.loss - one.loss || one.index - other.index);
  const lucky = new Set(byLoss.slice(0, left).map(({ index }) => index));
  return whole.map((one, index) => one + (lucky.has(index) ? 1 : 0));
}

/** What speaks against a split. Nobody at all takes an earlier one away. */
export function faultInSplit(
  { parties, agreedOn }: Split,
  known: {
    readonly today: LocalDate;
    readonly organisations: readonly { readonly id: string; readonly name: string }[];
  },
): Refused<'noOrganisation' | 'partyTwice' | 'splitSum' | 'future'> | undefined {
  const ids = parties.map(({ organisationId }) => organisationId);
  if (ids.some((id) => !known.organisations.some((one) => one.id === id))) return refused('noOrganisation');
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    return refused('partyTwice', { name: known.organisations.find(({ id }) => id === twice)?.name ?? twice });
  const sum = parties.reduce((all, { sharePercent }) => all + hundredths(sharePercent), 0);
  if (parties.length > 0 && sum !== 10_000) return refused('splitSum', { sum: sum / 100 });
  if (agreedOn !== null && isAfter(localDate(agreedOn), known.today)) return refused('future');
  return undefined;
}

/** What speaks against a line. */
export function faultInLine(
  { kind, perPortion, sessionId }: LineWish,
  sessions: readonly { readonly id: string }[],
): Refused<'noSession' | 'noPrice'> | undefined {
  if (sessionId !== null && !sessions.some(({ id }) => id === sessionId)) return refused('noSession');
  return perPortion !== null && kind !== 'lunch' && kind !== 'fika' ? refused('noPrice') : undefined;
}

/** A yes is to a sum: it falls when the line comes to cost more, or becomes something else. */
export function keptAgreement(before: CostLine | undefined, wish: LineWish): CostLine['agreement'] {
  if (before === undefined || before.kind !== wish.kind) return null;
  return mostOf(wish) > mostOf(before) ? null : before.agreement;
}

function mostOf({ budget, outcome }: LineWish): number {
  return Math.max(budget, outcome ?? 0);
}

/** The lines as the guideline's rules see them. */
export function lineFacts({ lines }: Costs): readonly CostLineFacts[] {
  return lines.map(({ text, kind, sessionId, budget, perPortion, outcome, agreement }) => ({
    text,
    kind,
    budget,
    ...(sessionId === null ? {} : { sessionId }),
    ...(perPortion === null ? {} : { perPortion }),
    ...(outcome === null ? {} : { outcome }),
    isAgreed: agreement !== null,
  }));
}
