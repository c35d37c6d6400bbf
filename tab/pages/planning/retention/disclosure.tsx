import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import type { Disclosed } from '../../../../src/features/retention/types.ts';
import { download, useAct } from '../../../api.ts';
import { longMoment } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Section } from '../../../parts/section.tsx';
import { useMay, usePath } from '../../../project.tsx';
import { retention as words } from '../../../wording/retention.ts';
import { shell } from '../../../wording/shell.ts';

/** everything that is held, in one file to assess, and who has fetched it. Nobody is asked what it is for. */
export function DisclosureSection({ disclosures }: { disclosures: readonly Disclosed[] }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const get = useAct(() => download(path('/disclosure'), 'utlamnande.xlsx', { method: 'POST' }));
  return (
    <Section
      id="utlamnande"
      title={say(words.disclosure)}
      intro={say(words.disclosureIntro)}
      acts={
        may('disclosure.export') && (
          <Button
            icon={<ArrowDownload20Regular />}
            disabled={get.isBusy}
            onClick={() =>
              void get.run(undefined).then(() => messages.done(say(words.disclosureDone)), messages.failed)
            }
          >
            {say(get.isBusy ? shell.working : words.disclosureGet)}
          </Button>
        )
      }
    >
      <p>{say(words.disclosureFood)}</p>
      {disclosures.length === 0 ? (
        <p className="quiet">{say(words.disclosureNone)}</p>
      ) : (
        <ul className="rows">
          {disclosures.map(({ id, at, by, withheld }) => (
            <li key={id} className="row">
              <div className="row-text">
                <p className="row-title">{by}</p>
                <p className="quiet">
                  <time dateTime={at}>{longMoment(at, language)}</time>
                  {withheld > 0 && <> · {say(words.withheld, { n: withheld })}</>}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
