import { Button } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSay } from '../../language.tsx';
import { Status } from '../../parts/status.tsx';
import { project as words } from '../../wording/project.ts';

export function EditButton({ onClick, name }: { onClick: () => void; name: string }) {
  const say = useSay();
  return (
    <Button icon={<Edit20Regular />} onClick={onClick} aria-label={`${say(words.edit)}: ${name}`}>
      {say(words.edit)}
    </Button>
  );
}

/** One fact with its label; what is missing says so. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  const say = useSay();
  const isMissing = children === null || children === '' || children === undefined;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{isMissing ? <Status tone="unknown">{say(words.missing)}</Status> : children}</dd>
    </div>
  );
}
