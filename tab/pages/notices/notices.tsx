import { lazy, Suspense } from 'react';
import { useRoute } from 'wouter';
import type { MailingSummary } from '../../../src/features/mailings/types.ts';
import type { NoticeLog } from '../../../src/features/notices/types.ts';
import type { PublicationsView } from '../../../src/features/publications/types.ts';
import { useRead } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { DisposedNote } from '../../parts/disposed-note.tsx';
import { Leaving, LOOK_OFTEN_MS } from '../../parts/leaving.tsx';
import { Batches, batches, isStanding, Standing } from '../../parts/outbound.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Answered, Loading } from '../../parts/states.tsx';
import { Status } from '../../parts/status.tsx';
import { Subnav } from '../../parts/subnav.tsx';
import { usePath } from '../../project.tsx';
import { notices as words } from '../../wording/notices.ts';
import { publications as texts } from '../../wording/publications.ts';
import { ByHand } from '../by-hand.tsx';
import { Letters } from './letters.tsx';
import { Problems } from './problems.tsx';

// Fetched when a letter is opened; the overview needs none of it.
const LetterPage = lazy(async () => ({ default: (await import('./letter.tsx')).LetterPage }));
const PublicationsPage = lazy(async () => ({ default: (await import('./publications.tsx')).PublicationsPage }));

const parts = [
  { to: '/utskick', name: words.all },
  { to: '/utskick/invitation', name: words.invitation },
  { to: '/utskick/texter', name: texts.title },
];

/** Utskick: every letter, what is on its way and can be stopped, and the log per recipient. */
export function NoticesPage() {
  const [isAlone, alone] = useRoute<{ template: string }>('/utskick/:template');
  const [isAbout, about] = useRoute<{ template: string; subject: string }>('/utskick/:template/:subject');
  const template = isAlone ? decodeURIComponent(alone.template) : undefined;
  const part = parts.find(({ to }) => to === (template === undefined ? '/utskick' : `/utskick/${template}`));
  return (
    <>
      <Subnav label={words.parts} parts={parts} current={isAbout ? undefined : part?.to} />
      {isAbout ? (
        <Letter id={`${about.template}:${decodeURIComponent(about.subject)}`} />
      ) : (
        <Part template={template} />
      )}
    </>
  );
}

function Part({ template }: { template: string | undefined }) {
  if (template === undefined) return <Overview />;
  if (template !== 'texter') return <Letter id={template} />;
  return (
    <Suspense fallback={<Loading />}>
      <PublicationsPage />
    </Suspense>
  );
}

function Letter({ id }: { id: string }) {
  return (
    <Suspense fallback={<Loading />}>
      <LetterPage id={id} />
    </Suspense>
  );
}

function Overview() {
  const path = usePath();
  const letters = useRead<readonly MailingSummary[]>(path('/mailings'));
  const log = useRead<NoticeLog>(path('/notices'), LOOK_OFTEN_MS);
  return (
    <div className="stack">
      <DisposedNote of={['messages']} />
      <Leaving />
      <ByHand />
      <Answered query={letters}>{(all) => <Letters all={all} />}</Answered>
      <ToPublish />
      <Answered query={log}>{(shown) => <Log log={shown} />}</Answered>
    </div>
  );
}

/** What is published outside the tool, and how much of it waits. */
function ToPublish() {
  const say = useSay();
  const path = usePath();
  const query = useRead<PublicationsView>(path('/publications'));
  const left = query.data?.publications.filter(({ state }) => state === 'now' || state === 'late').length;
  return (
    <Section title={say(texts.title)} intro={say(texts.intro)}>
      {left !== undefined && (
        <Status tone={left === 0 ? 'done' : 'next'}>
          {say(left === 0 ? texts.noneLeft : texts.left, { n: left })}
        </Status>
      )}
      <p>
        <PageLink to="/utskick/texter" className="button">
          {say(texts.link)}
        </PageLink>
      </p>
    </Section>
  );
}

function Log({ log }: { log: NoticeLog }) {
  const say = useSay();
  const standing = log.confirmations.filter(isStanding);
  const problems = log.notices.filter(
    ({ state, resentAt }) => (state === 'failed' || state === 'bounced') && resentAt === null,
  );
  const past = log.notices.filter(({ state }) => !['waiting', 'sending', 'failed'].includes(state));
  return (
    <>
      {problems.length > 0 && <Problems all={problems} />}
      {standing.length > 0 && (
        <Section title={say(words.standing)} intro={say(words.standingIntro)}>
          <Standing all={standing} now={log.now} />
        </Section>
      )}
      <Section title={say(words.log)} intro={say(words.logIntro)}>
        {past.length === 0 ? <p className="quiet">{say(words.logNone)}</p> : <Batches all={batches(past)} />}
      </Section>
    </>
  );
}
