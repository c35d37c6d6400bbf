import { Fragment, useState, type ReactNode } from 'react';
import type { Timeline, TimelineEntry } from '../../../src/features/planning/guidance/types.ts';
import { dayMonth, monthYear } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { Choices } from '../../parts/choices.tsx';
import { Figure, Section } from '../../parts/section.tsx';
import { Remark } from '../../parts/status.tsx';
import { planning as words } from '../../wording/planning.ts';
import { RuleActs } from './rule-acts.tsx';
import { DueText, RuleStatus, ScopeText } from './rule-words.tsx';

type Shown = 'todo' | 'done' | 'before' | 'all';

const shelfOf = ({ state }: TimelineEntry): Exclude<Shown, 'all'> =>
  state === 'met' || state === 'overridden' ? 'done' : state === 'beforeTool' ? 'before' : 'todo';
const dayOfEntry = ({ wiseDue, due }: TimelineEntry) => wiseDue ?? due;

/** Every rule in order of day, month by month, with today's line. */
export function RuleList({ timeline }: { timeline: Timeline }) {
  const say = useSay();
  const language = useLanguage();
  const [shown, setShown] = useState<Shown>('todo');
  const count = (shelf: Shown) => timeline.entries.filter((entry) => shelfOf(entry) === shelf).length;
  const entries = timeline.entries.filter((entry) => shown === 'all' || shelfOf(entry) === shown);
  const { must, should, nice } = timeline.summary;
  return (
    <Section id="regler" title={say(words.rules)} intro={say(words.rulesText, { guideline: say(timeline.guideline) })}>
      <dl className="figures">
        <Figure value={must.met} of={must.total} label={say(words.must)} />
        <Figure value={should.met} of={should.total} label={say(words.should)} />
        <Figure value={nice.met} of={nice.total} label={say(words.nice)} />
      </dl>
      <Choices
        label={say(words.show)}
        chosen={shown}
        onChoose={setShown}
        choices={[
          { value: 'todo', name: say(words.todo, { n: count('todo') }) },
          { value: 'done', name: say(words.done, { n: count('done') }) },
          ...(count('before') === 0
            ? []
            : [{ value: 'before' as const, name: say(words.before, { n: count('before') }) }]),
          { value: 'all', name: say(words.all, { n: timeline.entries.length }) },
        ]}
      />
      {entries.length === 0 ? (
        <p className="quiet">{say(shown === 'done' ? words.noneDone : words.noneTodo)}</p>
      ) : (
        <>
          {shown === 'before' && timeline.toolSince !== null && (
            <p className="quiet">{say(words.beforeToolText, { day: dayMonth(timeline.toolSince, language) })}</p>
          )}
          {shown === 'todo' ? (
            <Todo entries={entries} today={timeline.today} />
          ) : (
            <Months entries={entries} today={timeline.today} />
          )}
        </>
      )}
    </Section>
  );
}

/** What is late, then today's line, then what comes next, then the rest by month. */
function Todo({ entries, today }: { entries: readonly TimelineEntry[]; today: string }) {
  const say = useSay();
  const late = entries.filter(({ state }) => state === 'late');
  const next = entries.filter(({ state }) => state === 'next');
  const later = entries.filter(({ state }) => state !== 'late' && state !== 'next');
  const group = (title: string, those: readonly TimelineEntry[]) =>
    those.length > 0 && (
      <Group title={title}>
        {those.map((entry) => (
          <RuleRow key={keyOf(entry)} entry={entry} />
        ))}
      </Group>
    );
  return (
    <>
      {group(say(words.lateGroup, { n: late.length }), late)}
      <TodayLine today={today} />
      {group(say(words.nextGroup, { n: next.length }), next)}
      <Months entries={later} />
    </>
  );
}

const keyOf = ({ ruleId, sessionId }: TimelineEntry): string => `${ruleId} ${sessionId ?? ''}`;

/** Month by month; with `today`, its line stands before the first entry that is ahead, or last. */
function Months({ entries, today }: { entries: readonly TimelineEntry[]; today?: string }) {
  const say = useSay();
  const language = useLanguage();
  const months = Map.groupBy(entries, (entry) => dayOfEntry(entry)?.slice(0, 7) ?? '');
  const ahead = today === undefined ? undefined : entries.find((entry) => (dayOfEntry(entry) ?? '9999') >= today);
  return (
    <>
      {[...months.entries()].map(([month, those]) => (
        <Group key={month} title={month === '' ? say(words.noDay) : monthYear(`${month}-01`, language)}>
          {those.map((entry) => (
            <Fragment key={keyOf(entry)}>
              {entry === ahead && today !== undefined && (
                <li className="today-row">
                  <TodayLine today={today} />
                </li>
              )}
              <RuleRow entry={entry} />
            </Fragment>
          ))}
        </Group>
      ))}
      {ahead === undefined && today !== undefined && <TodayLine today={today} />}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="month">
      <h3>{title}</h3>
      <ul className="rules">{children}</ul>
    </section>
  );
}

function TodayLine({ today }: { today: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <p className="today-line">
      <span>{say(words.todayLine, { day: dayMonth(today, language) })}</span>
    </p>
  );
}

const levels = { must: words.mustLong, should: words.shouldLong, nice: words.niceLong };

function RuleRow({ entry }: { entry: TimelineEntry }) {
  const say = useSay();
  const language = useLanguage();
  const day = dayOfEntry(entry);
  return (
    <li>
      <details className="rule">
        <summary>
          <RuleStatus entry={entry} />
          <span className="rule-title">
            {say(entry.title)}
            <ScopeText entry={entry} />
          </span>
          {day !== null && (
            <time dateTime={day}>
              {dayMonth(day, language)}
              {entry.due !== null && entry.due !== day && (
                <small>{say(words.ruleDay, { day: dayMonth(entry.due, language) })}</small>
              )}
            </time>
          )}
        </summary>
        <div className="rule-body">
          <p className="rule-words">{say(entry.words)}</p>
          {entry.remarks.map((remark) => (
            <Remark key={remark.sv} tone="warning">
              {say(remark)}
            </Remark>
          ))}
          {entry.hinders && entry.level === 'must' && <Remark tone="warning">{say(words.hinders)}</Remark>}
          {entry.override !== null && (
            <Remark tone="overridden">
              {say(words.overriddenBy, { ...entry.override, on: dayMonth(entry.override.on, language) })}
            </Remark>
          )}
          <DueText entry={entry} isFull />
          {entry.wiseBecause !== null && <p className="quiet">{say(entry.wiseBecause)}</p>}
          <blockquote lang="sv">
            <p>”{entry.quote}”</p>
            <footer>{say(entry.source)}</footer>
          </blockquote>
          <p>{say(entry.explanation)}</p>
          <p className="quiet">
            {say(
              entry.basis === 'guideline'
                ? levels[entry.level]
                : entry.basis === 'advice'
                  ? words.advice
                  : words.network,
            )}
          </p>
          <RuleActs entry={entry} />
        </div>
      </details>
    </li>
  );
}
