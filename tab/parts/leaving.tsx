import { Button } from '@fluentui/react-components';
import { Stop20Regular } from '@fluentui/react-icons';
import type { Outbound, OutboundEntry } from '../../src/features/mailings/types.ts';
import { call, useAct, useRead } from '../api.ts';
import { useSay } from '../language.tsx';
import { useMay, usePath } from '../project.tsx';
import { mailings as words } from '../wording/mailings.ts';
import { notices } from '../wording/notices.ts';
import { Countdown } from './countdown.tsx';
import { useMessages } from './messages.tsx';
import { PageLink } from './page-link.tsx';
import { Section } from './section.tsx';
import { Status } from './status.tsx';

/** Something can be stopped for a couple of minutes, so one looks often, in milliseconds. */
export const LOOK_OFTEN_MS = 3000;

/** Where a letter has its page: the colon of its address is a slash there. */
export function mailingPath(id: string): string {
  return `/utskick/${id.split(':').map(encodeURIComponent).join('/')}`;
}

/** what has a yes and can still be stopped, counting down. Nothing at all when nothing is on its way. */
export function Leaving() {
  const say = useSay();
  const path = usePath();
  const { data } = useRead<Outbound>(path('/outbound'), LOOK_OFTEN_MS);
  if (data === undefined || data.entries.length === 0) return null;
  return (
    <Section title={say(words.outboundTitle)} intro={say(notices.outboundIntro)}>
      <ul className="rows">
        {data.entries.map((entry) => (
          <li key={entry.id} className="row">
            <div className="row-text">
              <p className="row-title clamp">
                {entry.mailing === null ? (
                  say(entry.name)
                ) : (
                  <PageLink to={mailingPath(entry.mailing)}>{say(entry.name)}</PageLink>
                )}
              </p>
              <Status tone="waiting">
                {say(words.leaves, { n: entry.recipientCount })} <Countdown until={entry.goesAt} now={data.now} />
              </Status>
              {entry.by !== null && <p className="quiet">{say(notices.by, { name: entry.by })}</p>}
            </div>
            <StopButton what={say(entry.name)} stopPath={entry.stopPath} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Keeps something from going out. What has gone says so, and stays gone. */
export function StopButton({ what, stopPath }: { what: string } & Pick<OutboundEntry, 'stopPath'>) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const stop = useAct<null, unknown>(() => call(path(stopPath), { method: 'POST' }));
  if (!may('notices.send')) return null;
  return (
    <Button
      appearance="primary"
      icon={<Stop20Regular />}
      disabled={stop.isBusy}
      aria-label={say(words.stopOf, { what })}
      onClick={() => void stop.run(null).then(() => messages.done(say(words.stopped)), messages.failed)}
    >
      {say(words.stop)}
    </Button>
  );
}
