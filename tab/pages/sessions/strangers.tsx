import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { SessionMeeting } from '../../../src/features/meetings/types.ts';
import { call, useAct } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { useMay, usePath } from '../../project.tsx';
import { strangers as words } from '../../wording/strangers.ts';
import { StrangerWindow, type GuestKind } from './stranger-window.tsx';

type Stranger = SessionMeeting['strangers'][number];

/** People whom somebody has put on the meeting in Outlook: who are they? */
export function Strangers({ meeting }: { meeting: SessionMeeting }) {
  const say = useSay();
  const may = useMay();
  return (
    <div className="strangers">
      <h3>{say(words.title)}</h3>
      <p>{say(words.text)}</p>
      <ul>
        {meeting.strangers.map((stranger) => (
          <li key={stranger.address}>
            <strong>{stranger.name}</strong> {stranger.name === stranger.address ? '' : stranger.address}
            {may('participants.edit') && <Choices sessionId={meeting.sessionId} stranger={stranger} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Choices({ sessionId, stranger }: { sessionId: string; stranger: Stranger }) {
  const say = useSay();
  const path = usePath();
  const messages = useMessages();
  const [asked, setAsked] = useState<GuestKind | 'remove'>();
  const address = path(`/meetings/${encodeURIComponent(sessionId)}/strangers`);
  const act = useAct(async (decision: object) => {
    await call(address, { method: 'POST', body: { address: stranger.address, decision } });
  });
  const stay = (): void => {
    act.run({ as: 'stays' }).then(() => messages.done(say(words.left, { name: stranger.name })), messages.failed);
  };
  const { name } = stranger;
  return (
    <div className="actions">
      <Button onClick={() => setAsked('substitute')} aria-label={say(words.substituteOf, { name })}>
        {say(words.substitute)}
      </Button>
      <Button onClick={() => setAsked('colleague')} aria-label={say(words.colleagueOf, { name })}>
        {say(words.colleague)}
      </Button>
      <Button onClick={() => setAsked('remove')} aria-label={say(words.removeOf, { name })}>
        {say(words.remove)}
      </Button>
      <Button appearance="subtle" disabled={act.isBusy} onClick={stay}>
        {say(words.stays)}
      </Button>
      {asked !== undefined && (
        <StrangerWindow
          stranger={stranger}
          kind={asked}
          save={(decision) => call(address, { method: 'POST', body: { address: stranger.address, decision } })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}
