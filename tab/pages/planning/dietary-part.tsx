import { Field, Input, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { DietaryBasis } from '../../../src/domain/dietary-terms.ts';
import type { Words } from '../../../src/domain/words.ts';
import type { ProjectPatch } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { Section } from '../../parts/section.tsx';
import { useMay, usePath, useProject } from '../../project.tsx';
import { dietaryBasis } from '../../wording/planning.ts';
import { project as words } from '../../wording/project.ts';
import { EditButton, Fact } from './facts.tsx';

const bases: Readonly<Record<DietaryBasis, Words>> = dietaryBasis;

/** What has to be decided before registration asks anybody what they eat. */
export function DietarySection() {
  const say = useSay();
  const may = useMay();
  const { project, dietaryTermsRequired } = useProject().plan;
  const [isOpen, setOpen] = useState(false);
  const { legalBasis, retentionDays, decisionReference } = project.dietaryTerms;
  const isDecided = legalBasis !== null && retentionDays !== null && decisionReference !== null;
  return (
    <Section
      id="specialkost"
      title={say(words.dietary)}
      intro={say(words.dietaryIntro)}
      acts={may('plan.edit') && <EditButton name={say(words.dietary)} onClick={() => setOpen(true)} />}
    >
      {!isDecided && (
        <MessageBar intent={dietaryTermsRequired ? 'warning' : 'info'} layout="multiline">
          <MessageBarBody>{say(dietaryTermsRequired ? words.dietaryShut : words.dietaryAdvised)}</MessageBarBody>
        </MessageBar>
      )}
      <dl className="facts">
        <Fact label={say(words.legalBasis)}>{legalBasis === null ? null : say(bases[legalBasis])}</Fact>
        <Fact label={say(words.retentionDays)}>{retentionDays}</Fact>
        <Fact label={say(words.decisionReference)}>{decisionReference}</Fact>
      </dl>
      {isOpen && <DietaryWindow onClose={() => setOpen(false)} />}
    </Section>
  );
}

function DietaryWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const { dietaryTerms } = useProject().plan.project;
  const save = (form: FormData) => {
    const days = field(form, 'retentionDays');
    const basis = Object.keys(bases).find((one) => one === field(form, 'legalBasis'));
    const patch: ProjectPatch = {
      dietaryTerms: {
        legalBasis: (basis as DietaryBasis | undefined) ?? null, // a key of the table
        retentionDays: days === '' ? null : Number(days),
        decisionReference: fieldOrNull(form, 'decisionReference'),
      },
    };
    return call(path('/project'), { method: 'PUT', body: patch });
  };
  return (
    <AskWindow
      title={say(words.dietary)}
      actLabel={say({ sv: 'Spara besluten', en: 'Save the decisions' })}
      done={say(words.saved)}
      onClose={onClose}
      act={save}
    >
      <Field label={say(words.legalBasis)} hint={say(words.legalBasisHelp)}>
        <Select name="legalBasis" defaultValue={dietaryTerms.legalBasis ?? ''}>
          <option value="">{say(words.notDecided)}</option>
          {Object.entries(bases).map(([basis, name]) => (
            <option key={basis} value={basis}>
              {say(name)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(words.retentionDays)} hint={say(words.retentionHelp)}>
        <Input
          type="number"
          min={0}
          max={3650}
          name="retentionDays"
          defaultValue={String(dietaryTerms.retentionDays ?? '')}
        />
      </Field>
      <Field label={say(words.decisionReference)}>
        <Input name="decisionReference" defaultValue={dietaryTerms.decisionReference ?? ''} />
      </Field>
    </AskWindow>
  );
}
