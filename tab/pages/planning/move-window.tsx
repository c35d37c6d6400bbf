import { Button } from '@fluentui/react-components';
import { useId, useState, type FormEvent } from 'react';
import type { MovePreview } from '../../../src/features/planning/dates/types.ts';
import type { NewTime, Session } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { dayMonth, listDate, timeRange, weekOf } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { field } from '../../parts/ask.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { Remark, type Tone } from '../../parts/status.tsx';
import { Window } from '../../parts/window.tsx';
import { usePath } from '../../project.tsx';
import { dates as words } from '../../wording/dates.ts';
import { shell } from '../../wording/shell.ts';
import { SessionTime, TimeFields } from './session-time.tsx';

/** Moves a session: first the new time, then what follows from it, then the yes. */
export function MoveWindow({ session, onClose }: { session: Session; onClose: () => void }) {
  const say = useSay();
  const [wished, setWished] = useState<NewTime>();
  const [isSeeing, setSeeing] = useState(false);
  if (isSeeing && wished !== undefined)
    return <Consequences session={session} time={wished} onClose={onClose} onBack={() => setSeeing(false)} />;
  const choose = (time: NewTime) => {
    setWished(time);
    setSeeing(true);
  };
  const title = say(session.date === null ? words.setTitle : words.moveTitle, { number: session.number });
  return <ChooseTime title={title} session={session} wished={wished} onChoose={choose} onClose={onClose} />;
}

interface ChooseProps {
  readonly title: string;
  readonly session: Session;
  /** What was chosen before going back from the consequences. */
  readonly wished: NewTime | undefined;
  readonly onChoose: (time: NewTime) => void;
  readonly onClose: () => void;
}

/** A day and its clock times, as the session has them until another is chosen. */
export function ChooseTime({ title, session, wished, onChoose, onClose }: ChooseProps) {
  const say = useSay();
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onChoose({ date: field(form, 'date'), startTime: field(form, 'startTime'), endTime: field(form, 'endTime') });
  }
  return (
    <Window
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(shell.cancel)}</Button>
          <Button appearance="primary" type="submit" form={id}>
            {say(words.consequences)}
          </Button>
        </>
      }
    >
      {session.date !== null && (
        <p>
          <SessionTime session={session} />
        </p>
      )}
      <form id={id} className="form" onSubmit={submit}>
        <TimeFields
          isRequired
          time={
            wished ?? {
              date: session.date ?? '',
              startTime: session.startTime ?? '09:00',
              endTime: session.endTime ?? '16:00',
            }
          }
        />
      </form>
    </Window>
  );
}

const tones: Readonly<Record<'red' | 'warning' | 'tip', Tone>> = { red: 'late', warning: 'warning', tip: 'next' };

function Consequences({ session, time, onClose, onBack }: ConsequencesProps) {
  const say = useSay();
  const path = usePath();
  const base = path(`/sessions/${encodeURIComponent(session.id)}/move`);
  const look = (to: NewTime) => call<MovePreview>(`${base}/preview`, { method: 'POST', body: to });
  const move = (to: NewTime, { textVersion, recipientCount }: MovePreview) =>
    call(base, { method: 'POST', body: { ...to, confirm: { textVersion, recipientCount } } });
  return (
    <ConfirmWindow<MovePreview>
      title={say(words.consequencesTitle)}
      preview={() => look(time)}
      confirm={(seen) => move(time, seen)}
      confirmLabel={say(session.date === null ? words.set : words.moveNow)}
      done={() => say(session.date === null ? words.dateSet : words.moved)}
      undo={({ canUndo }) => (canUndo ? () => call(`${base}/undo`, { method: 'POST' }) : undefined)}
      onClose={onClose}
      onBack={onBack}
      backLabel={say(words.back)}
      showCount={false}
    >
      {(seen) => <Seen seen={seen} />}
    </ConfirmWindow>
  );
}

/** What speaks against a day, or that nothing does. */
export function Advice({ warnings }: Pick<MovePreview, 'warnings'>) {
  const say = useSay();
  if (warnings.length === 0) return <Remark tone="done">{say(words.dayIsFree)}</Remark>;
  return warnings.map((warning) => (
    <Remark key={warning.words.sv} tone={tones[warning.severity]}>
      {say(warning.words)} <span className="quiet">({say(warning.source)})</span>
    </Remark>
  ));
}

/** VEN-02: what a host without a calendar is asked, as it will be read. */
export function HostMail({ mail }: { mail: MovePreview['hostMail'] }) {
  const say = useSay();
  if (mail === null) return null;
  return (
    <details>
      <summary>{say(words.hostMail, mail)}</summary>
      <LetterPaper to={mail.to} subject={mail.subject} text={mail.text} />
    </details>
  );
}

interface ConsequencesProps {
  readonly session: Session;
  readonly time: NewTime;
  readonly onClose: () => void;
  readonly onBack: () => void;
}

/** From when to when, what speaks against it, who is told, the venue, and the deadlines that follow. */
function Seen({ seen }: { seen: MovePreview }) {
  const say = useSay();
  const language = useLanguage();
  const when = ({ date, startTime, endTime }: MovePreview['from']) =>
    date === null
      ? ''
      : [
          listDate(date, language),
          `(${say(shell.week, { week: weekOf(date) })})`,
          ...(startTime === null || endTime === null ? [] : [timeRange(startTime, endTime, language)]),
        ].join(' ');
  return (
    <>
      <p className="move-days">
        {seen.from.date === null
          ? say(words.setTo, { to: when(seen.to) })
          : say(words.fromTo, { from: when(seen.from), to: when(seen.to) })}
      </p>
      <Advice warnings={seen.warnings} />
      <h3>{say(words.whoIsTold)}</h3>
      <p className="recipient-count">
        {seen.recipientCount === 0
          ? say(words.calendarNobody)
          : say(seen.recipientCount === 1 ? words.calendarOne : words.calendarCount, { n: seen.recipientCount })}
      </p>
      {seen.lines.slice(1).map((line) => (
        <p key={line.sv} className="quiet">
          {say(line)}
        </p>
      ))}
      {seen.venue !== null && <p>{say(words.venueAgain, { venue: seen.venue })}</p>}
      <HostMail mail={seen.hostMail} />
      {seen.canUndo && <p className="quiet">{say(words.canUndo)}</p>}
      {seen.deadlines.length > 0 && <Deadlines deadlines={seen.deadlines} />}
    </>
  );
}

/** The rules whose last day follows. */
export function Deadlines({ deadlines }: { deadlines: MovePreview['deadlines'] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <details open={deadlines.length <= 4}>
      <summary>{say(words.deadlines, { n: deadlines.length })}</summary>
      <ul className="move-deadlines">
        {deadlines.map(({ ruleId, title, sessionNumber, from, to, isPast }) => (
          <li key={`${ruleId} ${sessionNumber ?? ''}`}>
            {say(title)}
            {': '}
            {from !== null && (
              <>
                <s>{dayMonth(from, language)}</s>{' '}
              </>
            )}
            <strong>{dayMonth(to, language)}</strong>
            {isPast && <span className="tone-red"> {say(words.deadlinePast)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
