import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { MeetingsView, SessionMeeting } from '../../../src/features/meetings/types.ts';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { call, useAct, useRead } from '../../api.ts';
import { localMoment, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { Remark, Status, type Tone } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { outlook as words } from '../../wording/outlook.ts';
import { EarlierInvitation } from './earlier.tsx';

// Seldom there, so the page does not wait for it.
const OutlookQuestions = lazy(() =>
  import('./outlook-questions.tsx').then((part) => ({ default: part.OutlookQuestions })),
);

const CalendarHistory = lazy(() =>
  import('./outlook-questions.tsx').then((part) => ({ default: part.CalendarHistory })),
);

/** What Outlook holds for the session, what is wrong there, and what can be done about it. */
export function OutlookSection({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const view = useRead<MeetingsView>(may('rooms.view') ? path('/meetings') : null);
  const act = useAct(async (what: string) => {
    await call(path(what), { method: 'POST' });
  });
  const meeting = view.data?.sessions.find(({ sessionId }) => sessionId === session.id);
  if (meeting === undefined) return null;
  const press = (what: string, told: string): void => {
    act.run(what).then(
      () => messages.done(told),
      (cause: unknown) => messages.failed(cause),
    );
  };
  const canMend = may('meetings.reconcile');
  return (
    <Section id="outlook" title={say(words.title)}>
      <Status tone={tones[meeting.state]}>{say(words[meeting.state], { ...figures(meeting) })}</Status>
      {meeting.waitsForRoom !== null && (
        <Remark tone="warning">
          {say(meeting.roomStatus.startsWith('declined') ? words.staysDeclined : words.stays, {
            when: localMoment(meeting.waitsForRoom.start, language),
          })}
        </Remark>
      )}
      {meeting.speakersLink !== null && (
        <Status tone={speakerTones[meeting.speakersLink.state]}>
          {say(speakerWords[meeting.speakersLink.state], { speakers: meeting.speakersLink.speakers })}
        </Status>
      )}
      {meeting.sharedCalendar !== null && meeting.state === 'live' && (
        <Status tone={meeting.sharedCalendar === 'written' ? 'done' : 'warning'}>
          {say(sharedWords[meeting.sharedCalendar])}
        </Status>
      )}
      {meeting.problemWords !== null && <Remark tone="warning">{meeting.problemWords[language]}</Remark>}
      {(meeting.drift !== null || meeting.strangers.length > 0 || meeting.heldUntil !== null) && (
        <Suspense>
          <OutlookQuestions meeting={meeting} now={view.data?.now ?? ''} canSettle={canMend} />
        </Suspense>
      )}
      {canMend && (meeting.problem !== null || isRefused(meeting)) && (
        <div className="actions">
          <Button disabled={act.isBusy} onClick={() => press('/meetings/reconcile', say(words.asked))}>
            {say(words.again)}
          </Button>
        </div>
      )}
      <EarlierInvitation meeting={meeting} />
      {meeting.state !== 'none' && <HistoryPart sessionId={session.id} />}
      {meeting.lastSync !== null && (
        <p className="quiet">{say(words.readAt, { when: moment(meeting.lastSync, language) })}</p>
      )}
    </Section>
  );
}

const sharedWords = {
  written: words.shared,
  stale: words.sharedStale,
  missing: words.sharedMissing,
  failed: words.sharedFailed,
} as const;

/** The shared calendar has said no, which a new try may change. */
function isRefused({ sharedCalendar }: SessionMeeting): boolean {
  return sharedCalendar === 'stale' || sharedCalendar === 'failed';
}

/** Read when somebody opens it. */
function HistoryPart({ sessionId }: { sessionId: string }) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(words.history)}</summary>
      {isOpen && (
        <Suspense>
          <CalendarHistory sessionId={sessionId} />
        </Suspense>
      )}
    </details>
  );
}

const tones: Readonly<Record<SessionMeeting['state'], Tone>> = {
  none: 'later',
  intended: 'waiting',
  live: 'done',
  cancelled: 'no',
};

const speakerTones: Readonly<Record<NonNullable<SessionMeeting['speakersLink']>['state'], Tone>> = {
  waiting: 'waiting',
  invited: 'done',
  failed: 'late',
};

const speakerWords = {
  waiting: words.speakersWaiting,
  invited: words.speakersInvited,
  failed: words.speakersFailed,
};

function figures({ invited, accepted, declined, tentative, none }: SessionMeeting): Record<string, number> {
  return { invited, accepted, declined, tentative, none };
}
