import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { NoticeEntry } from '../../../src/features/notices/types.ts';
import { call, useAct } from '../../api.ts';
import { moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { AskWindow, field } from '../../parts/ask.tsx';
import { useMessages } from '../../parts/messages.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { mailings as words } from '../../wording/mailings.ts';
import { notices } from '../../wording/notices.ts';

/** What came back or could not be sent: why, and the way to put it right. */
export function Problems({ all }: { all: readonly NoticeEntry[] }) {
  const say = useSay();
  return (
    <Section title={say(words.problems)} intro={say(words.problemsIntro)}>
      <ul className="rows">
        {all.map((entry) => (
          <li key={entry.id} className="row">
            <Problem entry={entry} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Problem({ entry }: { entry: NoticeEntry }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const path = usePath();
  const messages = useMessages();
  const [isAsking, setAsking] = useState(false);
  const base = path(`/notices/${encodeURIComponent(entry.id)}`);
  const retry = useAct<null, unknown>(() => call(`${base}/retry`, { method: 'POST' }));
  const name = entry.recipientName ?? entry.recipient ?? say(notices[entry.channel]);
  const isMail = entry.channel === 'mail';
  return (
    <>
      <div className="row-text">
        <p className="row-title break">
          {name}
          {entry.recipient !== null && entry.recipient !== name && <span className="quiet"> · {entry.recipient}</span>}
        </p>
        <p className="quiet clamp">{entry.subject}</p>
        <Status tone="late">
          {say(entry.state === 'bounced' ? notices.stateBounced : notices.stateFailed)}
          {entry.sentAt !== null && ` (${moment(entry.sentAt, language)})`}
          {entry.error !== null && `: ${entry.error}`}
        </Status>
      </div>
      {may('notices.send') && (
        <div className="actions">
          {isMail && (
            <Button appearance="primary" onClick={() => setAsking(true)}>
              {say(words.resend)}
            </Button>
          )}
          {entry.state === 'failed' && (
            <Button
              disabled={retry.isBusy}
              aria-label={say(notices.retryOf, { name })}
              onClick={() => void retry.run(null).then(() => messages.done(say(notices.retried)), messages.failed)}
            >
              {say(notices.retry)}
            </Button>
          )}
        </div>
      )}
      {isAsking && (
        <AskWindow
          title={say(words.resendTitle, { name })}
          actLabel={say(words.resend)}
          done={say(words.resent)}
          onClose={() => setAsking(false)}
          act={(form) => call(`${base}/resend`, { method: 'POST', body: { address: field(form, 'address') } })}
        >
          <p>{entry.error}</p>
          <Field label={say(words.newAddress)} hint={say(words.resendText)} required>
            <Input name="address" type="email" required defaultValue={entry.recipient ?? ''} />
          </Field>
        </AskWindow>
      )}
    </>
  );
}
