import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SessionMeeting } from '../../../src/features/meetings/types.ts';
import { call, readKey, useAct } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Countdown } from '../../parts/countdown.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Remark } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { waiting as words } from '../../wording/waiting.ts';

/** What waits is gone in a moment, so the page looks oftener than else. */
const LOOK_AGAIN_MS = 4000;

/** A change that has not gone out: how long it waits, and how to take it back or send it at once. */
export function Waiting({
  meeting,
  until,
  now,
  canSettle,
}: {
  meeting: SessionMeeting;
  until: string;
  now: string;
  canSettle: boolean;
}) {
  const say = useSay();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const act = useAct(async (what: string) => {
    await call(path(what), { method: 'POST' });
  });
  const cache = useQueryClient();
  const view = path('/meetings');
  useEffect(() => {
    const timer = setInterval(() => void cache.invalidateQueries({ queryKey: readKey(view) }), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [cache, view]);
  const session = encodeURIComponent(meeting.sessionId);
  const press = (what: string, told: string): void => {
    act.run(what).then(() => messages.done(told), messages.failed);
  };
  return (
    <>
      <Remark tone="waiting">
        {say(words.title)} <Countdown until={until} now={now} />
      </Remark>
      <p className="quiet">{say(words.text)}</p>
      {canSettle && (
        <div className="actions">
          {meeting.canUndoMove && may('plan.edit') && (
            <Button disabled={act.isBusy} onClick={() => press(`/sessions/${session}/move/undo`, say(words.undone))}>
              {say(words.undo)}
            </Button>
          )}
          <Button
            appearance="subtle"
            disabled={act.isBusy}
            onClick={() => press(`/meetings/${session}/send-now`, say(words.sent))}
          >
            {say(words.sendNow)}
          </Button>
        </div>
      )}
    </>
  );
}
