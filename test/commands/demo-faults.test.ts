import { beforeAll, describe, expect, test } from 'vitest';
import { differencesBetween } from '../../src/commands/demo/end-state.ts';
import type { DemoResult } from '../../src/commands/demo/run.ts';
import { smallProject } from '../../src/commands/soak/project.ts';
import { lived } from './demo-run.ts';

const MINUTES = 60_000;

describe('a life in which a tenth of everything that is asked of Microsoft fails', () => {
  let calm: DemoResult;
  let rainy: DemoResult;
  beforeAll(async () => {
    calm = await lived(smallProject);
    rainy = await lived(smallProject, { faults: 0.1 });
  }, 8 * MINUTES);

  test('X-04 ends as one in fair weather: the same mails, once each, the same calendars, files and results', () => {
    expect(calm.differences).toEqual([]);
    expect(rainy.differences).toEqual([]);
    expect(differencesBetween(calm.endState, rainy.endState)).toEqual([]);
  });

  test('X-04 the comparison sees a mail too many and an answer too few', () => {
    const [box = '', mails = []] = Object.entries(calm.endState.mailboxes)[0] ?? [];
    const [line = ''] = mails;
    const doubled = {
      ...calm.endState,
      mailboxes: { ...calm.endState.mailboxes, [box]: [line.replace('1 ×', '2 ×'), ...mails.slice(1)] },
    };
    expect(differencesBetween(calm.endState, doubled)).toHaveLength(2);
    expect(differencesBetween(calm.endState, { ...calm.endState, participants: [] })).toHaveLength(6);
  });

  test('the report says what was injected, of every sort of fault', () => {
    expect(calm.report.injected).toBeUndefined();
    const kinds = Object.keys(rainy.report.injected ?? {});
    expect(kinds).toEqual(
      expect.arrayContaining(['lostAnswer', 'reset', 'throttled', 'throttledWithoutWait', 'unavailable']),
    );
    expect(rainy.report.graph.retried).toBeGreaterThan(0);
  });
});
