import { useState } from 'react';
import type { NewTime, PlanPreview, Session } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { usePath } from '../../project.tsx';
import { dates as words } from '../../wording/dates.ts';
import { ChooseTime } from './move-window.tsx';

/** RG-07: another day of a session: first the day, then what follows from it, then the yes. */
export function DayWindow({ session, onClose }: { session: Session; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const [time, setTime] = useState<NewTime>();
  const base = path(`/sessions/${encodeURIComponent(session.id)}/days`);
  const title = say(words.dayTitle, { number: session.number });
  if (time === undefined)
    return (
      <ChooseTime
        title={title}
        session={{ ...session, date: null }}
        wished={undefined}
        onChoose={setTime}
        onClose={onClose}
      />
    );
  return (
    <ConfirmWindow<PlanPreview>
      title={title}
      preview={() => call(`${base}/preview`, { method: 'POST', body: time })}
      confirm={({ textVersion, recipientCount }) =>
        call(base, { method: 'POST', body: { ...time, confirm: { textVersion, recipientCount } } })
      }
      confirmLabel={say(words.addDay)}
      done={() => say(words.dayAdded)}
      onClose={onClose}
    >
      {({ lines }) => (
        <ul>
          {lines.map((line) => (
            <li key={line.sv}>{say(line)}</li>
          ))}
        </ul>
      )}
    </ConfirmWindow>
  );
}
