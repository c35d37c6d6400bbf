import { expect, test } from 'vitest';
import { growingWait, openPatience } from '../../src/domain/waiting.ts';
import { openRain, requestKind, type RainKind } from '../../src/sandbox/rain.ts';
import { openState } from '../../src/sandbox/state.ts';
import { openFarSide, organiser } from './far-side.ts';

const kinds: readonly RainKind[] = ['throttled', 'reset', 'lostAnswer'];
const draws = (seed: number, rate = 0.3): (RainKind | undefined)[] => {
  const rain = openRain(openState(null), { rate, seed });
  return Array.from({ length: 200 }, (_, index) => rain.draw(index % 2 === 0 ? 'GET /a' : 'POST /b', kinds));
};

test('the same seed brings the same faults, another seed others, and about as many as asked for', () => {
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
  const fallen = draws(7).filter((kind) => kind !== undefined);
  expect(fallen.length).toBeGreaterThan(35);
  expect(fallen.length).toBeLessThan(90);
  expect(new Set(fallen)).toEqual(new Set(kinds));
  expect(draws(7, 0).every((kind) => kind === undefined)).toBe(true);
});

test('what is asked of one mailbox is of the same kind as what is asked of another', () => {
  expect(requestKind('GET', '/users/a@b.example/events?$filter=x')).toBe(
    requestKind('GET', '/users/c@d.example/events'),
  );
  expect(requestKind('PATCH', '/users/a@b.example/events/AAMk1')).not.toBe(
    requestKind('GET', '/users/a@b.example/events'),
  );
  expect(requestKind('POST', '/v1.0/$batch')).toContain('$batch');
});

test('a broken connection is the error that fetch gives, and a lost answer has done its work', async () => {
  const far = await openFarSide({}, { rain: { rate: 0.5, seed: 1 } });
  const seen = { made: 0, broken: 0 };
  for (let index = 0; index < 12; index += 1) {
    try {
      const answer = await far.graph('POST', `/users/${organiser}/messages`, { subject: `nr ${index}` });
      if (answer.status === 201) seen.made += 1;
    } catch (cause) {
      expect(cause).toBeInstanceOf(TypeError);
      expect((cause as TypeError).cause).toMatchObject({ code: 'ECONNRESET' }); // made like fetch's
      seen.broken += 1;
    }
  }
  const { lostAnswer = 0 } = far.sandbox.fallen();
  expect(seen.broken).toBeGreaterThan(0);
  expect(lostAnswer).toBeGreaterThan(0);
  expect(far.sandbox.mailbox(organiser).length).toBeGreaterThan(seen.made);
});

test('a wait that nobody has set grows with each time in a row, is never the same for two, and ends', () => {
  expect([1, 2, 3, 4].map((inARow) => growingWait(inARow, 0))).toEqual([2, 4, 8, 16]);
  expect(growingWait(3, 0.9)).toBeGreaterThan(growingWait(3, 0.1));
  expect(growingWait(99, 0.99)).toBeLessThanOrEqual(300);
  const patience = openPatience(() => 0);
  expect([patience.busy(), patience.busy()]).toEqual([2, 4]);
  patience.served();
  expect(patience.busy()).toBe(2);
});
