import { createContext, useContext } from 'react';
import type { Act } from '../src/domain/policy.ts';
import type { PlanAnswer } from '../src/features/planning/reading/types.ts';
import type { ProjectListItem } from '../src/features/planning/types.ts';
import type { Timeline } from '../src/features/planning/guidance/types.ts';
import type { DataClassId } from '../src/features/retention/types.ts';
import { useRead } from './api.ts';

/** The project that the tab shows, and what the person may do in it. */
export interface ChosenProject {
  readonly item: ProjectListItem;
  readonly plan: PlanAnswer;
}

export const ProjectContext = createContext<ChosenProject | null>(null);

export function useProject(): ChosenProject {
  const chosen = useContext(ProjectContext);
  if (chosen === null) throw new Error('a page that needs a project stands outside one');
  return chosen;
}

/** Whether the person may do this in the project, as the server's table says; other buttons are not shown. */
export function useMay(): (act: Act) => boolean {
  const { plan } = useProject();
  return (act) => plan.may.includes(act);
}

/** nothing of this class is left, so its figures would say something that was not so. */
export function useDisposed(of: DataClassId): boolean {
  return useProject().plan.disposed.some(({ dataClass }) => dataClass === of);
}

export function projectPath(projectId: string): string {
  return `/${encodeURIComponent(projectId)}`;
}

/** The API's path of something in the project. */
export function usePath(): (rest: string) => string {
  const { item } = useProject();
  return (rest) => `${projectPath(item.projectId)}${rest}`;
}

/**
 * The local day by the product's clock, which the sandbox can move away from the browser's; undefined until it is known.
 */
export function useToday(): string | undefined {
  const path = usePath();
  return useRead<Timeline>(path('/timeline')).data?.today;
}

const remembered = 'larprojekt.project';

/** The project of the address, of the link that opened the tab, or the one last looked at here. */
export function wantedProject(search: string, subPage: string): string | null {
  const named = new URLSearchParams(search).get('projekt');
  if (named !== null && named !== '') return named;
  if (subPage !== '') return subPage;
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null; // storage is closed to framed pages in some browsers
  }
}

export function rememberProject(projectId: string): void {
  try {
    localStorage.setItem(remembered, projectId);
  } catch {
    // Not remembered, then: the first project of the list is shown next time.
  }
}
