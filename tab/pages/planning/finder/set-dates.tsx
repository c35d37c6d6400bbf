import { useLocation, useSearch } from 'wouter';
import type { FoundView } from '../../../../src/features/planning/dates/finding/types.ts';
import type { DatesPreview, NewDate } from '../../../../src/features/planning/dates/several/types.ts';
import { call } from '../../../api.ts';
import { listDate, timeRange, weekOf } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { ConfirmWindow } from '../../../parts/confirm.tsx';
import { useSessionName } from '../../../parts/session-name.ts';
import { usePath } from '../../../project.tsx';
import { finder as words } from '../../../wording/finder.ts';
import { dates as dateWords } from '../../../wording/dates.ts';
import { shell } from '../../../wording/shell.ts';
import { Advice, Deadlines, HostMail } from '../move-window.tsx';
import type { Chosen } from './found.tsx';

interface SetDatesProps {
  readonly found: Pick<FoundView, 'days' | 'startTime' | 'endTime'>;
  readonly chosen: Chosen;
  /** Instead of going on to the venues. */
  readonly onSet?: () => void;
  readonly onClose: () => void;
}

/** What follows when the chosen dates are set, and the yes. */
export function SetDates({ found, chosen, onSet, onClose }: SetDatesProps) {
  const say = useSay();
  const path = usePath();
  const [, go] = useLocation();
  const search = useSearch();
  const dates = Object.entries(chosen).map(([sessionId, date]): NewDate => {
    const venueId = found.days.find((day) => day.date === date)?.venueId ?? null;
    return { sessionId, date, venueId, startTime: found.startTime, endTime: found.endTime };
  });
  async function confirm({ textVersion, recipientCount }: DatesPreview) {
    await call(path('/dates'), { method: 'POST', body: { dates, confirm: { textVersion, recipientCount } } });
    if (onSet !== undefined) return onSet();
    go(`/planering/lokaler${search === '' ? '' : `?${search}`}`);
  }
  return (
    <ConfirmWindow<DatesPreview>
      title={say(words.confirmTitle)}
      preview={() => call(path('/dates/preview'), { method: 'POST', body: { dates } })}
      confirm={confirm}
      confirmLabel={say(words.confirm)}
      done={() => say(words.done)}
      onClose={onClose}
      showCount={false}
    >
      {(seen) => <Seen seen={seen} />}
    </ConfirmWindow>
  );
}

function Seen({ seen }: { seen: DatesPreview }) {
  const say = useSay();
  const language = useLanguage();
  const nameOf = useSessionName();
  return (
    <>
      <ul className="rows">
        {seen.dates.map((one) => (
          <li key={one.sessionId}>
            <h3>{nameOf(one.sessionId, one.number)}</h3>
            <p>
              {one.from !== null && one.from !== one.to.date && (
                <>
                  <s>{listDate(one.from, language)}</s>{' '}
                </>
              )}
              <strong>{listDate(one.to.date, language)}</strong> ({say(shell.week, { week: weekOf(one.to.date) })}),{' '}
              {timeRange(one.to.startTime, one.to.endTime, language)}
            </p>
            <Advice warnings={one.warnings} />
            {one.venue !== null && <p>{say(words.toVenue, { venue: one.venue })}</p>}
            {one.venueAgain !== null && <p>{say(dateWords.venueAgain, { venue: one.venueAgain })}</p>}
            {one.lines.map((line) => (
              <p key={line.sv} className="quiet">
                {say(line)}
              </p>
            ))}
            <HostMail mail={one.hostMail} />
          </li>
        ))}
      </ul>
      {seen.deadlines.length > 0 && <Deadlines deadlines={seen.deadlines} />}
    </>
  );
}
