import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { RoomChoice, RoomsPreview } from '../../../src/features/rooms/types.ts';
import { call } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { Remark } from '../../parts/status.tsx';
import { usePath } from '../../project.tsx';
import { rooms as words } from '../../wording/rooms.ts';

/** What booking would do, line by line; where a venue falls short, somebody has to say why it will do. */
export function RoomsWindow({ choices, onClose }: { choices: readonly RoomChoice[]; onClose: () => void }) {
  const say = useSay();
  const path = usePath();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const withReason = (choice: RoomChoice): RoomChoice => {
    const overrideReason = reasons[choice.sessionId]?.trim();
    return overrideReason ? { ...choice, overrideReason } : choice;
  };
  const lacksReason = ({ lines }: RoomsPreview) =>
    lines.some(({ needsReason, sessionId }) => needsReason && !reasons[sessionId]?.trim());
  return (
    <ConfirmWindow<RoomsPreview>
      title={say(words.confirmTitle)}
      preview={() => call(path('/rooms/preview'), { method: 'POST', body: { choices } })}
      confirm={({ textVersion, recipientCount, choices: seen }) =>
        call(path('/rooms/confirm'), {
          method: 'POST',
          body: { choices: seen.map(withReason), textVersion, recipientCount },
        })
      }
      confirmLabel={say(words.confirm)}
      done={() => say(words.confirmDone)}
      onClose={onClose}
      showCount={false}
      isIncomplete={lacksReason}
    >
      {({ lines, mails, recipientCount }) => (
        <>
          {recipientCount > 0 && <p className="recipient-count">{say(words.confirmCount, { n: recipientCount })}</p>}
          <ul className="preview-lines">
            {lines.map((line) => (
              <li key={line.sessionId}>
                <p>{line.text}</p>
                {line.warnings.map((warning) => (
                  <Remark key={warning} tone="warning">
                    {warning}
                  </Remark>
                ))}
                {line.needsReason && (
                  <Field label={say(words.reason, line)} hint={say(words.reasonHelp)} required>
                    <Textarea
                      rows={2}
                      value={reasons[line.sessionId] ?? ''}
                      onChange={(_event, { value }) => setReasons((all) => ({ ...all, [line.sessionId]: value }))}
                    />
                  </Field>
                )}
              </li>
            ))}
          </ul>
          {mails.length > 0 && <h3>{say(words.mails)}</h3>}
          {mails.map((mail) => (
            <LetterPaper key={mail.sessionId} to={mail.to} subject={mail.subject} text={mail.text} />
          ))}
        </>
      )}
    </ConfirmWindow>
  );
}
