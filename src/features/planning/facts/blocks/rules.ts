import { readLocalDate } from '../../../../domain/local-date.ts';
import type { CostSplit, ThemeFacts } from '../../../../guideline/facts.ts';

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

/** The proposals, consultations and decision that stand in the project's `governance` block. */
export function themeOf(blocks: Block): ThemeFacts {
  const governance = objectOf(blocks['governance']);
  const decision = objectOf(governance['decision']);
  const date = dayOf(decision['date']);
  return {
    proposals: listOf(governance['themeProposals']).length,
    consultations: listOf(governance['consultations']).flatMap((entry) => {
      const on = dayOf(entry['date']);
      return on === undefined ? [] : [{ forum: typeof entry['forum'] === 'string' ? entry['forum'] : '', date: on }];
    }),
    ...(date === undefined
      ? {}
      : {
          decision: { date, byRole: isSteeringGroup(decision['by']) ? ('steeringGroup' as const) : ('other' as const) },
        }),
  };
}

/** THM-04: only the steering group decides. */
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
