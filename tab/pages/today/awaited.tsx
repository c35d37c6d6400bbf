import type { AwaitedAnswer } from '../../../src/features/today/types.ts';
import { dayOf, daysBetween } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { today as words } from '../../wording/today.ts';

/** Who owes an answer, and for how long. */
export function AwaitedSection({ awaited, today }: { awaited: readonly AwaitedAnswer[]; today: string }) {
  const say = useSay();
  return (
    <Section title={say(words.awaited)}>
      {awaited.length === 0 ? (
        <p className="quiet">{say(words.awaitedNone)}</p>
      ) : (
        <ul className="rows">
          {awaited.map((one) => (
            <li key={one.id} className="row">
              <Row one={one} today={today} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Row({ one, today }: { one: AwaitedAnswer; today: string }) {
  const say = useSay();
  const language = useLanguage();
  const place = placeOf(one.action, one.sessionId);
  const days = one.since === null ? null : Math.max(0, daysBetween(dayOf(one.since), today));
  const title = one.title[language];
  return (
    <>
      <div className="row-text">
        <p className="row-title">{title}</p>
        <Status tone="waiting">
          {one.text[language]}
          {days !== null && (
            <span className="quiet">
              {', '}
              {days === 0 ? say(words.sinceToday) : say(days === 1 ? words.sinceOne : words.sinceDays, { n: days })}
            </span>
          )}
        </Status>
      </div>
      {place !== undefined && (
        <PageLink to={place.to} className="button">
          {say(place.label)}
          <span className="hidden">: {title}</span>
        </PageLink>
      )}
    </>
  );
}
