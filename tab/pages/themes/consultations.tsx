import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { ShownConsultation, ThemesView } from '../../../src/features/themes/types.ts';
import { call, useAct } from '../../api.ts';
import { listDate } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { Remark } from '../../parts/status.tsx';
import { useDone } from '../../parts/undo.ts';
import { useMay, usePath } from '../../project.tsx';
import { themes as words } from '../../wording/themes.ts';

const ConsultationWindow = lazy(async () => ({
  default: (await import('./consultation-window.tsx')).ConsultationWindow,
}));

/** THM-01, THM-02: whom the working group has heard, and whom not. */
export function ConsultationsSection({ view }: { view: ThemesView }) {
  const say = useSay();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      id="samrad"
      title={say(words.talks)}
      intro={say(words.talksIntro)}
      acts={
        may('themes.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setAdding(true)}>
            {say(words.addTalk)}
          </Button>
        )
      }
    >
      {view.municipalities > 0 && view.consultations.length > 0 && <Unheard view={view} />}
      {view.consultations.length === 0 ? (
        <p className="quiet">{say(words.noTalks)}</p>
      ) : (
        <ul className="rows">
          {view.consultations.map((talk) => (
            <li key={talk.id}>
              <TalkRow talk={talk} view={view} />
            </li>
          ))}
        </ul>
      )}
      {isAdding && (
        <Suspense>
          <ConsultationWindow today={view.today} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Section>
  );
}

/** With more than this many the number comes first. */
const fewNames = 4;

function Unheard({ view: { unheard, municipalities } }: { view: ThemesView }) {
  const say = useSay();
  if (unheard.length === 0) return <Remark tone="done">{say(words.allHeard)}</Remark>;
  if (unheard.length === municipalities) return <Remark tone="warning">{say(words.nobodyNoted)}</Remark>;
  const names = unheard.map(({ name }) => name).join(', ');
  const text = unheard.length > fewNames ? words.unheardMany : words.unheard;
  return <Remark tone="warning">{say(text, { names, n: unheard.length, all: municipalities })}</Remark>;
}

function TalkRow({ talk, view }: { talk: ShownConsultation; view: ThemesView }) {
  const say = useSay();
  const may = useMay();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const names = talk.heard.map(({ name }) => name).join(', ');
  return (
    <article className="row" aria-label={talk.forum}>
      <div className="row-text">
        <p className="eyebrow">{talk.date === null ? say(words.noDay) : listDate(talk.date, language)}</p>
        <p className="row-title">{talk.forum}</p>
        {talk.summary !== '' && <p className="proposal-why">{talk.summary}</p>}
        <p className="quiet">{names === '' ? say(words.heardNobody) : say(words.heardList, { names })}</p>
      </div>
      {may('themes.edit') && <TalkActs talk={talk} onEdit={() => setOpen(true)} />}
      {isOpen && (
        <Suspense>
          <ConsultationWindow talk={talk} today={view.today} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </article>
  );
}

function TalkActs({ talk: { id, forum }, onEdit }: { talk: ShownConsultation; onEdit: () => void }) {
  const say = useSay();
  const path = usePath();
  const done = useDone();
  const messages = useMessages();
  const address = path(`/themes/consultations/${encodeURIComponent(id)}`);
  const removing = useAct(async () => {
    await call(address, { method: 'DELETE' });
  });
  const remove = () =>
    removing
      .run(undefined)
      .then(() => done(say(words.talkRemoved), () => call(`${address}/back`, { method: 'POST' })), messages.failed);
  return (
    <div className="actions">
      <Button appearance="subtle" aria-label={say(words.editOf, { name: forum })} onClick={onEdit}>
        {say(words.edit)}
      </Button>
      <Button
        appearance="subtle"
        aria-label={say(words.removeOf, { name: forum })}
        disabled={removing.isBusy}
        onClick={() => void remove()}
      >
        {say(words.remove)}
      </Button>
    </div>
  );
}
