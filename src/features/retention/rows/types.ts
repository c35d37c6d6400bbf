/** One thing that would go, so that exactly what was shown is what goes. */
export interface HeldItem {
  readonly table: string;
  /** What tells it apart within the project. */
  readonly id: readonly [string, ...string[]];
  /** When it came; null where nothing tells. */
  readonly at: Date | null;
  /** Whose it is; null where that is nobody's business. */
  readonly who: string | null;
}

export interface ClassRows {
  readonly goes: readonly HeldItem[];
  /** How many of the class stay behind for now. */
  readonly staying: number;
}
