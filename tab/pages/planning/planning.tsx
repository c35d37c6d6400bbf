import { lazy, Suspense, type ComponentType } from 'react';
import { useRoute } from 'wouter';
import type { Act } from '../../../src/domain/policy.ts';
import type { Words } from '../../../src/domain/words.ts';
import { Loading } from '../../parts/states.tsx';
import { Subnav } from '../../parts/subnav.tsx';
import { useMay } from '../../project.tsx';
import { planning as words } from '../../wording/planning.ts';
import { DatesPart } from './dates-part.tsx';
import { ActivationBanner } from './activation.tsx';
import { CopiedBanner } from './copied.tsx';
import { TimelinePart } from './timeline-part.tsx';

// Fetched when it is opened: it is filled in once, and tasks are ticked on the day's page as well.
const ProjectPart = lazy(async () => ({ default: (await import('./project-part.tsx')).ProjectPart }));
const TasksPart = lazy(async () => ({ default: (await import('./tasks/tasks-part.tsx')).TasksPart }));
const CostsPart = lazy(async () => ({ default: (await import('./costs/costs-part.tsx')).CostsPart }));
const RoomsPart = lazy(async () => ({ default: (await import('./rooms-part.tsx')).RoomsPart }));
const RetentionPart = lazy(async () => ({ default: (await import('./retention/retention-part.tsx')).RetentionPart }));
const FinderPart = lazy(async () => ({ default: (await import('./finder/finder.tsx')).FinderPart }));
const TogetherPart = lazy(async () => ({
  default: (await import('./finder/together/together.tsx')).TogetherPart,
}));

interface Part {
  readonly path: string;
  readonly name: Words;
  readonly View: ComponentType;
  /** What one has to be allowed to see it; the page's own when left out. */
  readonly act?: Act;
}

const allParts: readonly Part[] = [
  { path: '', name: words.timeline, View: TimelinePart },
  { path: 'datum', name: words.dates, View: DatesPart },
  { path: 'lokaler', name: words.rooms, View: RoomsPart },
  { path: 'uppgifter', name: words.tasks, View: TasksPart },
  { path: 'kostnader', name: words.costs, View: CostsPart },
  { path: 'projektet', name: words.project, View: ProjectPart },
  { path: 'gallring', name: words.retention, View: RetentionPart, act: 'retention.edit' },
];

/** Opened from a part, and has no place of its own among them. */
const within = [
  { path: 'hitta-datum', of: 'datum', View: FinderPart },
  { path: 'hitta-datum-flera', of: 'datum', View: TogetherPart },
];

const addressOf = (path: string) => (path === '' ? '/planering' : `/planering/${path}`);

/** Planering: what to do now and by when, the dates, the venues, tasks and decisions, and what the project is. */
export function PlanningPage() {
  const [, found] = useRoute<{ part: string }>('/planering/:part');
  const may = useMay();
  const parts = allParts.filter(({ act }) => act === undefined || may(act));
  const inner = within.find(({ path }) => path === found?.part);
  const chosen = parts.find(({ path }) => path === (inner?.of ?? found?.part ?? '')) ?? parts[0];
  const View = inner?.View ?? chosen?.View;
  return (
    <>
      <Subnav
        label={words.parts}
        parts={parts.map(({ path, name }) => ({ to: addressOf(path), name }))}
        current={chosen && addressOf(chosen.path)}
      />
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
