import { isAfter, readLocalDate } from '../../../domain/local-date.ts';
import { dalarnaPeriods, type PeriodTime, type RegionPeriod } from '../../../domain/region-periods.ts';
import type { Words } from '../../../domain/words.ts';
import type { PeriodWish, RegionRefusal, RegionView, ShownPeriod, StoredPeriod } from './types.ts';

/** The region's own word goes before ours; what it has added stands last. */
export function regionView(stored: readonly StoredPeriod[]): RegionView {
  const ours = dalarnaPeriods.map((period) => {
    const own = stored.find((one) => one.period.id === period.id);
    return own === undefined
      ? { shown: { ...period, origin: 'ours', changed: null } as const, isRemoved: false }
      : { shown: shownAs(own, own.isRemoved ? 'ours' : 'changed'), isRemoved: own.isRemoved };
  });
  const added = stored
    .filter(({ period }) => !isOurs(period.id))
    .map((own) => ({ shown: shownAs(own, 'added'), isRemoved: own.isRemoved }));
  const all = [...ours, ...added];
  const those = (isRemoved: boolean): readonly ShownPeriod[] =>
    all.filter((one) => one.isRemoved === isRemoved).map(({ shown }) => shown);
  return { periods: those(false), removed: those(true) };
}

function shownAs({ period, changed }: StoredPeriod, origin: ShownPeriod['origin']): ShownPeriod {
  return { ...period, origin, changed };
}

export function isOurs(id: string): boolean {
  return dalarnaPeriods.some((one) => one.id === id);
}

/** Why a period cannot be as it is written; undefined when it can. */
export function faultIn(when: PeriodTime, before: RegionPeriod | undefined): RegionRefusal | undefined {
  if (when.kind === 'rule')
    return before?.when.kind === 'rule' && before.when.rule === when.rule ? undefined : 'notByRule';
  if (when.kind === 'weeks') return undefined;
  const [from, to] = [readLocalDate(when.from), readLocalDate(when.to)];
  return from === undefined || to === undefined || isAfter(from, to) ? 'badDates' : undefined;
}

/** What is left as it was keeps its words in both languages. */
export function periodOf(id: string, wish: PeriodWish, before: RegionPeriod | undefined): RegionPeriod {
  return {
    id,
    words: inBoth(wish.name, before?.words),
    where: inBoth(wish.where, before?.where),
    when: wish.when.kind === 'weeks' ? { kind: 'weeks', weeks: inOrder(wish.when.weeks) } : wish.when,
    strength: wish.strength,
    source: inBoth(wish.source, before?.source),
  };
}

function inBoth(text: string, before: Words | undefined): Words {
  return before !== undefined && (text === before.sv || text === before.en) ? before : { sv: text, en: text };
}

function inOrder(weeks: readonly number[]): readonly number[] {
  return [...new Set(weeks)].toSorted((one, other) => one - other);
}
