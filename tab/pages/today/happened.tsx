import { Button } from '@fluentui/react-components';
import {
  CalendarEdit20Regular,
  CheckmarkCircle20Regular,
  ErrorCircle20Filled,
  Location20Regular,
  Mail20Regular,
  PersonAdd20Regular,
  PersonDelete20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Happening, Today } from '../../../src/features/today/types.ts';
import { call, useAct } from '../../api.ts';
import { longMoment, nearMoment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { placeOf } from '../../parts/places.ts';
import { Section } from '../../parts/section.tsx';
import { usePath } from '../../project.tsx';
import { today as words } from '../../wording/today.ts';

const icons: Readonly<Record<Happening['kind'], ReactNode>> = {
  registration: <PersonAdd20Regular />,
  cancellation: <PersonDelete20Regular />,
  answer: <CheckmarkCircle20Regular />,
  venue: <Location20Regular />,
  letter: <Mail20Regular />,
  bounce: <ErrorCircle20Filled className="tone-red" />,
  plan: <CalendarEdit20Regular />,
};

interface HappenedProps {
  readonly happened: Today['happened'];
  readonly today: string;
}

/** What others have done since this person last looked, a sentence each. */
export function HappenedSection({ happened: { since, events }, today }: HappenedProps) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const messages = useMessages();
  const read = useAct(() => call(path('/today/look'), { method: 'POST', body: { hasRead: true } }));
  const intro =
    since === null ? say(words.happenedFirst) : say(words.happenedSince, { when: longMoment(since, language) });
  return (
    <Section
      title={say(words.happened)}
      intro={intro}
      acts={
        events.length > 0 && (
          <Button
            appearance="subtle"
            disabled={read.isBusy}
            onClick={() => void read.run(undefined).then(() => messages.done(say(words.marked)), messages.failed)}
          >
            {say(words.markRead)}
          </Button>
        )
      }
    >
      {events.length === 0 ? (
        <p className="quiet">{say(words.happenedNone)}</p>
      ) : (
        <ul className="happened">
          {events.map((event) => (
            <li key={event.id}>
              <Event event={event} today={today} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Event({ event, today }: { event: Happening; today: string }) {
  const language = useLanguage();
  const place = placeOf(event.action, event.sessionId);
  const text = event.words[language];
  return (
    <>
      <span aria-hidden className="status-icon">
        {icons[event.kind]}
      </span>
      <p>
        {place === undefined ? text : <PageLink to={place.to}>{text}</PageLink>}{' '}
        <time dateTime={event.at} className="quiet">
          {nearMoment(event.at, today, language)}
        </time>
      </p>
    </>
  );
}
