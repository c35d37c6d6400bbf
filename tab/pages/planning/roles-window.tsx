import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { RoleAssignment } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { swedish } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { Remark } from '../../parts/status.tsx';
import { usePath, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';
import { assignmentOf, groups, single } from './role-holders.ts';

/** Who has which role. Handing over the lead is shown before it is done, for only the new one can hand it back. */
export function RolesWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const { plan } = useProject();
  const [wished, setWished] = useState<RoleAssignment>();
  const [isSeeing, setSeeing] = useState(false);
  const now = assignmentOf(plan);
  const shown = wished ?? now;
  const people = plan.people
    // Whoever has registered may hold a role too, and keeps it.
    .filter(({ id, kind }) => kind === 'staff' || plan.roles.some(({ personId }) => personId === id))
    .toSorted((one, other) => swedish.compare(one.displayName, other.displayName));
  const save = (body: RoleAssignment) => call(path('/roles'), { method: 'PUT', body });
  if (isSeeing && wished !== undefined)
    return <HandingOver wished={wished} save={save} onClose={onClose} onBack={() => setSeeing(false)} />;
  const isHandingOver = (form: FormData): boolean => {
    const next = assignmentIn(form);
    // The same person in both is refused; that is better said at once.
    if (next.contentLead === now.contentLead || next.contentLead === next.deputy) return false;
    setWished(next);
    setSeeing(true);
    return true;
  };
  return (
    <AskWindow
      title={say(words.editRoles)}
      actLabel={say({ sv: 'Spara rollerna', en: 'Save the roles' })}
      done={say(words.saved)}
      onClose={onClose}
      leadsOn={isHandingOver}
      act={(form) => save(assignmentIn(form))}
    >
      {single.map((role) => (
        <Field key={role} label={say(words[role])} required={role === 'contentLead'}>
          <Select name={role} defaultValue={shown[role] ?? ''}>
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
            <Checkbox key={id} name={role} value={id} label={displayName} defaultChecked={shown[role].includes(id)} />
          ))}
        </fieldset>
      ))}
    </AskWindow>
  );
}

function assignmentIn(form: FormData): RoleAssignment {
  return {
    contentLead: field(form, 'contentLead'),
    deputy: field(form, 'deputy') || null,
    processFacilitator: field(form, 'processFacilitator') || null,
    planningGroup: idsIn(form, 'planningGroup'),
    workingGroup: idsIn(form, 'workingGroup'),
    steeringGroup: idsIn(form, 'steeringGroup'),
  };
}

function idsIn(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

interface HandingOverProps {
  readonly wished: RoleAssignment;
  readonly save: (wished: RoleAssignment) => Promise<unknown>;
  readonly onClose: () => void;
  readonly onBack: () => void;
}

function HandingOver({ wished, save, onClose, onBack }: HandingOverProps) {
  const say = useSay();
  const { me, people } = useProject().plan;
  const lead = people.find(({ id }) => id === wished.contentLead);
  const name = lead?.displayName ?? wished.contentLead;
  const isStillMine = me.personId === wished.contentLead || me.personId === wished.deputy;
  return (
    <AskWindow
      title={say(words.handOverTitle)}
      actLabel={say(words.handOver)}
      done={say(words.saved)}
      onClose={onClose}
      act={() => save(wished)}
    >
      <p>
        {say(words.handOverTo, { name })} {!isStillMine && say(words.handOverLoses)}
      </p>
      {(lead?.accountType === 'external' || lead?.accountType === 'mailOnly') && (
        <Remark tone="warning">{say(words.handOverNoAccount, { name })}</Remark>
      )}
      <div className="actions">
        <Button onClick={onBack}>{say(words.handOverBack)}</Button>
      </div>
    </AskWindow>
  );
}
