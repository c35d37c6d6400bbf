import { Button } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import type { Disposal, RetentionView } from '../../../../src/features/retention/types.ts';
import { download, useAct, useRead } from '../../../api.ts';
import { longMoment } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered } from '../../../parts/states.tsx';
import { Remark } from '../../../parts/status.tsx';
import { usePath } from '../../../project.tsx';
import { retention as words } from '../../../wording/retention.ts';
import { ClassRow } from './class-row.tsx';
import { DisclosureSection } from './disclosure.tsx';
import { useItems } from './telling.ts';

/** X-06 Gallring: what is kept and for how long, what may go now, the records of what has gone, and handing out. */
export function RetentionPart() {
  const query = useRead<RetentionView>(usePath()('/retention'));
  return (
    <Answered query={query}>
      {(view) => (
        <div className="stack">
          <ClassesSection view={view} />
          <KeptSection view={view} />
          <RecordsSection disposals={view.disposals} />
          <DisclosureSection disclosures={view.disclosures} />
        </div>
      )}
    </Answered>
  );
}

function ClassesSection({ view }: { view: RetentionView }) {
  const say = useSay();
  const due = view.classes.filter(({ state }) => state === 'due');
  return (
    <Section title={say(words.title)} intro={say(words.intro)}>
      {due.length > 0 && (
        <Remark tone="next">{say(words.dueNow, { names: due.map(({ name }) => say(name)).join(', ') })}</Remark>
      )}
      <ul className="rows">
        {view.classes
          .filter(({ effect }) => effect !== null)
          .map((line) => (
            <li key={line.id} className="row">
              <ClassRow line={line} today={view.today} />
            </li>
          ))}
      </ul>
    </Section>
  );
}

function KeptSection({ view }: { view: RetentionView }) {
  const say = useSay();
  return (
    <Section title={say(words.keptTitle)} intro={say(words.keptIntro)}>
      <ul className="rows">
        {view.classes
          .filter(({ effect }) => effect === null)
          .map(({ id, name, what }) => (
            <li key={id} className="row">
              <div className="row-text">
                <p className="row-title">{say(name)}</p>
                <p className="quiet">{say(what)}</p>
              </div>
            </li>
          ))}
      </ul>
    </Section>
  );
}

function RecordsSection({ disposals }: { disposals: readonly Disposal[] }) {
  const say = useSay();
  return (
    <Section id="protokoll" title={say(words.records)}>
      {disposals.length === 0 ? (
        <p className="quiet">{say(words.recordsNone)}</p>
      ) : (
        <ul className="rows">
          {disposals.map((one) => (
            <li key={one.id} className="row">
              <RecordRow disposal={one} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function RecordRow({ disposal }: { disposal: Disposal }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const items = useItems();
  const messages = useMessages();
  const get = useAct(() => download(path(`/disposals/${encodeURIComponent(disposal.id)}.pdf`), 'gallring.pdf'));
  const name = say(disposal.name);
  const counts = disposal.kept.map(({ words: of, count }) => `${say(of)}: ${count}`).join(' · ');
  return (
    <>
      <div className="row-text">
        <p className="row-title">{name}</p>
        <p>{say(words.recordLine, { items: items(disposal.items), decision: disposal.decision })}</p>
        <p className="quiet">{say(words.recordBy, { when: longMoment(disposal.at, language), by: disposal.by })}</p>
        {counts !== '' && <p className="quiet">{say(words.left, { counts })}</p>}
      </div>
      <Button
        icon={<ArrowDownload20Regular />}
        disabled={get.isBusy}
        aria-label={say(words.downloadOf, { what: name })}
        onClick={() => void get.run(undefined).catch(messages.failed)}
      >
        {say(words.download)}
      </Button>
    </>
  );
}
