import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import type { Pane, PaneSession } from '../../src/features/pane/types.ts';
import { linkIntoTeams } from '../deep-link.ts';
import { clock, listDate, longMoment, timeRange } from '../format.ts';
import { useLanguage, useSay } from '../language.tsx';
import { Section } from '../parts/section.tsx';
import { Remark } from '../parts/status.tsx';
import { pane as words } from '../wording/pane.ts';
import { shell } from '../wording/shell.ts';

interface SessionProps {
  readonly pane: Pane;
  readonly session: PaneSession;
  /** Puts HTML in what is being written; null when one only reads. */
  readonly insert: ((html: string) => Promise<void>) | null;
}

/** One session, as the person may see it. */
export function SessionView({ pane, session, insert }: SessionProps) {
  const say = useSay();
  return (
    <>
      {insert !== null && session.agendaHtml !== null && <InsertAgenda html={session.agendaHtml} insert={insert} />}
      <Facts session={session} />
      <Agenda session={session} />
      <Participants participants={pane.participants} />
      <Documents session={session} projectPageUrl={pane.projectPageUrl} />
      <Evaluation evaluation={session.evaluation} />
      <p className="actions">
        <Outward href={pane.projectPageUrl}>{say(words.projectPage)}</Outward>
        {pane.mayPlan && <Outward href={tabLink(pane, session)}>{say(words.openTab)}</Outward>}
      </p>
    </>
  );
}

function tabLink(pane: Pane, session: PaneSession): string {
  const path = `/tab/traffar/${encodeURIComponent(session.id)}?projekt=${encodeURIComponent(pane.projectId)}`;
  return linkIntoTeams(new URL(path, location.origin), '/tab');
}

function Outward({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} target="_blank" rel="noopener">
      {children}
    </Link>
  );
}

function Facts({ session }: { session: PaneSession }) {
  const say = useSay();
  const language = useLanguage();
  const { date, startTime, endTime } = session;
  const time = startTime === null || endTime === null ? '' : ` ${timeRange(startTime, endTime, language)}`;
  return (
    <section className="card" aria-label={say(words.when)}>
      <dl className="pane-facts">
        <dt>{say(words.when)}</dt>
        <dd>{date === null ? say(words.noTime) : `${listDate(date, language)}${time}`}</dd>
        <dt>{say(words.where)}</dt>
        <dd>{session.place ?? say(words.noPlace)}</dd>
        <dt>{say(words.theme)}</dt>
        <dd>{session.theme ?? say(shell.noTheme)}</dd>
      </dl>
      {session.preparation !== null && (
        <div>
          <h3>{say(words.preparation)}</h3>
          <p className="prose">{session.preparation}</p>
        </div>
      )}
    </section>
  );
}

function Agenda({ session }: { session: PaneSession }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={say(words.agenda)}>
      {session.agenda.length === 0 ? (
        <p className="quiet">{say(words.agendaNone)}</p>
      ) : (
        <ol className="pane-list pane-agenda">
          {session.agenda.map((item) => (
            <li key={`${item.start} ${item.title}`}>
              <span className="pane-time">{`${clock(item.start, language)}–${clock(item.end, language)}`}</span>
              <span>
                {item.title}
                {item.speakers.length > 0 && <span className="quiet"> · {item.speakers.join(', ')}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p>
        <Outward href={session.programmeUrl}>{say(words.programmePage)}</Outward>
      </p>
    </Section>
  );
}

function Participants({ participants: { count, people } }: { participants: Pane['participants'] }) {
  const say = useSay();
  return (
    <Section title={say(words.participants)} intro={say(words.participantsCount, { count })}>
      {people === null ? (
        <p className="quiet">{say(words.participantsNot)}</p>
      ) : (
        people.length > 0 && (
          <details>
            <summary>{say(words.participantsShow)}</summary>
            <ul className="pane-list">
              {people.map((person) => (
                <li key={`${person.name} ${person.organisation} ${person.title}`}>
                  {person.name}
                  <span className="quiet"> · {[person.title, person.organisation].filter(Boolean).join(', ')}</span>
                </li>
              ))}
            </ul>
          </details>
        )
      )}
    </Section>
  );
}

function Documents({ session, projectPageUrl }: { session: PaneSession; projectPageUrl: string }) {
  const say = useSay();
  return (
    <Section title={say(words.documents)}>
      {session.documents.length === 0 ? (
        <p className="quiet">{say(words.documentsNone)}</p>
      ) : (
        <ul className="pane-list">
          {session.documents.map(({ name, url }) => (
            <li key={name}>
              <Outward href={url ?? projectPageUrl}>{name}</Outward>
              {url === null && <span className="quiet"> ({say(words.documentOnPage)})</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Evaluation({ evaluation: { state, opensAt, closesAt, url } }: { evaluation: PaneSession['evaluation'] }) {
  const say = useSay();
  const language = useLanguage();
  const at = (instant: string | null): string => (instant === null ? '' : longMoment(instant, language));
  return (
    <Section title={say(words.evaluation)}>
      {url !== null ? (
        <>
          <p>{say(words.evaluationOpen, { when: at(closesAt) })}</p>
          <p>
            <Button as="a" appearance="primary" href={url} target="_blank" rel="noopener">
              {say(words.evaluationAnswer)}
            </Button>
          </p>
        </>
      ) : (
        <p className="quiet">
          {state === 'closed'
            ? say(words.evaluationClosed)
            : opensAt === null
              ? say(words.evaluationLater)
              : say(words.evaluationOpens, { when: at(opensAt) })}
        </p>
      )}
    </Section>
  );
}

/** Puts the agenda where the cursor stands, and says what came of it. */
export function InsertAgenda({ html, insert }: { html: string; insert: (html: string) => Promise<void> }) {
  const say = useSay();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const run = (): void => {
    setOutcome(null);
    insert(html).then(
      () => setOutcome('done'),
      () => setOutcome('failed'),
    );
  };
  return (
    <section className="card" aria-label={say(words.insertTitle)}>
      <p className="quiet">{say(words.insertIntro)}</p>
      <p>
        <Button appearance="primary" onClick={run}>
          {say(words.insert)}
        </Button>
      </p>
      <div className="pane-outcome" aria-live="polite">
        {outcome === 'done' && <p>{say(words.inserted)}</p>}
        {outcome === 'failed' && <Remark tone="warning">{say(words.insertFailed)}</Remark>}
      </div>
    </section>
  );
}
