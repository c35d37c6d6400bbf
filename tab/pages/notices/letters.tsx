import type { MailingSummary } from '../../../src/features/mailings/types.ts';
import { dayMonth, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { mailingPath } from '../../parts/leaving.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { mailings as words } from '../../wording/mailings.ts';

const isNow = ({ state }: MailingSummary) => state === 'ready' || state === 'incomplete' || state === 'onItsWay';
const isLater = ({ state }: MailingSummary) => state === 'later';

/** Every letter: those of now in sight, the others a click away. */
export function Letters({ all }: { all: readonly MailingSummary[] }) {
  const say = useSay();
  const [now, later] = [all.filter(isNow), all.filter(isLater)];
  const done = all.filter((one) => !isNow(one) && !isLater(one));
  return (
    <Section title={say(words.letters)} intro={say(words.lettersIntro)}>
      {now.length === 0 ? <Status tone="done">{say(words.nowNone)}</Status> : <LetterRows all={now} />}
      {later.length > 0 && (
        <details>
          <summary>{say(words.later, { n: later.length })}</summary>
          <LetterRows all={later} />
        </details>
      )}
      {done.length > 0 && (
        <details open={now.length === 0}>
          <summary>{say(words.done, { n: done.length })}</summary>
          <LetterRows all={done} />
        </details>
      )}
    </Section>
  );
}

function LetterRows({ all }: { all: readonly MailingSummary[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="rows">
      {all.map((one) => (
        <li key={one.id} className="row letter-row">
          <div className="row-text">
            <p className="row-title">
              <PageLink to={mailingPath(one.id)}>{say(one.name)}</PageLink>
            </p>
            {one.state !== 'sent' && <Due mailing={one} />}
            {one.state === 'incomplete' && (
              <p className="quiet">{[...new Set(one.missing.map((thing) => thing[language]))].join(' ')}</p>
            )}
          </div>
          <LetterStatus mailing={one} />
        </li>
      ))}
    </ul>
  );
}

/** The last day, and the wise one when it is earlier. */
export function Due({ mailing: { due, wiseDue } }: { mailing: Pick<MailingSummary, 'due' | 'wiseDue'> }) {
  const say = useSay();
  const language = useLanguage();
  if (due === null) return null;
  const day = (date: string) => dayMonth(date, language);
  return (
    <p className="quiet">
      {wiseDue === null || wiseDue === due
        ? say(words.due, { day: day(due) })
        : say(words.dueWise, { day: day(wiseDue), last: day(due) })}
    </p>
  );
}

const tones: Readonly<Record<MailingSummary['state'], Tone>> = {
  sent: 'done',
  onItsWay: 'waiting',
  ready: 'next',
  incomplete: 'warning',
  later: 'later',
  past: 'no',
};

export function LetterStatus({ mailing }: { mailing: MailingSummary }) {
  const say = useSay();
  const language = useLanguage();
  const { state, sentAt, recipientCount } = mailing;
  const text = {
    sent: say(words.stateSent, { when: sentAt === null ? '' : moment(sentAt, language) }),
    onItsWay: say(words.stateOnItsWay),
    ready: say(words.stateReady, { n: recipientCount }),
    incomplete: say(words.stateIncomplete),
    later: say(words.stateLater),
    past: say(words.statePast),
  };
  return <Status tone={tones[state]}>{text[state]}</Status>;
}
