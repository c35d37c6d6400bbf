import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type {
  DateWish,
  DateWishForm,
  FoundProposal,
  FoundView,
} from '../../../../src/features/planning/dates/finding/types.ts';
import { listDate, weekOf } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Section } from '../../../parts/section.tsx';
import { useSessionName } from '../../../parts/session-name.ts';
import { Remark, Status } from '../../../parts/status.tsx';
import { useMay, useToday } from '../../../project.tsx';
import { finder as words } from '../../../wording/finder.ts';
import { shell } from '../../../wording/shell.ts';
import { Calendar } from './calendar.tsx';
import { PollWindow } from './poll-window.tsx';
import { partedReasons } from './reasons.ts';
import { SetDates } from './set-dates.tsx';

/** Session → the day that is chosen for it. */
export type Chosen = Readonly<Record<string, string>>;

interface FoundProps {
  readonly form: DateWishForm;
  readonly wish: DateWish;
  readonly found: FoundView;
}

/** The answer: proposals, what could not be seen, and the calendar with what is chosen. */
export function Found({ form, wish, found }: FoundProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<Chosen>(() => daysOf(found.proposals[0]));
  const [opened, setOpened] = useState<'set' | 'poll'>();
  const may = useMay();
  const today = useToday();
  const close = () => setOpened(undefined);
  const asked = found.proposals.flatMap(({ dates }) =>
    dates.map(({ date }) => ({ date, startTime: found.startTime, endTime: found.endTime })),
  );
  const heading = useRef<HTMLDivElement>(null);
  // What was asked for stands above, and the answer may be out of sight.
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for what is to be done afterwards.
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const sessions = form.sessions.filter(({ id }) => wish.sessions.includes(id));
  const planned = sessions.flatMap(({ id, date }) =>
    date !== null && found.days.some((day) => day.date === date) ? [[id, date] as const] : [],
  );
  const isAsPlanned = planned.every(([id, date]) => chosen[id] === date);
  const days = sessions.flatMap(({ id }) => chosen[id] ?? []);
  const isComplete = days.length === sessions.length;
  const isInOrder = days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day);
  return (
    <>
      <div ref={heading}>
        <Section
          title={say(words.proposals)}
          intro={say(words.proposalsText)}
          acts={
            may('notices.send') && found.proposals.length > 0 && today !== undefined ? (
              <Button onClick={() => setOpened('poll')}>{say(words.poll)}</Button>
            ) : undefined
          }
        >
          {found.nothing !== null && <Remark tone="warning">{say(found.nothing)}</Remark>}
          {found.proposals.length > 0 && (
            <ol className="finder-proposals">
              {found.proposals.map((proposal, index) => (
                <li key={proposal.dates.map(({ date }) => date).join(' ')}>
                  <Proposal
                    proposal={proposal}
                    number={index + 1}
                    isChosen={proposal.dates.every(({ sessionId, date }) => chosen[sessionId] === date)}
                    onChoose={() => setChosen(daysOf(proposal))}
                  />
                </li>
              ))}
            </ol>
          )}
          {found.unseen.length > 0 && (
            <Remark tone="unknown">{say(words.unseen, { names: found.unseen.join(', ') })}</Remark>
          )}
        </Section>
      </div>
      <Section title={say(words.calendar)} intro={say(words.calendarText)}>
        <Calendar sessions={sessions} days={found.days} chosen={chosen} onChoose={setChosen} />
        <div className="finder-use">
          {!isComplete && <p className="quiet">{say(words.takeMissing)}</p>}
          {isComplete && !isInOrder && <Remark tone="warning">{say(words.outOfOrder)}</Remark>}
          <Button appearance="primary" disabled={!isComplete} onClick={() => setOpened('set')}>
            {say(words.take)}
          </Button>
          {!isAsPlanned && (
            <Button onClick={() => setChosen({ ...chosen, ...Object.fromEntries(planned) })}>
              {say(words.fromPlan)}
            </Button>
          )}
        </div>
      </Section>
      {opened === 'set' && <SetDates found={found} chosen={chosen} onClose={close} />}
      {opened === 'poll' && <PollWindow days={asked} usualClose={inTwoWeeks(today ?? '')} onClose={close} />}
    </>
  );
}

/** A poll's usual last day: a fortnight is enough for a municipality's shared mailbox. */
function inTwoWeeks(today: string): string {
  return new Date(Date.parse(`${today}T12:00:00Z`) + 14 * 86_400_000).toISOString().slice(0, 10);
}

function daysOf(proposal: FoundProposal | undefined): Chosen {
  return Object.fromEntries((proposal?.dates ?? []).map(({ sessionId, date }) => [sessionId, date]));
}

interface ProposalProps {
  readonly proposal: FoundProposal;
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Proposal({ proposal, number, isChosen, onChoose }: ProposalProps) {
  const say = useSay();
  const language = useLanguage();
  const nameOf = useSessionName();
  const title = say(words.proposal, { n: number });
  const { common, own } = partedReasons(proposal.dates);
  return (
    <article className={isChosen ? 'finder-proposal finder-chosen' : 'finder-proposal'} aria-label={title}>
      <h3>{title}</h3>
      <ul className="plain-list">
        {proposal.dates.map((one) => (
          <li key={one.sessionId}>
            <p>
              <span className="quiet">{nameOf(one.sessionId, one.number)}: </span>
              <time dateTime={one.date}>{listDate(one.date, language)}</time>{' '}
              <span className="quiet">({say(shell.week, { week: weekOf(one.date) })})</span>
            </p>
            {own(one).length > 0 && (
              <p className="finder-reasons">
                {own(one)
                  .map((reason) => say(reason))
                  .join(' ')}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p>{[...proposal.summary, ...common].map((line) => say(line)).join(' ')}</p>
      <div className="actions">
        {isChosen ? (
          <Status tone="done">{say(words.chosenProposal)}</Status>
        ) : (
          <Button onClick={onChoose}>{say(words.choose, { n: number })}</Button>
        )}
      </div>
    </article>
  );
}
