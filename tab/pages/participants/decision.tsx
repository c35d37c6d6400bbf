import type { Letter, Preview } from '../../../src/features/notices/types.ts';
import type { Decision, Participant } from '../../../src/features/registration/types.ts';
import type { Words } from '../../../src/domain/words.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { Remark } from '../../parts/status.tsx';
import { usePath } from '../../project.tsx';
import { participants as words } from '../../wording/participants.ts';

const titles = { approve: words.approveFor, decline: words.declineFor, cancel: words.cancelFor };
const labels = { approve: words.sendYes, decline: words.sendNo, cancel: words.sendCancel };

interface DecisionProps {
  readonly person: Participant;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** A yes, a no or a cancellation: the mail first. */
export function DecisionWindow({ person, decision, onClose }: DecisionProps) {
  const say = useSay();
  const path = usePath();
  const base = path(`/participants/${encodeURIComponent(person.id)}`);
  return (
    <ConfirmWindow<Preview & { readonly to: string; readonly letter: Letter; readonly remark: Words | null }>
      title={say(titles[decision], { name: person.displayName })}
      preview={() => call(`${base}/preview/${decision}`)}
      confirm={({ textVersion, recipientCount }) =>
        call(`${base}/${decision}`, { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(labels[decision])}
      done={() => say(words.decided, { name: person.displayName })}
      onClose={onClose}
    >
      {({ to, letter, remark }) => (
        <>
          {remark !== null && <Remark tone="warning">{say(remark)}</Remark>}
          <LetterPaper to={to} subject={letter.subject} text={letter.text} />
        </>
      )}
    </ConfirmWindow>
  );
}
