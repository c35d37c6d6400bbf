import type { Timeline, TimelineDay } from '../../../src/features/planning/guidance/types.ts';
import { dayMonth, fromToday, weekOf } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Section } from '../../parts/section.tsx';
import { planning as words } from '../../wording/planning.ts';
import { shell } from '../../wording/shell.ts';

type Stop = Pick<TimelineDay, 'date' | 'words' | 'isPast'> & { readonly kind: TimelineDay['kind'] | 'summary' };

/** The days from theme decision to final summary, in order, with today's line among them. */
export function Way({ timeline }: { timeline: Timeline }) {
  const say = useSay();
  const language = useLanguage();
  const stops = stopsOf(timeline);
  const firstAhead = stops.findIndex(({ date }) => date >= timeline.today);
  const at = firstAhead === -1 ? stops.length : firstAhead;
  return (
    <Section title={say(words.way)} intro={say(words.wayText)}>
      <ol className="way">
        {stops.slice(0, at).map((stop) => (
          <WayStop key={`${stop.date} ${stop.words.sv}`} stop={stop} today={timeline.today} />
        ))}
        <li className="way-today">
          <span aria-hidden className="way-line" />
          <strong>{say(words.here, { day: dayMonth(timeline.today, language) })}</strong>
          <span className="quiet">{say(shell.week, { week: weekOf(timeline.today) })}</span>
        </li>
        {stops.slice(at).map((stop) => (
          <WayStop key={`${stop.date} ${stop.words.sv}`} stop={stop} today={timeline.today} />
        ))}
      </ol>
    </Section>
  );
}

function WayStop({ stop, today }: { stop: Stop; today: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <li className={`way-stop way-${stop.kind} ${stop.isPast ? 'way-past' : 'way-ahead'}`}>
      <span aria-hidden className="way-dot" />
      <time dateTime={stop.date}>{dayMonth(stop.date, language)}</time>
      <span className="way-name">{say(stop.words)}</span>
      <span className={stop.isPast ? 'hidden' : 'quiet'}>
        {stop.isPast ? say(words.passed) : fromToday(stop.date, today, language)}
      </span>
    </li>
  );
}

/** END-02 is the way's end; it has a day but is no day of the plan itself. */
function stopsOf({ days, entries, today }: Timeline): readonly Stop[] {
  const end = entries.find(({ ruleId, due }) => ruleId === 'END-02' && due !== null)?.due;
  if (end == null) return days;
  const last: Stop = { date: end, kind: 'summary', words: words.finalSummary, isPast: end < today };
  return [...days, last].toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}
