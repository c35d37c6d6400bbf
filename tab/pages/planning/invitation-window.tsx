import { Field, Input, Textarea } from '@fluentui/react-components';
import type { ProjectPatch } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { usePath, useProject } from '../../project.tsx';
import { project as words } from '../../wording/project.ts';

const addresses = ['municipalDirectorsAddress', 'targetGroupAddress'] as const;
const texts = ['wholeProjectText', 'closingText', 'aboutText'] as const;

/** INV-06, INV-09, INV-11: who gets the invitation, and wording that differs from the guideline's. */
export function InvitationWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const { invitation } = useProject().plan;
  const save = (form: FormData) => {
    // An untouched standard text is not sent: an empty text would say that somebody has removed it.
    const written = [...addresses, ...texts].flatMap((name): [string, string][] => {
      const text = field(form, name);
      return text === (invitation[name] ?? '') ? [] : [[name, text]];
    });
    const body: ProjectPatch = { invitation: Object.fromEntries(written) };
    return call(path('/project'), { method: 'PUT', body });
  };
  return (
    <AskWindow
      title={say(words.invitation)}
      actLabel={say({ sv: 'Spara inbjudan', en: 'Save the invitation' })}
      done={say(words.saved)}
      onClose={onClose}
      act={save}
    >
      {addresses.map((name) => (
        <Field key={name} label={say(words[name])} hint={say(words.addressesHelp)}>
          <Input name={name} type="email" multiple defaultValue={invitation[name] ?? ''} />
        </Field>
      ))}
      {texts.map((name) => (
        <Field key={name} label={say(words[name])} hint={say(words.standardHelp)}>
          <Textarea name={name} rows={3} defaultValue={invitation[name] ?? ''} />
        </Field>
      ))}
    </AskWindow>
  );
}
