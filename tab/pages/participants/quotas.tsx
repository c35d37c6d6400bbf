import { Button } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons';
import type { OrganisationCount, RegistrationCounts } from '../../../src/features/registration/types.ts';
import { useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { participants as words } from '../../wording/participants.ts';

/** INV-04, REG-03: places taken per organisation, and the municipalities that nobody has come from. */
export function QuotasSection({ counts }: { counts: RegistrationCounts }) {
  const say = useSay();
  const messages = useMessages();
  const silent = counts.silentMunicipalities;
  const copy = () =>
    void navigator.clipboard
      .writeText(silent.map(({ name }) => name).join(', '))
      .then(() => messages.done(say(words.copied)), messages.failed);
  return (
    <div className="no-print">
      <Section id="platser" title={say(words.quotas)}>
        {silent.length === 0 ? (
          <Status tone="done">{say(words.silentNone)}</Status>
        ) : (
          <div className="silent">
            <p>
              <Status tone="warning">
                {say(words.silentList)}: <strong>{silent.map(({ shortName }) => shortName).join(', ')}</strong>
              </Status>
            </p>
            <Button icon={<Copy20Regular />} onClick={copy}>
              {say(words.copySilent)}
            </Button>
          </div>
        )}
        <ul className="quotas">
          {counts.perOrganisation.map((organisation) => (
            <Quota key={organisation.organisationId} organisation={organisation} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Quota({ organisation: { name, confirmed, waiting, max } }: { organisation: OrganisationCount }) {
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
        {max === null ? say(words.quotaFree, { n: confirmed }) : say(words.quota, { n: confirmed, max })}
        {isFull && <span className="quiet"> · {say(words.quotaFull)}</span>}
        {waiting > 0 && <span className="quiet"> · {say(words.quotaWaiting, { n: waiting })}</span>}
      </span>
    </li>
  );
}
