import { Button, Field, Input } from '@fluentui/react-components';
import { useId, useState, type FormEvent } from 'react';
import type { PollOrder, PollPreview } from '../../../../src/features/date-polls/types.ts';
import { call } from '../../../api.ts';
import { listDate } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { field } from '../../../parts/ask.tsx';
import { ConfirmWindow, LetterPaper } from '../../../parts/confirm.tsx';
import { Window } from '../../../parts/window.tsx';
import { usePath } from '../../../project.tsx';
import { finder as words } from '../../../wording/finder.ts';
import { shell } from '../../../wording/shell.ts';

interface PollWindowProps {
  /** The proposals' days; two proposals may share one. */
  readonly days: PollOrder['days'];
  readonly usualClose: string;
  readonly onClose: () => void;
}

/** Asks the planning group and the municipalities which days suit: first until when, then who gets what, then the yes. */
export function PollWindow({ days, usualClose, onClose }: PollWindowProps) {
  const say = useSay();
  const path = usePath();
  const id = useId();
  const [closesOn, setClosesOn] = useState<string>();
  if (closesOn !== undefined) {
    const order: PollOrder = { days, closesOn };
    const send = ({ textVersion, recipientCount }: PollPreview) =>
      call(path('/date-poll'), { method: 'POST', body: { ...order, confirm: { textVersion, recipientCount } } });
    return (
      <ConfirmWindow<PollPreview>
        title={say(words.pollTitle)}
        preview={() => call(path('/date-poll/preview'), { method: 'POST', body: order })}
        confirm={send}
        confirmLabel={say(words.pollSend)}
        done={() => say(words.pollSent)}
        onClose={onClose}
        onBack={() => setClosesOn(undefined)}
        backLabel={say(words.pollBack)}
      >
        {(seen) => <Seen seen={seen} />}
      </ConfirmWindow>
    );
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setClosesOn(field(new FormData(event.currentTarget), 'closesOn'));
  }
  return (
    <Window
      title={say(words.pollTitle)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(shell.cancel)}</Button>
          <Button appearance="primary" type="submit" form={id}>
            {say(words.pollPreview)}
          </Button>
        </>
      }
    >
      <form id={id} className="form" onSubmit={submit}>
        <p>{say(words.pollText, { n: new Set(days.map(({ date }) => date)).size })}</p>
        <Field label={say(words.pollCloses)}>
          <Input type="date" name="closesOn" defaultValue={usualClose} required />
        </Field>
      </form>
    </Window>
  );
}

/** Reminds those who have not answered. */
export function PollReminder({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const send = ({ textVersion, recipientCount }: PollPreview) =>
    call(path('/date-poll/reminder'), { method: 'POST', body: { textVersion, recipientCount } });
  return (
    <ConfirmWindow<PollPreview>
      title={say(words.pollRemind)}
      preview={() => call(path('/date-poll/reminder'))}
      confirm={send}
      confirmLabel={say(words.pollSend)}
      done={() => say(words.pollReminded)}
      onClose={onClose}
    >
      {(seen) => <Seen seen={seen} />}
    </ConfirmWindow>
  );
}

function Seen({ seen }: { seen: PollPreview }) {
  const say = useSay();
  const language = useLanguage();
  const { names, hasCard, reminder } = seen;
  return (
    <>
      <p className="quiet">{names.join(', ')}</p>
      {hasCard && <p>{say(words.pollCard)}</p>}
      <LetterPaper subject={seen.subject} text={seen.text} />
      {reminder !== null && (
        <details>
          <summary>{say(words.pollWillRemind, { day: listDate(reminder.on, language) })}</summary>
          <LetterPaper subject={reminder.subject} text={reminder.text} />
        </details>
      )}
    </>
  );
}
