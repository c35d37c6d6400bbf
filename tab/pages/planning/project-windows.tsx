import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import type { ProjectPatch } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { useSessionName, useTopic } from '../../parts/session-name.ts';
import { usePath, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';

type Text = 'subtitle' | 'challenge' | 'purpose' | 'municipalNeed' | 'diaryNumber' | 'webPage';
const short: readonly Text[] = ['subtitle', 'diaryNumber', 'webPage'];
const long: readonly Text[] = ['challenge', 'purpose', 'municipalNeed'];

function useSave() {
  const path = usePath();
  return (patch: ProjectPatch) => call(path('/project'), { method: 'PUT', body: patch });
}

export function TextsWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const save = useSave();
  const { project } = useProject().plan;
  const read = (form: FormData): ProjectPatch => ({
    title: field(form, 'title'),
    subtitle: fieldOrNull(form, 'subtitle'),
    challenge: fieldOrNull(form, 'challenge'),
    purpose: fieldOrNull(form, 'purpose'),
    municipalNeed: fieldOrNull(form, 'municipalNeed'),
    diaryNumber: fieldOrNull(form, 'diaryNumber'),
    webPage: fieldOrNull(form, 'webPage'),
    keyDates: { dalating: fieldOrNull(form, 'dalating') },
    targetGroups: field(form, 'targetGroups')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  });
  return (
    <AskWindow
      title={say(words.texts)}
      actLabel={say({ sv: 'Spara texterna', en: 'Save the texts' })}
      done={say(words.saved)}
      onClose={onClose}
      act={(form) => save(read(form))}
    >
      <Field label={say(words.title)} required>
        <Input name="title" defaultValue={project.title} required />
      </Field>
      {long.map((name) => (
        <Field key={name} label={say(words[name])}>
          <Textarea name={name} defaultValue={project[name] ?? ''} rows={4} resize="vertical" />
        </Field>
      ))}
      <Field label={say(words.targetGroups)} hint={say(words.targetGroupsHelp)}>
        <Textarea name="targetGroups" defaultValue={project.targetGroups.join('\n')} rows={4} />
      </Field>
      {short.map((name) => (
        <Field key={name} label={say(words[name])}>
          <Input name={name} type={name === 'webPage' ? 'url' : 'text'} defaultValue={project[name] ?? ''} />
        </Field>
      ))}
      <Field label={say(words.dalating)} hint={say(words.dalatingHelp)}>
        <Input name="dalating" type="date" defaultValue={project.keyDates['dalating'] ?? ''} />
      </Field>
    </AskWindow>
  );
}

/** INV-04: who is invited, and how many from each. */
export const limits = [
  { type: 'municipality', label: words.maxMunicipality },
  { type: 'region', label: words.maxRegion },
  { type: 'countyAdministrativeBoard', label: words.maxBoard },
  { type: 'university', label: words.maxUniversity },
  { type: 'nationalAgency', label: words.maxAgency },
  { type: 'other', label: words.maxOther },
];

export function RegistrationWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const save = useSave();
  const nameOf = useSessionName();
  const topicOf = useTopic();
  const { project, registrationPage, ...plan } = useProject().plan;
  const sessions = plan.sessions.filter(({ cancelled }) => !cancelled);
  // ISO with the project's own offset, so the local day and time stand in the text.
  const closes = project.registrationCloses ?? '';
  const number = (form: FormData, name: string) => (field(form, name) === '' ? null : Number(field(form, name)));
  const read = (form: FormData): ProjectPatch => {
    const day = field(form, 'closesDay');
    const minute = day === '' ? null : `${day}T${field(form, 'closesTime') || '16:00'}`;
    return {
      registrationOpens: fieldOrNull(form, 'opens'),
      // Left out when it stands as it stood: a closed registration keeps its minute.
      ...((minute ?? '') === closes.slice(0, 16) ? {} : { registrationCloses: minute }),
      registrationUrl: fieldOrNull(form, 'registrationUrl'),
      maxTotal: number(form, 'maxTotal'),
      maxPerOrganisation: Object.fromEntries([
        // What a file says of kinds that the window does not show stays.
        ...Object.entries(project.maxPerOrganisation).filter(([type]) => limits.every((one) => one.type !== type)),
        ...limits.flatMap(({ type }): [string, number][] => {
          const most = number(form, type);
          return most === null ? [] : [[type, most]];
        }),
      ]),
      organiserMailbox: fieldOrNull(form, 'organiserMailbox'),
      sharedCalendarMailbox: fieldOrNull(form, 'sharedCalendarMailbox'),
      guestPolicy: {
        substituteAllowed: form.has('substitutes'),
        colleagueAllowedSessions: [
          ...project.guestPolicy.colleagueAllowedSessions.filter((id) => sessions.every((one) => one.id !== id)),
          ...form.getAll('colleagues').map(String),
        ],
      },
    };
  };
  return (
    <AskWindow
      title={say(words.registration)}
      actLabel={say({ sv: 'Spara anmälan', en: 'Save the registration' })}
      done={say(words.saved)}
      onClose={onClose}
      act={(form) => save(read(form))}
    >
      <div className="field-row">
        <Field label={say(words.registrationOpens)}>
          <Input type="date" name="opens" defaultValue={project.registrationOpens ?? ''} />
        </Field>
        <Field label={say(words.registrationCloses)}>
          <Input type="date" name="closesDay" defaultValue={closes.slice(0, 10)} />
        </Field>
        <Field label={say(words.closesTime)}>
          <Input type="time" name="closesTime" defaultValue={closes.slice(11, 16) || '16:00'} />
        </Field>
      </div>
      <Field label={say(words.registrationUrl)} hint={say(words.registrationUrlHelp)}>
        <Input
          name="registrationUrl"
          type="url"
          defaultValue={project.registrationUrl ?? ''}
          placeholder={project.registrationUrl === null ? registrationPage : ''}
        />
      </Field>
      <div className="field-row">
        <Field label={say(words.maxTotal)}>
          <Input type="number" min={0} name="maxTotal" defaultValue={String(project.maxTotal ?? '')} />
        </Field>
      </div>
      <p className="quiet">{say(words.limitsHelp)}</p>
      <div className="field-row">
        {limits.map(({ type, label }) => (
          <Field key={type} label={say(label)}>
            <Input type="number" min={0} name={type} defaultValue={String(project.maxPerOrganisation[type] ?? '')} />
          </Field>
        ))}
      </div>
      <Checkbox
        name="substitutes"
        defaultChecked={project.guestPolicy.substituteAllowed}
        label={say(words.substitutes)}
      />
      <fieldset className="tick-list">
        <legend>{say(words.colleagues)}</legend>
        {sessions.map((session) => (
          <Checkbox
            key={session.id}
            name="colleagues"
            value={session.id}
            defaultChecked={project.guestPolicy.colleagueAllowedSessions.includes(session.id)}
            label={`${nameOf(session.id, session.number)}: ${topicOf(session)}`}
          />
        ))}
      </fieldset>
      <Field label={say(words.organiserMailbox)}>
        <Input type="email" name="organiserMailbox" defaultValue={project.organiserMailbox ?? ''} />
      </Field>
      <Field label={say(words.sharedCalendarMailbox)}>
        <Input type="email" name="sharedCalendarMailbox" defaultValue={project.sharedCalendarMailbox ?? ''} />
      </Field>
    </AskWindow>
  );
}
