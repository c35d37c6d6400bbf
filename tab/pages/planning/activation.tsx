import { Button } from '@fluentui/react-components';
import { Pause24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ActivationPreview } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { useMay, usePath, useProject } from '../../project.tsx';
import { planning as words } from '../../wording/planning.ts';

/** A dormant project says so, and what waking it would send. */
export function ActivationBanner() {
  const say = useSay();
  const may = useMay();
  const { plan } = useProject();
  const [isOpen, setOpen] = useState(false);
  if (plan.project.state !== 'dormant') return null;
  const canWake = may('project.activate');
  return (
    <section className="banner" aria-labelledby="dormant">
      <Pause24Regular aria-hidden />
      <div>
        <h2 id="dormant">{say(words.dormantTitle)}</h2>
        <p>{say(words.dormantText)}</p>
        {!canWake && <p>{say(words.dormantOther)}</p>}
      </div>
      {canWake && (
        <Button appearance="primary" onClick={() => setOpen(true)}>
          {say(words.wakePreview)}
        </Button>
      )}
      {isOpen && <WakeWindow onClose={() => setOpen(false)} />}
    </section>
  );
}

/** What waking would send, and the yes. */
export function WakeWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  return (
    <ConfirmWindow<ActivationPreview>
      title={say(words.wakeTitle)}
      preview={() => call(path('/activation'))}
      confirm={({ textVersion, recipientCount }) =>
        call(path('/activation'), { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(words.wake)}
      done={() => say(words.wakeDone)}
      onClose={onClose}
    >
      {({ lines }) => (
        <ul>
          {lines.map((line) => (
            <li key={line.sv}>{line[language]}</li>
          ))}
        </ul>
      )}
    </ConfirmWindow>
  );
}
