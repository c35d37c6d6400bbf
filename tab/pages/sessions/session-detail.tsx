import { Button, Link } from '@fluentui/react-components';
import { Edit20Regular, Open16Regular, Send20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { InfoPreview, SessionState } from '../../../src/features/sessions/types.ts';
import { call } from '../../api.ts';
import { clock, dayMonth, moment } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { ConfirmWindow, LetterPaper } from '../../parts/confirm.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { Figure, Section } from '../../parts/section.tsx';
import { Remark, Status } from '../../parts/status.tsx';
import { useMay, usePath } from '../../project.tsx';
import { agendaKinds, sessions as words } from '../../wording/sessions.ts';
import { shell } from '../../wording/shell.ts';
import { AgendaWindow } from './agenda-window.tsx';
import { DocumentsSection } from './documents.tsx';
import { EvaluationSection } from './evaluation-section.tsx';
import { OutlookSection } from './outlook-section.tsx';
import { BalanceBar, Place, WhenText } from './session-parts.tsx';

/** One session in full. */
export function SessionDetail({ session }: { session: SessionState }) {
  const say = useSay();
  const may = useMay();
  return (
    <div className="stack">
      <header className="detail-head">
        <p className="eyebrow">{say(shell.session, session)}</p>
        <h2>{session.theme ?? session.title}</h2>
        <p>
          <WhenText session={session} />
        </p>
        <p>
          <Place session={session} />
        </p>
      </header>
      <div className="pair">
        <MissingSection session={session} />
        <Section
          title={say(words.people)}
          acts={
            may('attendance.edit') && (
              <PageLink to="/deltagare" about={{ traff: session.id }}>
                {say(words.tickPresence)}
              </PageLink>
            )
          }
        >
          <dl className="figures">
            <Figure value={session.counts.confirmed} label={say(words.confirmed)} />
            <Figure value={session.counts.accepted} label={say(words.accepted)} />
            <Figure value={session.counts.declined} label={say(words.declined)} />
            <Figure value={session.counts.noAnswer} label={say(words.noAnswer)} />
            {session.counts.present !== null && <Figure value={session.counts.present} label={say(words.present)} />}
          </dl>
        </Section>
      </div>
      <OutlookSection session={session} />
      <ProgrammeSection session={session} />
      <div className="pair">
        <InfoSection session={session} />
        <EvaluationSection session={session} />
      </div>
      <DocumentsSection session={session} />
    </div>
  );
}

function MissingSection({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Section title={say(words.missing)}>
      {session.missing.length === 0 ? (
        <Status tone="done">{say(words.missingNone)}</Status>
      ) : (
        <ul className="plain-list">
          {session.missing.map((thing) => (
            <li key={`${thing.ruleId} ${thing.words.sv}`}>
              <Status tone={thing.isLate ? 'late' : thing.severity === 'warning' ? 'warning' : 'next'}>
                {thing.words[language]}
                {thing.lastDay !== null && thing.isLate && (
                  <span className="quiet"> ({say(words.lateSince, { day: dayMonth(thing.lastDay, language) })})</span>
                )}
              </Status>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ProgrammeSection({ session }: { session: SessionState }) {
  const say = useSay();
  const language = useLanguage();
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  return (
    <Section
      title={say(words.programme)}
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
      <p>
        <Link href={session.programmeUrl} target="_blank" rel="noopener">
          {say(words.programmePage)} <Open16Regular aria-hidden />
          <span className="hidden"> ({say(shell.opensOutside)})</span>
        </Link>
      </p>
      {isEditing && <AgendaWindow session={session} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function InfoSection({ session }: { session: SessionState }) {
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
