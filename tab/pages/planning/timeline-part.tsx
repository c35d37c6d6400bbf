import type { Timeline } from '../../../src/features/planning/guidance/types.ts';
import { useRead } from '../../api.ts';
import { Answered } from '../../parts/states.tsx';
import { usePath } from '../../project.tsx';
import { RuleList } from './rule-list.tsx';
import { Way } from './way.tsx';

export function TimelinePart() {
  const query = useRead<Timeline>(usePath()('/timeline'));
  return (
    <Answered query={query}>
      {(timeline) => (
        <div className="stack">
          <Way timeline={timeline} />
          <RuleList timeline={timeline} />
        </div>
      )}
    </Answered>
  );
}
