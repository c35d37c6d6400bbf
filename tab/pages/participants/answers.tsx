import type { ParticipantList } from '../../../src/features/registration/types.ts';
import { useDisposed } from '../../project.tsx';
import { useSay } from '../../language.tsx';
import { participants as words } from '../../wording/participants.ts';
import { shell } from '../../wording/shell.ts';

/** yes, no and silence per session, once the bookings have gone out. */
export function AnswerCounts({ list }: { list: ParticipantList }) {
  const say = useSay();
  const isDisposed = useDisposed('attendance');
  if (list.phase !== 'closed' || isDisposed) return null;
  const people = list.participants.filter(({ state }) => state === 'confirmed');
  return (
    <ul className="plain-list no-print" aria-label={say(words.answerCounts)}>
      {list.sessions.map((session) => {
        const given = people.flatMap(({ sessions }) => sessions.filter(({ sessionId }) => sessionId === session.id));
        const count = (answer: string): number => given.filter((one) => one.answer === answer).length;
        const figures = {
          yes: count('accepted'),
          no: count('declined'),
          maybe: count('tentativelyAccepted'),
          silent: count('none'),
        };
        return (
          <li key={session.id}>
            <strong>{say(shell.session, session)}</strong>: {say(words.answerFigures, figures)}
          </li>
        );
      })}
    </ul>
  );
}
