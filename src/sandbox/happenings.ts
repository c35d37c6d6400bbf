import type { Happenings } from './clock.ts';
import type { FarSide } from './far-side.ts';
import type { Happening, StoredHappening } from './rows.ts';

export type HappeningRunner = (what: Happening) => Promise<void> | void;

/** The far side's own agenda: what rooms, people and Graph itself will do, in order of time and then of asking. */
export function openHappenings(far: () => FarSide, run: HappeningRunner): Happenings {
  const agenda = (): StoredHappening[] => far().tables.happenings.all();
  return {
    nextAt() {
      const rows = agenda();
      return rows.length === 0 ? null : rows.reduce((least, row) => Math.min(least, row.at), Infinity);
    },
    async runDue(nowMs) {
      const due = agenda()
        .filter((row) => row.at <= nowMs)
        .sort((a, b) => a.at - b.at);
      for (const row of due) {
        far().tables.happenings.delete(row.id);
        await run(row.what);
      }
      if (due.length > 0) far().state.flush();
      await far().notifier.settled();
    },
  };
}
