import type { SessionMeeting } from '../../../src/features/meetings/types.ts';
import { Difference } from './difference.tsx';
import { Strangers } from './strangers.tsx';

/** What somebody has done to the meeting in Outlook, and what we need to know about it. */
export function OutlookQuestions({ meeting, canSettle }: { meeting: SessionMeeting; canSettle: boolean }) {
  return (
    <>
      {meeting.drift !== null && <Difference meeting={meeting} drift={meeting.drift} canSettle={canSettle} />}
      {meeting.strangers.length > 0 && <Strangers meeting={meeting} />}
    </>
  );
}

export { CalendarHistory } from './calendar-history.tsx';
