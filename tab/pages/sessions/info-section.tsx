import type { SessionState } from '../../../src/features/sessions/types.ts';
import { dayMonth, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Status } from '../../parts/status.tsx';
import { useMay } from '../../project.tsx';
import { sessions as words } from '../../wording/sessions.ts';

/** INF-01: what goes to the participants two weeks before. It is looked at and sent among the other letters. */
export function InfoSection({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const { lastDay, wiseDay, because, sentAt } = session.sessionInfo;
  return (
    <Section
      title={say(words.info)}
      id="information"
      acts={
        may('notices.view') && (
          <PageLink to={`/utskick/info/${encodeURIComponent(session.id)}`} className="button">
            {say(sentAt === null && session.when !== 'past' ? words.infoShow : words.infoOpen)}
          </PageLink>
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
    </Section>
  );
}
