import type { SessionState } from '../../../src/features/sessions/types.ts';
import { listDate, placeText, timeRange } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Status, type Tone } from '../../parts/status.tsx';
import { sessions as words } from '../../wording/sessions.ts';
import { shell } from '../../wording/shell.ts';

export function WhenText({ session }: { session: Pick<SessionState, 'date' | 'start' | 'end' | 'week'> }) {
  const say = useSay();
  const language = useLanguage();
  if (session.date === null) return <span className="quiet">{say(shell.noDate)}</span>;
  return (
    <>
      <time dateTime={session.date}>{listDate(session.date, language)}</time>
      {session.week !== null && <span className="quiet"> ({say(shell.week, { week: session.week })})</span>}
      {session.start !== null && session.end !== null && `, ${timeRange(session.start, session.end, language)}`}
    </>
  );
}

/** What a venue's answer looks like; the words come from the server. */
export function roomTone(code: string): Tone {
  if (code === 'accepted' || code === 'confirmedByHand') return 'done';
  if (code === 'declined' || code === 'declinedByHand') return 'no';
  return code === 'none' ? 'unknown' : 'waiting';
}

export function Place({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  if (session.format === 'digital') return say(words.digital);
  return (
    <>
      {session.venue === null ? say(words.noVenue) : placeText(session.venue)}
      <br />
      <Status tone={roomTone(session.roomStatus.code)}>{session.roomStatus.words[language]}</Status>
    </>
  );
}

/** AGD-01: talk against listening, as a bar and in words. */
export function BalanceBar({ session: { balance } }: { session: Pick<SessionState, 'balance'> }) {
  const say = useSay();
  const language = useLanguage();
  const other = Math.max(0, balance.totalMinutes - balance.conversationMinutes - balance.presentationMinutes);
  const parts = [
    { key: 'talk', minutes: balance.conversationMinutes, name: say(words.conversation) },
    { key: 'present', minutes: balance.presentationMinutes, name: say(words.presentation) },
    { key: 'other', minutes: other, name: say(words.other) },
  ];
  return (
    <figure className="balance">
      <div className="balance-bar" aria-hidden>
        {parts.map(({ key, minutes }) =>
          minutes === 0 ? null : <span key={key} className={`balance-${key}`} style={{ flexGrow: minutes }} />,
        )}
      </div>
      <figcaption>
        {parts.map(({ key, minutes, name }) => (
          <span key={key} className="legend">
            <span className={`dot balance-${key}`} aria-hidden /> {name} {minutes} min
          </span>
        ))}
        {balance.conversationShareOfContent !== null && (
          <span className="quiet">
            {say(words.balanceShare, {
              share: new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
                style: 'percent',
                maximumFractionDigits: 0,
              }).format(balance.conversationShareOfContent),
            })}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
