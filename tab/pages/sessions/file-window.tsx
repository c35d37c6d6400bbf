import { Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { DocumentKind, SessionDocument } from '../../../src/features/documentation/types.ts';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { usePath } from '../../project.tsx';
import { documents as words } from '../../wording/sessions.ts';

const kinds: readonly DocumentKind[] = ['slides', 'notes', 'photo', 'other'];

interface FileWindowProps {
  readonly session: SessionState;
  /** Left out for a new file. */
  readonly file?: SessionDocument;
  readonly onClose: () => void;
}

/** A file to add, or what is said of one. */
export function FileWindow({ session, file, onClose }: FileWindowProps) {
  const say = useSay();
  const path = usePath();
  const [kind, setKind] = useState<DocumentKind>(file?.kind ?? 'slides');
  const speakers = speakersOf(session);
  return (
    <AskWindow
      title={file === undefined ? say(words.add) : say(words.editTitle, { name: file.name })}
      actLabel={say(file === undefined ? words.add : { sv: 'Spara uppgifterna', en: 'Save the details' })}
      done={say(file === undefined ? words.added : words.changed)}
      onClose={onClose}
      act={(form) =>
        file === undefined
          ? call(path(`/sessions/${encodeURIComponent(session.id)}/documents`), { method: 'POST', body: form })
          : call(path(`/documents/${encodeURIComponent(file.id)}`), { method: 'PUT', body: detailsOf(form) })
      }
    >
      {file === undefined && (
        <Field label={say(words.file)} hint={say(words.fileHelp)} required>
          {/* The facts about the file follow it in the form, as the server reads them in any order. */}
          <input type="file" name="file" required className="file-input" />
        </Field>
      )}
      <Field label={say(words.kindLabel)}>
        <Select
          name="kind"
          value={kind}
          onChange={(_event, { value }) => setKind(kinds.find((one) => one === value) ?? 'other')}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say(words[one])}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'slides' && (
        <Field label={say(words.speaker)}>
          <Select name="speakerId" defaultValue={file?.speakerId ?? ''}>
            <option value="">{say(words.speakerNone)}</option>
            {speakers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {kind === 'photo' && (
        <>
          <Field label={say(words.photographer)}>
            <Input name="photographer" defaultValue={file?.photographer ?? ''} />
          </Field>
          <Field label={say(words.altText)} hint={say(words.altTextHelp)}>
            <Input name="altText" defaultValue={file?.altText ?? ''} />
          </Field>
          <Checkbox
            name="rightsConfirmed"
            value="true"
            defaultChecked={file?.rightsConfirmed ?? false}
            label={say(words.rights)}
          />
        </>
      )}
    </AskWindow>
  );
}

function detailsOf(form: FormData) {
  return {
    kind: field(form, 'kind'),
    speakerId: fieldOrNull(form, 'speakerId'),
    photographer: fieldOrNull(form, 'photographer'),
    altText: fieldOrNull(form, 'altText'),
    rightsConfirmed: field(form, 'rightsConfirmed') === 'true',
  };
}

/** Those who speak on the day, by the programme. */
function speakersOf(session: SessionState): readonly { readonly id: string; readonly name: string }[] {
  const named = session.agenda.flatMap(({ speakerIds = [], speakers }) =>
    speakerIds.map((id, index) => ({ id, name: speakers[index] ?? id })),
  );
  return [...new Map(named.map((one) => [one.id, one])).values()];
}
