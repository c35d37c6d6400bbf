import type { Today } from '../../../src/features/today/types.ts';
import { dayMonth, fromToday } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { Section } from '../../parts/section.tsx';
import { useTopic } from '../../parts/session-name.ts';
import { Status } from '../../parts/status.tsx';
import { shell } from '../../wording/shell.ts';
import { today as words } from '../../wording/today.ts';
import { Place, WhenText } from '../sessions/session-parts.tsx';

type NextSession = NonNullable<Today['nextSession']>;

/** The nearest session: when, where, who comes, and what is done and missing. */
export function NextSessionSection({ session, today }: { session: Today['nextSession']; today: string }) {
  const say = useSay();
  const language = useLanguage();
  const topicOf = useTopic();
  if (session === null)
    return (
      <Section title={say(words.next)}>
        <p className="quiet">{say(words.nextNone)}</p>
        <p>
          <PageLink to="/planering/datum#datum">{say(words.setDates)}</PageLink>
        </p>
      </Section>
    );
  const address = `/traffar/${encodeURIComponent(session.id)}`;
  return (
    <Section
      title={say(words.next)}
      acts={
        <PageLink to={address} className="button">
          {say(words.open)}
        </PageLink>
      }
    >
      <div>
        <p className="eyebrow">
          {say(shell.session, session)}
          {session.date !== null && ` · ${fromToday(session.date, today, language)}`}
        </p>
        <p className="row-title">{topicOf(session)}</p>
        <p>
          <WhenText session={session} />
        </p>
      </div>
      <dl className="facts">
        <div>
          <dt>{say(words.venue)}</dt>
          <dd>
            <Place session={session} />
          </dd>
        </div>
        <div>
          <dt>{say(words.people)}</dt>
          <dd>{say(peopleIn(session), session.counts)}</dd>
        </div>
      </dl>
      <Missing session={session} />
      {session.done.length > 0 && (
        <details>
          <summary>
            <Status tone="done">{say(words.done, { n: session.done.length })}</Status>
          </summary>
          <ul className="done-list">
            {session.done.map((title) => (
              <li key={title.sv}>{title[language]}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function peopleIn({ isInvited, counts }: NextSession) {
  if (isInvited) return words.peopleText;
  return counts.confirmed === 1 ? words.peopleOne : words.peopleBefore;
}

/** Only where the sentence itself does not tell it. */
function LastDay({ thing }: { thing: NextSession['missing'][number] }) {
  const say = useSay();
  const language = useLanguage();
  if (thing.lastDay === null || thing.isLate) return null;
  const day = dayMonth(thing.lastDay, language);
  return thing.words[language].includes(day) ? null : <span className="quiet"> ({say(words.by, { day })})</span>;
}

/** More is on the session's own page. */
const shown = 4;

function Missing({ session }: { session: NextSession }) {
  const say = useSay();
  const language = useLanguage();
  const { missing } = session;
  if (missing.length === 0) return <Status tone="done">{say(words.missingNone)}</Status>;
  return (
    <div>
      <h3>{say(words.missing, { n: missing.length })}</h3>
      <ul className="missing-list">
        {missing.slice(0, shown).map((thing) => {
          const place = placeOf(thing.action, session.id);
          return (
            <li key={thing.ruleId}>
              <Status tone={thing.isLate ? 'late' : 'later'}>
                {place === undefined ? (
                  thing.words[language]
                ) : (
                  <PageLink to={place.to}>{thing.words[language]}</PageLink>
                )}
                <LastDay thing={thing} />
              </Status>
            </li>
          );
        })}
      </ul>
      {missing.length > shown && <p className="quiet">{say(words.moreMissing, { n: missing.length - shown })}</p>}
    </div>
  );
}
