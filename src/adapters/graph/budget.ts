import { AskedToWait } from '../../ports/far-side.ts';

/** Exchange serves 10 000 requests per app and mailbox in ten minutes. The rest is left to whoever else uses the app. */
export const mailboxBudget = { most: 9_500, windowMs: 10 * 60_000 } as const;

/**
 * Counts requests per mailbox and asks to wait before Exchange does: requests that are refused count too, so a mailbox that
 * is over its limit stays so for as long as it is asked.
 * @param nowMs real time in milliseconds
 */
export function openBudget(
  nowMs: () => number,
  { most, windowMs }: { most: number; windowMs: number } = mailboxBudget,
) {
  /** Mailbox → requests by second, so that a busy mailbox takes a few hundred numbers. */
  const spent = new Map<string, Map<number, number>>();

  function recent(mailbox: string, now: number): Map<number, number> {
    const seconds = spent.get(mailbox) ?? new Map<number, number>();
    for (const second of seconds.keys()) if (second * 1000 <= now - windowMs) seconds.delete(second);
    spent.set(mailbox, seconds);
    return seconds;
  }

  return {
    /** @throws AskedToWait when the mailbox has had what it may in the window */
    spend(mailboxes: ReadonlyMap<string, number>): void {
      const now = nowMs();
      for (const [mailbox, count] of mailboxes) {
        const seconds = recent(mailbox, now);
        const total = [...seconds.values()].reduce((sum, one) => sum + one, 0);
        if (total + count <= most) continue;
        const [oldest = Math.floor(now / 1000)] = seconds.keys();
        throw new AskedToWait(
          'the mailbox’s own limit',
          Math.max(1, Math.ceil((oldest * 1000 + windowMs - now) / 1000)),
        );
      }
      const second = Math.floor(now / 1000);
      for (const [mailbox, count] of mailboxes) {
        const seconds = recent(mailbox, now);
        seconds.set(second, (seconds.get(second) ?? 0) + count);
      }
    },
  };
}
