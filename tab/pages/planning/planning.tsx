import { lazy, Suspense } from 'react';
import { useRoute } from 'wouter';
import { useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Loading } from '../../parts/states.tsx';
import { planning as words } from '../../wording/planning.ts';
import { DatesPart } from './dates-part.tsx';
import { ActivationBanner } from './activation.tsx';
import { CopiedBanner } from './copied.tsx';
import { TimelinePart } from './timeline-part.tsx';

// Fetched when it is opened: it is filled in once, and tasks are ticked on the day's page as well.
const ProjectPart = lazy(async () => ({ default: (await import('./project-part.tsx')).ProjectPart }));
const TasksPart = lazy(async () => ({ default: (await import('./tasks/tasks-part.tsx')).TasksPart }));
const CostsPart = lazy(async () => ({ default: (await import('./costs/costs-part.tsx')).CostsPart }));
const FinderPart = lazy(async () => ({ default: (await import('./finder/finder.tsx')).FinderPart }));

const parts = [
  { path: '', name: words.timeline, View: TimelinePart },
  { path: 'datum', name: words.dates, View: DatesPart },
  { path: 'uppgifter', name: words.tasks, View: TasksPart },
  { path: 'kostnader', name: words.costs, View: CostsPart },
  { path: 'projektet', name: words.project, View: ProjectPart },
];

/** Opened from a part, and has no place of its own among them. */
const within = [{ path: 'hitta-datum', of: 'datum', View: FinderPart }];

/** Planering: what to do now and by when, the dates with their venues, tasks and decisions, and what the project is. */
export function PlanningPage() {
  const say = useSay();
  const [, found] = useRoute<{ part: string }>('/planering/:part');
  const inner = within.find(({ path }) => path === found?.part);
  const chosen = parts.find(({ path }) => path === (inner?.of ?? found?.part ?? '')) ?? parts[0];
  const View = inner?.View ?? chosen?.View;
  return (
    <>
      <nav aria-label={say(words.parts)}>
        <ul className="subnav">
          {parts.map((part) => (
            <li key={part.path}>
              <PageLink to={part.path === '' ? '/planering' : `/planering/${part.path}`} current={part === chosen}>
                {say(part.name)}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      <ActivationBanner />
      <CopiedBanner />
      {View !== undefined && (
        <Suspense fallback={<Loading />}>
          <View />
        </Suspense>
      )}
    </>
  );
}
