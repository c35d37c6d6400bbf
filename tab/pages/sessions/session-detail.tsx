import { useEffect } from 'react';
import type { SessionState } from '../../../src/features/sessions/types.ts';
import { dayMonth } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { useSessionName, useTopic } from '../../parts/session-name.ts';
import { Status } from '../../parts/status.tsx';
import { useMay } from '../../project.tsx';
import { kitchen } from '../../wording/kitchen.ts';
import { documents, sessions as words } from '../../wording/sessions.ts';
import { evaluation } from '../../wording/evaluation.ts';
import { AnswersSection } from './answers-section.tsx';
import { DocumentsSection } from './documents.tsx';
import { EvaluationSection } from './evaluation-section.tsx';
import { FoodSection } from './food/food-section.tsx';
import { InfoSection } from './info-section.tsx';
import { NeedsSection } from './needs-section.tsx';
import { OutlookSection } from './outlook-section.tsx';
import { ProgrammeSection } from './programme-section.tsx';
import { RoomSection } from './room-section.tsx';
import { Place, WhenText } from './session-parts.tsx';

/** One session in full, in the order of its life: what is left to do, the day, the room, the food, the people, afterwards. */
export function SessionDetail({ session }: { session: SessionState }) {
  useScrollToPart();
  const nameOf = useSessionName();
  const topicOf = useTopic();
  return (
    <div className="stack">
      <header className="detail-head">
        <p className="eyebrow">{nameOf(session.id, session.number)}</p>
        <h2>{topicOf(session)}</h2>
        <p>
          <WhenText session={session} />
        </p>
        <p>
          <Place session={session} />
        </p>
        <Parts />
      </header>
      <div className="pair">
        <MissingSection session={session} />
        <AnswersSection session={session} />
      </div>
      <ProgrammeSection session={session} />
      <NeedsSection session={session} />
      <FoodSection session={session} />
      <div className="pair">
        <RoomSection session={session} />
        <InfoSection session={session} />
      </div>
      <OutlookSection session={session} />
      <div className="pair">
        <EvaluationSection session={session} />
        <DocumentsSection session={session} />
      </div>
    </div>
  );
}

/** A link from a card may name a part of the page, which is not there until its session has been read. */
function useScrollToPart(): void {
  useEffect(() => {
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    part?.scrollIntoView({ block: 'start' });
  }, []);
}

/** The way to each part, for a long page on a small screen. */
function Parts() {
  const say = useSay();
  const may = useMay();
  const parts = [
    { id: 'program', name: words.programme },
    ...(may('kitchen.view') ? [{ id: 'mat', name: kitchen.title }] : []),
    { id: 'lokal', name: words.room },
    { id: 'utvardering', name: evaluation.title },
    ...(may('documents.add') ? [{ id: 'dokumentation', name: documents.title }] : []),
  ];
  return (
    <nav aria-label={say(words.parts)}>
      <ul className="part-links">
        {parts.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{say(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
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
