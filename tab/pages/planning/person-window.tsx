import { Field, Input, Select } from '@fluentui/react-components';
import type { PlanPerson } from '../../../src/features/planning/reading/types.ts';
import type { NewPerson, RoleAssignment, StaffPerson } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { usePath, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';
import { freeId } from './registers.tsx';
import { assignmentOf, groups } from './role-holders.ts';

interface PersonProps {
  /** Left out for somebody new, who gets a place in one of the groups. */
  readonly person?: PlanPerson;
  readonly onClose: () => void;
}

/** Adds or corrects somebody who plans. INV-10: the content lead's telephone stands in the invitation. */
export function PersonWindow({ person, onClose }: PersonProps) {
  const say = useSay();
  const path = usePath();
  const { plan } = useProject();
  const add = (form: FormData) => {
    const now = assignmentOf(plan);
    const added: NewPerson = { id: freeId('st', plan.people), ...personIn(form) };
    const group = groups.find((one) => one === field(form, 'group')) ?? 'planningGroup';
    const body: RoleAssignment = { ...now, [group]: [...now[group], added.id], people: [added] };
    return call(path('/roles'), { method: 'PUT', body });
  };
  const change = (form: FormData, { id }: PlanPerson) =>
    call(path(`/people/${encodeURIComponent(id)}`), { method: 'PUT', body: personIn(form) });
  return (
    <AskWindow
      title={say(person === undefined ? words.addPerson : words.editVenue, { name: person?.displayName ?? '' })}
      actLabel={say(person === undefined ? words.addPerson : words.savePerson)}
      done={say(person === undefined ? words.personAdded : words.personSaved)}
      onClose={onClose}
      act={(form) => (person === undefined ? add(form) : change(form, person))}
    >
      <div className="field-row">
        <Field label={say(words.givenName)} required>
          <Input name="givenName" required defaultValue={person?.givenName ?? ''} />
        </Field>
        <Field label={say(words.familyName)} required={person === undefined}>
          <Input name="familyName" required={person === undefined} defaultValue={person?.familyName ?? ''} />
        </Field>
      </div>
      <div className="field-row">
        <Field label={say(words.email)} required>
          <Input name="email" type="email" required defaultValue={person?.email ?? ''} />
        </Field>
        <Field label={say(words.phone)}>
          <Input name="phone" type="tel" defaultValue={person?.phone ?? ''} />
        </Field>
      </div>
      <Field label={say(words.personTitle)}>
        <Input name="title" defaultValue={person?.title ?? ''} />
      </Field>
      <Field label={say(words.organisation)}>
        <Select name="organisationId" defaultValue={person?.organisationId ?? ''}>
          <option value="">–</option>
          {plan.organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {person === undefined && (
        <Field label={say(words.firstGroup)}>
          <Select name="group">
            {groups.map((role) => (
              <option key={role} value={role}>
                {say(words[role])}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </AskWindow>
  );
}

function personIn(form: FormData): StaffPerson {
  return {
    givenName: field(form, 'givenName'),
    familyName: field(form, 'familyName'),
    title: field(form, 'title'),
    organisationId: fieldOrNull(form, 'organisationId'),
    email: field(form, 'email'),
    phone: fieldOrNull(form, 'phone'),
  };
}

export function RemoveWindow({ person, onClose }: { person: PlanPerson; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const name = person.displayName;
  return (
    <AskWindow
      title={say(words.removeTitle, { name })}
      actLabel={say(words.remove)}
      done={say(words.personRemoved)}
      onClose={onClose}
      act={() => call(path(`/people/${encodeURIComponent(person.id)}`), { method: 'DELETE' })}
    >
      <p>{say(words.removeText)}</p>
    </AskWindow>
  );
}
