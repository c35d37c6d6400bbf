import { Button } from '@fluentui/react-components';
import { Add20Regular, Edit20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { PlanPerson } from '../../../src/features/planning/reading/types.ts';
import { swedish } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';
import { groups, holdersOf, single } from './role-holders.ts';

// Opened a few times a year.
const RolesWindow = lazy(async () => ({ default: (await import('./roles-window.tsx')).RolesWindow }));
const PersonWindow = lazy(async () => ({ default: (await import('./person-window.tsx')).PersonWindow }));
const RemoveWindow = lazy(async () => ({ default: (await import('./person-window.tsx')).RemoveWindow }));

type Opened = { readonly what: 'roles' | 'add' } | { readonly what: 'edit' | 'remove'; readonly person: PlanPerson };

/** ROL-01, ROL-04…06. */
export function RolesSection() {
  const say = useSay();
  const may = useMay();
  const { plan } = useProject();
  const [opened, setOpened] = useState<Opened>();
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
            <Button icon={<Add20Regular />} onClick={() => setOpened({ what: 'add' })}>
              {say(words.addPerson)}
            </Button>
            <Button icon={<Edit20Regular />} onClick={() => setOpened({ what: 'roles' })}>
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
      {may('plan.edit') && <People onOpen={setOpened} />}
      <Suspense>
        {opened?.what === 'roles' && <RolesWindow onClose={close} />}
        {opened?.what === 'add' && <PersonWindow onClose={close} />}
        {opened?.what === 'edit' && <PersonWindow person={opened.person} onClose={close} />}
        {opened?.what === 'remove' && <RemoveWindow person={opened.person} onClose={close} />}
      </Suspense>
    </Section>
  );
}

/** Those who plan: each can be corrected, and whoever holds no role can be taken away. */
function People({ onOpen }: { onOpen: (opened: Opened) => void }) {
  const say = useSay();
  const { people, roles, organisations } = useProject().plan;
  const staff = people
    .filter(({ kind }) => kind === 'staff')
    .toSorted((one, other) => swedish.compare(one.displayName, other.displayName));
  const isLead = ({ id }: PlanPerson) => roles.some(({ personId, role }) => personId === id && role === 'contentLead');
  const about = ({ title, organisationId }: PlanPerson) =>
    [title, organisations.find(({ id }) => id === organisationId)?.shortName ?? ''].filter((part) => part !== '');
  return (
    <>
      <h3>{say(words.people)}</h3>
      <ul className="rows rows-two">
        {staff.map((person) => (
          <li key={person.id} className="row">
            <div className="row-text">
              <p className="row-title">{person.displayName}</p>
              {about(person).length > 0 && <p className="quiet">{about(person).join(', ')}</p>}
              <p className="quiet break">
                {[person.email, person.phone].filter((part) => part !== null && part !== '').join(' · ')}
              </p>
              {isLead(person) && person.phone === null && (
                <Status tone="unknown">
                  {say(words.phone)}: {say(words.missing)}
                </Status>
              )}
            </div>
            <div className="actions">
              <Button
                size="small"
                aria-label={say(words.editVenue, { name: person.displayName })}
                onClick={() => onOpen({ what: 'edit', person })}
              >
                {say(words.edit)}
              </Button>
              {!roles.some(({ personId }) => personId === person.id) && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={say(words.removeOf, { name: person.displayName })}
                  onClick={() => onOpen({ what: 'remove', person })}
                >
                  {say(words.remove)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
