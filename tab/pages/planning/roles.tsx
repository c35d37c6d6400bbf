import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { Add20Regular, Edit20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { NewPerson, PlanAnswer, RoleAssignment } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { swedish } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, usePath, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';

const single = ['contentLead', 'deputy', 'processFacilitator'] as const;
const groups = ['planningGroup', 'workingGroup', 'steeringGroup'] as const;
type Group = (typeof groups)[number];

const holdersOf = (plan: PlanAnswer, role: string) =>
  plan.roles.filter((holder) => holder.role === role).map(({ personId }) => personId);

/** The roles as they stand, in the shape that a change of them takes. */
function assignmentOf(plan: PlanAnswer): RoleAssignment {
  return {
    contentLead: holdersOf(plan, 'contentLead')[0] ?? '',
    deputy: holdersOf(plan, 'deputy')[0] ?? null,
    processFacilitator: holdersOf(plan, 'processFacilitator')[0] ?? null,
    planningGroup: holdersOf(plan, 'planningGroup'),
    workingGroup: holdersOf(plan, 'workingGroup'),
    steeringGroup: holdersOf(plan, 'steeringGroup'),
  };
}

/** ROL-01, ROL-04…06. */
export function RolesSection() {
  const say = useSay();
  const may = useMay();
  const { plan } = useProject();
  const [opened, setOpened] = useState<'edit' | 'add'>();
  const close = () => setOpened(undefined);
  const nameOf = (id: string) => plan.people.find((person) => person.id === id)?.displayName ?? id;
  return (
    <Section
      id="roller"
      title={say(words.roles)}
      intro={say(words.rolesIntro)}
      acts={
        may('plan.edit') && (
          <>
            <Button icon={<Add20Regular />} onClick={() => setOpened('add')}>
              {say(words.addPerson)}
            </Button>
            <Button icon={<Edit20Regular />} onClick={() => setOpened('edit')}>
              {say(words.editRoles)}
            </Button>
          </>
        )
      }
    >
      <dl className="facts">
        {[...single, ...groups].map((role) => {
          const names = holdersOf(plan, role).map(nameOf).toSorted(swedish.compare);
          return (
            <div key={role}>
              <dt>{say(words[role])}</dt>
              <dd>{names.length === 0 ? <Status tone="unknown">{say(words.nobody)}</Status> : names.join(', ')}</dd>
            </div>
          );
        })}
      </dl>
      {opened === 'edit' && <RolesWindow onClose={close} />}
      {opened === 'add' && <PersonWindow onClose={close} />}
    </Section>
  );
}

function RolesWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const { plan } = useProject();
  const now = assignmentOf(plan);
  const people = plan.people
    .filter(({ kind }) => kind === 'staff')
    .toSorted((one, other) => swedish.compare(one.displayName, other.displayName));
  const read = (form: FormData): RoleAssignment => ({
    contentLead: field(form, 'contentLead'),
    deputy: field(form, 'deputy') || null,
    processFacilitator: field(form, 'processFacilitator') || null,
    planningGroup: idsIn(form, 'planningGroup'),
    workingGroup: idsIn(form, 'workingGroup'),
    steeringGroup: idsIn(form, 'steeringGroup'),
  });
  return (
    <AskWindow
      title={say(words.editRoles)}
      actLabel={say({ sv: 'Spara rollerna', en: 'Save the roles' })}
      done={say(words.saved)}
      onClose={onClose}
      act={(form) => call(path('/roles'), { method: 'PUT', body: read(form) })}
    >
      {single.map((role) => (
        <Field key={role} label={say(words[role])} required={role === 'contentLead'}>
          <Select name={role} defaultValue={now[role] ?? ''}>
            {role !== 'contentLead' && <option value="">{say(words.nobody)}</option>}
            {people.map(({ id, displayName }) => (
              <option key={id} value={id}>
                {displayName}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {groups.map((role) => (
        <fieldset key={role} className="tick-list">
          <legend>{say(words[role])}</legend>
          {people.map(({ id, displayName }) => (
            <Checkbox key={id} name={role} value={id} label={displayName} defaultChecked={now[role].includes(id)} />
          ))}
        </fieldset>
      ))}
    </AskWindow>
  );
}

function idsIn(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

function PersonWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const { plan } = useProject();
  const add = (form: FormData) => {
    const now = assignmentOf(plan);
    const person: NewPerson = {
      id: freeId(plan),
      givenName: field(form, 'givenName'),
      familyName: field(form, 'familyName'),
      title: field(form, 'title'),
      organisationId: field(form, 'organisationId') || null,
      email: field(form, 'email'),
    };
    const group: Group = groups.find((one) => one === field(form, 'group')) ?? 'planningGroup';
    const body: RoleAssignment = { ...now, [group]: [...now[group], person.id], people: [person] };
    return call(path('/roles'), { method: 'PUT', body });
  };
  return (
    <AskWindow
      title={say(words.addPerson)}
      actLabel={say(words.addPerson)}
      done={say(words.personAdded)}
      onClose={onClose}
      act={add}
    >
      <div className="field-row">
        <Field label={say(words.givenName)} required>
          <Input name="givenName" required />
        </Field>
        <Field label={say(words.familyName)} required>
          <Input name="familyName" required />
        </Field>
      </div>
      <Field label={say(words.email)} required>
        <Input name="email" type="email" required />
      </Field>
      <Field label={say(words.personTitle)}>
        <Input name="title" />
      </Field>
      <Field label={say(words.organisation)}>
        <Select name="organisationId">
          <option value="">–</option>
          {plan.organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(words.firstGroup)}>
        <Select name="group">
          {groups.map((role) => (
            <option key={role} value={role}>
              {say(words[role])}
            </option>
          ))}
        </Select>
      </Field>
    </AskWindow>
  );
}

/** The next `st-…` that nobody has. */
function freeId({ people }: PlanAnswer): string {
  const taken = new Set(people.map(({ id }) => id));
  let number = people.length + 1;
  while (taken.has(`st-${number}`)) number += 1;
  return `st-${number}`;
}
