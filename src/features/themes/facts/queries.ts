import { readLocalDate } from '../../../domain/local-date.ts';
import type { ProjectKey } from '../../../domain/ids.ts';
import type { ThemeFacts } from '../../../guideline/facts.ts';
import type { Tools } from '../../../tools.ts';
import { isSteeringGroups } from '../rules.ts';
import { consultationsOf, decisionOf, proposalsOf } from '../store.ts';

/** What the rules THM-01 … THM-04 read. */
export async function themeFacts(tools: Pick<Tools, 'db'>, key: ProjectKey): Promise<ThemeFacts> {
  const [proposals, consultations, decision] = await Promise.all([
    proposalsOf(tools, key),
    consultationsOf(tools, key),
    decisionOf(tools, key),
  ]);
  const decidedOn = readLocalDate(decision?.date ?? '');
  return {
    proposals: proposals.length,
    consultations: consultations.flatMap(({ forum, date }) => {
      const on = readLocalDate(date ?? '');
      return on === undefined ? [] : [{ forum, date: on }];
    }),
    ...(decision === null || decidedOn === undefined
      ? {}
      : {
          decision: {
            date: decidedOn,
            byRole: isSteeringGroups(decision) ? ('steeringGroup' as const) : ('other' as const),
          },
        }),
  };
}
