import type { CalendarLine } from '../../../src/features/meetings/history/types.ts';
import { useRead } from '../../api.ts';
import { moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { usePath } from '../../project.tsx';
import { outlook as words } from '../../wording/outlook.ts';

/** What was written in Outlook for a session, when and why, the latest first. */
export function CalendarHistory({ sessionId }: { sessionId: string }) {
  const say = useSay();
  const language = useLanguage();
  const path = usePath();
  const history = useRead<readonly CalendarLine[]>(path('/meetings/history'));
  if (history.isError) return <Failed cause={history.error} onRetry={() => void history.refetch()} />;
  if (history.data === undefined) return <Loading />;
  const lines = history.data.filter((line) => line.sessionId === sessionId);
  if (lines.length === 0) return <p className="quiet">{say(words.noHistory)}</p>;
  return (
    <ol className="history">
      {lines.map((line) => (
        <li key={line.id}>
          <time dateTime={line.at}>{moment(line.at, language)}</time>
          <span>{line.words[language]}</span>
        </li>
      ))}
    </ol>
  );
}
