import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { TogetherFound, TogetherView } from '../../../../../src/features/planning/dates/together/types.ts';
import { listDate, weekOf } from '../../../../format.ts';
import { useLanguage, useSay } from '../../../../language.tsx';
import { Choices } from '../../../../parts/choices.tsx';
import { Section } from '../../../../parts/section.tsx';
import { Remark, Status } from '../../../../parts/status.tsx';
import { finder } from '../../../../wording/finder.ts';
import { shell } from '../../../../wording/shell.ts';
import { together as words } from '../../../../wording/together.ts';
import { Calendar } from '../calendar.tsx';
import type { Chosen } from '../found.tsx';
import { partedReasons } from '../reasons.ts';
import { SetDates } from '../set-dates.tsx';
import { InProject } from './in-project.tsx';
import { withOthers } from './others.ts';

/** The days that each project gets, its calendar in which they can be changed, and its own confirmation. */
export function TogetherResult({ found }: { found: TogetherView }) {
  const say = useSay();
  const { projects } = found;
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>(() => firstOf(projects));
  const [seen, setSeen] = useState(projects[0]?.projectId ?? '');
  const [isSet, setSet] = useState<readonly string[]>([]);
  const [isOpen, setOpen] = useState(false);
  const heading = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  // What was asked for stands above, and the answer may be out of sight.
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for what is to be done afterwards.
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const project = projects.find(({ projectId }) => projectId === seen);
  function show(projectId: string) {
    setSeen(projectId);
    grid.current?.scrollIntoView({ block: 'start' });
  }
  function settled() {
    setSet([...isSet, seen]);
    const next = projects.find(({ projectId }) => projectId !== seen && !isSet.includes(projectId));
    if (next !== undefined) setSeen(next.projectId);
  }
  return (
    <>
      <div ref={heading}>
        <Section title={say(words.result)} intro={found.nothing === null ? say(provedWords(found)) : undefined}>
          {found.nothing !== null && <Remark tone="warning">{say(found.nothing)}</Remark>}
          {found.nothing === null && (
            <ul className="finder-proposals">
              {projects.map((one) => (
                <li key={one.projectId}>
                  <Share
                    project={one}
                    chosen={chosen[one.projectId] ?? {}}
                    isSeen={one.projectId === seen}
                    isSet={isSet.includes(one.projectId)}
                    onShow={() => show(one.projectId)}
                  />
                </li>
              ))}
            </ul>
          )}
          {found.unseen.length > 0 && (
            <Remark tone="unknown">{say(finder.unseen, { names: found.unseen.join(', ') })}</Remark>
          )}
        </Section>
      </div>
      {project !== undefined && (
        <div ref={grid}>
          <Section title={say(words.calendar, { title: project.title })} intro={say(words.calendarText)}>
            <Choices
              label={say(words.which)}
              chosen={seen}
              onChoose={setSeen}
              choices={projects.map(({ projectId, title }) => ({ value: projectId, name: title }))}
            />
            <InProject key={project.projectId} projectId={project.projectId}>
              <OneProject
                found={found}
                project={project}
                chosen={chosen}
                isSet={isSet.includes(project.projectId)}
                isOpen={isOpen}
                onChoose={(days) => setChosen({ ...chosen, [project.projectId]: days })}
                onOpen={setOpen}
                onSet={settled}
              />
            </InProject>
          </Section>
        </div>
      )}
    </>
  );
}

function provedWords({ isProved }: TogetherView) {
  return isProved ? words.proved : words.notProved;
}

function firstOf(projects: readonly TogetherFound[]): Readonly<Record<string, Chosen>> {
  return Object.fromEntries(
    projects.map(({ projectId, dates }) => [
      projectId,
      Object.fromEntries(dates.map(({ sessionId, date }) => [sessionId, date])),
    ]),
  );
}

interface ShareProps {
  readonly project: TogetherFound;
  readonly chosen: Chosen;
  readonly isSeen: boolean;
  readonly isSet: boolean;
  readonly onShow: () => void;
}

/** One project's days as they are chosen now. */
function Share({ project, chosen, isSeen, isSet, onShow }: ShareProps) {
  const say = useSay();
  const language = useLanguage();
  const { title, sessions, dates, summary } = project;
  const isAsFound = dates.every(({ sessionId, date }) => chosen[sessionId] === date);
  // What is common to the days that were found is not, once one of them is another.
  const { common, own } = partedReasons(isAsFound ? dates : []);
  return (
    <article className={isSeen ? 'finder-proposal finder-chosen' : 'finder-proposal'} aria-label={title}>
      <h3>{title}</h3>
      <ul className="plain-list">
        {sessions.map(({ id, number }) => {
          const date = chosen[id];
          const found = dates.find((one) => one.sessionId === id && one.date === date);
          const reasons = found === undefined ? [] : own(found);
          return (
            <li key={id}>
              <p>
                <span className="quiet">{say(shell.session, { number })}: </span>
                {date !== undefined && (
                  <>
                    <time dateTime={date}>{listDate(date, language)}</time>{' '}
                    <span className="quiet">({say(shell.week, { week: weekOf(date) })})</span>
                  </>
                )}
              </p>
              {reasons.length > 0 && <p className="finder-reasons">{reasons.map((reason) => say(reason)).join(' ')}</p>}
            </li>
          );
        })}
      </ul>
      {isAsFound && <p>{[...summary, ...common].map((line) => say(line)).join(' ')}</p>}
      <div className="actions">
        {isSet ? (
          <Status tone="done">{say(words.isSet)}</Status>
        ) : isSeen ? (
          <Status tone="next">{say(words.shown)}</Status>
        ) : (
          <Button onClick={onShow}>{say(words.show)}</Button>
        )}
      </div>
    </article>
  );
}

interface OneProps {
  readonly found: TogetherView;
  readonly project: TogetherFound;
  readonly chosen: Readonly<Record<string, Chosen>>;
  readonly isSet: boolean;
  readonly isOpen: boolean;
  readonly onChoose: (days: Chosen) => void;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onSet: () => void;
}

function OneProject({ found, project, chosen, isSet, isOpen, onChoose, onOpen, onSet }: OneProps) {
  const say = useSay();
  const own = chosen[project.projectId] ?? {};
  const days = withOthers(project, found.projects, chosen);
  const isComplete = project.sessions.every(({ id }) => own[id] !== undefined);
  const picked = project.sessions.flatMap(({ id }) => own[id] ?? []);
  const isInOrder = picked.every((day, index) => index === 0 || (picked[index - 1] ?? '') < day);
  return (
    <>
      <Calendar sessions={project.sessions} days={days} chosen={own} onChoose={onChoose} />
      <div className="finder-use">
        {!isComplete && <p className="quiet">{say(finder.takeMissing)}</p>}
        {isComplete && !isInOrder && <Remark tone="warning">{say(finder.outOfOrder)}</Remark>}
        {isSet ? (
          <Status tone="done">{say(words.isSet)}</Status>
        ) : (
          <Button appearance="primary" disabled={!isComplete} onClick={() => onOpen(true)}>
            {say(words.take, { title: project.title })}
          </Button>
        )}
      </div>
      {isOpen && (
        <SetDates
          found={{ ...project, startTime: found.startTime, endTime: found.endTime }}
          chosen={own}
          onSet={onSet}
          onClose={() => onOpen(false)}
        />
      )}
    </>
  );
}
