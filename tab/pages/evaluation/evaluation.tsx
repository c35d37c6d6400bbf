import { useState } from 'react';
import type { EvaluationView } from '../../../src/features/evaluations/types.ts';
import { useRead } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Choices } from '../../parts/choices.tsx';
import { DisposedNote } from '../../parts/disposed-note.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { usePath } from '../../project.tsx';
import { evaluation as words } from '../../wording/evaluation.ts';
import { shell } from '../../wording/shell.ts';
import { SessionResults } from './session-results.tsx';
import { Trend } from './trend.tsx';

/** Utvärdering: what was answered, per session and over time, without anybody's name. */
export function EvaluationPage() {
  const path = usePath();
  const query = useRead<readonly EvaluationView[]>(path('/evaluations'));
  return (
    <Answered query={query}>
      {(views) =>
        views.length === 0 ? <Empty title={words.emptyTitle} text={words.emptyText} /> : <Page views={views} />
      }
    </Answered>
  );
}

function Page({ views }: { views: readonly EvaluationView[] }) {
  const say = useSay();
  const [chosen, setChosen] = useState<string>();
  const view = views.find(({ sessionId }) => sessionId === chosen) ?? latestOf(views);
  return (
    <div className="stack">
      <DisposedNote of={['evaluationAnswers']} />
      <Choices
        label={say(words.choose)}
        chosen={view?.sessionId ?? ''}
        onChoose={setChosen}
        choices={views.map(({ sessionId, sessionNumber }) => ({
          value: sessionId,
          name: say(shell.session, { number: sessionNumber }),
        }))}
      />
      {view !== undefined && <SessionResults key={view.sessionId} view={view} />}
      <Trend views={views} />
    </div>
  );
}

/** The last one that has opened, else the first. */
function latestOf(views: readonly EvaluationView[]): EvaluationView | undefined {
  return views.findLast(({ state }) => state === 'open' || state === 'closed') ?? views[0];
}
