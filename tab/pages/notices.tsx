import { Button } from '@fluentui/react-components';
import type { NoticeEntry, NoticeLog } from '../../src/features/notices/types.ts';
import { call, useAct, useRead } from '../api.ts';
import { useSay } from '../language.tsx';
import { useMessages } from '../parts/messages.tsx';
import { Batches, batches, isStanding, Standing } from '../parts/outbound.tsx';
import { Section } from '../parts/section.tsx';
import { Answered, Empty } from '../parts/states.tsx';
import { Status } from '../parts/status.tsx';
import { useMay, usePath } from '../project.tsx';
import { notices as words } from '../wording/notices.ts';
import { ByHand } from './by-hand.tsx';

/** Something can be stopped for a couple of minutes, so the page looks often, in milliseconds. */
const LOOK_AGAIN_MS = 5000;

/** Utskick: what is on its way and can be stopped, and the log per recipient. */
export function NoticesPage() {
  const path = usePath();
  const query = useRead<NoticeLog>(path('/notices'), LOOK_AGAIN_MS);
  return <Answered query={query}>{(log) => <Page log={log} />}</Answered>;
}

function Page({ log }: { log: NoticeLog }) {
  const say = useSay();
  const standing = log.confirmations.filter(isStanding);
  const waiting = log.notices.filter(({ state }) => state === 'waiting' || state === 'sending');
  const failed = log.notices.filter(({ state }) => state === 'failed');
  const past = log.notices.filter(({ state }) => state === 'sent' || state === 'stopped');
  if (log.notices.length === 0 && standing.length === 0)
    return (
      <div className="stack">
        <ByHand />
        <Empty title={words.emptyTitle} text={words.emptyText} />
      </div>
    );
  return (
    <div className="stack">
      <ByHand />
      <Section title={say(words.outbound)} intro={waiting.length === 0 ? undefined : say(words.outboundIntro)}>
        {waiting.length === 0 ? (
          <p className="quiet">{say(words.outboundNone)}</p>
        ) : (
          <Batches all={batches(waiting)} canStop now={log.now} />
        )}
      </Section>
      {standing.length > 0 && (
        <Section title={say(words.standing)} intro={say(words.standingIntro)}>
          <Standing all={standing} now={log.now} />
        </Section>
      )}
      {failed.length > 0 && <FailedSection failed={failed} />}
      <Section title={say(words.log)} intro={say(words.logIntro)}>
        {past.length === 0 ? <p className="quiet">{say(words.logNone)}</p> : <Batches all={batches(past)} />}
      </Section>
    </div>
  );
}

function FailedSection({ failed }: { failed: readonly NoticeEntry[] }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const retry = useAct((id: string) => call(path(`/notices/${encodeURIComponent(id)}/retry`), { method: 'POST' }));
  return (
    <Section title={say(words.failed)} intro={say(words.failedIntro)}>
      <ul className="rows">
        {failed.map((entry) => (
          <li key={entry.id} className="row">
            <div className="row-text">
              <p className="row-title break">{entry.recipient ?? say(words[entry.channel])}</p>
              <p className="quiet">{entry.subject}</p>
              <Status tone="late">{entry.error ?? say(words.stateFailed)}</Status>
            </div>
            {may('notices.send') && (
              <Button
                disabled={retry.isBusy}
                aria-label={say(words.retryOf, { name: entry.recipient ?? '' })}
                onClick={() => void retry.run(entry.id).then(() => messages.done(say(words.retried)), messages.failed)}
              >
                {say(words.retry)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
