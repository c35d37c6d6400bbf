import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular, Edit20Regular, Share20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DocumentKind, SessionDocument, SharingPreview } from '../../../src/features/documentation/types.ts';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { call, useRead } from '../../api.ts';
import { fileSize, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered } from '../../parts/states.tsx';
import { Remark, Status, type Tone } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { documents as words } from '../../wording/sessions.ts';

type Opened = { readonly kind: 'add' | 'share' } | { readonly kind: 'edit' | 'remove'; readonly file: SessionDocument };

/** DOC-02, DOC-03: the session's files, the rights they lack, and the sharing. */
export function DocumentsSection({ session }: { session: SessionState }) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const canAdd = may('documents.add');
  const query = useRead<readonly SessionDocument[]>(canAdd ? path('/documents') : null);
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  if (!canAdd) return null;
  return (
    <Section
      title={say(words.title)}
      id="dokumentation"
      acts={
        <>
          <Button icon={<Add20Regular />} onClick={() => setOpened({ kind: 'add' })}>
            {say(words.add)}
          </Button>
          {may('documents.share') && session.documentation.cleared > 0 && (
            <Button appearance="primary" icon={<Share20Regular />} onClick={() => setOpened({ kind: 'share' })}>
              {say(words.preview)}
            </Button>
          )}
        </>
      }
    >
      <Answered query={query}>
        {(all) => (
          <Files
            files={all.filter(({ sessionId }) => sessionId === session.id)}
            onEdit={(file) => setOpened({ kind: 'edit', file })}
            onRemove={(file) => setOpened({ kind: 'remove', file })}
          />
        )}
      </Answered>
      {opened?.kind === 'add' && <FileWindow session={session} onClose={close} />}
      {opened?.kind === 'edit' && <FileWindow session={session} file={opened.file} onClose={close} />}
      {opened?.kind === 'remove' && <RemoveWindow file={opened.file} onClose={close} />}
      {opened?.kind === 'share' && <ShareWindow session={session} onClose={close} />}
    </Section>
  );
}

interface FilesProps {
  readonly files: readonly SessionDocument[];
  readonly onEdit: (file: SessionDocument) => void;
  readonly onRemove: (file: SessionDocument) => void;
}

const tones: Readonly<Record<SessionDocument['state'], Tone>> = {
  held: 'warning',
  cleared: 'next',
  sharing: 'waiting',
  shared: 'done',
};

function Files({ files, onEdit, onRemove }: FilesProps) {
  const say = useSay();
  const language = useLanguage();
  if (files.length === 0) return <p className="quiet">{say(words.none)}</p>;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <div className="file-name">
            <strong>{file.name}</strong>
            <span className="quiet">
              {say(words[file.kind])}, {fileSize(file.size, language)}
            </span>
          </div>
          <Status tone={tones[file.state]}>
            {say(words[file.state], { when: file.sharedAt === null ? '' : moment(file.sharedAt, language) })}
          </Status>
          {file.holds.map((hold) => (
            <Remark key={hold.reason} tone="warning">
              {hold.words[language]}
            </Remark>
          ))}
          {(file.state === 'held' || file.state === 'cleared') && (
            <div className="actions">
              <Button size="small" icon={<Edit20Regular />} onClick={() => onEdit(file)}>
                {say({ sv: 'Ändra uppgifter', en: 'Edit details' })}
              </Button>
              <Button size="small" appearance="subtle" icon={<Delete20Regular />} onClick={() => onRemove(file)}>
                {say(words.remove)}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const kinds: readonly DocumentKind[] = ['slides', 'notes', 'photo', 'other'];

interface FileWindowProps {
  readonly session: SessionState;
  /** Left out for a new file. */
  readonly file?: SessionDocument;
  readonly onClose: () => void;
}

function FileWindow({ session, file, onClose }: FileWindowProps) {
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

function RemoveWindow({ file, onClose }: { file: SessionDocument; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  return (
    <AskWindow
      title={say(words.removeTitle, { name: file.name })}
      actLabel={say(words.remove)}
      done={say(words.removed)}
      onClose={onClose}
      act={() => call(path(`/documents/${encodeURIComponent(file.id)}`), { method: 'DELETE' })}
    >
      <p>{say(words.removeText)}</p>
    </AskWindow>
  );
}

function ShareWindow({ session, onClose }: { session: SessionState; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const base = path(`/sessions/${encodeURIComponent(session.id)}/documents`);
  return (
    <ConfirmWindow<SharingPreview>
      title={say(words.preview)}
      preview={() => call(`${base}/preview`, { method: 'POST' })}
      confirm={({ textVersion, recipientCount }) =>
        call(`${base}/share`, { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(words.share)}
      done={({ recipientCount }) => say(words.done, { n: recipientCount })}
      onClose={onClose}
    >
      {(seen) => (
        <>
          <h3>{say(words.goes)}</h3>
          <ul>
            {seen.goes.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          {seen.stays.length > 0 && (
            <>
              <h3>{say(words.stays)}</h3>
              <ul className="plain-list">
                {seen.stays.map(({ id, name, holds }) => (
                  <li key={id}>
                    <Status tone="warning">
                      {name}: {holds.map((hold) => hold.words[language]).join(' ')}
                    </Status>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{say(seen.toChannel ? words.toChannel : words.noChannel)}</p>
          {seen.post !== null && (
            <>
              <h3>{say(words.post)}</h3>
              <div className="letter letter-text">{seen.post}</div>
            </>
          )}
          <LetterPaper subject={seen.subject} text={seen.text} />
        </>
      )}
    </ConfirmWindow>
  );
}
