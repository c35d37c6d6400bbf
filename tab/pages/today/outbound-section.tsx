import type { Today } from '../../../src/features/today/types.ts';
import { useSay } from '../../language.tsx';
import { Batches, batches, Standing } from '../../parts/outbound.tsx';
import { Section } from '../../parts/section.tsx';
import { today as words } from '../../wording/today.ts';

/** What waits to go out, counted down, with a way to stop it. */
export function OutboundSection({ outbound, now }: { outbound: NonNullable<Today['outbound']>; now: string }) {
  const say = useSay();
  const { waiting, standing } = outbound;
  return (
    <Section title={say(words.outbound)}>
      {waiting.length === 0 && standing.length === 0 && <p className="quiet">{say(words.outboundNone)}</p>}
      {waiting.length > 0 && <Batches all={batches(waiting)} canStop now={now} />}
      {standing.length > 0 && <Standing all={standing} now={now} />}
    </Section>
  );
}
