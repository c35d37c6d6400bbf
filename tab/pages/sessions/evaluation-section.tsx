import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { EvaluationPreview } from '../../../src/features/evaluations/types.ts';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { call } from '../../api.ts';
import { atMoment, longMoment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { evaluation as words } from '../../wording/evaluation.ts';
import { evaluationStates } from '../../wording/sessions.ts';

type State = SessionState['evaluation'];

const tones: Readonly<Record<State['state'], Tone>> = {
  undated: 'unknown',
  unconfirmed: 'warning',
  confirmed: 'waiting',
  open: 'next',
  closed: 'done',
};

/** Where an evaluation stands, in a line. */
export function EvaluationStatus({ state, opensAt, closesAt }: Pick<State, 'state' | 'opensAt' | 'closesAt'>) {
  const say = useSay();
  const language = useLanguage();
  const at = state === 'open' ? closesAt : opensAt;
  return (
    <Status tone={tones[state]}>
      {say(evaluationStates[state], { when: at === null ? '' : atMoment(at, language) })}
    </Status>
  );
}

export function EvaluationSection({ session }: { session: SessionState }) {
  const say = useSay();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const { evaluation } = session;
  const canConfirm = may('evaluation.confirm') && ['unconfirmed', 'confirmed'].includes(evaluation.state);
  return (
    <Section
      title={say(words.title)}
      id="utvardering"
      acts={
        <>
          {canConfirm && (
            <Button
              appearance={evaluation.state === 'unconfirmed' ? 'primary' : 'secondary'}
              onClick={() => setOpen(true)}
            >
              {say(evaluation.state === 'unconfirmed' ? words.previewAndConfirm : words.showAgain)}
            </Button>
          )}
          {may('evaluation.results') && evaluation.answered > 0 && (
            <PageLink to="/utvardering">{say(words.showResults)}</PageLink>
          )}
        </>
      }
    >
      <EvaluationStatus {...evaluation} />
      {['open', 'closed'].includes(evaluation.state) && evaluation.invited > 0 && (
        <>
          <p className="food-count">
            <strong>{evaluation.answered}</strong> {say(words.ofInvited, { invited: evaluation.invited })}
          </p>
          <div className="balance-bar" aria-hidden>
            {evaluation.answered > 0 && <span className="answer-yes" style={{ flexGrow: evaluation.answered }} />}
            {evaluation.answered < evaluation.invited && (
              <span className="answer-silent" style={{ flexGrow: evaluation.invited - evaluation.answered }} />
            )}
          </div>
        </>
      )}
      {isOpen && <ConfirmEvaluation sessionId={session.id} onClose={() => setOpen(false)} />}
    </Section>
  );
}

export function ConfirmEvaluation({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const base = path(`/evaluations/${encodeURIComponent(sessionId)}`);
  return (
    <ConfirmWindow<EvaluationPreview>
      title={say(words.confirmTitle)}
      preview={() => call(`${base}/preview`, { method: 'POST' })}
      confirm={({ textVersion, recipientCount }) =>
        call(`${base}/confirm`, { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(words.confirm)}
      done={({ opensAt }) => say(words.confirmDone, { when: atMoment(opensAt, language) })}
      onClose={onClose}
    >
      {(seen) => (
        <>
          <ul>
            <li>{say(words.opens, { when: longMoment(seen.opensAt, language) })}</li>
            <li>{say(words.reminds, { when: longMoment(seen.remindsAt, language) })}</li>
            <li>{say(words.closes, { when: longMoment(seen.closesAt, language) })}</li>
            <li>{say(seen.channelLinked ? words.channelToo : words.noChannel)}</li>
          </ul>
          <h3>{say(words.questions)}</h3>
          <ul className="plain-list">
            {seen.questions.map((question) => (
              <li key={question.id}>
                {question.number}. {question.words[language]}
              </li>
            ))}
          </ul>
          <LetterPaper subject={seen.subject} text={seen.text} />
        </>
      )}
    </ConfirmWindow>
  );
}
