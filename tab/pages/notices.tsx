import { Button } from '@fluentui/react-components';
import { Stop20Regular } from '@fluentui/react-icons';
import type { ConfirmationEntry, NoticeEntry, NoticeLog } from '../../src/features/notices/types.ts';
import { call, useAct, useRead } from '../api.ts';
import { moment } from '../format.ts';
import { useLanguage, useSay } from '../language.tsx';
import { useMessages } from '../parts/messages.tsx';
import { Section } from '../parts/section.tsx';
import { Answered, Empty } from '../parts/states.tsx';
import { Status, type Tone } from '../parts/status.tsx';
import { useMay, usePath, useProject } from '../project.tsx';
import { actNames, notices as words } from '../wording/notices.ts';
import { shell } from '../wording/shell.ts';

/** Something can be stopped for a couple of minutes, so the page looks often, in milliseconds. */
const LOOK_AGAIN_MS = 5000;

/** Utskick: what is on its way and can be stopped, and the log per recipient. */
export function NoticesPage() {
  const path = usePath();
  const query = useRead<NoticeLog>(path('/notices'), LOOK_AGAIN_MS);
  return <Answered query={query}>{(log) => <Page log={log} />}</Answered>;
}

/** One thing said to many: the same kind, session and subject under the same yes. */
interface Batch {
  readonly key: string;
  readonly first: NoticeEntry;
  readonly all: readonly NoticeEntry[];
}

/** Answers to people's own acts come one by one and say the same, so they stand as one line. */
function batchKey({ kind, channel, sessionId, subject, confirmedBy, state, sentAt, notBefore }: NoticeEntry): string {
  const hour = confirmedBy === null ? '' : (sentAt ?? notBefore).slice(0, 13);
  return [kind, channel, sessionId, subject, confirmedBy, state, hour].join(' · ');
}

function batches(entries: readonly NoticeEntry[]): readonly Batch[] {
  return [...Map.groupBy(entries, batchKey)].flatMap(([key, all]) =>
    all[0] === undefined ? [] : [{ key, first: all[0], all }],
  );
}

/** A post's Markdown as plain words: links by their names. */
function plain(subject: string): string {
  return subject.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/\*\*/g, '');
}

const isStanding = ({ dueAt, stoppedAt, executedAt }: ConfirmationEntry) =>
  dueAt !== null && stoppedAt === null && executedAt === null;

function Page({ log }: { log: NoticeLog }) {
  const say = useSay();
  const standing = log.confirmations.filter(isStanding);
  const waiting = log.notices.filter(({ state }) => state === 'waiting' || state === 'sending');
  const failed = log.notices.filter(({ state }) => state === 'failed');
  const past = log.notices.filter(({ state }) => state === 'sent' || state === 'stopped');
  if (log.notices.length === 0 && standing.length === 0)
    return <Empty title={words.emptyTitle} text={words.emptyText} />;
  return (
    <div className="stack">
      <Section title={say(words.outbound)} intro={waiting.length === 0 ? undefined : say(words.outboundIntro)}>
        {waiting.length === 0 ? (
          <p className="quiet">{say(words.outboundNone)}</p>
        ) : (
          <Batches all={batches(waiting)} canStop />
        )}
      </Section>
      {standing.length > 0 && (
        <Section title={say(words.standing)} intro={say(words.standingIntro)}>
          <ul className="rows">
            {standing.map((entry) => (
              <li key={entry.id}>
                <StandingRow entry={entry} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {failed.length > 0 && <FailedSection failed={failed} />}
      <Section title={say(words.log)} intro={say(words.logIntro)}>
        {past.length === 0 ? <p className="quiet">{say(words.logNone)}</p> : <Batches all={batches(past)} />}
      </Section>
    </div>
  );
}

function useNumberOf(): (sessionId: string | null) => string | null {
  const say = useSay();
  const { plan } = useProject();
  return (sessionId) => {
    const session = plan.sessions.find(({ id }) => id === sessionId);
    return session === undefined ? null : say(shell.session, session);
  };
}

function StandingRow({ entry }: { entry: ConfirmationEntry }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const numberOf = useNumberOf();
  const stop = useStop('confirmations');
  const [kind = ''] = entry.act.split(':');
  const name = Object.entries(actNames).find(([act]) => act === entry.act || act === kind)?.[1];
  const session = numberOf(entry.sessionId);
  const title = [name === undefined ? entry.act : say(name), session].filter((part) => part !== null).join(', ');
  return (
    <article className="row" aria-label={title}>
      <div className="row-text">
        <p className="row-title">{title}</p>
        <Status tone="waiting">{say(words.goesAt, { when: moment(entry.dueAt ?? '', language) })}</Status>
        <p className="quiet">{say(words.by, { name: entry.confirmedBy })}</p>
      </div>
      {may('notices.send') && (
        <Button
          icon={<Stop20Regular />}
          disabled={stop.isBusy}
          aria-label={say(words.stopOf, { what: title })}
          onClick={() => stop.run([entry.id])}
        >
          {say(words.stop)}
        </Button>
      )}
    </article>
  );
}

function useStop(what: 'notices' | 'confirmations') {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const act = useAct(async (ids: readonly string[]) => {
    for (const id of ids) await call(path(`/${what}/${encodeURIComponent(id)}/stop`), { method: 'POST' });
  });
  return {
    isBusy: act.isBusy,
    run: (ids: readonly string[]) => void act.run(ids).then(() => messages.done(say(words.stopped)), messages.failed),
  };
}

const tones: Readonly<Record<NoticeEntry['state'], Tone>> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'done',
  stopped: 'no',
  failed: 'late',
};
const states = {
  waiting: words.stateWaiting,
  sending: words.stateSending,
  sent: words.stateSent,
  stopped: words.stateStopped,
  failed: words.stateFailed,
};

function Batches({ all, canStop = false }: { all: readonly Batch[]; canStop?: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const numberOf = useNumberOf();
  const stop = useStop('notices');
  return (
    <ul className="rows">
      {all.map(({ key, first, all: entries }) => (
        <li key={key} className="row">
          <div className="row-text">
            <p className="row-title clamp">{plain(first.subject)}</p>
            <p className="quiet">
              {[
                say(words[first.channel]),
                numberOf(first.sessionId),
                countOf(entries),
                first.confirmedBy === null ? say(words.automatic) : say(words.by, { name: first.confirmedBy }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            <Status tone={tones[first.state]}>
              {say(states[first.state])} {moment(first.sentAt ?? first.notBefore, language)}
            </Status>
            <Recipients entries={entries} />
          </div>
          {canStop && may('notices.send') && first.state === 'waiting' && (
            <Button
              icon={<Stop20Regular />}
              disabled={stop.isBusy}
              aria-label={say(words.stopOf, { what: first.subject })}
              onClick={() => stop.run(entries.map(({ id }) => id))}
            >
              {say(words.stop)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );

  function countOf(entries: readonly NoticeEntry[]): string | null {
    if (entries.every(({ recipient }) => recipient === null)) return null;
    return entries.length === 1 ? say(words.recipientsOne) : say(words.recipients, { n: entries.length });
  }
}

function Recipients({ entries }: { entries: readonly NoticeEntry[] }) {
  const say = useSay();
  const named = entries.filter(({ recipient }) => recipient !== null);
  if (named.length === 0) return null;
  return (
    <details className="recipients">
      <summary>{say(words.showRecipients)}</summary>
      <ul>
        {named.map(({ id, recipient, state }) => (
          <li key={id} className="break">
            {recipient} <span className="quiet">({say(states[state])})</span>
          </li>
        ))}
      </ul>
    </details>
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
