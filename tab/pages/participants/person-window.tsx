import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Participant, ParticipantList } from '../../../src/features/registration/types.ts';
import { call } from '../../api.ts';
import { moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { Remark } from '../../parts/status.tsx';
import { Window } from '../../parts/window.tsx';
import { useMay, usePath } from '../../project.tsx';
import { participants as words } from '../../wording/participants.ts';
import { shell } from '../../wording/shell.ts';
import { DecisionWindow } from './decision.tsx';
import { ReachLines, type Reach } from './reach.tsx';
import { StateText } from './roll.tsx';

interface PersonProps {
  readonly person: Participant;
  readonly reach: Reach;
  readonly sessions: ParticipantList['sessions'];
  readonly onClose: () => void;
}

/** One participant's details; the content lead can correct them or cancel the registration. */
export function PersonWindow({ person, reach, sessions, onClose }: PersonProps) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const [isCancelling, setCancelling] = useState(false);
  if (isCancelling) return <DecisionWindow person={person} decision="cancel" onClose={onClose} />;
  if (!may('participants.edit'))
    return (
      <Window
        title={person.displayName}
        onClose={onClose}
        actions={
          <Button appearance="primary" onClick={onClose}>
            {say(shell.close)}
          </Button>
        }
      >
        <About person={person} reach={reach} />
      </Window>
    );
  const read = (form: FormData) => ({
    givenName: field(form, 'givenName'),
    familyName: field(form, 'familyName'),
    title: field(form, 'title'),
    email: field(form, 'email'),
    phone: fieldOrNull(form, 'phone'),
  });
  const isLeaving = person.state === 'confirmed';
  const base = path(`/participants/${encodeURIComponent(person.id)}`);
  const save = async (form: FormData) => {
    await call(base, { method: 'PUT', body: read(form) });
    for (const { sessionId, answer, answerFrom } of isLeaving ? person.sessions : []) {
      const [before, now] = [answerFrom === 'own' ? answer : null, fieldOrNull(form, `answer ${sessionId}`)];
      if (now !== before) await call(`${base}/answer`, { method: 'PUT', body: { sessionId, answer: now } });
    }
  };
  return (
    <AskWindow
      title={person.displayName}
      actLabel={say(words.personSave)}
      done={say(words.personSaved)}
      onClose={onClose}
      act={save}
    >
      <About person={person} reach={reach} />
      <div className="field-row">
        <Field label={say(words.givenName)} required>
          <Input name="givenName" required defaultValue={person.givenName} />
        </Field>
        <Field label={say(words.familyName)} required>
          <Input name="familyName" required defaultValue={person.familyName} />
        </Field>
      </div>
      <Field label={say(words.title)} required>
        <Input name="title" required defaultValue={person.title} />
      </Field>
      <Field label={say(words.email)} required>
        <Input name="email" required defaultValue={person.email} />
      </Field>
      <Field label={say(words.phone)}>
        <Input name="phone" type="tel" defaultValue={person.phone ?? ''} />
      </Field>
      {isLeaving && <Answers person={person} sessions={sessions} />}
      {isLeaving && (
        <p>
          <Button appearance="subtle" onClick={() => setCancelling(true)}>
            {say(words.cancelPerson)}
          </Button>
        </p>
      )}
    </AskWindow>
  );
}

/** an answer that came by telephone, set by hand. */
function Answers({ person, sessions }: Pick<PersonProps, 'person' | 'sessions'>) {
  const say = useSay();
  return (
    <fieldset className="choices">
      <legend>{say(words.answersOf)}</legend>
      <p className="quiet">{say(words.answersText)}</p>
      <div className="field-row">
        {sessions.map((session) => {
          const given = person.sessions.find(({ sessionId }) => sessionId === session.id);
          return (
            <Field key={session.id} label={say(shell.session, session)}>
              <Select name={`answer ${session.id}`} defaultValue={given?.answerFrom === 'own' ? given.answer : ''}>
                <option value="">{say(words.asOutlook)}</option>
                <option value="accepted">{say(words.accepted)}</option>
                <option value="declined">{say(words.declined)}</option>
              </Select>
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

function About({ person, reach }: Pick<PersonProps, 'person' | 'reach'>) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p>
        {person.organisation}
        {person.unit !== null && `, ${person.unit}`}
        <br />
        <span className="quiet">
          {say(words.registeredAt, { when: moment(person.registeredAt, language) })} {say(words[person.accountType])}.
        </span>
      </p>
      <StateText person={person} />
      {person.warnings.map((warning) => (
        <Remark key={warning} tone="warning">
          {say(warningWords[warning])}
        </Remark>
      ))}
      <ReachLines reach={reach} />
    </>
  );
}

const warningWords = {
  addressOutsideOrganisation: {
    sv: 'E-postadressen hör inte till organisationens domän.',
    en: 'The e-mail address is not of the organisation’s domain.',
  },
  unknownOrganisation: {
    sv: 'Organisationen finns inte i listan. Namnet står som enhet.',
    en: 'The organisation is not in the list. Its name is kept as the unit.',
  },
  organisationMatched: {
    sv: 'Organisationen skrevs för hand och tolkades.',
    en: 'The organisation was typed by hand and matched.',
  },
  otherOrganisationGiven: {
    sv: 'En ny anmälan med samma adress angav en annan organisation. Den första gäller.',
    en: 'A new registration with the same address named another organisation. The first one stands.',
  },
  otherNameGiven: {
    sv: 'En ny anmälan med samma adress hade ett annat namn. Den första gäller. Fråga om det är två personer.',
    en: 'A new registration with the same address had another name. The first one stands. Ask whether they are two.',
  },
} as const satisfies Record<Participant['warnings'][number], { sv: string; en: string }>;
