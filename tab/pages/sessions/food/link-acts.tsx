import { Button } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SessionState } from '../../../../src/features/sessions/types.ts';
import { call, useAct } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { AskWindow } from '../../../parts/ask.tsx';
import { useMessages } from '../../../parts/messages.tsx';
import { kitchen as words } from '../../../wording/kitchen.ts';
import { useKitchenPath } from './order.tsx';

/** the kitchen's one link: made, copied, replaced and taken back. */
export function LinkActs({ session, url }: { session: SessionState; url: string | null }) {
  const say = useSay();
  const messages = useMessages();
  const path = useKitchenPath(session);
  const [asked, setAsked] = useState<'renew' | 'revoke'>();
  const make = useAct(() => call(path('/link'), { method: 'POST' }));
  const press = (): void => {
    make.run(undefined).then(
      () => messages.done(say(words.linkMade)),
      (cause: unknown) => messages.failed(cause),
    );
  };
  if (url === null)
    return (
      <>
        <span className="quiet">{say(words.noLink)}</span>
        <Button disabled={make.isBusy} onClick={press}>
          {say(words.makeLink)}
        </Button>
      </>
    );
  // A frame may be kept from the clipboard; then the way around is said.
  const copy = (): void => {
    navigator.clipboard.writeText(url).then(
      () => messages.done(say(words.copied)),
      () => messages.failed(new Error(say(words.copyFailed))),
    );
  };
  return (
    <>
      <Button icon={<Copy20Regular />} onClick={copy}>
        {say(words.copy)}
      </Button>
      <Button appearance="subtle" onClick={() => setAsked('renew')}>
        {say(words.renew)}
      </Button>
      <Button appearance="subtle" onClick={() => setAsked('revoke')}>
        {say(words.revoke)}
      </Button>
      {asked === 'renew' && (
        <AskWindow
          title={say(words.renewTitle)}
          actLabel={say(words.renew)}
          done={say(words.linkMade)}
          onClose={() => setAsked(undefined)}
          act={() => call(path('/link'), { method: 'POST' })}
        >
          <p>{say(words.renewText)}</p>
        </AskWindow>
      )}
      {asked === 'revoke' && (
        <AskWindow
          title={say(words.revokeTitle)}
          actLabel={say(words.revoke)}
          done={say(words.revoked)}
          onClose={() => setAsked(undefined)}
          act={() => call(path('/link'), { method: 'DELETE' })}
        >
          <p>{say(words.revokeText)}</p>
        </AskWindow>
      )}
    </>
  );
}
