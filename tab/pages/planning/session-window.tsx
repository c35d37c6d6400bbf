import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanPreview, Session } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { AskWindow, field, fieldOrNull } from '../../parts/ask.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { usePath } from '../../project.tsx';
import { DayWindow } from './day-window.tsx';
import { dates as words } from '../../wording/dates.ts';

const formats = ['onsite', 'hybrid', 'digital'] as const;

/** What a session is called and how it is held; and the way to take it out of the plan. */
export function SessionWindow({ session, onClose }: { session: Session; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const [format, setFormat] = useState<Session['format']>(session.format);
  const [isCancelling, setCancelling] = useState(false);
  const [isAddingDay, setAddingDay] = useState(false);
  const base = path(`/sessions/${encodeURIComponent(session.id)}`);
  const reason = session.extra['formatReason'];
  const hasRoom = format !== 'digital' && session.date !== null;
  if (isAddingDay) return <DayWindow session={session} onClose={onClose} />;
  if (isCancelling)
    return (
      <ConfirmWindow<PlanPreview>
        title={say(words.cancelTitle, { number: session.number })}
        preview={() => call(`${base}/cancel`)}
        confirm={({ textVersion, recipientCount }) =>
          call(`${base}/cancel`, { method: 'POST', body: { textVersion, recipientCount } })
        }
        confirmLabel={say(words.cancel)}
        done={() => say(words.cancelled)}
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
  return (
    <AskWindow
      title={say(words.editTitle, session)}
      actLabel={say(words.edit)}
      done={say(words.saved)}
      onClose={onClose}
      act={(form) =>
        call(base, {
          method: 'PUT',
          body: {
            title: field(form, 'title'),
            theme: fieldOrNull(form, 'theme'),
            layout: fieldOrNull(form, 'layout'),
            fullDay: form.has('fullDay'),
            bookedEquipment: field(form, 'bookedEquipment')
              .split(',')
              .map((name) => name.trim())
              .filter((name) => name !== ''),
            ...(hasRoom ? { setupStart: fieldOrNull(form, 'setupStart') } : {}),
            format,
            ...(format === 'onsite' ? {} : { formatReason: fieldOrNull(form, 'formatReason') }),
          },
        })
      }
    >
      <Field label={say(words.name)} required>
        <Input name="title" required defaultValue={session.title} />
      </Field>
      <Field label={say(words.theme)}>
        <Input name="theme" defaultValue={session.theme ?? ''} />
      </Field>
      <Field label={say(words.layout)}>
        <Input name="layout" defaultValue={session.layout ?? ''} />
      </Field>
      <Checkbox name="fullDay" defaultChecked={session.fullDay} label={say(words.fullDay)} />
      <Field label={say(words.booked)} hint={say(words.bookedHelp)}>
        <Input name="bookedEquipment" defaultValue={bookedNames(session).join(', ')} />
      </Field>
      {hasRoom && (
        <Field label={say(words.setupStart)} hint={say(words.setupStartHelp)}>
          <Input name="setupStart" type="time" defaultValue={setupClock(session)} />
        </Field>
      )}
      <Field label={say(words.format)}>
        <Select
          value={format}
          onChange={(_event, { value }) => setFormat(formats.find((one) => one === value) ?? 'onsite')}
        >
          {formats.map((one) => (
            <option key={one} value={one}>
              {say(words[one])}
            </option>
          ))}
        </Select>
      </Field>
      {format !== 'onsite' && (
        <Field label={say(words.formatReason)} hint={say(words.formatReasonHelp)}>
          <Input name="formatReason" defaultValue={typeof reason === 'string' ? reason : ''} />
        </Field>
      )}
      <p>
        {session.date !== null && (
          <Button appearance="subtle" onClick={() => setAddingDay(true)}>
            {say(words.addDay)}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => setCancelling(true)}>
          {say(words.cancel)}
        </Button>
      </p>
    </AskWindow>
  );
}

function bookedNames({ extra }: Session): readonly string[] {
  const names = extra['bookedEquipment'];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** The clock on the wall, as it is written in the moment itself. */
function setupClock({ extra }: Session): string {
  const setup = extra['setupMeeting'];
  const start = typeof setup === 'object' && setup !== null && 'start' in setup ? setup.start : undefined;
  return typeof start === 'string' ? (/T(\d{2}:\d{2})/.exec(start)?.[1] ?? '') : '';
}
