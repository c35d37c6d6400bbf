import { Button } from '@fluentui/react-components';
import { useId, useState, type FormEvent } from 'react';
import type { MovePreview, NewTime, Session } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { dayMonth, listDate, timeRange } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { field } from '../../parts/ask.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { Remark, type Tone } from '../../parts/status.tsx';
import { Window } from '../../parts/window.tsx';
import { usePath } from '../../project.tsx';
import { dates as words } from '../../wording/planning.ts';
import { shell } from '../../wording/shell.ts';
import { SessionTime, TimeFields } from './session-time.tsx';

/** Moves a session: first the new time, then what follows from it, then the yes. */
export function MoveWindow({ session, onClose }: { session: Session; onClose: () => void }) {
  const [time, setTime] = useState<NewTime>();
  return time === undefined ? (
    <ChooseTime session={session} onChoose={setTime} onClose={onClose} />
  ) : (
    <Consequences session={session} time={time} onClose={onClose} />
  );
}

interface ChooseProps {
  readonly session: Session;
  readonly onChoose: (time: NewTime) => void;
  readonly onClose: () => void;
}

function ChooseTime({ session, onChoose, onClose }: ChooseProps) {
  const say = useSay();
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onChoose({ date: field(form, 'date'), startTime: field(form, 'startTime'), endTime: field(form, 'endTime') });
  }
  return (
    <Window
      title={say(words.moveTitle, { number: session.number })}
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
      <p>
        <SessionTime session={session} />
      </p>
      <form id={id} className="form" onSubmit={submit}>
        <TimeFields
          isRequired
          time={{
            date: session.date ?? '',
            startTime: session.startTime ?? '09:00',
            endTime: session.endTime ?? '16:00',
          }}
        />
      </form>
    </Window>
  );
}

const tones: Readonly<Record<'red' | 'warning' | 'tip', Tone>> = { red: 'late', warning: 'warning', tip: 'next' };

function Consequences({ session, time, onClose }: { session: Session; time: NewTime; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const base = path(`/sessions/${encodeURIComponent(session.id)}/move`);
  const when = (at: MovePreview['from']) =>
    at.date === null
      ? ''
      : `${listDate(at.date, language)}${at.startTime === null || at.endTime === null ? '' : ` ${timeRange(at.startTime, at.endTime, language)}`}`;
  return (
    <ConfirmWindow<MovePreview>
      title={say(words.consequencesTitle)}
      preview={() => call(`${base}/preview`, { method: 'POST', body: time })}
      confirm={({ textVersion, recipientCount }) =>
        call(base, { method: 'POST', body: { ...time, confirm: { textVersion, recipientCount } } })
      }
      confirmLabel={say(words.moveNow)}
      done={() => say(words.moved)}
      onClose={onClose}
      showCount={false}
    >
      {(seen) => (
        <>
          <p>
            {seen.from.date === null
              ? say(words.setTo, { to: when(seen.to) })
              : say(words.fromTo, { from: when(seen.from), to: when(seen.to) })}
          </p>
          <p className="recipient-count">
            {seen.recipientCount === 0
              ? say(words.calendarNobody)
              : say(words.calendarCount, { n: seen.recipientCount })}
          </p>
          {seen.warnings.map((warning) => (
            <Remark key={warning.words.sv} tone={tones[warning.severity]}>
              {say(warning.words)} <span className="quiet">({say(warning.source)})</span>
            </Remark>
          ))}
          <ul>
            {seen.lines.map((line) => (
              <li key={line.sv}>{say(line)}</li>
            ))}
            {seen.sessionInfo !== null && (
              <li>{say(words.infoBy, { day: dayMonth(seen.sessionInfo.wiseDay, language) })}</li>
            )}
          </ul>
        </>
      )}
    </ConfirmWindow>
  );
}
