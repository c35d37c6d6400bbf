import { Button } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { InfoPreview, SessionState } from '../../../src/features/sessions/types.ts';
import { call } from '../../api.ts';
import { dayMonth, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { sessions as words } from '../../wording/sessions.ts';

/** INF-01: what goes to the participants two weeks before. */
export function InfoSection({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const path = usePath();
  const [isOpen, setOpen] = useState(false);
  const { lastDay, wiseDay, because, sentAt } = session.sessionInfo;
  const base = path(`/sessions/${encodeURIComponent(session.id)}/info`);
  return (
    <Section
      title={say(words.info)}
      id="information"
      acts={
        sentAt === null &&
        session.when !== 'past' &&
        may('notices.send') && (
          <Button icon={<Send20Regular />} onClick={() => setOpen(true)}>
            {say(words.infoShow)}
          </Button>
        )
      }
    >
      {sentAt !== null ? (
        <Status tone="done">{say(words.infoSent, { when: moment(sentAt, language) })}</Status>
      ) : lastDay === null ? (
        <p className="quiet">{say(words.infoNoDate)}</p>
      ) : (
        <Status tone="waiting">
          {say(words.infoDue, { day: dayMonth(lastDay, language) })}
          {wiseDay !== null && wiseDay !== lastDay && <> {say(words.infoWise, { day: dayMonth(wiseDay, language) })}</>}
          {because !== null && <span className="quiet"> {because[language]}</span>}
        </Status>
      )}
      {isOpen && (
        <ConfirmWindow<InfoPreview>
          title={say(words.info)}
          preview={() => call(`${base}/preview`, { method: 'POST' })}
          confirm={({ textVersion, recipientCount }) =>
            call(`${base}/send`, { method: 'POST', body: { textVersion, recipientCount } })
          }
          confirmLabel={say(words.infoSend)}
          done={({ recipientCount }) => say(words.infoDone, { n: recipientCount })}
          onClose={() => setOpen(false)}
        >
          {({ subject, text }) => <LetterPaper subject={subject} text={text} />}
        </ConfirmWindow>
      )}
    </Section>
  );
}
