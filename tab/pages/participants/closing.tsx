import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClosingPreview, ClosingView } from '../../../src/features/registration/closing/types.ts';
import { call, useRead } from '../../api.ts';
import { atMoment, dayOf, fromToday, longMoment, longPast, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow } from '../../parts/ask.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered } from '../../parts/states.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, usePath, useToday } from '../../project.tsx';
import { closing as words } from '../../wording/participants.ts';

/** CAL-01: what goes out when the registration closes, who said yes to it, and the way to stop it. */
export function ClosingSection() {
  const path = usePath();
  const query = useRead<ClosingView | null>(path('/closing'));
  return <Answered query={query}>{(view) => (view === null ? null : <Closing view={view} />)}</Answered>;
}

type Opened = 'later' | 'now' | 'stop';

function Closing({ view }: { view: ClosingView }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const isOpen = view.closedAt === null && view.phase !== 'dormant';
  const canAct = may('registration.close') && isOpen;
  const stands = view.standing !== null && view.standing.stoppedAt === null && view.standing.executedAt === null;
  return (
    <div className="no-print">
      <Section
        id="stangning"
        title={say(words.title)}
        acts={
          canAct && (
            <>
              {stands && view.standing?.holds ? (
                <Button onClick={() => setOpened('stop')}>{say(words.stop)}</Button>
              ) : (
                view.closesAt !== null &&
                view.phase !== 'closed' && (
                  <Button appearance="primary" onClick={() => setOpened('later')}>
                    {say(words.previewLater)}
                  </Button>
                )
              )}
              <Button onClick={() => setOpened('now')}>{say(words.previewNow)}</Button>
            </>
          )
        }
      >
        <Standing view={view} />
      </Section>
      {opened === 'later' && <ClosingWindow when="later" onClose={close} />}
      {opened === 'now' && <ClosingWindow when="now" onClose={close} />}
      {opened === 'stop' && <StopWindow when={atMoment(view.closesAt ?? '', language)} onClose={close} />}
    </div>
  );
}

function Standing({ view: { closesAt, closedAt, standing, announcesAt } }: { view: ClosingView }) {
  const say = useSay();
  const language = useLanguage();
  const today = useToday();
  if (closedAt !== null)
    return <Status tone="done">{say(words.closed, { when: longPast(closedAt, language) })}</Status>;
  if (closesAt === null) return <Status tone="warning">{say(words.noTime)}</Status>;
  const when = longMoment(closesAt, language);
  if (standing === null || standing.executedAt !== null)
    return <Status tone="warning">{say(words.notConfirmed, { when })}</Status>;
  if (standing.stoppedAt !== null) return <Status tone="no">{say(words.stopped)}</Status>;
  if (!standing.holds) return <Status tone="warning">{say(words.changed, { name: standing.confirmedBy })}</Status>;
  const far = today === undefined ? '' : fromToday(dayOf(closesAt), today, language);
  return (
    <>
      <Status tone="waiting">{say(words.confirmed, { when, far })}</Status>
      <p className="quiet">
        {say(words.by, { name: standing.confirmedBy, when: moment(standing.confirmedAt, language) })}
        {standing.announcedAt !== null ? (
          <> {say(words.announced, { when: moment(standing.announcedAt, language) })}</>
        ) : (
          announcesAt !== null && <> {say(words.announce, { when: atMoment(announcesAt, language) })}</>
        )}
      </p>
    </>
  );
}

function ClosingWindow({ when, onClose }: { when: 'later' | 'now'; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const preview = async (): Promise<ClosingPreview> => {
    const view = await call<ClosingView>(path('/closing'));
    return when === 'now' ? view.now : view.beforehand;
  };
  return (
    <ConfirmWindow<ClosingPreview>
      title={say(words.title)}
      preview={preview}
      confirm={({ textVersion, recipientCount }) =>
        call(path(when === 'now' ? '/closing/now' : '/closing/confirm'), {
          method: 'POST',
          body: { textVersion, recipientCount },
        })
      }
      confirmLabel={say(when === 'now' ? words.confirmNow : words.confirmLater)}
      done={() => say(when === 'now' ? words.doneNow : words.doneLater)}
      onClose={onClose}
      showCount={when === 'now'}
    >
      {(seen) => <Bookings seen={seen} isLater={when === 'later'} />}
    </ConfirmWindow>
  );
}

function Bookings({ seen, isLater }: { seen: ClosingPreview; isLater: boolean }) {
  const say = useSay();
  return (
    <>
      <p>{say(seen.rule)}</p>
      {isLater && (
        <p className="recipient-count">
          {say(words.nowCount, { n: seen.confirmedNow })}
          {seen.atMost !== null && <> {say(words.atMost, { n: seen.atMost })}</>}
        </p>
      )}
      <h3>{say(words.bookings)}</h3>
      <ul className="preview-lines">
        {seen.bookings.map((booking) => (
          <li key={booking.subject}>
            <p>
              <strong>{booking.subject}</strong>
            </p>
            <p className="quiet">{say(booking.when)}</p>
            {booking.html !== '' && (
              <details>
                <summary>{say(words.showBody)}</summary>
                {/* The body of a mail, apart from this page: no scripts and no styles of ours. */}
                <iframe className="mail-body" sandbox="" srcDoc={booking.html} title={booking.subject} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function StopWindow({ when, onClose }: { when: string; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  return (
    <AskWindow
      title={say(words.stopTitle)}
      actLabel={say(words.stop)}
      done={say(words.stopDone)}
      onClose={onClose}
      act={() => call(path('/closing/stop'), { method: 'POST' })}
    >
      <p>{say(words.stopText, { when })}</p>
    </AskWindow>
  );
}
