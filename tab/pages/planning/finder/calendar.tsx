import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { DateWishForm, FoundDay } from '../../../../src/features/planning/dates/finding/types.ts';
import { dayMonth, listDate, monthYear, weekdayOf, weekOf } from '../../../format.ts';
import { useLanguage, useSay } from '../../../language.tsx';
import { Choices } from '../../../parts/choices.tsx';
import { useSessionName } from '../../../parts/session-name.ts';
import { finder as words } from '../../../wording/finder.ts';
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

/** Months of working days. A day says with a colour and a word what speaks against it; one session at a time gets a day. */
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
  const shown = days.find(({ date }) => date === (seen ?? chosen[placing]));

  function choose(date: string) {
    const next = { ...chosen, [placing]: date };
    onChoose(next);
    const open = sessions.find(({ id }) => next[id] === undefined);
    if (open !== undefined) setPlacing(open.id);
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
      {/* Arrow keys go between the buttons inside, which are what is pressed. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="finder-months" ref={grid} onKeyDown={step}>
        {months.map((month) => (
          <MonthTable
            key={month.first}
            month={month}
            focusable={focusable}
            names={(date) => sessions.filter(({ id }) => chosen[id] === date).map(({ id }) => names.get(id) ?? id)}
            onChoose={choose}
            onSee={setSeen}
          />
        ))}
      </div>
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

interface MonthProps {
  readonly month: Month;
  readonly focusable: string | undefined;
  /** Names of the sessions that are put on a day. */
  readonly names: (date: string) => readonly string[];
  readonly onChoose: (date: string) => void;
  readonly onSee: (date: string) => void;
}

function MonthTable({ month, focusable, names, onChoose, onSee }: MonthProps) {
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
                    onChoose={onChoose}
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
  readonly onChoose: (date: string) => void;
  readonly onSee: (date: string) => void;
}

function DayButton({ day, sessions, isFocusable, onChoose, onSee }: DayProps) {
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
      className={`finder-cell finder-${day.tone}${isChosen ? ' finder-picked' : ''}`}
      data-date={day.date}
      aria-pressed={isChosen}
      tabIndex={isFocusable ? 0 : -1}
      onFocus={() => onSee(day.date)}
      onMouseEnter={() => onSee(day.date)}
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
