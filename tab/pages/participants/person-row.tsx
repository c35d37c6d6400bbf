import type { ReactNode } from 'react';
import type { Participant } from '../../../src/features/registration/types.ts';

interface PersonRowProps {
  readonly person: Participant;
  /** What stands under the name. */
  readonly children?: ReactNode;
  /** Buttons; none for whoever may only look. */
  readonly acts?: ReactNode;
}

/** Somebody about whom something is to be decided. */
export function PersonRow({ person, children, acts }: PersonRowProps) {
  return (
    <li className="row">
      <div className="row-text">
        <p className="row-title">{person.displayName}</p>
        <p className="quiet">
          {person.title}, {person.organisation}
        </p>
        {children}
      </div>
      {acts !== undefined && <div className="actions">{acts}</div>}
    </li>
  );
}
