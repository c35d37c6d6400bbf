import { readLocalDate } from '../../../../domain/local-date.ts';
import type { CostSplit } from '../../../../guideline/facts.ts';

type Block = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Block) : {};
}

function listOf(value: unknown): readonly Block[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function dayOf(value: unknown) {
  return typeof value === 'string' ? readLocalDate(value) : undefined;
}

function isSteeringGroup(by: unknown): boolean {
  return typeof by === 'string' && /styrgrupp|steering/i.test(by);
}

export function costSplitOf(blocks: Block): CostSplit | undefined {
  if (blocks['costs'] === undefined) return undefined;
  const costs = objectOf(blocks['costs']);
  const agreedOn = dayOf(costs['agreedDate']);
  return {
    shares: listOf(costs['split']).flatMap(({ sharePercent }) =>
      typeof sharePercent === 'number' ? [sharePercent] : [],
    ),
    guidanceFromSteeringGroup: isSteeringGroup(costs['guidanceFrom']),
    ...(agreedOn === undefined ? {} : { agreedOn }),
  };
}
