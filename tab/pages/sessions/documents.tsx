import { Button } from '@fluentui/react-components';
import { Add20Regular, Delete20Regular, Edit20Regular, Share20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { SessionDocument } from '../../../src/features/documentation/types.ts';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { call, useRead } from '../../api.ts';
import { fileSize, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow } from '../../parts/ask.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered } from '../../parts/states.tsx';
import { Remark, Status, type Tone } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { documents as words } from '../../wording/sessions.ts';

// Fetched when they are opened: most who read a session neither add a file nor share one.
const FileWindow = lazy(async () => ({ default: (await import('./file-window.tsx')).FileWindow }));
const ShareWindow = lazy(async () => ({ default: (await import('./share-window.tsx')).ShareWindow }));

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
      {(opened?.kind === 'add' || opened?.kind === 'edit') && (
        <Suspense fallback={null}>
          <FileWindow session={session} {...(opened.kind === 'edit' ? { file: opened.file } : {})} onClose={close} />
        </Suspense>
      )}
      {opened?.kind === 'remove' && <RemoveWindow file={opened.file} onClose={close} />}
      {opened?.kind === 'share' && (
        <Suspense fallback={null}>
          <ShareWindow session={session} onClose={close} />
        </Suspense>
      )}
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
