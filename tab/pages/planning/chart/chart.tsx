import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type {
  Chart,
  ChartDue,
  ChartProject,
  ChartSpan,
} from '../../../../src/features/planning/guidance/chart/types.ts';
import type { TimelineDay } from '../../../../src/features/planning/guidance/types.ts';
import { useRead } from '../../../api.ts';
import { daysBetween, dayMonth, monthName } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { PageLink } from '../../../parts/page-link.tsx';
import { Section } from '../../../parts/section.tsx';
import { Answered } from '../../../parts/states.tsx';
import { useProject } from '../../../project.tsx';
import { chart as words } from '../../../wording/chart.ts';

const zooms = ['all', 'half', 'quarter', 'month'] as const;
type Zoom = (typeof zooms)[number];

/** Days that fill the picture's width. */
const daysInSight: Readonly<Record<Exclude<Zoom, 'all'>, number>> = { half: 183, quarter: 92, month: 31 };

/** The projects' time as a picture: sessions, last days, holidays and today, side by side, as near as one likes. */
export function ChartSection() {
  const say = useSay();
  const query = useRead<Chart>('/chart');
  const [zoom, setZoom] = useState<Zoom>('all');
  return (
    <Section id="tidslinje" title={say(words.title)} intro={say(words.intro)}>
      <Choices
        label={say(words.zoom)}
        chosen={zoom}
        onChoose={setZoom}
        choices={zooms.map((value) => ({ value, name: say(words[value]) }))}
      />
      <Answered query={query}>{(chart) => <Picture chart={chart} zoom={zoom} onZoom={setZoom} />}</Answered>
      <Legend />
    </Section>
  );
}

interface PictureProps {
  readonly chart: Chart;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
}

function Picture({ chart, zoom, onZoom }: PictureProps) {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const { today, from, to } = chart;
  const all = daysBetween(from, to);
  const place = (day: string): string => `${(100 * daysBetween(from, day)) / all}%`;
  const width = zoom === 'all' ? 100 : Math.max(100, (100 * all) / daysInSight[zoom]);
  const todayShare = daysBetween(from, today) / all;
  // What one looks at is today, from however near.
  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const sheet = Math.max(box.scrollWidth, (box.clientWidth * width) / 100);
    box.scrollLeft = todayShare * sheet - box.clientWidth / 2;
  }, [width, todayShare]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === '+' ? 1 : event.key === '-' ? -1 : 0;
    const next = zooms[zooms.indexOf(zoom) + step];
    if (step === 0 || event.ctrlKey || event.metaKey || next === undefined) return;
    event.preventDefault();
    onZoom(next);
  };
  return (
    // A region that scrolls is reached by the keyboard, and its arrow keys move it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className={`chart chart-${zoom}`}
      role="region"
      aria-label={say(words.region)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="chart-sheet" style={{ width: `${width}%` }}>
        <Months from={from} to={to} place={place} isNear={zoom === 'quarter' || zoom === 'month'} />
        <div className="chart-rows">
          {chart.away.map((span) => (
            <Away key={`${span.from} ${span.words.sv}`} span={span} place={place} />
          ))}
          {chart.projects.map((project) => (
            <Row key={project.projectId} project={project} place={place} />
          ))}
          <span className="chart-today" style={{ left: place(today) }}>
            <span className="hidden">{say(words.today)}</span>
          </span>
        </div>
      </div>
    </div>
  );
}

type Place = (day: string) => string;

function Months({ from, to, place, isNear }: { from: string; to: string; place: Place; isNear: boolean }) {
  const language = useLanguage();
  return (
    <div className="chart-months" aria-hidden>
      {monthsBetween(from, to).map((day) => (
        <span key={day} className="chart-month" style={{ left: place(day) }}>
          {/* From afar a January is its year: both words would run into February. */}
          {(isNear || !isJanuary(day)) && monthName(day, language, isNear ? 'long' : 'short')}
          {isJanuary(day) && <strong> {day.slice(0, 4)}</strong>}
        </span>
      ))}
    </div>
  );
}

function isJanuary(day: string): boolean {
  return day.slice(5, 7) === '01';
}

/** The first day of each month. */
function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) + 1];
  for (;;) {
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return months;
    months.push(day);
    month += 1;
  }
}

function Away({ span: { from, to, words: name }, place }: { span: ChartSpan; place: Place }) {
  const say = useSay();
  const language = useLanguage();
  const when = `${say(name)}, ${dayMonth(from, language)} – ${dayMonth(to, language)}`;
  return (
    <span
      className="chart-away"
      title={when}
      // Never past the edge, which would make the whole picture scroll by a hair.
      style={{ left: place(from), width: `min(${place(to)} - ${place(from)} + 2px, 100% - ${place(from)})` }}
    >
      <span className="hidden">{when}</span>
    </span>
  );
}

function Row({ project, place }: { project: ChartProject; place: Place }) {
  const say = useSay();
  const language = useLanguage();
  const own = useProject().plan.project.projectId === project.projectId;
  const late = project.dues.filter(({ state }) => state === 'late').length;
  return (
    <section className="chart-row" aria-label={project.title}>
      <h3 className="chart-project">
        <span>{project.title}</span>
        {late > 0 && <span className="chart-count">{say(late === 1 ? words.lateOne : words.late, { n: late })}</span>}
      </h3>
      <div className="chart-line">
        {project.dues.map((due) => (
          <Due key={`${due.ruleId} ${due.sessionId}`} due={due} place={place} />
        ))}
        <ul>
          {project.days.map((day) => (
            <li
              key={`${day.kind} ${day.date} ${day.words.sv}`}
              className={`chart-day chart-${day.kind}`}
              style={{ left: place(day.date) }}
              title={`${say(day.words)}, ${dayMonth(day.date, language)}`}
            >
              <Day day={day} isOwn={own} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Day({ day, isOwn }: { day: TimelineDay; isOwn: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const text = (
    <>
      <span className={`chart-dot ${day.isPast ? 'chart-past' : ''}`} aria-hidden />
      <span className="chart-name">{say(day.words)}</span>
      <span className="hidden">, {dayMonth(day.date, language)}</span>
    </>
  );
  return isOwn && day.sessionId !== null ? (
    <PageLink to={`/traffar/${encodeURIComponent(day.sessionId)}`}>{text}</PageLink>
  ) : (
    <span>{text}</span>
  );
}

/** The list of rules says the same in words. */
function Due({ due, place }: { due: ChartDue; place: Place }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <span
      aria-hidden
      className={`chart-due chart-due-${due.state}`}
      title={`${say(due.title)}, ${dayMonth(due.date, language)}`}
      style={{ left: place(due.date) }}
    />
  );
}

function Legend() {
  const say = useSay();
  return (
    <ul className="chart-legend">
      {(['session', 'due', 'dueLate', 'away', 'now'] as const).map((kind) => (
        <li key={kind}>
          <span aria-hidden className={`chart-key chart-key-${kind}`} />
          {say(words.legend[kind])}
        </li>
      ))}
    </ul>
  );
}
