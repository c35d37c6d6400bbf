/** Teams' published limits for one bot in one thread: most calls in so many seconds. */
const published = {
  send: [
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ],
  create: [
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ],
  members: [
    [14, 1],
    [16, 2],
    [120, 30],
    [3600, 3600],
  ],
  conversations: [
    [14, 1],
    [16, 2],
    [120, 30],
    [3600, 3600],
  ],
  /** The whole roster in one answer has a limit of its own, so that bots ask for pages. */
  roster: [[5, 60]],
  /** One app in one tenant, whatever it asks for. */
  app: [[50, 1]],
} as const satisfies Record<string, readonly (readonly [number, number])[]>;

export type LimitedCall = keyof typeof published;

const HOUR_MS = 3_600_000;

/** Counts on real time, as a gateway does. Answers the seconds to wait, or undefined when the call may pass. */
export function openLimits(
  realNow: () => number = Date.now,
): (call: LimitedCall, threadId: string) => number | undefined {
  const calls = new Map<string, number[]>();
  return (call, threadId) => {
    const key = `${call} ${threadId}`;
    const now = realNow();
    const seen = (calls.get(key) ?? []).filter((at) => now - at < HOUR_MS);
    calls.set(key, seen);
    for (const [most, seconds] of published[call]) {
      const inWindow = seen.filter((at) => now - at < seconds * 1000);
      const oldest = inWindow[0];
      if (inWindow.length >= most && oldest !== undefined)
        return Math.max(1, Math.ceil((oldest + seconds * 1000 - now) / 1000));
    }
    seen.push(now);
    return undefined;
  };
}
