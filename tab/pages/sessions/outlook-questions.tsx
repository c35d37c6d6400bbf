import type { SessionMeeting } from '../../../src/features/meetings/types.ts';
import { Difference } from './difference.tsx';
import { Strangers } from './strangers.tsx';
import { Waiting } from './waiting.tsx';

/** What somebody has done to the meeting in Outlook, and what we need to know about it. */
export function OutlookQuestions({
  meeting,
  now,
  canSettle,
}: {
  meeting: SessionMeeting;
  now: string;
  canSettle: boolean;
}) {
  return (
    <>
      {meeting.heldUntil !== null && (
        <Waiting meeting={meeting} until={meeting.heldUntil} now={now} canSettle={canSettle} />
      )}
      {meeting.drift !== null && <Difference meeting={meeting} drift={meeting.drift} canSettle={canSettle} />}
      {meeting.strangers.length > 0 && <Strangers meeting={meeting} />}
    </>
  );
}

export { CalendarHistory } from './calendar-history.tsx';
