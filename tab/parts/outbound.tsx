import { Button } from '@fluentui/react-components';
import { Stop20Regular } from '@fluentui/react-icons';
import type { ConfirmationEntry, NoticeEntry } from '../../src/features/notices/types.ts';
import { call, useAct } from '../api.ts';
import { atMoment, moment } from '../format.ts';
import { useLanguage, useSay } from '../language.tsx';
import { useMay, usePath, useProject } from '../project.tsx';
import { actNames, notices as words } from '../wording/notices.ts';
import { shell } from '../wording/shell.ts';
import { Countdown } from './countdown.tsx';
import { useMessages } from './messages.tsx';
import { Status, type Tone } from './status.tsx';

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

export function batches(entries: readonly NoticeEntry[]): readonly Batch[] {
  return [...Map.groupBy(entries, batchKey)].flatMap(([key, all]) =>
    all[0] === undefined ? [] : [{ key, first: all[0], all }],
  );
}

/** A post's Markdown as plain words: links by their names. */
function plain(subject: string): string {
  return subject.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/\*\*/g, '');
}

/** A yes that goes off by itself at its minute. */
export const isStanding = ({ dueAt, stoppedAt, executedAt }: ConfirmationEntry) =>
  dueAt !== null && stoppedAt === null && executedAt === null;

interface StandingProps {
  readonly all: readonly ConfirmationEntry[];
  /** The product's clock when this was read, ISO. */
  readonly now: string;
}

/** What goes out by itself at its minute, with who said yes and a way to stop it. */
export function Standing({ all, now }: StandingProps) {
  return (
    <ul className="rows">
      {all.map((entry) => (
        <li key={entry.id}>
          <StandingRow entry={entry} now={now} />
        </li>
      ))}
    </ul>
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

function StandingRow({ entry, now }: { entry: ConfirmationEntry; now: string }) {
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
        <Status tone="waiting">
          {say(words.goesAt, { when: atMoment(entry.dueAt ?? '', language) })}{' '}
          <Countdown until={entry.dueAt ?? now} now={now} />
        </Status>
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

export const stateTones: Readonly<Record<NoticeEntry['state'], Tone>> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'done',
  stopped: 'no',
  failed: 'late',
  byHand: 'overridden',
  bounced: 'late',
};
export const stateWords = {
  waiting: words.stateWaiting,
  sending: words.stateSending,
  sent: words.stateSent,
  stopped: words.stateStopped,
  failed: words.stateFailed,
  byHand: words.stateByHand,
  bounced: words.stateBounced,
};

interface BatchesProps {
  readonly all: readonly Batch[];
  readonly canStop?: boolean;
  /** Counts down to what waits, from the product's clock when this was read. */
  readonly now?: string;
}

/** Messages, one line for those that say the same to many. */
export function Batches({ all, canStop = false, now }: BatchesProps) {
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
            <Status tone={stateTones[first.state]}>
              {say(stateWords[first.state])} {moment(first.sentAt ?? first.notBefore, language)}
              {now !== undefined && first.state === 'waiting' && (
                <>
                  {' '}
                  <Countdown until={first.notBefore} now={now} />
                </>
              )}
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
            {recipient} <span className="quiet">({say(stateWords[state])})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
