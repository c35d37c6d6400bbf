import { daysBetween, localDate } from '../../domain/local-date.ts';
import type { Act } from '../../domain/policy.ts';
import { counted, listText } from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import type { TimelineEntry } from '../planning/guidance/types.ts';
import type { TodayAction, TodayStep } from './types.ts';

/** What decides what to do now. */
export interface NowFacts {
  /** Local day. */
  readonly today: string;
  readonly entries: readonly TimelineEntry[];
  readonly isDormant: boolean;
  /** Messages that did not arrive. */
  readonly undelivered: number;
  /** People who have asked for a place late and wait for an answer. */
  readonly lateRequests: number;
  /** Sessions whose meeting in Outlook has a trouble that somebody has to look at. */
  readonly troubles: readonly { readonly sessionId: string; readonly number: number; readonly words: Words }[];
  /** What goes off by itself under a yes that stands: `registration.close`, `evaluation.prepare s-1`. */
  readonly byItself: ReadonlySet<string>;
  readonly can: ReadonlySet<Act>;
}

/** Due within these many days presses; what lies further off than the horizon can wait for another day. */
const pressing = 14;
const horizon = 45;

interface Ranked {
  readonly rank: number;
  readonly day: string;
  readonly step: TodayStep;
}

/**
 * What to do now, most urgent first: wake a dormant project; what is broken or bounced; musts that are late; people who
 * wait for us; other late things; then by wise day, musts before the rest. Each screen stands once per session.
 * Tips (nice to have) are not here, nor what can only be explained afterwards.
 */
export function doNow(facts: NowFacts): readonly TodayStep[] {
  const ranked = [...ownSteps(facts), ...facts.entries.flatMap((entry) => ruleStep(entry, facts))];
  ranked.sort((one, other) => one.rank - other.rank || (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const seen = new Set<string>();
  return ranked
    .map(({ step }) => step)
    .filter((step) => {
      const key = screenOf(step.action ?? step.id, step.sessionId);
      return seen.has(key) ? false : (seen.add(key), true);
    });
}

/** A screen, for one session or for the project. */
export function screenOf(action: string | null, sessionId: string | null): string {
  return `${action ?? ''} ${sessionId ?? ''}`.trim();
}

function ruleStep(entry: TimelineEntry, facts: NowFacts): readonly Ranked[] {
  if (entry.level === 'nice' || entry.basis !== 'guideline') return [];
  const rank = rankOf(entry, facts.today);
  if (rank === undefined || facts.byItself.has(screenOf(entry.action, entry.sessionId))) return [];
  const isBroken = entry.severity === 'red';
  return [
    {
      rank,
      day: entry.wiseDue ?? entry.due ?? '9999',
      step: {
        id: `${entry.ruleId} ${entry.sessionId ?? ''}`.trim(),
        state: isBroken ? 'urgent' : entry.state === 'late' ? 'late' : entry.state === 'next' ? 'next' : 'upcoming',
        title: entry.title,
        why: entry.words,
        sessionId: entry.sessionId,
        sessionNumber: entry.sessionNumber,
        action: entry.action as TodayAction | null, // written from GuidelineAction only
        entry,
      },
    },
  ];
}

function rankOf(entry: TimelineEntry, today: string): number | undefined {
  const { state, severity, level, pastMending } = entry;
  if (state === 'met' || state === 'overridden' || pastMending) return undefined;
  // What fell due before the tool is nobody's to mend, unless it is broken now: a date without a room.
  if (state === 'beforeTool') return severity === 'red' ? 1 : undefined;
  const isMust = level === 'must';
  if (severity === 'red') return 1;
  if (state === 'late') return isMust ? 2 : 4;
  if (entry.wiseDue === null) return isMust ? 7 : undefined;
  const left = daysBetween(localDate(today), localDate(entry.wiseDue));
  if (left > horizon) return undefined;
  return left <= pressing ? (isMust ? 5 : 6) : 8;
}

function ownSteps({ isDormant, undelivered, lateRequests, troubles, can }: NowFacts): readonly Ranked[] {
  const own = (rank: number, id: string, state: TodayStep['state'], said: Said): Ranked => ({
    rank,
    day: '',
    step: { id, state, sessionId: null, sessionNumber: null, entry: null, ...said },
  });
  return [
    ...(isDormant && can.has('project.activate') ? [own(0, 'wake', 'next', wake)] : []),
    ...(undelivered > 0 && can.has('notices.send') ? [own(1, 'bounced', 'urgent', bounced(undelivered))] : []),
    ...(lateRequests > 0 && can.has('registration.close') ? [own(3, 'late', 'urgent', asked(lateRequests))] : []),
    ...troubles.map(({ sessionId, number, words }) =>
      own(1, `outlook ${sessionId}`, 'urgent', {
        title: { sv: 'Outlook behöver dig', en: 'Outlook needs you' },
        why: words,
        action: 'meetings.look',
        sessionId,
        sessionNumber: number,
      }),
    ),
  ];
}

type Said = Pick<TodayStep, 'title' | 'why' | 'action'> & Partial<Pick<TodayStep, 'sessionId' | 'sessionNumber'>>;

const wake: Said = {
  title: { sv: 'Väck lärprojektet', en: 'Wake the learning project' },
  why: {
    sv: 'Det är vilande. Se vad som skulle gå ut, och säg ja när det stämmer.',
    en: 'It is dormant. See what would go out, and say yes when it is right.',
  },
  action: 'project.activate',
};

function bounced(count: number): Said {
  return {
    title: {
      sv: `${counted(count, 'utskick', 'utskick')} kom inte fram`,
      en: `${counted(count, 'message', 'messages')} did not arrive`,
    },
    why: { sv: 'Rätta adressen och skicka igen.', en: 'Correct the address and send again.' },
    action: 'notices.look',
  };
}

function asked(count: number): Said {
  return {
    title: { sv: 'Svara den som vill vara med', en: 'Answer those who want to take part' },
    why: {
      sv: `${counted(count, 'person har anmält sig', 'personer har anmält sig')} efter sista dagen och väntar på besked.`,
      en: `${counted(count, 'person has', 'people have')} registered after the last day and wait for an answer.`,
    },
    action: 'registration.decide',
  };
}

/** "Anna Berg, Bo Ek och 4 till": at most three names, so that a sentence stays one. */
export function namesText(names: readonly string[]): Words {
  const [shown, left] = names.length <= 3 ? [names, 0] : [names.slice(0, 2), names.length - 2];
  return {
    sv: listText(left === 0 ? shown : [...shown, `${left} till`], 'sv'),
    en: listText(left === 0 ? shown : [...shown, `${left} more`], 'en'),
  };
}
