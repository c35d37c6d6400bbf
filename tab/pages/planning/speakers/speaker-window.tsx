import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { Speaker } from '../../../../src/features/planning/types.ts';
import type { SpeakerView } from '../../../../src/features/speakers/types.ts';
import { call } from '../../../api.ts';
import { swedish } from '../../../format.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../../parts/ask.tsx';
import { usePath, useProject } from '../../../project.tsx';
import { project } from '../../../wording/project.ts';
import { speakerKinds, speakers as words } from '../../../wording/speakers.ts';
import { freeId } from '../registers.tsx';

type Entry = Omit<Speaker, 'id' | 'extra' | 'askedOn' | 'answeredOn'>;

/** A line is an address, with a title before it or not; what is no address is left to the server to answer about. */
function linksIn(text: string): Entry['links'] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf(' ') + 1;
      const title = line.slice(0, at).trim();
      return { url: line.slice(at), ...(title === '' ? {} : { title }) };
    });
}

const consents = { yes: true, no: false } as const;

/** Adds somebody, or corrects what is known of them. How far it has come with them is changed in the list. */
export function SpeakerWindow({ speaker, onClose }: { speaker: SpeakerView | undefined; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const { plan } = useProject();
  const id = speaker?.id ?? freeId('sp', plan.speakers);
  const consent = speaker?.slidesConsent ?? null;
  const holders = new Set(plan.roles.map(({ personId }) => personId));
  const owners = plan.people
    .filter((person) => holders.has(person.id) || person.id === speaker?.ownerId)
    .toSorted((one, other) => swedish.compare(one.displayName, other.displayName));
  const read = (form: FormData): Entry => {
    const said = field(form, 'consent');
    return {
      displayName: field(form, 'displayName'),
      personId: speaker?.personId ?? null,
      organisationId: fieldOrNull(form, 'organisationId'),
      title: fieldOrNull(form, 'title'),
      topic: fieldOrNull(form, 'topic'),
      kind: fieldOrNull(form, 'kind'),
      mode: field(form, 'mode') === 'remote' ? 'remote' : 'onsite',
      status: speaker?.status ?? 'idea',
      email: fieldOrNull(form, 'email'),
      techTest: fieldOrNull(form, 'techTest'),
      costSek: speaker?.costSek ?? null,
      slidesConsent: said === 'yes' || said === 'no' ? consents[said] : null,
      links: linksIn(field(form, 'links')),
      ownerId: fieldOrNull(form, 'ownerId'),
    };
  };
  return (
    <AskWindow
      title={speaker === undefined ? say(words.add) : say(words.editOf, { name: speaker.displayName })}
      actLabel={say({ sv: 'Spara', en: 'Save' })}
      done={say(project.speakerSaved)}
      onClose={onClose}
      act={(form) => call(path(`/speakers/${encodeURIComponent(id)}`), { method: 'PUT', body: read(form) })}
    >
      <Field label={say(project.speakerName)} required>
        <Input name="displayName" defaultValue={speaker?.displayName ?? ''} required />
      </Field>
      <Field label={say(project.topic)}>
        <Input name="topic" defaultValue={speaker?.topic ?? ''} />
      </Field>
      <div className="field-row">
        <Field label={say(words.jobTitle)}>
          <Input name="title" defaultValue={speaker?.title ?? ''} />
        </Field>
        <Field label={say(words.organisation)}>
          <Select name="organisationId" defaultValue={speaker?.organisationId ?? ''}>
            <option value="">{say(words.kindUnknown)}</option>
            {plan.organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="field-row">
        <Field label={say(words.kind)}>
          <Select name="kind" defaultValue={speaker?.kind ?? ''}>
            <option value="">{say(words.kindUnknown)}</option>
            {Object.entries(speakerKinds).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {say(name)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={say(project.mode)}>
          <Select name="mode" defaultValue={speaker?.mode ?? 'onsite'}>
            <option value="onsite">{say(project.onsite)}</option>
            <option value="remote">{say(project.remote)}</option>
          </Select>
        </Field>
      </div>
      <Field label={say(project.email)}>
        <Input type="email" name="email" defaultValue={speaker?.email ?? ''} />
      </Field>
      <Field label={say(words.links)} hint={say(words.linksHelp)}>
        <Textarea
          name="links"
          resize="vertical"
          defaultValue={(speaker?.links ?? [])
            .map(({ title, url }) => (title === null ? url : `${title} ${url}`))
            .join('\n')}
        />
      </Field>
      <Field label={say(words.techTest)} hint={say(words.techTestHelp)}>
        <Input type="date" name="techTest" defaultValue={speaker?.techTest ?? ''} />
      </Field>
      <Field label={say(words.owner)}>
        <Select name="ownerId" defaultValue={speaker?.ownerId ?? ''}>
          <option value="">{say(words.nobody)}</option>
          {owners.map((person) => (
            <option key={person.id} value={person.id}>
              {person.displayName}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(project.consent)}>
        <Select name="consent" defaultValue={consent === null ? '' : consent ? 'yes' : 'no'}>
          <option value="">{say(project.consentUnknown)}</option>
          <option value="yes">{say(project.consentYes)}</option>
          <option value="no">{say(project.consentNo)}</option>
        </Select>
      </Field>
    </AskWindow>
  );
}
