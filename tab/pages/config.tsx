import { Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ProjectListItem } from '../../src/features/planning/types.ts';
import { useRead } from '../api.ts';
import { offerTab } from '../host.ts';
import { useSay } from '../language.tsx';
import { Answered } from '../parts/states.tsx';
import { projects as words } from '../wording/projects.ts';

/** The configurable tab's set-up window: which project a channel or chat shows. */
export function ConfigPage({ isSettings }: { isSettings: boolean }) {
  const say = useSay();
  const query = useRead<readonly ProjectListItem[]>('');
  return (
    <main id="main" className="page-narrow">
      <h1 className="page-title">{say(words.configTitle)}</h1>
      <Answered query={query}>
        {(list) =>
          list.length === 0 ? <p>{say(words.configNone)}</p> : <Choose list={list} isSettings={isSettings} />
        }
      </Answered>
      <p className="quiet">{say(words.configHelp)}</p>
    </main>
  );
}

function Choose({ list, isSettings }: { list: readonly ProjectListItem[]; isSettings: boolean }) {
  const say = useSay();
  const [chosen, setChosen] = useState(list.length === 1 ? list[0]?.projectId : undefined);
  const item = list.find(({ projectId }) => projectId === chosen);
  useEffect(() => {
    if (isSettings) offerTab(item === undefined ? null : { projectId: item.projectId, name: item.title });
  }, [item, isSettings]);
  return (
    <>
      <p>{say(words.configText)}</p>
      <RadioGroup
        aria-label={say(words.configTitle)}
        value={chosen ?? ''}
        onChange={(_event, { value }) => setChosen(value)}
      >
        {list.map(({ projectId, title }) => (
          <Radio key={projectId} value={projectId} label={title} />
        ))}
      </RadioGroup>
      <p role="status">{item === undefined ? '' : say(words.chosen, { title: item.title })}</p>
    </>
  );
}
