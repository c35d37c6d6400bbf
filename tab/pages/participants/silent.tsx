import { Button, Field, Input } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { RegistrationCounts } from '../../../src/features/registration/types.ts';
import { call, useAct } from '../../api.ts';
import { dayMonth } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, usePath, useToday } from '../../project.tsx';
import { participants as words } from '../../wording/participants.ts';

type Silent = RegistrationCounts['silentMunicipalities'][number];
type Abstaining = RegistrationCounts['abstaining'][number];

/** INV-11: the municipalities that nobody has come from: those that owe an answer, and those that have said no. */
export function SilentList({ counts, isOpen }: { counts: RegistrationCounts; isOpen: boolean }) {
  const { silentMunicipalities: silent, abstaining } = counts;
  // Before anybody has been invited, "everybody has answered" would say too much.
  if (!counts.perOrganisation.some(({ type }) => type === 'municipality')) return null;
  return (
    <>
      <SilentOnes silent={silent} isEverybodyIn={abstaining.length === 0} isOpen={isOpen} />
      {abstaining.length > 0 && <AbstainingOnes abstaining={abstaining} />}
    </>
  );
}

interface SilentOnesProps {
  readonly silent: readonly Silent[];
  readonly isEverybodyIn: boolean;
  /** Once the registration has closed there is nothing to remind of. */
  readonly isOpen: boolean;
}

function SilentOnes({ silent, isEverybodyIn, isOpen }: SilentOnesProps) {
  const say = useSay();
  const may = useMay();
  const messages = useMessages();
  const [saying, setSaying] = useState<Silent>();
  if (silent.length === 0)
    return <Status tone="done">{say(isEverybodyIn ? words.silentNone : words.silentNoneLeft)}</Status>;
  const copy = () =>
    void navigator.clipboard
      .writeText(silent.map(({ name }) => name).join(', '))
      .then(() => messages.done(say(words.copied)), messages.failed);
  return (
    <>
      <div className="silent">
        <p>
          <Status tone="warning">{say(words.silentList)}</Status>
        </p>
        <div className="actions">
          {may('notices.send') && isOpen && (
            <PageLink to="/utskick/silent" className="button">
              {say(words.remindSilent)}
            </PageLink>
          )}
          <Button icon={<Copy20Regular />} onClick={copy}>
            {say(words.copySilent)}
          </Button>
        </div>
      </div>
      <ul className="silent-ones" aria-label={say(words.silentList)}>
        {silent.map((one) => (
          <li key={one.organisationId}>
            <strong>{one.shortName}</strong>
            {may('participants.edit') && (
              <Button size="small" aria-label={say(words.saidNoOf, { name: one.name })} onClick={() => setSaying(one)}>
                {say(words.saidNo)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {saying !== undefined && <SaidNoWindow organisation={saying} onClose={() => setSaying(undefined)} />}
    </>
  );
}

/** When, and who said it: so that nobody has to ask again. */
function SaidNoWindow({ organisation, onClose }: { organisation: Silent; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const today = useToday();
  return (
    <AskWindow
      title={say(words.saidNoTitle, { name: organisation.name })}
      actLabel={say(words.saidNoSave)}
      done={say(words.saidNoDone, { name: organisation.name })}
      onClose={onClose}
      act={(form) =>
        call(path(`/organisations/${encodeURIComponent(organisation.organisationId)}/abstention`), {
          method: 'PUT',
          body: { on: field(form, 'on'), saidBy: field(form, 'saidBy') },
        })
      }
    >
      <p>{say(words.saidNoText)}</p>
      <Field label={say(words.saidNoBy)} hint={say(words.saidNoByHelp)} required>
        <Input name="saidBy" maxLength={120} required />
      </Field>
      <Field label={say(words.saidNoOn)} required>
        <Input key={today ?? ''} type="date" name="on" defaultValue={today ?? ''} max={today} required />
      </Field>
    </AskWindow>
  );
}

function AbstainingOnes({ abstaining }: { abstaining: readonly Abstaining[] }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const takeBack = useAct<Abstaining, unknown>(({ organisationId }) =>
    call(path(`/organisations/${encodeURIComponent(organisationId)}/abstention`), { method: 'DELETE' }),
  );
  return (
    <>
      <h3>{say(words.abstaining)}</h3>
      <ul className="silent-ones" aria-label={say(words.abstaining)}>
        {abstaining.map((one) => (
          <li key={one.organisationId}>
            <span>
              <strong>{one.shortName}</strong>{' '}
              <span className="quiet">
                {say(words.abstainsSince, { who: one.saidBy, day: dayMonth(one.on, language) })}
              </span>
            </span>
            {may('participants.edit') && (
              <Button
                size="small"
                appearance="subtle"
                disabled={takeBack.isBusy}
                aria-label={say(words.abstainsUndoOf, { name: one.name })}
                onClick={() =>
                  void takeBack
                    .run(one)
                    .then(() => messages.done(say(words.abstainsUndone, { name: one.name })), messages.failed)
                }
              >
                {say(words.abstainsUndo)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
