import { useRoute } from 'wouter';
import type { SessionBoard, SessionState } from '../../../src/features/sessions/types.ts';
import { useRead } from '../../api.ts';
import { dayMonth } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useSessionName, useTopic } from '../../parts/session-name.ts';
import { PageLink } from '../../parts/page-link.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { usePath } from '../../project.tsx';
import { sessions as words } from '../../wording/sessions.ts';
import { SessionDetail } from './session-detail.tsx';
import { BalanceBar, Place, WhenText } from './session-parts.tsx';

/** Träffar: every session's state; one of them in full under its own address. */
export function SessionsPage() {
  const path = usePath();
  const query = useRead<SessionBoard>(path('/sessions'));
  const [isOne, found] = useRoute<{ id: string }>('/traffar/:id');
  return (
    <Answered query={query}>
      {(board) => (isOne ? <One board={board} id={found.id} /> : <All board={board} />)}
    </Answered>
  );
}

function One({ board, id }: { board: SessionBoard; id: string }) {
  const say = useSay();
  const nameOf = useSessionName();
  const session = board.sessions.find((one) => one.id === id);
  return (
    <>
      <nav className="back" aria-label={say(words.back)}>
        <PageLink to="/traffar">← {say(words.back)}</PageLink>
        {board.sessions
          .filter((one) => one.id !== id)
          .map((one) => (
            <PageLink key={one.id} to={`/traffar/${encodeURIComponent(one.id)}`}>
              {nameOf(one.id, one.number)}
            </PageLink>
          ))}
      </nav>
      {session === undefined ? (
        <Empty title={words.notFound} text={words.notFoundText} />
      ) : (
        <SessionDetail key={session.id} session={session} />
      )}
    </>
  );
}

function All({ board }: { board: SessionBoard }) {
  if (board.sessions.length === 0) return <Empty title={words.emptyTitle} text={words.emptyText} />;
  return (
    <ul className="session-list">
      {board.sessions.map((session) => (
        <li key={session.id}>
          <SessionCard session={session} isNext={session.id === board.nextSessionId} />
        </li>
      ))}
    </ul>
  );
}

function SessionCard({ session, isNext }: { session: SessionState; isNext: boolean }) {
  const say = useSay();
  const nameOf = useSessionName();
  const topicOf = useTopic();
  const { counts } = session;
  return (
    <article className={`card session-card ${isNext ? 'session-next' : ''}`} aria-labelledby={`title-${session.id}`}>
      <header className="card-head">
        <div>
          <p className="eyebrow">{nameOf(session.id, session.number)}</p>
          <h2 id={`title-${session.id}`}>
            <PageLink to={`/traffar/${encodeURIComponent(session.id)}`}>{topicOf(session)}</PageLink>
          </h2>
          <p>
            <WhenText session={session} />
          </p>
        </div>
        <WhenStatus session={session} isNext={isNext} />
      </header>
      <dl className="facts">
        <div>
          <dt>{say(words.venue)}</dt>
          <dd>
            <Place session={session} />
          </dd>
        </div>
        <div>
          <dt>{say(words.people)}</dt>
          <dd>
            {counts.confirmed} {say(words.confirmed)}
            {counts.present === null
              ? `, ${counts.accepted} ${say(words.accepted)}, ${counts.declined} ${say(words.declined)}`
              : `, ${counts.present} ${say(words.present)}`}
          </dd>
        </div>
        <div>
          <dt>{say(words.missing)}</dt>
          <dd>
            <Todo session={session} />
          </dd>
        </div>
      </dl>
      {session.balance.totalMinutes > 0 && <BalanceBar session={session} />}
    </article>
  );
}

function Todo({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  const [first] = session.missing;
  if (first === undefined) return <Status tone="done">{say(words.missingNone)}</Status>;
  return (
    <Status tone={first.isLate ? 'late' : 'next'}>
      {first.words[language]}
      {first.lastDay !== null && first.isLate && (
        <span className="quiet"> ({say(words.lateSince, { day: dayMonth(first.lastDay, language) })})</span>
      )}
    </Status>
  );
}

const tones: Readonly<Record<SessionState['when'], Tone>> = {
  past: 'done',
  today: 'next',
  future: 'later',
  undated: 'unknown',
};

function WhenStatus({ session, isNext }: { session: SessionState; isNext: boolean }) {
  const say = useSay();
  const text = { past: words.past, today: words.todayHeld, future: words.future, undated: words.undated };
  return (
    <Status tone={isNext ? 'next' : tones[session.when]}>
      {say(isNext && session.when === 'future' ? words.next : text[session.when])}
    </Status>
  );
}
