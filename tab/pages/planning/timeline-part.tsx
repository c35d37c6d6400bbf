import type { ProjectStatus, Timeline } from '../../../src/features/planning/types.ts';
import { useRead } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered } from '../../parts/states.tsx';
import { Status } from '../../parts/status.tsx';
import { usePath } from '../../project.tsx';
import { planning as words } from '../../wording/planning.ts';
import { RuleActs } from './rule-acts.tsx';
import { RuleList } from './rule-list.tsx';
import { DueText, RuleStatus, ScopeText } from './rule-words.tsx';
import { Way } from './way.tsx';

export function TimelinePart() {
  const path = usePath();
  const query = useRead<Timeline>(path('/timeline'));
  return (
    <div className="stack">
      <NowSection />
      <Answered query={query}>
        {(timeline) => (
          <>
            <Way timeline={timeline} />
            <RuleList timeline={timeline} />
          </>
        )}
      </Answered>
    </div>
  );
}

/** At most three things, a button each. */
function NowSection() {
  const say = useSay();
  const path = usePath();
  const query = useRead<ProjectStatus>(path('/status'));
  return (
    <Section title={say(words.now)}>
      <Answered query={query}>
        {({ nextSteps }) =>
          nextSteps.length === 0 ? (
            <Status tone="done">{say(words.nothingNow)}</Status>
          ) : (
            <ol className="now">
              {nextSteps.map((step) => (
                <li key={`${step.ruleId} ${step.sessionId ?? ''}`}>
                  <RuleStatus entry={step} />
                  <p className="now-title">
                    {say(step.title)}
                    <ScopeText entry={step} />
                  </p>
                  <p className="quiet">{say(step.words)}</p>
                  <DueText entry={step} />
                  <RuleActs entry={step} isPlain />
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </Section>
  );
}
