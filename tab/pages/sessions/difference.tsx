import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { DriftSide } from '../../../src/features/meetings/drift/types.ts';
import type { SessionMeeting } from '../../../src/features/meetings/types.ts';
import { localMoment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Remark } from '../../parts/status.tsx';
import { drift as words } from '../../wording/drift.ts';
import { DriftWindow } from './drift-window.tsx';

type Drift = NonNullable<SessionMeeting['drift']>;

/** What somebody has changed in Outlook, side by side with the plan, and the question which of them is right. */
export function Difference({
  meeting,
  drift,
  canSettle,
}: {
  meeting: SessionMeeting;
  drift: Drift;
  canSettle: boolean;
}) {
  const say = useSay();
  const language = useLanguage();
  const [side, setSide] = useState<DriftSide>();
  const { written } = meeting;
  const moment = (local: string | undefined): string => (local === undefined ? '' : localMoment(local, language));
  const rows = [
    { name: words.subject, plan: written?.subject ?? '', outlook: drift.subject },
    { name: words.start, plan: moment(written?.start), outlook: drift.start && moment(drift.start) },
    { name: words.end, plan: moment(written?.end), outlook: drift.end && moment(drift.end) },
    { name: words.place, plan: written?.location.displayName ?? '', outlook: drift.location },
    { name: words.room, plan: say(words.isBooked), outlook: drift.room && say(words.isGone) },
    { name: words.people, plan: meeting.missing.join(', '), outlook: drift.people && say(words.areMissing) },
    { name: words.meeting, plan: moment(written?.start), outlook: drift.removed && say(words.isRemoved) },
  ].filter(({ outlook }) => outlook !== undefined);
  const isRemoved = drift.removed !== undefined;
  const isOnlyPeople = Object.keys(drift).every((field) => field === 'people');
  return (
    <>
      <Remark tone="warning">{say(words.title)}</Remark>
      <table className="plain-table differences">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{say(words.what)}</span>
            </th>
            <th scope="col">{say(words.inPlan)}</th>
            <th scope="col">{say(words.inOutlook)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, plan, outlook }) => (
            <tr key={name.sv}>
              <th scope="row">{say(name)}</th>
              <td>{plan}</td>
              <td>{outlook}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {canSettle && (
        <div className="actions">
          <Button appearance="primary" onClick={() => setSide('plan')}>
            {say(isRemoved ? words.makeAgain : words.plan)}
          </Button>
          {!isOnlyPeople && (
            <Button onClick={() => setSide('outlook')}>{say(isRemoved ? words.callOff : words.outlook)}</Button>
          )}
        </div>
      )}
      {side !== undefined && (
        <DriftWindow sessionId={meeting.sessionId} side={side} onClose={() => setSide(undefined)} />
      )}
    </>
  );
}
