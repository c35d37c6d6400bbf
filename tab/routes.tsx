import { lazy, Suspense, type ComponentType } from 'react';
import type { Words } from '../src/domain/words.ts';
import type { Act } from '../src/domain/policy.ts';
import { Loading } from './parts/states.tsx';
import { shell } from './wording/shell.ts';

export interface TabPage {
  /** Below `/tab`. */
  readonly path: string;
  readonly name: Words;
  /** What one has to be allowed to see it. */
  readonly act: Act;
  /** What it reads first, below the project's path. */
  readonly firstRead: string;
  readonly View: ComponentType;
  load(): Promise<unknown>;
}

/**
 * A page whose code comes when it is needed. The first one is loaded before the first render, because React holds
 * back what has once been replaced by a waiting picture for 300 ms.
 */
function page(what: Omit<TabPage, 'View' | 'load'>, fetchCode: () => Promise<ComponentType>): TabPage {
  let Loaded: ComponentType | undefined;
  const load = async () => (Loaded ??= await fetchCode());
  const Later = lazy(async () => ({ default: await load() }));
  const View = () =>
    Loaded === undefined ? (
      <Suspense fallback={<Loading />}>
        <Later />
      </Suspense>
    ) : (
      <Loaded />
    );
  return { ...what, View, load };
}

const today = page(
  { path: '/idag', name: shell.todayPage, act: 'plan.view', firstRead: '/today' },
  async () => (await import('./pages/today/today.tsx')).TodayPage,
);

export const tabPages: readonly TabPage[] = [
  today,
  page(
    { path: '/planering', name: shell.planning, act: 'plan.view', firstRead: '/timeline' },
    async () => (await import('./pages/planning/planning.tsx')).PlanningPage,
  ),
  page(
    { path: '/tema', name: shell.themes, act: 'plan.view', firstRead: '/themes' },
    async () => (await import('./pages/themes/themes.tsx')).ThemesPage,
  ),
  page(
    { path: '/deltagare', name: shell.participants, act: 'participants.view', firstRead: '/participants' },
    async () => (await import('./pages/participants/participants.tsx')).ParticipantsPage,
  ),
  page(
    { path: '/traffar', name: shell.sessions, act: 'plan.view', firstRead: '/sessions' },
    async () => (await import('./pages/sessions/sessions.tsx')).SessionsPage,
  ),
  page(
    { path: '/utvardering', name: shell.evaluation, act: 'evaluation.results', firstRead: '/evaluations' },
    async () => (await import('./pages/evaluation/evaluation.tsx')).EvaluationPage,
  ),
  page(
    { path: '/utskick', name: shell.notices, act: 'notices.view', firstRead: '/mailings' },
    async () => (await import('./pages/notices/notices.tsx')).NoticesPage,
  ),
];

/** The page of an address below `/tab`; the day's for anything unknown. */
export function pageOf(path: string): TabPage {
  return tabPages.find((one) => path === one.path || path.startsWith(`${one.path}/`)) ?? today;
}
