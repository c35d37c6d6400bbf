import { Button } from '@fluentui/react-components';
import type { KitchenView } from '../../../../src/features/kitchen/types.ts';
import type { SessionState } from '../../../../src/features/sessions/types.ts';
import { call, useAct } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { usePath } from '../../../project.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';

export function useKitchenPath(session: SessionState): (rest: string) => string {
  const path = usePath();
  return (rest) => path(`/sessions/${encodeURIComponent(session.id)}/kitchen${rest}`);
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
