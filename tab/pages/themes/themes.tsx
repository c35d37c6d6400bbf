import type { ThemesView } from '../../../src/features/themes/types.ts';
import { useRead } from '../../api.ts';
import { Answered } from '../../parts/states.tsx';
import { usePath } from '../../project.tsx';
import { ConsultationsSection } from './consultations.tsx';
import { DecisionSection } from './decision.tsx';
import { ProposalsSection } from './proposals.tsx';

/** Tema: what is proposed and by whom it is supported, who has been heard, and what the steering group decided. */
export function ThemesPage() {
  const path = usePath();
  const query = useRead<ThemesView>(path('/themes'));
  return (
    <Answered query={query}>
      {(view) => (
        <div className="stack">
          {view.decision !== null && <DecisionSection view={view} />}
          <ProposalsSection view={view} />
          <ConsultationsSection view={view} />
          {view.decision === null && <DecisionSection view={view} />}
        </div>
      )}
    </Answered>
  );
}
