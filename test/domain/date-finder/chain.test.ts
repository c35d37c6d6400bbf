import { expect, test } from 'vitest';
import { cheapestApart } from '../../../src/domain/date-finder/apart.ts';
import { cheapest, type Placed } from '../../../src/domain/date-finder/chain.ts';
import { mostPresent } from '../../../src/domain/date-finder/presence.ts';
import { differ, everyWay, instance, presentAt } from './instances.ts';

const seeds = Array.from({ length: 400 }, (_seed, index) => index + 1);

test('PLN-01: the dates that are found cost as little as the cheapest of every possible way', () => {
  let feasible = 0;
  for (const seed of seeds) {
    const { chain } = instance(seed);
    const ways = everyWay(chain);
    const found = cheapest(chain);
    if (ways.length > 0) feasible += 1;
    const least = ways.length === 0 ? undefined : Math.min(...ways.map(({ cost }) => cost));
    expect(found?.cost, `seed ${seed}`).toBe(least);
    if (found !== null) expect(ways, `seed ${seed}`).toContainEqual(found);
  }
  expect(feasible).toBeGreaterThan(150);
});

test('each further proposal is the cheapest of those that differ from all before it', () => {
  for (const seed of seeds) {
    const { chain } = instance(seed);
    const ways = everyWay(chain);
    const proposals: Placed[] = [];
    for (let wish = 0; wish < 3; wish += 1) {
      const left = ways.filter((way) => proposals.every((earlier) => differ(chain, way, earlier)));
      const found = cheapestApart(chain, proposals);
      expect(found?.cost, `seed ${seed}, proposal ${wish + 1}`).toBe(
        left.length === 0 ? undefined : Math.min(...left.map(({ cost }) => cost)),
      );
      if (found === null) break;
      expect(left).toContainEqual(found);
      proposals.push(found);
    }
  }
});

test('most people at all the sessions: as many as the best of every possible way, of those the cheapest', () => {
  for (const seed of seeds) {
    const one = instance(seed);
    const ways = everyWay(one.chain);
    const proposals: Placed[] = [];
    for (let wish = 0; wish < 2; wish += 1) {
      const left = ways
        .filter((way) => proposals.every((earlier) => differ(one.chain, way, earlier)))
        .map((way) => ({ cost: way.cost, present: presentAt(one, way) }))
        .toSorted((way, other) => other.present - way.present || way.cost - other.cost);
      const found = mostPresent(one.chain, one.presence, proposals);
      expect(found && { cost: found.cost, present: found.present }, `seed ${seed}`).toEqual(left[0] ?? null);
      if (found === null) break;
      proposals.push(found);
    }
  }
});
