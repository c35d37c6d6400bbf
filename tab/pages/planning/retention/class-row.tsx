import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClassView } from '../../../../src/features/retention/types.ts';
import { dayYear } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { Status, type Tone } from '../../../parts/status.tsx';
import { retention as words } from '../../../wording/retention.ts';
import { DisposeWindow } from './dispose-window.tsx';
import { RuleWindow } from './rule-window.tsx';
import { useItems } from './telling.ts';

const tones: Readonly<Record<ClassView['state'], Tone>> = {
  kept: 'done',
  undecided: 'unknown',
  unknownDay: 'warning',
  waits: 'waiting',
  evaluationOpen: 'waiting',
  needsOther: 'waiting',
  empty: 'done',
  due: 'next',
};

/** One class of data: what it is, what is decided, and how it stands today. */
export function ClassRow({ line, today }: { line: ClassView; today: string }) {
  const say = useSay();
  const items = useItems();
  const [opened, setOpened] = useState<'rule' | 'dispose'>();
  const close = () => setOpened(undefined);
  const what = say(line.name);
  const amounts = [
    ...(line.items > 0 ? [items(line.items)] : []),
    ...(line.staying > 0 ? [say(words.staying, { n: line.staying })] : []),
  ];
  return (
    <>
      <div className="row-text">
        <p className="row-title">{what}</p>
        <p className="quiet">{say(line.what)}</p>
        <Standing line={line} />
        {amounts.length > 0 && <p className="quiet">{amounts.join(' · ')}</p>}
      </div>
      <div className="actions">
        {line.state === 'due' && (
          <Button appearance="primary" aria-label={say(words.disposeOf, { what })} onClick={() => setOpened('dispose')}>
            {say(words.dispose)}
          </Button>
        )}
        {line.id === 'dietary' ? (
          <PageLink to="/planering/projektet#specialkost" className="button">
            {say(words.toTerms)}
          </PageLink>
        ) : (
          <Button
            aria-label={say(line.rule === null ? words.enterOf : words.changeOf, { what })}
            onClick={() => setOpened('rule')}
          >
            {say(line.rule === null ? words.enter : words.change)}
          </Button>
        )}
      </div>
      {opened === 'rule' && <RuleWindow line={line} today={today} onClose={close} />}
      {opened === 'dispose' && <DisposeWindow line={line} onClose={close} />}
    </>
  );
}

function Standing({ line }: { line: ClassView }) {
  const say = useSay();
  const language = useLanguage();
  const { rule, state, proposal } = line;
  const day = line.dueOn === null ? '' : dayYear(line.dueOn, language);
  const event = say(line.after === 'lastSession' ? words.lastSession : words.lastEvaluation);
  const told = state === 'kept' ? kept() : say(words[state], { day });
  return (
    <>
      <p>
        <Status tone={tones[state]}>{told}</Status>
      </p>
      {rule === null && (
        <p className="quiet">
          {proposal.way === 'keep' ? say(words.proposedKeep) : say(words.proposedDispose, { n: proposal.days, event })}
        </p>
      )}
      {rule?.way === 'dispose' && (
        <p className="quiet">
          {say(words.decidedDispose, { decision: rule.decision ?? '', n: rule.days ?? 0, event })}
        </p>
      )}
    </>
  );

  function kept(): string {
    return rule?.decision ? say(words.decidedKeepBy, { decision: rule.decision }) : say(words.decidedKeep);
  }
}
