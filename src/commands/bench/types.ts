/** One measured figure. */
export interface Figure {
  readonly what: string;
  /** In words and units, such as `21 av 21` or `240 ms`. */
  readonly figure: string;
  /** Ours divided by what it is compared with; null where nothing is. */
  readonly ratio: number | null;
  /** The largest ratio that is good enough; null for what is only told. */
  readonly goal: number | null;
}

export interface SectionReport {
  readonly name: string;
  readonly figures: readonly Figure[];
  /** What was counted against what, and why. */
  readonly notes: readonly string[];
}

export type Section = () => Promise<SectionReport>;

/** To as many decimals as are shown, so that what is shown is what is judged. */
export function isMet({ ratio, goal }: Figure): boolean {
  return ratio === null || goal === null || Math.round(ratio * 100) <= Math.round(goal * 100);
}
