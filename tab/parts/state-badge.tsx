import { Badge } from '@fluentui/react-components';
import type { ProjectState } from '../../src/features/planning/types.ts';
import { useSay } from '../language.tsx';
import { shell } from '../wording/shell.ts';

const colours = { dormant: 'warning', active: 'success', closed: 'informative' } as const;

export function StateBadge({ state }: { state: ProjectState }) {
  const say = useSay();
  return (
    <Badge appearance="tint" color={colours[state]} shape="rounded">
      {say(shell[state])}
    </Badge>
  );
}
