import type { CostsView } from '../../../../src/features/costs/types.ts';
import { useRead } from '../../../api.ts';
import { moment } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered } from '../../../parts/states.tsx';
import { usePath } from '../../../project.tsx';
import { costs as words } from '../../../wording/costs.ts';
import { BudgetSection } from './budget.tsx';
import { kronor } from './money.ts';
import { SplitSection } from './split.tsx';

/** Kostnader: what is set aside and what it comes to, who pays what, and what has been changed. */
export function CostsPart() {
  const query = useRead<CostsView>(usePath()('/costs'));
  return (
    <Answered query={query}>
      {(view) => (
        <div className="stack">
          <BudgetSection view={view} />
          {view.sessions.length > 0 && <SessionsSection view={view} />}
          <SplitSection view={view} />
          {view.history.length > 0 && <HistorySection view={view} />}
        </div>
      )}
    </Answered>
  );
}

function SessionsSection({ view }: { view: CostsView }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={say(words.perSession)}>
      <ul className="rows">
        {view.sessions.map(({ sessionId, number, portions, expected }) => (
          <li key={sessionId} className="row">
            <div className="row-text">
              <p className="row-title">{say(words.session, { number })}</p>
              {portions > 0 && <p className="quiet">{say(words.eaters, { n: portions })}</p>}
            </div>
            <p className="sum">{kronor(expected, language)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function HistorySection({ view }: { view: CostsView }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={say(words.history)}>
      <ul className="rows">
        {view.history.map(({ id, at, words: told }) => (
          <li key={id} className="row">
            <div className="row-text">
              <p>{say(told)}</p>
              <p className="quiet">
                <time dateTime={at}>{moment(at, language)}</time>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
