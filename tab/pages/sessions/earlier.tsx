import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { SessionMeeting } from '../../../src/features/meetings/types.ts';
import { call, useAct } from '../../api.ts';
import { dayMonth } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { useMay, usePath, useToday } from '../../project.tsx';
import { earlier as words } from '../../wording/outlook.ts';

type Earlier = NonNullable<SessionMeeting['earlier']>;

/** What was sent before the tool: who has to cancel it, with what words, and whether that is done. */
export function EarlierInvitation({ meeting }: { meeting: SessionMeeting }) {
  const say = useSay();
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  if (meeting.earlier !== null) return <Marked meeting={meeting} earlier={meeting.earlier} />;
  if (!may('plan.edit') || meeting.state === 'cancelled') return null;
  return (
    <div className="actions">
      <Button appearance="subtle" onClick={() => setAsked(true)}>
        {say(words.mark)}
      </Button>
      {isAsked && <MarkWindow meeting={meeting} onClose={() => setAsked(false)} />}
    </div>
  );
}

function useChange(meeting: SessionMeeting) {
  const path = usePath();
  return (earlierInvitation: { readonly by: string; readonly cancelledOn?: string } | null) =>
    call(path(`/sessions/${encodeURIComponent(meeting.sessionId)}`), { method: 'PUT', body: { earlierInvitation } });
}

function MarkWindow({ meeting, onClose }: { meeting: SessionMeeting; onClose: () => void }) {
  const say = useSay();
  const change = useChange(meeting);
  return (
    <AskWindow
      title={say(words.markTitle, { number: meeting.number })}
      actLabel={say(words.markSave)}
      done={say(words.marked)}
      onClose={onClose}
      act={(form) => change({ by: field(form, 'by') })}
    >
      <p>{say(meeting.isOut ? words.markLate : words.markText)}</p>
      <Field label={say(words.by)} hint={say(words.byHelp)} required>
        <Input name="by" maxLength={120} required />
      </Field>
    </AskWindow>
  );
}

function Marked({ meeting, earlier }: { meeting: SessionMeeting; earlier: Earlier }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const today = useToday();
  const messages = useMessages();
  const change = useChange(meeting);
  const act = useAct(change);
  const { by, cancelledOn, steps, text } = earlier;
  const isDone = cancelledOn !== null;
  const copy = (what: string) =>
    void navigator.clipboard.writeText(what).then(() => messages.done(say(words.copied)), messages.failed);
  const save = (wanted: Parameters<typeof change>[0], told: string) =>
    void act.run(wanted).then(() => messages.done(told), messages.failed);
  return (
    <div className="earlier">
      <h3>{say(words.title, { name: by })}</h3>
      {may('plan.edit') && (
        <Checkbox
          checked={isDone}
          disabled={act.isBusy || today === undefined}
          label={
            cancelledOn === null
              ? say(words.isCancelled)
              : say(words.wasCancelled, { day: dayMonth(cancelledOn, language) })
          }
          onChange={() =>
            isDone
              ? save({ by }, say(words.isOpenAgain))
              : save({ by, ...(today === undefined ? {} : { cancelledOn: today }) }, say(words.isNoted))
          }
        />
      )}
      <details open={!isDone}>
        <summary>{say(words.how, { name: by })}</summary>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <blockquote className="earlier-text" lang="sv">
          {text}
        </blockquote>
        <div className="actions">
          <Button icon={<Copy20Regular />} onClick={() => copy(text)}>
            {say(words.copyText)}
          </Button>
          <Button
            appearance="subtle"
            icon={<Copy20Regular />}
            onClick={() => copy([...steps.map((step, index) => `${index + 1}. ${step}`), '', text].join('\n'))}
          >
            {say(words.copyAll)}
          </Button>
        </div>
      </details>
      {may('plan.edit') && (
        <div className="actions">
          <Button appearance="subtle" disabled={act.isBusy} onClick={() => save(null, say(words.unmarked))}>
            {say(words.unmark)}
          </Button>
        </div>
      )}
    </div>
  );
}
