import type { PlanAnswer } from '../../../src/features/planning/reading/types.ts';
import type { RoleAssignment } from '../../../src/features/planning/types.ts';

export const single = ['contentLead', 'deputy', 'processFacilitator'] as const;
export const groups = ['planningGroup', 'workingGroup', 'steeringGroup'] as const;

export const holdersOf = (plan: PlanAnswer, role: string): readonly string[] =>
  plan.roles.filter((holder) => holder.role === role).map(({ personId }) => personId);

/** The roles as they stand, in the shape that a change of them takes. */
export function assignmentOf(plan: PlanAnswer): RoleAssignment {
  return {
    contentLead: holdersOf(plan, 'contentLead')[0] ?? '',
    deputy: holdersOf(plan, 'deputy')[0] ?? null,
    processFacilitator: holdersOf(plan, 'processFacilitator')[0] ?? null,
    planningGroup: holdersOf(plan, 'planningGroup'),
    workingGroup: holdersOf(plan, 'workingGroup'),
    steeringGroup: holdersOf(plan, 'steeringGroup'),
  };
}
