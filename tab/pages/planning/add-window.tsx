import { Button, Field, Input } from '@fluentui/react-components';
import { useId, useState, type FormEvent } from 'react';
import type { AddPreview, NewSession } from '../../../src/features/planning/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { field } from '../../parts/ask.tsx';
import { ConfirmWindow } from '../../parts/confirm.tsx';
import { Window } from '../../parts/window.tsx';
import { usePath, useProject } from '../../project.tsx';
import { dates as words } from '../../wording/dates.ts';
import { shell } from '../../wording/shell.ts';
import { Advice } from './move-window.tsx';
import { TimeFields } from './session-time.tsx';

/** A session more: first what it is, then who is invited to it and what speaks against the day, then the yes. */
export function AddWindow({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const [wished, setWished] = useState<NewSession>();
  const [isSeeing, setSeeing] = useState(false);
  if (!isSeeing || wished === undefined)
    return (
      <Wish
        wished={wished}
        onClose={onClose}
        onWish={(session) => {
          setWished(session);
          setSeeing(true);
        }}
      />
    );
  return (
    <ConfirmWindow<AddPreview>
      title={say(words.addTitle)}
      preview={() => call(path('/sessions/preview'), { method: 'POST', body: wished })}
      confirm={({ textVersion, recipientCount }) =>
        call(path('/sessions'), { method: 'POST', body: { ...wished, confirm: { textVersion, recipientCount } } })
      }
      confirmLabel={say(words.add)}
      done={() => say(words.added)}
      onClose={onClose}
      onBack={() => setSeeing(false)}
      backLabel={say(words.backToSession)}
      showCount={false}
    >
      {({ lines, warnings }) => (
        <>
          <ul>
            {lines.map((line) => (
              <li key={line.sv}>{say(line)}</li>
            ))}
          </ul>
          {wished.date !== undefined && <Advice warnings={warnings} />}
        </>
      )}
    </ConfirmWindow>
  );
}

interface WishProps {
  /** What was written before going back from the consequences. */
  readonly wished: NewSession | undefined;
  readonly onWish: (session: NewSession) => void;
  readonly onClose: () => void;
}

function Wish({ wished, onWish, onClose }: WishProps) {
  const say = useSay();
  const { plan } = useProject();
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onWish(newSession(new FormData(event.currentTarget)));
  }
  const { date = '', startTime = '09:00', endTime = '16:00' } = wished ?? {};
  return (
    <Window
      title={say(words.addTitle)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(shell.cancel)}</Button>
          <Button appearance="primary" type="submit" form={id}>
            {say(words.consequences)}
          </Button>
        </>
      }
    >
      <form id={id} className="form" onSubmit={submit}>
        <Field label={say(words.name)} required>
          <Input
            name="title"
            required
            defaultValue={wished?.title ?? say(shell.session, { number: plan.sessions.length + 1 })}
          />
        </Field>
        <Field label={say(words.theme)}>
          <Input name="theme" defaultValue={wished?.theme ?? ''} />
        </Field>
        <TimeFields time={{ date, startTime, endTime }} />
      </form>
    </Window>
  );
}

function newSession(form: FormData): NewSession {
  const [theme, date] = [field(form, 'theme'), field(form, 'date')];
  const time = { startTime: field(form, 'startTime'), endTime: field(form, 'endTime') };
  return {
    title: field(form, 'title'),
    ...(theme === '' ? {} : { theme }),
    ...(date === '' ? {} : { date, ...time }),
  };
}
