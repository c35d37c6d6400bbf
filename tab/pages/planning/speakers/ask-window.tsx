import { useRef } from 'react';
import type { QuestionPreview, SpeakerState, SpeakerView } from '../../../../src/features/speakers/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../../parts/confirm.tsx';
import { usePath } from '../../../project.tsx';
import { speakers as words } from '../../../wording/speakers.ts';

interface Asked {
  readonly confirmationId: string;
  readonly before: SpeakerState;
}

/** the question as the one who is asked will read it, then the yes; it can be taken back while it waits. */
export function AskSpeakerWindow({ speaker, onClose }: { speaker: SpeakerView; onClose: () => void }) {
  const say = useSay();
  const path = usePath()(`/speakers/${encodeURIComponent(speaker.id)}/question`);
  const { displayName: name } = speaker;
  // What was answered to the yes is what takes it back; it changes nothing that is seen.
  const sent = useRef<Asked>(undefined);
  return (
    <ConfirmWindow<QuestionPreview>
      title={say(speaker.status === 'idea' ? words.askOf : words.remindOf, { name })}
      preview={() => call(path)}
      confirm={async ({ textVersion, recipientCount }) => {
        sent.current = await call<Asked>(path, { method: 'POST', body: { textVersion, recipientCount } });
      }}
      confirmLabel={say(words.send)}
      done={() => say(words.sent, { name })}
      undo={() => () => call(`${path}/take-back`, { method: 'POST', body: sent.current })}
      onClose={onClose}
    >
      {({ to, subject, text }) => (
        <>
          <p className="quiet break">{say(words.to, to)}</p>
          <LetterPaper subject={subject} text={text} />
        </>
      )}
    </ConfirmWindow>
  );
}
