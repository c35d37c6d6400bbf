import type { DriftPreview, DriftSide } from '../../../src/features/meetings/drift/types.ts';
import { call } from '../../api.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { usePath } from '../../project.tsx';
import { drift as words } from '../../wording/drift.ts';

/** What a choice between plan and Outlook would do, before it is done. */
export function DriftWindow({ sessionId, side, onClose }: { sessionId: string; side: DriftSide; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const address = path(`/meetings/${encodeURIComponent(sessionId)}/drift`);
  return (
    <ConfirmWindow<DriftPreview>
      title={say(side === 'plan' ? words.planTitle : words.outlookTitle)}
      preview={() => call(`${address}/preview`, { method: 'POST', body: { side } })}
      confirm={({ textVersion, recipientCount }) =>
        call(address, { method: 'POST', body: { side, confirm: { textVersion, recipientCount } } })
      }
      confirmLabel={say(side === 'plan' ? words.mendOutlook : words.changePlan)}
      done={() => say(side === 'plan' ? words.mended : words.changed)}
      showCount={false}
      onClose={onClose}
    >
      {({ lines }) => lines.map((line) => <p key={line.sv}>{line[language]}</p>)}
    </ConfirmWindow>
  );
}
