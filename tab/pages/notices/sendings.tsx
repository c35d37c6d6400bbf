import type { MailingView, Sending } from '../../../src/features/mailings/types.ts';
import { moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Countdown } from '../../parts/countdown.tsx';
import { mailingPath, StopButton } from '../../parts/leaving.tsx';
import { stateTones, stateWords } from '../../parts/outbound.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay } from '../../project.tsx';
import { mailings as words } from '../../wording/mailings.ts';

/** What is on its way, with the time that is left; and what cannot be taken back, with the way to put it right. */
export function Latest({ view }: { view: MailingView }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const onItsWay = view.sendings.find(({ state }) => state === 'onItsWay');
  const gone = view.sendings.find(({ state }) => state === 'goneOut');
  if (onItsWay !== undefined)
    return (
      <div className="banner banner-leaving" role="status">
        <div>
          <Status tone="waiting">
            <strong>
              {say(words.leaves, { n: onItsWay.recipientCount })} <Countdown until={onItsWay.goesAt} now={view.now} />
            </strong>
          </Status>
        </div>
        <StopButton
          what={say(view.name)}
          stopPath={`/confirmations/${encodeURIComponent(onItsWay.confirmationId)}/stop`}
        />
      </div>
    );
  if (gone === undefined)
    return view.sentAt === null ? null : (
      <Status tone="done">{say(words.outside, { when: moment(view.sentAt, language) })}</Status>
    );
  const n = gone.counts.sent + gone.counts.bounced;
  const when = moment(gone.entries[0]?.sentAt ?? gone.goesAt, language);
  return (
    <div className="banner banner-gone">
      <div>
        <Status tone="done">{say(words.goneOut, { n, when })}</Status>
      </div>
      {may('notices.send') && n > 0 && (
        <PageLink to={mailingPath(gone.correction)} className="button">
          {say(words.correct)}
        </PageLink>
      )}
    </div>
  );
}

/** Per person: waiting, sent, came back, failed or stopped; who said yes, and when. */
export function LetterLog({ view }: { view: MailingView }) {
  const say = useSay();
  const written = view.sendings.filter(({ entries }) => entries.length > 0);
  return (
    <Section title={say(words.log)}>
      {written.length === 0 ? (
        <p className="quiet">{say(words.logNone)}</p>
      ) : (
        written.map((one, index) => <Log key={one.confirmationId} sending={one} isOpen={index === 0} />)
      )}
    </Section>
  );
}

function Log({ sending, isOpen }: { sending: Sending; isOpen: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { counts, entries } = sending;
  const states = (['sent', 'byHand', 'bounced', 'failed', 'waiting', 'sending', 'stopped'] as const).filter(
    (state) => counts[state] > 0,
  );
  return (
    <details open={isOpen} className="sending">
      <summary>
        {say(words.logBy, { when: moment(sending.confirmedAt, language), name: sending.by })}
        <span className="quiet">
          {' '}
          · {states.map((state) => `${say(stateWords[state])}: ${counts[state]}`).join(', ')}
        </span>
      </summary>
      <ul className="people log-people">
        {entries
          .toSorted((one, other) => (one.recipientName ?? '').localeCompare(other.recipientName ?? '', 'sv'))
          .map((entry) => (
            <li key={entry.id}>
              <span>{entry.recipientName ?? entry.recipient}</span>
              <span className="quiet break">{entry.recipient}</span>
              <Status tone={stateTones[entry.state]}>
                {say(stateWords[entry.state])}
                {entry.sentAt !== null && <span className="quiet"> {moment(entry.sentAt, language)}</span>}
                {entry.error !== null && <span className="quiet"> {entry.error}</span>}
              </Status>
            </li>
          ))}
      </ul>
    </details>
  );
}
