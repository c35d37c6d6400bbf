import { lazy, Suspense } from 'react';
import { useRoute } from 'wouter';
import { useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Loading } from '../../parts/states.tsx';
import { planning as words } from '../../wording/planning.ts';
import { DatesPart } from './dates-part.tsx';
import { ActivationBanner } from './activation.tsx';
import { TimelinePart } from './timeline-part.tsx';

// Fetched when it is opened: it is filled in once, while the other two are looked at every week.
const ProjectPart = lazy(async () => ({ default: (await import('./project-part.tsx')).ProjectPart }));

const parts = [
  { path: '', name: words.timeline, View: TimelinePart },
  { path: 'datum', name: words.dates, View: DatesPart },
  { path: 'projektet', name: words.project, View: ProjectPart },
];

/** Planering: what to do now and by when, the dates with their venues, and what the project is. */
export function PlanningPage() {
  const say = useSay();
  const [, found] = useRoute<{ part: string }>('/planering/:part');
  const chosen = parts.find(({ path }) => path === (found?.part ?? '')) ?? parts[0];
  return (
    <>
      <nav aria-label={say(words.parts)}>
        <ul className="subnav">
          {parts.map((part) => (
            <li key={part.path}>
              <PageLink to={part.path === '' ? '/planering' : `/planering/${part.path}`} current={part === chosen}>
                {say(part.name)}
              </PageLink>
            </li>
          ))}
        </ul>
      </nav>
      <ActivationBanner />
      {chosen !== undefined && (
        <Suspense fallback={<Loading />}>
          <chosen.View />
        </Suspense>
      )}
    </>
  );
}
