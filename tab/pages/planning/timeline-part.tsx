import type { Timeline } from '../../../src/features/planning/guidance/types.ts';
import { lazy, Suspense } from 'react';
import { useRead } from '../../api.ts';
import { Answered, Loading } from '../../parts/states.tsx';
import { usePath } from '../../project.tsx';
import { RuleList } from './rule-list.tsx';
import { Way } from './way.tsx';

// Fetched after what it stands below.
const ChartSection = lazy(async () => ({ default: (await import('./chart/chart.tsx')).ChartSection }));

export function TimelinePart() {
  const query = useRead<Timeline>(usePath()('/timeline'));
  return (
    <Answered query={query}>
      {(timeline) => (
        <div className="stack">
          <Way timeline={timeline} />
          <Suspense fallback={<Loading />}>
            <ChartSection />
          </Suspense>
          <RuleList timeline={timeline} />
        </div>
      )}
    </Answered>
  );
}
