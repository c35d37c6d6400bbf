import type { ReasonWords } from '../../../domain/words.ts';
import type { PeriodTime, RegionPeriod } from '../../../domain/region-periods.ts';

/** `ours`: as the tool comes with it. `changed`: the region's own version of that. `added`: the region's alone. */
export type PeriodOrigin = 'ours' | 'changed' | 'added';

export interface ShownPeriod extends RegionPeriod {
  readonly origin: PeriodOrigin;
  /** Who changed it last, and when (ISO instant); null for ours. */
  readonly changed: { readonly by: string; readonly at: string } | null;
}

export interface RegionView {
  readonly periods: readonly ShownPeriod[];
  /** Taken away, and can be brought back. */
  readonly removed: readonly ShownPeriod[];
}

export interface StoredPeriod {
  readonly period: RegionPeriod;
  readonly isRemoved: boolean;
  readonly changed: { readonly by: string; readonly at: string };
}

/** What somebody writes of a period, in one language: names of breaks and places are what they are. */
export interface PeriodWish {
  readonly name: string;
  readonly where: string;
  readonly when: PeriodTime;
  readonly strength: RegionPeriod['strength'];
  readonly source: string;
}

export type RegionRefusal = 'noPeriod' | 'badDates' | 'notByRule' | 'nothingToRestore';

export const regionRefusals: ReasonWords<RegionRefusal> = {
  noPeriod: {
    sv: 'Perioden finns inte längre. Läs om sidan.',
    en: 'The period is no longer there. Reload the page.',
  },
  badDates: {
    sv: 'Första dagen måste finnas i kalendern och inte ligga efter den sista.',
    en: 'The first day must be in the calendar and not after the last.',
  },
  notByRule: {
    sv: 'Den dagen räknar verktyget ut. Skriv veckor eller datum i stället.',
    en: 'The tool computes that day. Write weeks or dates instead.',
  },
  nothingToRestore: {
    sv: 'Den perioden är redan som den var från början.',
    en: 'That period is already as it was from the start.',
  },
};
