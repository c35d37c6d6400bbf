import { Button, Field, Input, Select } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { OrganisationType } from '../../../src/domain/organisation.ts';
import type { Organisation } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { swedish } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, usePath, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';
import { freeId } from './registers.tsx';

const types: readonly OrganisationType[] = [
  'municipality',
  'region',
  'countyAdministrativeBoard',
  'university',
  'nationalAgency',
  'other',
];

/** Who may register, and where a municipality's general mail goes (INV-11). */
export function OrganisationsSection() {
  const say = useSay();
  const may = useMay();
  const { organisations } = useProject().plan;
  const [opened, setOpened] = useState<Organisation | 'new'>();
  const sorted = organisations.toSorted((one, other) => swedish.compare(one.name, other.name));
  return (
    <Section
      id="organisationer"
      title={say(words.organisations)}
      acts={
        may('plan.edit') && (
          <Button icon={<Add20Regular />} onClick={() => setOpened('new')}>
            {say(words.addOrganisation)}
          </Button>
        )
      }
    >
      {sorted.length === 0 && <p className="quiet">{say(words.organisationsNone)}</p>}
      <ul className="rows rows-two">
        {sorted.map((one) => (
          <li key={one.id} className="row">
            <div className="row-text">
              <p className="row-title">{one.name}</p>
              {one.functionMailbox === null && one.type === 'municipality' ? (
                <Status tone="unknown">
                  {say(words.functionMailbox)}: {say(words.missing)}
                </Status>
              ) : (
                <p className="quiet break">{one.functionMailbox ?? say(words[one.type])}</p>
              )}
            </div>
            {may('plan.edit') && (
              <Button size="small" aria-label={say(words.editVenue, one)} onClick={() => setOpened(one)}>
                {say(words.edit)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {opened !== undefined && (
        <OrganisationWindow organisation={opened === 'new' ? undefined : opened} onClose={() => setOpened(undefined)} />
      )}
    </Section>
  );
}

interface WindowProps {
  readonly organisation: Organisation | undefined;
  readonly onClose: () => void;
}

function OrganisationWindow({ organisation, onClose }: WindowProps) {
  const say = useSay();
  const path = usePath();
  const { organisations } = useProject().plan;
  const id = organisation?.id ?? freeId('org', organisations);
  const read = (form: FormData): Omit<Organisation, 'id' | 'extra'> => ({
    type: types.find((one) => one === field(form, 'type')) ?? 'other',
    name: field(form, 'name'),
    shortName: field(form, 'shortName'),
    code: organisation?.code ?? null,
    emailDomain: fieldOrNull(form, 'emailDomain'),
    functionMailbox: fieldOrNull(form, 'functionMailbox'),
    registrarMailbox: organisation?.registrarMailbox ?? null,
  });
  return (
    <AskWindow
      title={organisation === undefined ? say(words.addOrganisation) : say(words.editVenue, organisation)}
      actLabel={say({ sv: 'Spara organisationen', en: 'Save the organisation' })}
      done={say(words.organisationSaved)}
      onClose={onClose}
      act={(form) => call(path(`/organisations/${encodeURIComponent(id)}`), { method: 'PUT', body: read(form) })}
    >
      <Field label={say(words.organisationName)} required>
        <Input name="name" required defaultValue={organisation?.name ?? ''} />
      </Field>
      <div className="field-row">
        <Field label={say(words.shortName)} required>
          <Input name="shortName" required defaultValue={organisation?.shortName ?? ''} />
        </Field>
        <Field label={say(words.organisationType)}>
          <Select name="type" defaultValue={organisation?.type ?? 'municipality'}>
            {types.map((type) => (
              <option key={type} value={type}>
                {say(words[type])}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={say(words.functionMailbox)} hint={say(words.functionMailboxHelp)}>
        <Input name="functionMailbox" type="email" defaultValue={organisation?.functionMailbox ?? ''} />
      </Field>
      <Field label={say(words.emailDomain)}>
        <Input name="emailDomain" defaultValue={organisation?.emailDomain ?? ''} />
      </Field>
    </AskWindow>
  );
}
