import type { SessionState } from '../../../src/features/sessions/types.ts';
import { useSay } from '../../language.tsx';
import { DisposedNote } from '../../parts/disposed-note.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Figure, Section } from '../../parts/section.tsx';
import { Remark } from '../../parts/status.tsx';
import { useDisposed, useMay } from '../../project.tsx';
import { sessions as words } from '../../wording/sessions.ts';

/** who has said yes, no or nothing. A no to one session is not leaving the project. */
export function AnswersSection({ session: { id, counts } }: { session: SessionState }) {
  const say = useSay();
  const may = useMay();
  const isDisposed = useDisposed('attendance');
  const { confirmed, accepted, declined, declinedInOutlook, noAnswer, present } = counts;
  const parts = [
    { key: 'yes', count: accepted },
    { key: 'silent', count: noAnswer },
    { key: 'no', count: declined },
  ];
  return (
    <Section
      title={say(words.people)}
      acts={
        may('attendance.edit') && (
          <PageLink to="/deltagare" about={{ traff: id }}>
            {say(words.tickPresence)}
          </PageLink>
        )
      }
    >
      <DisposedNote of={['attendance']} />
      <dl className="figures">
        <Figure value={confirmed} label={say(words.confirmed)} />
        {!isDisposed && (
          <>
            <Figure value={accepted} label={say(words.accepted)} />
            <Figure value={declined} label={say(words.declined)} />
            <Figure value={noAnswer} label={say(words.noAnswer)} />
          </>
        )}
        {present !== null && <Figure value={present} label={say(words.present)} />}
      </dl>
      {confirmed > 0 && !isDisposed && (
        <div className="balance-bar" aria-hidden>
          {parts.map(({ key, count }) =>
            count === 0 ? null : <span key={key} className={`answer-${key}`} style={{ flexGrow: count }} />,
          )}
        </div>
      )}
      {declinedInOutlook > 0 && (
        <Remark tone="no">
          {say(declinedInOutlook === 1 ? words.declinedInOutlookOne : words.declinedInOutlook, {
            n: declinedInOutlook,
          })}
        </Remark>
      )}
    </Section>
  );
}
