import type { ReactNode } from 'react';
import type { PlanAnswer } from '../../../../../src/features/planning/reading/types.ts';
import type { ProjectListItem } from '../../../../../src/features/planning/types.ts';
import { useRead } from '../../../../api.ts';
import { Answered } from '../../../../parts/states.tsx';
import { ProjectContext, projectPath } from '../../../../project.tsx';

/** What stands inside is about another project than the one that the tab shows. */
export function InProject({ projectId, children }: { readonly projectId: string; readonly children: ReactNode }) {
  const plan = useRead<PlanAnswer>(projectPath(projectId));
  const list = useRead<readonly ProjectListItem[]>('');
  const item = list.data?.find((one) => one.projectId === projectId);
  return (
    <Answered query={plan}>
      {(known) =>
        item === undefined ? null : <ProjectContext value={{ item, plan: known }}>{children}</ProjectContext>
      }
    </Answered>
  );
}
