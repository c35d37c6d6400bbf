import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Today, TodayStep } from '../../../src/features/today/types.ts';
import { dayMonth } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { Section } from '../../parts/section.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { actionLabels, states as stateWords } from '../../wording/steps.ts';
import { shell } from '../../wording/shell.ts';
import { today as words } from '../../wording/today.ts';
import { WakeWindow } from '../planning/activation.tsx';
import { RuleActs } from '../planning/rule-acts.tsx';
import { DueText } from '../planning/rule-words.tsx';

/** At most three things, the most urgent first, a button each. */
export function StepsSection({ today }: { today: Today }) {
  const say = useSay();
  const language = useLanguage();
  const { steps, furtherSteps, nextUp } = today;
  const nextDay = nextUp?.wiseDue ?? nextUp?.due ?? null;
  return (
    <Section title={say(words.now)}>
      {steps.length === 0 ? (
        <div>
          <Status tone="done">{say(words.nothing)}</Status>
          {nextUp !== null && nextDay !== null && (
            <p className="quiet">{say(words.nextUp, { title: say(nextUp.title), day: dayMonth(nextDay, language) })}</p>
          )}
        </div>
      ) : (
        <ol className="now">
          {steps.map((step) => (
            <li key={step.id}>
              <Step step={step} />
            </li>
          ))}
        </ol>
      )}
      {furtherSteps > 0 && (
        <p>
          <PageLink to="/planering#regler">{say(words.further, { n: furtherSteps })}</PageLink>
        </p>
      )}
    </Section>
  );
}

const tones: Readonly<Record<TodayStep['state'], Tone>> = {
  urgent: 'late',
  late: 'late',
  next: 'next',
  upcoming: 'later',
};
const states = { urgent: words.urgent, ...stateWords };

function Step({ step }: { step: TodayStep }) {
  const say = useSay();
  const language = useLanguage();
  const number = step.sessionNumber;
  return (
    <>
      <Status tone={tones[step.state]}>{say(states[step.state])}</Status>
      <h3 className="now-title">
        {say(step.title)}
        {number !== null && <span className="quiet"> · {say(shell.session, { number })}</span>}
      </h3>
      <p>{step.why[language]}</p>
      {step.entry !== null && <DueText entry={step.entry} />}
      <StepAct step={step} />
    </>
  );
}

function StepAct({ step: { action, entry, sessionId } }: { step: TodayStep }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const place = placeOf(action, sessionId);
  if (action === 'project.activate')
    return (
      <div className="rule-acts">
        <Button appearance="primary" onClick={() => setOpen(true)}>
          {say(actionLabels[action])}
        </Button>
        {isOpen && <WakeWindow onClose={() => setOpen(false)} />}
      </div>
    );
  if (place !== undefined)
    return (
      <div className="rule-acts">
        <PageLink to={place.to} className="button button-primary">
          {say(place.label)}
        </PageLink>
      </div>
    );
  return entry === null ? null : <RuleActs entry={entry} isPlain />;
}
