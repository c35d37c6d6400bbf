import { Button } from '@fluentui/react-components';
import { Add20Regular, CalendarEdit20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { Session } from '../../../src/features/planning/types.ts';
import { useSay } from '../../language.tsx';
import { useSessionName, useTopic } from '../../parts/session-name.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Loading } from '../../parts/states.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, useProject, useToday } from '../../project.tsx';
import { dates as words } from '../../wording/dates.ts';
import { AddWindow } from './add-window.tsx';
import { MoveWindow } from './move-window.tsx';
import { SessionTime } from './session-time.tsx';
import { SessionWindow } from './session-window.tsx';

// Looked at once a year.
const RegionSection = lazy(async () => ({ default: (await import('./region.tsx')).RegionSection }));

export function DatesPart() {
  const say = useSay();
  const may = useMay();
  const { plan } = useProject();
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="stack">
      <Section
        id="datum"
        title={say(words.sessions)}
        acts={
          may('plan.edit') && (
            <>
              <PageLink to="/planering/hitta-datum" className="button">
                {say(words.find)}
              </PageLink>
              <Button icon={<Add20Regular />} onClick={() => setAdding(true)}>
                {say(words.add)}
              </Button>
            </>
          )
        }
      >
        {plan.sessions.length === 0 ? (
          <p className="quiet">{say(words.none)}</p>
        ) : (
          <ul className="rows">
            {plan.sessions.map((session) => (
              <li key={session.id}>
                <SessionRow session={session} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {may('plan.view') && (
        <Suspense fallback={<Loading />}>
          <RegionSection />
        </Suspense>
      )}
      {isAdding && <AddWindow onClose={() => setAdding(false)} />}
    </div>
  );
}

function SessionRow({ session }: { session: Session }) {
  const say = useSay();
  const nameOf = useSessionName();
  const topicOf = useTopic();
  const may = useMay();
  const today = useToday();
  const { neverHeld } = useProject().plan;
  const isPast = session.date !== null && today !== undefined && session.date < today;
  const isHeld = isPast && !neverHeld.includes(session.id);
  const [opened, setOpened] = useState<'move' | 'edit'>();
  const close = () => setOpened(undefined);
  return (
    <article className="row" aria-label={session.title}>
      <div className="row-text">
        <p className="eyebrow">{nameOf(session.id, session.number)}</p>
        <p className="row-title">
          <PageLink to={`/traffar/${encodeURIComponent(session.id)}`}>{topicOf(session)}</PageLink>
        </p>
        <p>
          <SessionTime session={session} />
        </p>
        {session.cancelled && <Status tone="no">{say(words.cancelledState)}</Status>}
        {isHeld && !session.cancelled && <Status tone="done">{say(words.held)}</Status>}
        {isPast && !isHeld && !session.cancelled && <Status tone="unknown">{say(words.dayPast)}</Status>}
      </div>
      {may('plan.edit') && !session.cancelled && (
        <div className="actions">
          {!isHeld && (
            <Button icon={<CalendarEdit20Regular />} onClick={() => setOpened('move')}>
              {say(session.date === null ? words.set : words.move)}
            </Button>
          )}
          <Button appearance="subtle" onClick={() => setOpened('edit')}>
            {say(words.edit)}
          </Button>
        </div>
      )}
      {opened === 'move' && <MoveWindow session={session} onClose={close} />}
      {opened === 'edit' && <SessionWindow session={session} onClose={close} />}
    </article>
  );
}
