import { Button, Link } from '@fluentui/react-components';
import { Edit20Regular, Open16Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { clock } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { Remark } from '../../parts/status.tsx';
import { useMay } from '../../project.tsx';
import { agendaKinds, sessions as words } from '../../wording/sessions.ts';
import { shell } from '../../wording/shell.ts';
import { BalanceBar } from './session-parts.tsx';

// Fetched when it is opened: most who look at a session change nothing.
const AgendaWindow = lazy(async () => ({ default: (await import('./agenda/agenda-window.tsx')).AgendaWindow }));

/** AGD-01: the day as it is planned, and how it divides between talk and listening. */
export function ProgrammeSection({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  return (
    <Section
      title={say(words.programme)}
      id="program"
      acts={
        may('plan.edit') && (
          <Button icon={<Edit20Regular />} onClick={() => setEditing(true)}>
            {say(words.programmeEdit)}
          </Button>
        )
      }
    >
      {session.agenda.length === 0 ? (
        <p className="quiet">{say(words.programmeEmpty)}</p>
      ) : (
        <>
          <BalanceBar session={session} />
          {session.warnings.map((warning) => (
            <Remark key={warning.sv} tone="warning">
              {say(words.lookAgain, { what: warning[language] })}
            </Remark>
          ))}
          <ol className="agenda">
            {session.agenda.map((item) => (
              <li key={`${item.start} ${item.title}`} className={`agenda-${item.type}`}>
                <span className="agenda-time">{`${clock(item.start, language)}–${clock(item.end, language)}`}</span>
                <span>
                  {item.title}
                  {item.speakers.length > 0 && <span className="quiet"> · {item.speakers.join(', ')}</span>}
                  {item.mode === 'remote' && <span className="quiet"> ({say(words.remote)})</span>}
                </span>
                <span className="agenda-kind">{agendaKinds[item.type][language]}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{say(words.preparation)}</h3>
      {session.preparation === null ? (
        <Remark tone="warning">{say(words.preparationNone)}</Remark>
      ) : (
        <p className="prose">{session.preparation}</p>
      )}
      <ul className="part-links">
        {[
          { href: session.programmeUrl, name: words.programmePage },
          { href: session.signUrl, name: words.sign },
        ].map(({ href, name }) => (
          <li key={href}>
            <Link href={href} target="_blank" rel="noopener">
              {say(name)} <Open16Regular aria-hidden />
              <span className="hidden"> ({say(shell.opensOutside)})</span>
            </Link>
          </li>
        ))}
      </ul>
      {isEditing && (
        <Suspense fallback={null}>
          <AgendaWindow session={session} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </Section>
  );
}
