import { useRef } from 'react';
import type { AskingPreview } from '../../../src/features/themes/asking/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { usePath } from '../../project.tsx';
import { themes as words } from '../../wording/themes.ts';

/** THM-04, X-02: who is asked to decide, and with which words; it can be stopped while it waits. */
export function AskSteeringWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  // What was answered to the yes is what takes it back; it changes nothing that is seen.
  const sent = useRef<string>(undefined);
  return (
    <ConfirmWindow<AskingPreview>
      title={say(words.ask)}
      preview={() => call(path('/themes/asking'))}
      confirm={async ({ textVersion, recipientCount }) => {
        const body = { textVersion, recipientCount };
        sent.current = (
          await call<{ confirmationId: string }>(path('/themes/asking'), { method: 'POST', body })
        ).confirmationId;
      }}
      confirmLabel={say(words.askSend)}
      done={() => say(words.askSent)}
      undo={() => () => call(path(`/confirmations/${encodeURIComponent(sent.current ?? '')}/stop`), { method: 'POST' })}
      onClose={onClose}
    >
      {({ to, subject, text }) => (
        <>
          <p>{say(words.askHow)}</p>
          <p className="quiet break">{say(words.askTo, { names: to.map(({ name }) => name).join(', ') })}</p>
          <LetterPaper subject={subject} text={text} />
        </>
      )}
    </ConfirmWindow>
  );
}
