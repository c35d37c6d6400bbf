/** Longest wait that is chosen by ourselves, in seconds. */
const longest = 300;
const first = 2;

/**
 * Seconds to wait before the next try, when the far side is busy and does not say for how long: twice as long for each
 * time in a row, and never the same for two who wait, so that they do not come back together.
 *
 * @param inARow how many times it has been busy, this one included
 * @param drawn a random number in [0, 1)
 */
export function growingWait(inARow: number, drawn: number): number {
  const most = Math.min(longest, first * 2 ** Math.min(inARow, 16));
  return Math.ceil(most / 2 + (most / 2) * drawn);
}

/** Remembers how often in a row somebody has been busy. Told of every answer. */
export interface Patience {
  /** Busy again: the seconds to wait. */
  busy(): number;
  served(): void;
}

export function openPatience(random: () => number): Patience {
  let inARow = 0;
  return {
    busy: () => growingWait((inARow += 1), random()),
    served: () => void (inARow = 0),
  };
}
