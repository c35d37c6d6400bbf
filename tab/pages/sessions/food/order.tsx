import { Button } from '@fluentui/react-components';
import type { KitchenView, OrderPreview } from '../../../../src/features/kitchen/types.ts';
import type { SessionState } from '../../../../src/features/sessions/types.ts';
import { call, useAct } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow } from '../../../parts/ask.tsx';
import { ConfirmWindow, LetterPaper } from '../../../parts/confirm.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { Remark } from '../../../parts/status.tsx';
import { usePath } from '../../../project.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';

export function useKitchenPath(session: SessionState): (rest: string) => string {
  const path = usePath();
  return (rest) => path(`/sessions/${encodeURIComponent(session.id)}/kitchen${rest}`);
}

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

interface ActsProps {
  readonly session: SessionState;
  readonly view: KitchenView;
  readonly onFinal: () => void;
}

/** What is done seldom: ordered by telephone, or the final number before its day. */
export function OrderActs({ session, view, onFinal }: ActsProps) {
  const say = useSay();
  const messages = useMessages();
  const path = useKitchenPath(session);
  const mark = useAct((isOrdered: boolean) => call(path('/ordered'), { method: 'PUT', body: { isOrdered } }));
  const press = (isOrdered: boolean): void => {
    mark.run(isOrdered).then(
      () => messages.done(say(isOrdered ? words.orderedOtherDone : words.notOrderedDone)),
      (cause: unknown) => messages.failed(cause),
    );
  };
  return (
    <>
      {view.order.at === null && (
        <Button disabled={mark.isBusy} onClick={() => press(true)}>
          {say(words.orderedOther)}
        </Button>
      )}
      {view.order.how === 'hand' && (
        <Button appearance="subtle" disabled={mark.isBusy} onClick={() => press(false)}>
          {say(words.notOrderedAct)}
        </Button>
      )}
      {view.sheet.date !== null && (
        <Button appearance="subtle" onClick={onFinal}>
          {say(words.makeFinal)}
        </Button>
      )}
    </>
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
