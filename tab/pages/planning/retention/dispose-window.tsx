import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ClassView, DisposalPreview } from '../../../../src/features/retention/types.ts';
import { call } from '../../../api.ts';
import { useSay } from '../../../language.tsx';
import { ConfirmWindow } from '../../../parts/confirm.tsx';
import { usePath } from '../../../project.tsx';
import { retention as words } from '../../../wording/retention.ts';
import { useItems } from './telling.ts';

/** What would go, by which decision and whose it is; then the yes that cannot be taken back. */
export function DisposeWindow({ line, onClose }: { line: ClassView; onClose: () => void }) {
  const say = useSay();
  const items = useItems();
  const path = usePath()(`/retention/${encodeURIComponent(line.id)}/disposal`);
  return (
    <ConfirmWindow<DisposalPreview>
      title={say(words.disposeOf, { what: say(line.name) })}
      preview={() => call<DisposalPreview>(path)}
      confirm={({ textVersion, recipientCount }) =>
        call(path, { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(words.confirm, { items: items(line.items) })}
      done={() => say(words.disposed)}
      changed={say(words.changed)}
      onClose={onClose}
      showCount={false}
    >
      {({ recipientCount, line: seen }) => (
        <>
          <p className="recipient-count">
            {say(words.willGo, { items: items(recipientCount), decision: seen.rule?.decision ?? '' })}
          </p>
          {seen.effect !== null && <p>{say(seen.effect)}</p>}
          {seen.staying > 0 && <p className="quiet">{say(words.staying, { n: seen.staying })}</p>}
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{say(words.noUndo)}</MessageBarBody>
          </MessageBar>
          {seen.people.length > 0 && (
            <details>
              <summary>{say(words.whose, { n: seen.people.length })}</summary>
              <ul>
                {seen.people.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </ConfirmWindow>
  );
}
