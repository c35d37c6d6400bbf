import { Button } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useState } from 'react';
import type { SeriesDay, SeriesShown, SeriesView } from '../../../../src/features/meetings/series/types.ts';
import { useRead } from '../../../api.ts';
import { dayMonth, listDate } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Section } from '../../../parts/section.tsx';
import { Status } from '../../../parts/status.tsx';
import { useMay, usePath } from '../../../project.tsx';
import { meetings as words } from '../../../wording/planning-meetings.ts';

const SeriesWindow = lazy(async () => ({ default: (await import('./series-window.tsx')).SeriesWindow }));
const EndWindow = lazy(async () => ({ default: (await import('./series-window.tsx')).EndWindow }));

/** The planning group's own meetings: when and where they meet, what stands next, and a way to change it. */
export function PlanningMeetings() {
  const say = useSay();
  const path = usePath();
  const may = useMay();
  const view = useRead<SeriesView>(path('/planning-meetings')).data;
  const [opened, setOpened] = useState<'set' | 'end'>();
  if (view === undefined) return null;
  const { series } = view;
  const close = () => setOpened(undefined);
  return (
    <Section
      id="planeringsmoten"
      title={say(words.title)}
      intro={say(words.intro)}
      acts={
        may('notices.send') &&
        (series === null ? (
          <Button icon={<Add20Regular />} onClick={() => setOpened('set')}>
            {say(words.book)}
          </Button>
        ) : (
          <>
            <Button onClick={() => setOpened('set')}>{say(words.change)}</Button>
            <Button onClick={() => setOpened('end')}>{say(words.end)}</Button>
          </>
        ))
      }
    >
      {series === null ? (
        <p className="quiet">{say(may('notices.send') ? words.none : words.noneShort)}</p>
      ) : (
        <Series series={series} />
      )}
      <Suspense fallback={null}>
        {opened === 'set' && <SeriesWindow view={view} onClose={close} />}
        {opened === 'end' && <EndWindow onClose={close} />}
      </Suspense>
    </Section>
  );
}

function Series({ series }: { series: SeriesShown }) {
  const say = useSay();
  const language = useLanguage();
  const { when, place, days, joinUrl, wish, setBy } = series;
  const next = days.find(({ leftOut }) => leftOut === null);
  return (
    <>
      <div className="series">
        <p className="row-title">
          {capital(say(when))}, {say(place)}
        </p>
        <p>{next === undefined ? say(words.noMore) : say(words.next, { day: listDate(next.date, language) })}</p>
        <State series={series} />
        <p className="quiet">
          {say(words.until, { day: listDate(wish.until, language) })} · {say(words.setBy, { name: setBy })}
        </p>
        {joinUrl !== null && (
          <p>
            <a href={joinUrl} target="_blank" rel="noreferrer">
              {say(words.join)}
            </a>
          </p>
        )}
      </div>
      <details>
        <summary>{say(words.all, { n: days.length })}</summary>
        <SeriesDays days={days} />
      </details>
    </>
  );
}

const roomWords = {
  asked: { tone: 'waiting', words: words.roomAsked },
  tentative: { tone: 'waiting', words: words.roomTentative },
  accepted: { tone: 'done', words: words.roomAccepted },
  declined: { tone: 'late', words: words.roomDeclined },
} as const;

function State({ series }: { series: SeriesShown }) {
  const say = useSay();
  const { problem, isWaiting, room } = series;
  if (problem !== null) return <Status tone="late">{say(words[problem])}</Status>;
  if (isWaiting) return <Status tone="waiting">{say(words.waiting)}</Status>;
  return room === null ? null : <Status tone={roomWords[room].tone}>{say(roomWords[room].words)}</Status>;
}

/** Each day, and why nobody meets on some of them. */
export function SeriesDays({ days }: { days: readonly SeriesDay[] }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="series-days">
      {days.map(({ date, leftOut, sessionNumber }) => (
        <li key={date} className={leftOut === null ? undefined : 'quiet'}>
          {leftOut === null ? dayYear(date) : <s>{dayYear(date)}</s>}
          {leftOut !== null && ` – ${say(words.leftOut, { why: say(leftOut) })}`}
          {leftOut === null && sessionNumber !== null && (
            <span className="quiet"> – {say(words.sameDay, { number: sessionNumber })}</span>
          )}
        </li>
      ))}
    </ul>
  );

  function dayYear(date: string): string {
    return `${dayMonth(date, language)} ${date.slice(0, 4)}`;
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
}
