import {
  Button,
  FluentProvider,
  Select,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { Pane, PaneSession } from '../../src/features/pane/types.ts';
import type { ProjectListItem } from '../../src/features/planning/types.ts';
import { ApiProblem, useRead } from '../api.ts';
import { LanguageContext, useSay } from '../language.tsx';
import { Boundary } from '../parts/boundary.tsx';
import { Answered, Empty, Failed, Loading } from '../parts/states.tsx';
import { pane as words } from '../wording/pane.ts';
import { shell } from '../wording/shell.ts';
import { panePath, signsOf, type Signs } from './find.ts';
import type { OpenItem, Outlook } from './office.ts';
import { InsertAgenda, SessionView } from './session.tsx';

/** Providers around the pane. */
export function PaneApp({ outlook, cache }: { outlook: Outlook; cache: QueryClient }) {
  return (
    <PaneFrame language={outlook.language} isDark={outlook.isDark}>
      <QueryClientProvider client={cache}>
        <Boundary>
          <OpenPane outlook={outlook} />
        </Boundary>
      </QueryClientProvider>
    </PaneFrame>
  );
}

export function PaneFrame({
  language,
  isDark,
  children,
}: Pick<Outlook, 'language' | 'isDark'> & { children: ReactNode }) {
  const isForced = matchMedia('(forced-colors: active)').matches;
  const theme = isForced ? teamsHighContrastTheme : isDark ? teamsDarkTheme : teamsLightTheme;
  return (
    <FluentProvider theme={theme} className={`tab theme-${isForced ? 'contrast' : isDark ? 'dark' : 'default'}`}>
      <LanguageContext.Provider value={language}>
        <main className="pane" id="main">
          {children}
        </main>
      </LanguageContext.Provider>
    </FluentProvider>
  );
}

/** What was read, and for which of the looks: an older answer is not shown for a newer item. */
interface Look {
  readonly round: number;
  readonly item?: OpenItem | null;
}

/** What stands open, read again when another item is chosen beside a pinned pane. */
function OpenPane({ outlook }: { outlook: Outlook }) {
  const say = useSay();
  const [round, setRound] = useState(0);
  const [look, setLook] = useState<Look>({ round: -1 });
  useEffect(() => outlook.onOther(() => setRound((before) => before + 1)), [outlook]);
  useEffect(() => {
    outlook.read().then(
      (item) => setLook({ round, item }),
      () => setLook({ round }),
    );
  }, [outlook, round]);
  if (look.round !== round) return <Loading />;
  if (look.item === undefined)
    return <Failed cause={new Error(say(words.unreadable))} onRetry={() => setRound(round + 1)} />;
  if (look.item === null) return <Empty title={words.nothingOpen} text={words.notOursText} />;
  const signs = signsOf(look.item, location.origin);
  const insert = look.item.isCompose ? outlook.insert : null;
  if (signs !== null) return <OurItem key={panePath(signs.projectId, signs)} signs={signs} insert={insert} />;
  return insert === null ? <Empty title={words.notOurs} text={words.notOursText} /> : <Composing insert={insert} />;
}

type Insert = ((html: string) => Promise<void>) | null;

function OurItem({ signs, insert }: { signs: Signs; insert: Insert }) {
  const query = useRead<Pane>(panePath(signs.projectId, signs));
  if (query.isError && query.data === undefined)
    return <NotShown cause={query.error} projectId={signs.projectId} onRetry={() => void query.refetch()} />;
  return <Answered query={query}>{(pane) => <Ours pane={pane} signs={signs} insert={insert} />}</Answered>;
}

function Ours({ pane, signs, insert }: { pane: Pane; signs: Signs; insert: Insert }) {
  const say = useSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const known = pane.sessions.some(({ id }) => id === signs.sessionId) ? signs.sessionId : pane.sessionId;
  const session = pane.sessions.find(({ id }) => id === (chosen ?? known));
  const name = session === undefined ? undefined : say(shell.session, { number: session.number });
  return (
    <>
      <header>
        <h1>{name ?? pane.title}</h1>
        <p className="pane-belongs">
          {known === null
            ? say(words.belongsProject, { project: pane.title })
            : say(words.belongs, { session: belonging(pane, known, say), project: pane.title })}
        </p>
      </header>
      {known === null && <p>{say(words.unknownSession)}</p>}
      <SessionChoice
        label={known === null ? say(words.whichSession) : say(words.otherSessions)}
        sessions={pane.sessions}
        value={session?.id ?? ''}
        onChoose={setChosen}
      />
      {session !== undefined && <SessionView pane={pane} session={session} insert={insert} />}
    </>
  );
}

function belonging(pane: Pane, id: string, say: ReturnType<typeof useSay>): string {
  const session = pane.sessions.find((one) => one.id === id);
  return session === undefined ? '' : say(shell.session, { number: session.number }).toLowerCase();
}

function SessionChoice({
  label,
  sessions,
  value,
  onChoose,
}: {
  label: string;
  sessions: readonly PaneSession[];
  value: string;
  onChoose: (id: string) => void;
}) {
  const say = useSay();
  return (
    <div className="pane-choices">
      <label>
        {label}
        <Select value={value} onChange={(_event, data) => onChoose(data.value)}>
          {value === '' && <option value="">{label}</option>}
          {sessions.map((one) => (
            <option key={one.id} value={one.id}>
              {[say(shell.session, { number: one.number }), one.date, one.theme].filter(Boolean).join(' · ')}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}

/** Why nothing is shown, and the page that is open to everybody. */
function NotShown({ cause, projectId, onRetry }: { cause: unknown; projectId: string; onRetry: () => void }) {
  const say = useSay();
  const status = cause instanceof ApiProblem ? cause.status : 0;
  const page = `/projekt/${encodeURIComponent(projectId)}`;
  if (status !== 401 && status !== 403 && status !== 404) return <Failed cause={cause} onRetry={onRetry} />;
  const isStranger = status !== 401;
  return (
    <Empty
      title={isStranger ? words.noPart : words.signInFailed}
      text={isStranger ? words.noPartText : words.signInFailedText}
    >
      <Button as="a" appearance="primary" href={page} target="_blank" rel="noopener">
        {say(words.projectPage)}
      </Button>
      {!isStranger && <Button onClick={onRetry}>{say(shell.retry)}</Button>}
    </Empty>
  );
}

/** A message or appointment of somebody's own: the agenda of a session is put in it. */
function Composing({ insert }: { insert: NonNullable<Insert> }) {
  const say = useSay();
  const query = useRead<readonly ProjectListItem[]>('');
  const [chosen, setChosen] = useState<string | null>(null);
  const isSignedOut = query.error instanceof ApiProblem && query.error.status === 401;
  if (isSignedOut && query.data === undefined)
    return <Failed cause={new Error(say(words.signInFailedText))} onRetry={() => void query.refetch()} />;
  return (
    <>
      <h1>{say(words.insertTitle)}</h1>
      <Answered query={query}>
        {(projects) => {
          const project = projects.find(({ projectId }) => projectId === chosen) ?? projects[0];
          if (project === undefined) return <Empty title={words.noProjects} text={words.noProjectsText} />;
          return (
            <>
              {projects.length > 1 && (
                <div className="pane-choices">
                  <label>
                    {say(words.whichProject)}
                    <Select value={project.projectId} onChange={(_event, data) => setChosen(data.value)}>
                      {projects.map(({ projectId, title }) => (
                        <option key={projectId} value={projectId}>
                          {title}
                        </option>
                      ))}
                    </Select>
                  </label>
                </div>
              )}
              <ComposingFor key={project.projectId} projectId={project.projectId} insert={insert} />
            </>
          );
        }}
      </Answered>
    </>
  );
}

function ComposingFor({ projectId, insert }: { projectId: string; insert: NonNullable<Insert> }) {
  const say = useSay();
  const query = useRead<Pane>(panePath(projectId, null));
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Answered query={query}>
      {({ sessions }) => {
        const session = sessions.find(({ id }) => id === chosen) ?? upcoming(sessions);
        if (session === undefined) return <p className="quiet">{say(words.agendaNone)}</p>;
        return (
          <>
            <SessionChoice
              label={say(words.whichSession)}
              sessions={sessions}
              value={session.id}
              onChoose={setChosen}
            />
            {session.agendaHtml === null ? (
              <p className="quiet">{say(words.agendaNone)}</p>
            ) : (
              <InsertAgenda key={session.id} html={session.agendaHtml} insert={insert} />
            )}
          </>
        );
      }}
    </Answered>
  );
}

/** The one that somebody most likely writes about. */
function upcoming(sessions: readonly PaneSession[]): PaneSession | undefined {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  return sessions.find(({ date }) => date !== null && date >= today) ?? sessions.at(-1);
}
