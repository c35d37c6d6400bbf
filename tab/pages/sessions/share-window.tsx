import type { SharingPreview } from '../../../src/features/documentation/types.ts';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { call } from '../../api.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { Status } from '../../parts/status.tsx';
import { usePath } from '../../project.tsx';
import { documents as words } from '../../wording/sessions.ts';

/** DOC-03: what goes, what stays and who is told, before the yes. */
export function ShareWindow({ session, onClose }: { session: SessionState; onClose: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const base = path(`/sessions/${encodeURIComponent(session.id)}/documents`);
  return (
    <ConfirmWindow<SharingPreview>
      title={say(words.preview)}
      preview={() => call(`${base}/preview`, { method: 'POST' })}
      confirm={({ textVersion, recipientCount }) =>
        call(`${base}/share`, { method: 'POST', body: { textVersion, recipientCount } })
      }
      confirmLabel={say(words.share)}
      done={({ recipientCount }) => say(words.done, { n: recipientCount })}
      onClose={onClose}
    >
      {(seen) => (
        <>
          <h3>{say(words.goes)}</h3>
          <ul>
            {seen.goes.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          {seen.stays.length > 0 && (
            <>
              <h3>{say(words.stays)}</h3>
              <ul className="plain-list">
                {seen.stays.map(({ id, name, holds }) => (
                  <li key={id}>
                    <Status tone="warning">
                      {name}: {holds.map((hold) => hold.words[language]).join(' ')}
                    </Status>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>{say(seen.toChannel ? words.toChannel : words.noChannel)}</p>
          {seen.post !== null && (
            <>
              <h3>{say(words.post)}</h3>
              <div className="letter letter-text">{seen.post}</div>
            </>
          )}
          <LetterPaper subject={seen.subject} text={seen.text} />
        </>
      )}
    </ConfirmWindow>
  );
}
