/** Lets at most `width` requests at a time into a mailbox: Exchange refuses the fifth (`ApplicationThrottled`). */
export function openLanes(width: number) {
  const busy = new Map<string, number>();
  let waiting: { needs: ReadonlyMap<string, number>; go: () => void }[] = [];

  const isFree = (needs: ReadonlyMap<string, number>): boolean =>
    [...needs].every(([mailbox, count]) => (busy.get(mailbox) ?? 0) + Math.min(count, width) <= width);
  const add = (needs: ReadonlyMap<string, number>, sign: 1 | -1): void => {
    for (const [mailbox, count] of needs) {
      busy.set(mailbox, (busy.get(mailbox) ?? 0) + sign * Math.min(count, width));
    }
  };
  /** All of a call's lanes are taken at once, so two calls never wait for each other. */
  const letIn = (): void => {
    waiting = waiting.filter(({ needs, go }) => {
      if (!isFree(needs)) return true;
      add(needs, 1);
      go();
      return false;
    });
  };

  return {
    async run<Value>(needs: ReadonlyMap<string, number>, work: () => Promise<Value>): Promise<Value> {
      await new Promise<void>((go) => {
        waiting.push({ needs, go });
        letIn();
      });
      try {
        return await work();
      } finally {
        add(needs, -1);
        letIn();
      }
    },
  };
}
