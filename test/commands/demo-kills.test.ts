import { beforeAll, describe, expect, test } from 'vitest';
import { differencesBetween } from '../../src/commands/demo/end-state.ts';
import type { DemoResult } from '../../src/commands/demo/run.ts';
import { quickParent } from '../../src/commands/quick-parent.ts';
import { killedLife, type KilledLife } from '../../src/commands/soak/killing.ts';
import { smallProject } from '../../src/commands/soak/project.ts';
import { temporaryFolder } from '../temporary.ts';
import { lived } from './demo-run.ts';

const MINUTES = 60_000;
const kills = 10;

describe('a life that is killed ten times, while some of everything that is asked of Microsoft fails', () => {
  let calm: DemoResult;
  let killed: KilledLife;
  const told: string[] = [];
  beforeAll(async () => {
    const wish = { folder: temporaryFolder('kills', quickParent()), seed: 1, faults: 0.08 };
    [calm, killed] = await Promise.all([
      lived(smallProject),
      killedLife(wish, { most: kills, chances: 1 }, (line) => told.push(line)),
    ]);
  }, 12 * MINUTES);

  test('X-04 goes on each time, and ends as one that nothing disturbed: the same mails, once each, calendars, files and results', () => {
    expect(calm.differences).toEqual([]);
    expect(killed.kills).toBe(kills);
    expect(killed.outcome.differences).toEqual([]);
    expect(differencesBetween(calm.endState, killed.outcome.endState)).toEqual([]);
  });

  test('the kills fall by the wire and in the midst of work', () => {
    expect(told.filter((line) => line.startsWith('vid anrop')).length).toBeGreaterThan(1);
    expect(told.filter((line) => /^efter \d+ ms/.test(line)).length).toBeGreaterThan(1);
  });

  test('X-04 the comparison sees a mail too many and people too few', () => {
    const [box = '', mails = []] = Object.entries(calm.endState.mailboxes)[0] ?? [];
    const [line = ''] = mails;
    const doubled = { ...calm.endState.mailboxes, [box]: [line.replace('1 ×', '2 ×'), ...mails.slice(1)] };
    expect(differencesBetween(calm.endState, { ...calm.endState, mailboxes: doubled })).toHaveLength(2);
    expect(differencesBetween(calm.endState, { ...calm.endState, participants: [] })).toHaveLength(6);
  });

  test('what was injected is counted, through every restart, and fair weather has no such figures', () => {
    expect(calm.report.injected).toBeUndefined();
    const { injected } = killed.outcome;
    expect(Object.keys(injected)).toEqual(
      expect.arrayContaining(['lostAnswer', 'reset', 'throttled', 'throttledWithoutWait', 'unavailable']),
    );
  });
});
