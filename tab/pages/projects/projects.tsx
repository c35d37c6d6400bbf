import { Button } from '@fluentui/react-components';
import { Add20Regular, ArrowDownload20Regular, ArrowUpload20Regular, Copy20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ProjectListItem } from '../../../src/features/planning/types.ts';
import { download, useRead } from '../../api.ts';
import { periodText } from './period.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { projectPath } from '../../project.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import { projects as words } from '../../wording/projects.ts';
import { CopyWindow } from './copy-window.tsx';
import { CreateWindow } from './create-window.tsx';
import { ImportWindow } from './import-window.tsx';

/** Choose a project, create one, or read one from a file. */
export function ProjectsPage() {
  const say = useSay();
  const query = useRead<readonly ProjectListItem[]>('');
  const [opened, setOpened] = useState<'create' | 'import'>();
  const close = () => setOpened(undefined);
  const acts = (
    <>
      <Button appearance="primary" icon={<Add20Regular />} onClick={() => setOpened('create')}>
        {say(words.create)}
      </Button>
      <Button icon={<ArrowUpload20Regular />} onClick={() => setOpened('import')}>
        {say(words.import)}
      </Button>
    </>
  );
  useEffect(() => {
    document.title = say(words.title);
  }, [say]);
  return (
    <main id="main" className="page-narrow">
      <h1 className="page-title">{say(words.title)}</h1>
      <Answered query={query}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={words.firstTitle} text={words.firstText}>
              {acts}
            </Empty>
          ) : (
            <Section title={say(words.yours)} acts={acts}>
              <ul className="rows">
                {list.map((item) => (
                  <li key={item.projectId} className="row">
                    <ProjectRow item={item} />
                  </li>
                ))}
              </ul>
            </Section>
          )
        }
      </Answered>
      {opened === 'create' && <CreateWindow onClose={close} />}
      {opened === 'import' && <ImportWindow onClose={close} />}
    </main>
  );
}

function ProjectRow({ item }: { item: ProjectListItem }) {
  const say = useSay();
  const language = useLanguage();
  const messages = useMessages();
  const [isCopying, setCopying] = useState(false);
  const isLead = item.roles.includes('contentLead') || item.roles.includes('deputy');
  const fetchFile = () =>
    void download(`${projectPath(item.projectId)}/export`, `${item.projectId}.json`).then(
      () => messages.done(say(words.exported)),
      messages.failed,
    );
  return (
    <>
      <div className="row-text">
        <p className="row-title">
          <Link href={`/planering?projekt=${encodeURIComponent(item.projectId)}`}>{item.title}</Link>{' '}
          <StateBadge state={item.state} />
        </p>
        <p className="quiet">
          {item.firstDate === null || item.lastDate === null
            ? say(words.noDates)
            : periodText(item.firstDate, item.lastDate, language)}
        </p>
        <p className="quiet">{item.roles.map((role) => say(words[role])).join(', ')}</p>
      </div>
      {isLead && (
        <span className="actions">
          <Button
            icon={<Copy20Regular />}
            aria-label={say(words.copyOf, { title: item.title })}
            onClick={() => setCopying(true)}
          >
            {say(words.copy)}
          </Button>
          <Button
            icon={<ArrowDownload20Regular />}
            aria-label={say(words.exportOf, { title: item.title })}
            onClick={fetchFile}
          >
            {say(words.export)}
          </Button>
        </span>
      )}
      {isCopying && <CopyWindow item={item} onClose={() => setCopying(false)} />}
    </>
  );
}
