import { Button, Link } from '@fluentui/react-components';
import { QrCode20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { EvaluationView, QuestionResult } from '../../../src/features/evaluations/types.ts';
import { call } from '../../api.ts';
import { listDate, percent } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow } from '../../parts/ask.tsx';
import { Section } from '../../parts/section.tsx';
import { useMay, usePath } from '../../project.tsx';
import { disposed } from '../../wording/disposed.ts';
import { evaluation as words } from '../../wording/evaluation.ts';
import { shell } from '../../wording/shell.ts';
import { ConfirmEvaluation, EvaluationStatus } from '../sessions/evaluation-section.tsx';

type Opened = 'confirm' | 'close';

/** One session's evaluation: how it stands, and every question as a picture with its figures. */
export function SessionResults({ view }: { view: EvaluationView }) {
  const say = useSay();
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <>
      <Section
        title={view.sessionTitle}
        intro={view.date === null ? say(shell.noDate) : listDate(view.date, language)}
        acts={<Acts view={view} onOpen={setOpened} />}
      >
        <EvaluationStatus {...view} />
        <p>{standing()}</p>
        {opened === 'confirm' && <ConfirmEvaluation sessionId={view.sessionId} onClose={close} />}
        {opened === 'close' && <CloseWindow view={view} onClose={close} />}
      </Section>
      {view.shown > 0 && (
        <div className="results">
          {view.results.map((result) => (
            <QuestionCard key={result.id} result={result} view={view} />
          ))}
        </div>
      )}
    </>
  );

  function standing(): string {
    if (view.state !== 'open' && view.state !== 'closed') return say(words.notYet);
    const answered = say(words.answeredOf, { answered: view.answered, invited: view.invited });
    if (view.shown === view.answered)
      return view.answered === 0 && view.state === 'closed' ? say(words.nobody) : answered;
    const hidden = view.state === 'closed' ? words.stayHidden : words.tooFew;
    return `${answered} ${say(view.shown === 0 ? hidden : words.shownOf, { shown: view.shown })}`;
  }
}

function Acts({ view, onOpen }: { view: EvaluationView; onOpen: (opened: Opened) => void }) {
  const say = useSay();
  const may = useMay();
  const canConfirm = may('evaluation.confirm');
  return (
    <>
      {view.state === 'open' && (
        <Link href={view.qrUrl} target="_blank" rel="noopener" className="icon-link">
          <QrCode20Regular aria-hidden /> {say(words.qr)}
          <span className="hidden"> ({say(shell.opensOutside)})</span>
        </Link>
      )}
      {canConfirm && (view.state === 'unconfirmed' || view.state === 'confirmed') && (
        <Button appearance={view.state === 'unconfirmed' ? 'primary' : 'secondary'} onClick={() => onOpen('confirm')}>
          {say(view.state === 'unconfirmed' ? words.previewAndConfirm : words.showAgain)}
        </Button>
      )}
      {canConfirm && view.state === 'open' && <Button onClick={() => onOpen('close')}>{say(words.closeNow)}</Button>}
    </>
  );
}

function CloseWindow({ view, onClose }: { view: EvaluationView; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  return (
    <AskWindow
      title={say(words.closeTitle)}
      actLabel={say(words.closeNow)}
      done={say(words.closedNow)}
      onClose={onClose}
      act={() => call(path(`/evaluations/${encodeURIComponent(view.sessionId)}/close`), { method: 'POST' })}
    >
      <p>{say(words.answeredOf, { answered: view.answered, invited: view.invited })}</p>
      <p>{say(words.closeText)}</p>
    </AskWindow>
  );
}

function QuestionCard({ result, view }: { result: QuestionResult; view: EvaluationView }) {
  const say = useSay();
  return (
    <Section title={`${result.number}. ${say(result.words)}`}>
      {result.kind !== 'text' ? (
        <Bars result={result} answers={view.shown} />
      ) : view.isDisposed ? (
        <p className="quiet">{say(disposed.texts)}</p>
      ) : (
        <Texts texts={result.texts} />
      )}
    </Section>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  const say = useSay();
  if (texts.length === 0) return <p className="quiet">{say(words.noTexts)}</p>;
  return (
    <>
      <p className="quiet">{say(words.textsOrder)}</p>
      <ul className="quotes">
        {texts.map((text, index) => (
          <li key={`${index} ${text}`}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** A bar per choice; the table around them carries the same figures. */
function Bars({ result, answers }: { result: QuestionResult; answers: number }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <table className="bars">
        <thead className="hidden">
          <tr>
            <th scope="col">{say(words.answer)}</th>
            <th scope="col">{say(words.count)}</th>
            <th scope="col">{say(words.share)}</th>
          </tr>
        </thead>
        <tbody>
          {result.counts.map(({ value, words: name, count }) => {
            const share = answers === 0 ? 0 : count / answers;
            return (
              <tr key={value}>
                <th scope="row">
                  {say(name)}
                  <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
                    <rect className="bar-ground" width="100" height="8" rx="1" />
                    <rect className="bar-filled" width={100 * share} height="8" rx="1" />
                  </svg>
                </th>
                <td>{count}</td>
                <td className="quiet">{percent(share, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {result.kind === 'many' && <p className="quiet">{say(words.manyNote)}</p>}
    </>
  );
}
