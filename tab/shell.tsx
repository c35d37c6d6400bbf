import { ArrowSwap20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo } from 'react';
import { Link, Redirect, useLocation, useSearch } from 'wouter';
import type { PlanAnswer } from '../src/features/planning/reading/types.ts';
import type { ProjectListItem } from '../src/features/planning/types.ts';
import { useRead } from './api.ts';
import { useSay } from './language.tsx';
import { Boundary } from './parts/boundary.tsx';
import { PageLink } from './parts/page-link.tsx';
import { StateBadge } from './parts/state-badge.tsx';
import { Answered, Empty } from './parts/states.tsx';
import { ProjectContext, projectPath, rememberProject, wantedProject, type ChosenProject } from './project.tsx';
import { pageOf, tabPages } from './routes.tsx';
import { shell } from './wording/shell.ts';

/** The frame: which project, which pages, and the page itself. */
export function Shell({ subPage }: { subPage: string }) {
  const query = useRead<readonly ProjectListItem[]>('');
  const search = useSearch();
  return (
    <Answered query={query}>
      {(projects) => {
        const wanted = wantedProject(search, subPage);
        const found = projects.find(({ projectId }) => projectId === wanted);
        const isNamed = new URLSearchParams(search).has('projekt');
        if (found === undefined && isNamed) return <NotYours />;
        const item = found ?? projects[0];
        if (item === undefined) return <Redirect to="/projekt" replace />;
        return <ProjectFrame item={item} />;
      }}
    </Answered>
  );
}

/** A link to a project that the person has no part in does not open another one instead. */
function NotYours() {
  const say = useSay();
  return (
    <main id="main" className="page-narrow">
      <Empty title={shell.notYoursTitle} text={shell.notYours}>
        <Link href="/projekt" className="button">
          {say(shell.projects)}
        </Link>
      </Empty>
    </main>
  );
}

function ProjectFrame({ item }: { item: ProjectListItem }) {
  const query = useRead<PlanAnswer>(projectPath(item.projectId));
  useEffect(() => rememberProject(item.projectId), [item.projectId]);
  return <Answered query={query}>{(plan) => <Frame item={item} plan={plan} />}</Answered>;
}

function Frame({ item, plan }: ChosenProject) {
  const say = useSay();
  const [path] = useLocation();
  const chosen = useMemo<ChosenProject>(() => ({ item, plan }), [item, plan]);
  const open = tabPages.filter(({ act }) => plan.may.includes(act));
  const page = pageOf(path);
  useTitle(`${say(page.name)} – ${plan.project.title}`);
  return (
    <ProjectContext.Provider value={chosen}>
      <a className="skip" href="#main">
        {say(shell.skip)}
      </a>
      <header className="top">
        <div className="top-line">
          <p className="project-name">{plan.project.title}</p>
          <StateBadge state={plan.project.state} />
          <PageLink to="/projekt" className="quiet-link">
            <ArrowSwap20Regular aria-hidden />
            {say(shell.changeProject)}
          </PageLink>
        </div>
        <nav aria-label={say(shell.pages)}>
          <ul className="nav">
            {open.map((one) => (
              <li key={one.path}>
                <PageLink to={one.path} current={one === page}>
                  {say(one.name)}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <h1 className="page-title">{say(page.name)}</h1>
        <Boundary key={page.path}>
          {open.includes(page) ? <page.View /> : <MayNot projectId={item.projectId} />}
        </Boundary>
      </main>
    </ProjectContext.Provider>
  );
}

/** Whoever takes part and leads nothing still gets on from here. */
function MayNot({ projectId }: { projectId: string }) {
  const say = useSay();
  return (
    <Empty title={shell.mayNotTitle} text={shell.mayNot}>
      <p>{say(shell.mayNotParticipant)}</p>
      <a className="button" href={`/projekt/${encodeURIComponent(projectId)}`} target="_blank" rel="noopener">
        {say(shell.projectPage)}
      </a>
    </Empty>
  );
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
