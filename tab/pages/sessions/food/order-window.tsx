import type { KitchenView, OrderPreview } from '../../../../src/features/kitchen/types.ts';
import type { SessionState } from '../../../../src/features/sessions/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow } from '../../../parts/ask.tsx';
import { ConfirmWindow, LetterPaper } from '../../../parts/confirm.tsx';
import { Remark } from '../../../parts/status.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';
import { useKitchenPath } from './order.tsx';

interface OrderProps {
  readonly session: SessionState;
  readonly isAgain: boolean;
  readonly onClose: () => void;
}

/** Preview → confirm → log: the mail to host or kitchen. */
export function OrderWindow({ session, isAgain, onClose }: OrderProps) {
  const say = useSay();
  const path = useKitchenPath(session);
  return (
    <ConfirmWindow<OrderPreview>
      title={say(isAgain ? words.orderAgain : words.order)}
      preview={() => call(path('/order/preview'), { method: 'POST' })}
      confirm={({ textVersion, recipientCount }) =>
        call(path('/order'), { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(words.orderSend)}
      done={() => say(words.orderDone)}
      onClose={onClose}
    >
      {(seen) => (
        <>
          {seen.toReview > 0 && (
            <Remark tone="warning">
              {say(seen.toReview === 1 ? words.orderUnreadOne : words.orderUnread, { n: seen.toReview })}
            </Remark>
          )}
          <p>{say(words.orderNoDiet)}</p>
          <LetterPaper to={seen.to} subject={seen.subject} text={seen.text} />
        </>
      )}
    </ConfirmWindow>
  );
}

interface FinalProps {
  readonly session: SessionState;
  readonly view: KitchenView;
  readonly onClose: () => void;
}

export function FinalWindow({ session, view, onClose }: FinalProps) {
  const say = useSay();
  const path = useKitchenPath(session);
  const { numbers, final } = view.sheet;
  // What stands on the sheet is the earlier number; the one of now differs by what has changed.
  const since = final.changes.find(({ label }) => label.sv === 'personer')?.change ?? 0;
  return (
    <AskWindow
      title={say(words.makeFinalTitle)}
      actLabel={say(words.makeFinal)}
      done={say(words.makeFinalDone)}
      onClose={onClose}
      act={() => call(path('/final'), { method: 'POST' })}
    >
      <p>{say(words.makeFinalText, { n: numbers.heads.total + since })}</p>
    </AskWindow>
  );
}
