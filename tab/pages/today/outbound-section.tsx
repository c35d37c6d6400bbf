import type { Today } from '../../../src/features/today/types.ts';
import { useSay } from '../../language.tsx';
import { Countdown } from '../../parts/countdown.tsx';
import { Batches, batches, Standing } from '../../parts/outbound.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { today as words } from '../../wording/today.ts';

type Outbound = NonNullable<Today['outbound']>;

/** What waits to go out, counted down, with a way to stop it. */
export function OutboundSection({ outbound, now }: { outbound: Outbound; now: string }) {
  const say = useSay();
  const { waiting, standing, changes } = outbound;
  const isEmpty = waiting.length + standing.length + changes.length === 0;
  return (
    <Section title={say(words.outbound)}>
      {isEmpty && <p className="quiet">{say(words.outboundNone)}</p>}
      {changes.length > 0 && <Changes all={changes} now={now} />}
      {waiting.length > 0 && <Batches all={batches(waiting)} canStop now={now} />}
      {standing.length > 0 && <Standing all={standing} now={now} />}
    </Section>
  );
}

/** Changes of bookings, which are undone or sent at once on the session's own page. */
function Changes({ all, now }: { all: Outbound['changes']; now: string }) {
  const say = useSay();
  return (
    <ul className="rows">
      {all.map(({ sessionId, number, until }) => (
        <li key={sessionId} className="row">
          <div className="row-text">
            <p className="row-title">{say(words.outboundChange, { number })}</p>
            <Status tone="waiting">
              {say(words.outboundWaits)} <Countdown until={until} now={now} />
            </Status>
          </div>
          <PageLink to={`/traffar/${encodeURIComponent(sessionId)}#outlook`} className="button">
            {say(words.outboundSee)}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
