import type { TimelineEntry } from '../../../src/features/planning/guidance/types.ts';
import { dayMonth } from '../../format.ts';
import { useLanguage, useSay } from '../../language.tsx';
import { useSessionName } from '../../parts/session-name.ts';
import { Status, type Tone } from '../../parts/status.tsx';
import { planning as words } from '../../wording/planning.ts';

const tones: Readonly<Record<TimelineEntry['state'], Tone>> = {
  met: 'done',
  late: 'late',
  next: 'next',
  upcoming: 'later',
  overridden: 'overridden',
  beforeTool: 'unknown',
};

export function RuleStatus({ entry }: { entry: TimelineEntry }) {
  const say = useSay();
  return <Status tone={tones[entry.state]}>{say(words[entry.state])}</Status>;
}

/** Which session the rule is asked for. */
export function ScopeText({ entry }: { entry: TimelineEntry }) {
  const nameOf = useSessionName();
  if (entry.sessionNumber === null) return null;
  return <span className="quiet"> · {nameOf(entry.sessionId ?? '', entry.sessionNumber)}</span>;
}

interface DueProps {
  readonly entry: TimelineEntry;
  /** Both days, also when they are the same. */
  readonly isFull?: boolean;
}

/** "Regelns sista dag" and, when it is another, "Klok sista dag". */
export function DueText({ entry, isFull = false }: DueProps) {
  const say = useSay();
  const language = useLanguage();
  if (entry.due === null) return null;
  const isSame = entry.wiseDue === null || entry.wiseDue === entry.due;
  return (
    <dl className="due">
      {(isFull || !isSame) && entry.wiseDue !== null && (
        <div>
          <dt>{say(words.wiseDay)}</dt>
          <dd>
            <time dateTime={entry.wiseDue}>{dayMonth(entry.wiseDue, language)}</time>
          </dd>
        </div>
      )}
      <div>
        <dt>{say(words.lastDay)}</dt>
        <dd>
          <time dateTime={entry.due}>{dayMonth(entry.due, language)}</time>
        </dd>
      </div>
    </dl>
  );
}
