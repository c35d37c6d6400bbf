import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { DateWishForm, FoundDay } from '../../../../src/features/planning/dates/finding/types.ts';
import { dayMonth, listDate, monthYear, weekdayOf, weekOf } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { useSessionName } from '../../../parts/session-name.ts';
import { finder as words } from '../../../wording/finder.ts';
import { useDragDay, type DayDrag } from './drag-day.ts';
import type { Chosen } from './found.tsx';
import { monthsOf, type Month } from './months.ts';

interface CalendarProps {
  readonly sessions: DateWishForm['sessions'];
  readonly days: readonly FoundDay[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

const workingDays = [1, 2, 3, 4, 5];
/** How far each key goes, in working days. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -5, ArrowDown: 5 };

/**
 * Months of working days. A day says with a colour and a word what speaks against it. A session is dragged to another day;
 * or its day is pressed, and then the new one.
 */
export function Calendar({ sessions, days, chosen, onChoose }: CalendarProps) {
  const say = useSay();
  const language = useLanguage();
  const nameOf = useSessionName();
  const [placing, setPlacing] = useState(sessions[0]?.id ?? '');
  const [seen, setSeen] = useState<string>();
  const grid = useRef<HTMLDivElement>(null);
  const months = useMemo(() => monthsOf(days), [days]);
  const focusable = seen ?? chosen[placing] ?? days[0]?.date;
  const names = new Map(sessions.map(({ id, number }) => [id, nameOf(id, number)]));
  const [told, setTold] = useState('');
  const { drag, begin, isEnding } = useDragDay(put);
  const shown = days.find(({ date }) => date === (drag === undefined ? (seen ?? chosen[placing]) : drag.over));

  function put(sessionId: string, date: string) {
    const next = { ...chosen, [sessionId]: date };
    onChoose(next);
    setTold(say(words.moved, { name: names.get(sessionId) ?? sessionId, day: listDate(date, language) }));
    setPlacing((sessions.find(({ id }) => next[id] === undefined) ?? { id: sessionId }).id);
    setSeen(date);
  }

  function choose(date: string) {
    if (isEnding()) return;
    // A day that another session has is taken up, since no day can have two.
    const holder = chosen[placing] === date ? undefined : sessions.find(({ id }) => chosen[id] === date);
    if (holder === undefined) return put(placing, date);
    setPlacing(holder.id);
    setTold(say(words.takenUp, { name: names.get(holder.id) ?? holder.id }));
  }

  function press(event: PointerEvent, date: string) {
    const holder = sessions.find(({ id }) => chosen[id] === date);
    if (holder !== undefined) begin(event, { sessionId: holder.id, date });
  }

  function step(event: KeyboardEvent) {
    const by = steps[event.key];
    const at = days.findIndex(({ date }) => date === focusable);
    const to = by === undefined ? undefined : days[at + by]?.date;
    if (to === undefined) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLButtonElement>(`[data-date="${to}"]`)?.focus();
  }

  return (
    <>
      <Choices
        label={say(words.placing)}
        chosen={placing}
        onChoose={setPlacing}
        choices={sessions.map(({ id }) => {
          const [name, day] = [names.get(id) ?? id, chosen[id]];
          const text =
            day === undefined ? say(words.unset, { name }) : say(words.set, { name, day: dayMonth(day, language) });
          return { value: id, name: text };
        })}
      />
      <DayInWords day={shown} />
      <p className="hidden" role="status">
        {told}
      </p>
      {/* Arrow keys go between the buttons inside, which are what is pressed. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={`finder-months${drag === undefined ? '' : ' finder-dragging'}`} ref={grid} onKeyDown={step}>
        {months.map((month) => (
          <MonthTable
            key={month.first}
            month={month}
            focusable={focusable}
            names={(date) => sessions.filter(({ id }) => chosen[id] === date).map(({ id }) => names.get(id) ?? id)}
            over={drag?.over}
            onChoose={choose}
            onPress={press}
            onSee={setSeen}
          />
        ))}
      </div>
      {drag !== undefined && <Dragged drag={drag} name={names.get(drag.sessionId) ?? ''} day={shown} />}
    </>
  );
}

/** What speaks for and against the day that one has gone to. */
function DayInWords({ day }: { day: FoundDay | undefined }) {
  const say = useSay();
  const language = useLanguage();
  if (day === undefined) return <p className="finder-day quiet">{say(words.dayPrompt)}</p>;
  return (
    <p className="finder-day" aria-live="polite">
      <strong>{listDate(day.date, language)}</strong>
      {': '}
      {day.reasons.length === 0 ? say(words.freeDay) : day.reasons.map((reason) => say(reason)).join(' ')}
    </p>
  );
}

/** Beside the pointer: what is dragged, to which day, and what speaks against it. The line above the calendar says it aloud. */
function Dragged({ drag, name, day }: { drag: DayDrag; name: string; day: FoundDay | undefined }) {
  const say = useSay();
  const language = useLanguage();
  const isLow = drag.y > window.innerHeight / 2;
  const isRight = drag.x > window.innerWidth / 2;
  return (
    <div
      className={`finder-float${day === undefined ? '' : ` finder-${day.tone}`}`}
      aria-hidden
      style={{
        ...(isLow ? { bottom: window.innerHeight - drag.y + 24 } : { top: drag.y + 24 }),
        ...(isRight ? { right: Math.max(0, window.innerWidth - drag.x - 48) } : { left: Math.max(0, drag.x - 48) }),
      }}
    >
      <strong>
        {name}
        {day !== undefined && `: ${listDate(day.date, language)}`}
      </strong>
      <br />
      {day === undefined
        ? say(words.dropOnDay)
        : day.reasons.length === 0
          ? say(words.freeDay)
          : day.reasons.map((reason) => say(reason)).join(' ')}
    </div>
  );
}

interface MonthProps {
  readonly month: Month;
  readonly focusable: string | undefined;
  /** Names of the sessions that are put on a day. */
  readonly names: (date: string) => readonly string[];
  /** The day that something is dragged over. */
  readonly over: string | undefined;
  readonly onChoose: (date: string) => void;
  readonly onPress: (event: PointerEvent, date: string) => void;
  readonly onSee: (date: string) => void;
}

function MonthTable({ month, focusable, names, over, onChoose, onPress, onSee }: MonthProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <table className="finder-month">
      <caption>{monthYear(month.first, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(words.week)}</th>
          {workingDays.map((day) => (
            <th key={day} scope="col">
              <abbr title={weekdayOf(day, language)}>{weekdayOf(day, language).slice(0, 2)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.monday}>
            <th scope="row">{weekOf(week.monday)}</th>
            {week.days.map((day, index) => (
              // A week has five places, whether or not a day of the window stands there.
              // oxlint-disable-next-line react/no-array-index-key
              <td key={index}>
                {day !== undefined && (
                  <DayButton
                    day={day}
                    sessions={names(day.date)}
                    isFocusable={day.date === focusable}
                    isOver={day.date === over}
                    onChoose={onChoose}
                    onPress={onPress}
                    onSee={onSee}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: FoundDay;
  readonly sessions: readonly string[];
  readonly isFocusable: boolean;
  readonly isOver: boolean;
  readonly onChoose: (date: string) => void;
  readonly onPress: (event: PointerEvent, date: string) => void;
  readonly onSee: (date: string) => void;
}

function DayButton({ day, sessions, isFocusable, isOver, onChoose, onPress, onSee }: DayProps) {
  const say = useSay();
  const language = useLanguage();
  const isChosen = sessions.length > 0;
  const label = [
    listDate(day.date, language),
    ...sessions.map((name) => say(words.isChosen, { name })),
    say(words[day.tone]),
    ...day.reasons.map((reason) => say(reason).replace(/\.$/, '')),
  ].join('. ');
  return (
    <button
      type="button"
      className={`finder-cell finder-${day.tone}${isChosen ? ' finder-picked' : ''}${isOver ? ' finder-over' : ''}`}
      data-date={day.date}
      aria-pressed={isChosen}
      tabIndex={isFocusable ? 0 : -1}
      onFocus={() => onSee(day.date)}
      onMouseEnter={() => onSee(day.date)}
      onPointerDown={(event) => onPress(event, day.date)}
      onClick={() => onChoose(day.date)}
    >
      <span className="finder-number">{Number(day.date.slice(8))}</span>
      <span className="finder-mark">
        {isChosen ? sessions.map((name) => `✓ ${shortOf(name)}`).join(' ') : say(day.mark)}
      </span>
      <span className="hidden"> {label}</span>
    </button>
  );
}

/** "Träff 3" as "3", where there is no room for more. */
function shortOf(name: string): string {
  return /\d+/.exec(name)?.[0] ?? name;
}
