import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { Hindrance, ThemesView } from '../../../src/features/themes/types.ts';
import { call, download, useAct } from '../../api.ts';
import { listDate, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow } from '../../parts/ask.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Remark, Status } from '../../parts/status.tsx';
import { useDone } from '../../parts/undo.ts';
import { useMay, usePath, useProject } from '../../project.tsx';
import { themes as words } from '../../wording/themes.ts';

const DecisionWindow = lazy(async () => ({ default: (await import('./decision-window.tsx')).DecisionWindow }));
const AskSteeringWindow = lazy(async () => ({ default: (await import('./ask-steering.tsx')).AskSteeringWindow }));
const OverrideWindow = lazy(async () => ({
  default: (await import('../planning/override-window.tsx')).OverrideWindow,
}));

/** THM-04: the steering group's decision, or what is left before it. */
export function DecisionSection({ view }: { view: ThemesView }) {
  return view.decision === null ? <Undecided view={view} /> : <Decided view={view} decision={view.decision} />;
}

function Undecided({ view }: { view: ThemesView }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { way, hindrances, proposals, asked } = view;
  const how = way === 'answer' ? words.howAnswer : way === 'protocol' ? words.howProtocol : words.howNeither;
  const isReady = hindrances.length === 0 && proposals.length > 0;
  return (
    <Section
      id="beslut"
      title={say(words.decision)}
      intro={say(words.decideIntro)}
      acts={proposals.length > 0 && <BasisButton />}
    >
      <p className="measure">{say(how)}</p>
      {proposals.length === 0 && <Remark tone="next">{say(words.needsProposal)}</Remark>}
      {proposals.length > 0 && hindrances.length > 0 && <Hindrances hindrances={hindrances} />}
      {asked !== null && (
        <Status tone="waiting">
          {say(asked.isWaiting ? words.askLeaves : words.askedOn, {
            when: moment(asked.at, language),
            count: asked.count,
          })}
        </Status>
      )}
      {isReady && (way !== null || may('notices.send')) && (
        <div className="actions">
          {may('notices.send') && (
            <Button
              appearance={asked === null && way !== 'answer' ? 'primary' : 'secondary'}
              disabled={asked?.isWaiting === true}
              onClick={() => setAsking(true)}
            >
              {say(asked === null ? words.ask : words.askAgain)}
            </Button>
          )}
          {way !== null && (
            <Button appearance={way === 'answer' ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
              {say(way === 'answer' ? words.decide : words.record)}
            </Button>
          )}
        </div>
      )}
      {isAsking && (
        <Suspense>
          <AskSteeringWindow onClose={() => setAsking(false)} />
        </Suspense>
      )}
      {isOpen && (
        <Suspense>
          <DecisionWindow view={view} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  );
}

/** The one page that the steering group has before it. */
function BasisButton() {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const [isBusy, setBusy] = useState(false);
  const fetchFile = () => {
    setBusy(true);
    void download(path('/themes/basis'), 'beslutsunderlag.pdf')
      .then(() => messages.done(say(words.basisSaved)), messages.failed)
      .finally(() => setBusy(false));
  };
  return (
    <Button icon={<ArrowDownload20Regular />} disabled={isBusy} onClick={fetchFile}>
      {say(words.basis)}
    </Button>
  );
}

function Hindrances({ hindrances }: { hindrances: readonly Hindrance[] }) {
  const say = useSay();
  const may = useMay();
  const [asked, setAsked] = useState<Hindrance>();
  return (
    <div>
      <h3>{say(words.waits)}</h3>
      <ul className="rows">
        {hindrances.map((one) => (
          <li key={one.ruleId} className="row">
            <div className="row-text">
              <Status tone="warning">{say(one.words)}</Status>
            </div>
            <div className="actions">
              {one.action === 'project.edit' && (
                <PageLink to="/planering/projektet#texter" className="button">
                  {say(words.editTexts)}
                </PageLink>
              )}
              {may('plan.override') && (
                <Button
                  appearance="subtle"
                  aria-label={say(words.goOnOf, { name: say(one.title) })}
                  onClick={() => setAsked(one)}
                >
                  {say(words.goOn)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <Suspense>
          <OverrideWindow entry={{ ...asked, sessionId: null }} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

function Decided({ view, decision }: { view: ThemesView; decision: NonNullable<ThemesView['decision']> }) {
  const say = useSay();
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const path = usePath();
  const { title, by, date, paragraph, note } = decision;
  const day = date === null ? say(words.noDay) : listDate(date, language);
  return (
    <Section
      id="beslut"
      title={say(words.decision)}
      acts={
        <>
          <BasisButton />
          {view.mayTakeBack && (
            <Button appearance="subtle" onClick={() => setAsking(true)}>
              {say(words.takeBack)}
            </Button>
          )}
        </>
      }
    >
      <div>
        <p className="decided-theme">
          <Status tone="done">{title ?? say(words.selected)}</Status>
        </p>
        <p>
          {say(words.decidedOn, { by, day })}
          {paragraph === null ? '.' : `, ${paragraph}.`}
        </p>
        {note !== null && <p className="quiet measure">{note}</p>}
      </div>
      {view.canOpen && title !== null && <OpenProject title={title} />}
      {isAsking && (
        <AskWindow
          title={say(words.takeBack)}
          actLabel={say(words.takeBack)}
          done={say(words.takenBack)}
          act={() => call(path('/themes/decision'), { method: 'DELETE' })}
          onClose={() => setAsking(false)}
        >
          <p>{say(words.takeBackText)}</p>
        </AskWindow>
      )}
    </Section>
  );
}

/** The project takes the decided theme's name. */
function OpenProject({ title }: { title: string }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const done = useDone();
  const messages = useMessages();
  const { project } = useProject().plan;
  const opening = useAct(() => call<object>(path('/themes/open'), { method: 'POST' }));
  if (!may('plan.edit')) return null;
  const open = () =>
    opening
      .run(undefined)
      .then(
        (before) => done(say(words.opened, { title }), () => call(path('/project'), { method: 'PUT', body: before })),
        messages.failed,
      );
  return (
    <div className="open-project">
      <p>{say(words.openText, { title: project.title })}</p>
      <div className="actions">
        <Button appearance="primary" disabled={opening.isBusy} onClick={() => void open()}>
          {say(words.open)}
        </Button>
      </div>
    </div>
  );
}
