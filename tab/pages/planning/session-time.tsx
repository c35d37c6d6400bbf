import { Field, Input } from '@fluentui/react-components';
import type { Session } from '../../../src/features/planning/types.ts';
import { listDate, timeRange } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { dates as words } from '../../wording/dates.ts';
import { shell } from '../../wording/shell.ts';

interface TimeFieldsProps {
  readonly time: { readonly date: string; readonly startTime: string; readonly endTime: string };
  readonly isRequired?: boolean;
}

/** Day and clock times, local. */
export function TimeFields({ time, isRequired = false }: TimeFieldsProps) {
  const say = useSay();
  return (
    <div className="field-row">
      <Field label={say(words.date)} required={isRequired}>
        <Input type="date" name="date" defaultValue={time.date} required={isRequired} />
      </Field>
      <Field label={say(words.start)}>
        <Input type="time" name="startTime" defaultValue={time.startTime} required />
      </Field>
      <Field label={say(words.end)}>
        <Input type="time" name="endTime" defaultValue={time.endTime} required />
      </Field>
    </div>
  );
}

/** "tisdag 22 september 2026 (v. 39), kl. 8.30–15.30". */
export function SessionTime({ session }: { session: Session }) {
  const say = useSay();
  const language = useLanguage();
  if (session.date === null) return <span className="quiet">{say(shell.noDate)}</span>;
  return (
    <>
      <time dateTime={session.date}>{listDate(session.date, language)}</time>
      {session.isoWeek !== null && <span className="quiet"> ({say(shell.week, { week: session.isoWeek })})</span>}
      {session.startTime !== null &&
        session.endTime !== null &&
        `, ${timeRange(session.startTime, session.endTime, language)}`}
    </>
  );
}
