import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useSay } from '../../language.tsx';
import { useProject } from '../../project.tsx';
import { dates as words } from '../../wording/planning.ts';

/** A copy says so until it has dates of its own. */
export function CopiedBanner() {
  const say = useSay();
  const { plan } = useProject();
  const { copiedFrom, sessions } = plan;
  if (copiedFrom === null || sessions.every(({ date }) => date !== null)) return null;
  return (
    <MessageBar intent="info" className="no-print" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{say(words.copiedFrom, { title: copiedFrom })}</MessageBarTitle>
        {say(words.copiedText)}
      </MessageBarBody>
    </MessageBar>
  );
}
