import type { OrganisationCount, ParticipantList } from '../../../src/features/registration/types.ts';
import { useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { participants as words } from '../../wording/participants.ts';
import { SilentList } from './silent.tsx';

/** INV-04, REG-03: places taken per organisation, and the municipalities that nobody has come from. */
export function QuotasSection({ list: { counts, phase } }: { list: ParticipantList }) {
  const say = useSay();
  return (
    <div className="no-print">
      <Section id="platser" title={say(words.quotas)}>
        <SilentList counts={counts} isOpen={phase === 'open'} />
        <ul className="quotas">
          {counts.perOrganisation.map((organisation) => (
            <Quota
              key={organisation.organisationId}
              organisation={organisation}
              abstains={counts.abstaining.some(({ organisationId }) => organisationId === organisation.organisationId)}
            />
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface QuotaProps {
  readonly organisation: OrganisationCount;
  readonly abstains: boolean;
}

function Quota({ organisation: { name, confirmed, waiting, max }, abstains }: QuotaProps) {
  const say = useSay();
  const isFull = max !== null && confirmed >= max;
  return (
    <li className="quota">
      <span className="quota-name">{name}</span>
      <span className="quota-places" aria-hidden>
        {max !== null &&
          max <= 12 &&
          Array.from({ length: Math.max(max, confirmed) }, (_, index) => (
            <span key={index} className={index < confirmed ? 'place place-taken' : 'place'} />
          ))}
      </span>
      <span className="quota-text">
        {max === null
          ? say(confirmed === 1 ? words.quotaOne : words.quotaFree, { n: confirmed })
          : say(words.quota, { n: confirmed, max })}
        {abstains && <span className="quiet"> · {say(words.quotaAbstains)}</span>}
        {isFull && <span className="quiet"> · {say(words.quotaFull)}</span>}
        {waiting > 0 && <span className="quiet"> · {say(words.quotaWaiting, { n: waiting })}</span>}
      </span>
    </li>
  );
}
