import type { Words } from '../../../domain/words.ts';
import type { TimelineEntry } from '../../planning/guidance/types.ts';
import type { Tip, TodayAction } from '../types.ts';

export interface TipFacts {
  readonly entries: readonly TimelineEntry[];
  readonly hasDeputy: boolean;
  /** a decision says that something may be disposed of, and the day has come. */
  readonly mayDispose: boolean;
}

const shown = 3;

/** "Gärna", advice of the tool and of other networks: what may be put aside. A must or should never may. */
function isTip({ level, basis }: TimelineEntry): boolean {
  return level === 'nice' || basis !== 'guideline';
}

/** At most three: what the guideline calls nice to have, nearest first, and the tool's own advice. One per rule. */
export function tipsFor(facts: TipFacts, dismissed: ReadonlySet<string>): readonly Tip[] {
  const open = facts.entries.filter((entry) => isTip(entry) && isOpen(entry)).toSorted(byDay);
  const perRule = [...Map.groupBy(open, ({ ruleId }) => ruleId).values()].flatMap((all) => all.slice(0, 1));
  return [...advice(facts), ...perRule.map(ruleTip)].filter(({ id }) => !dismissed.has(id)).slice(0, shown);
}

function isOpen({ state, pastMending }: TimelineEntry): boolean {
  return (state === 'late' || state === 'next' || state === 'upcoming') && !pastMending;
}

function byDay(one: TimelineEntry, other: TimelineEntry): number {
  const [day, next] = [one.wiseDue ?? '9999', other.wiseDue ?? '9999'];
  return day < next ? -1 : day > next ? 1 : 0;
}

function ruleTip({ ruleId, title, words, source, sessionId, sessionNumber, action }: TimelineEntry): Tip {
  return { id: ruleId, title, words, source, sessionId, sessionNumber, action: action as TodayAction | null }; // from GuidelineAction only
}

const own: Words = { sv: 'Verktygets råd', en: "The tool's advice" };
const project = { sessionId: null, sessionNumber: null } as const;

function advice({ hasDeputy, mayDispose }: TipFacts): readonly Tip[] {
  return [...(mayDispose ? [disposal] : []), ...(hasDeputy ? [] : [deputy])];
}

const deputy: Tip = {
  ...project,
  id: 'ADV-DEPUTY',
  title: { sv: 'Utse en ersättare', en: 'Choose a deputy' },
  words: {
    sv: 'Om innehållsansvarig blir sjuk kan ersättaren skicka det som ska ut.',
    en: 'If the content lead is ill, the deputy can send what has to go out.',
  },
  source: own,
  action: 'roles.edit',
};

const disposal: Tip = {
  ...project,
  id: 'ADV-DISPOSAL',
  title: { sv: 'Gallra det som ska gallras', en: 'Dispose of what is due' },
  words: {
    sv: 'Enligt beslut får uppgifter gallras nu. Se vad det är, och bekräfta.',
    en: 'By decision, data may be disposed of now. See what it is, and confirm.',
  },
  source: own,
  action: 'retention.look',
};

/** What may be said of a tip that somebody does not want: it must exist, and a must is none. */
export function dismissal(
  tipId: string,
  entries: readonly Pick<TimelineEntry, 'ruleId' | 'level' | 'basis'>[],
): 'ok' | 'unknownTip' | 'isMust' {
  if (ownAdvice.has(tipId)) return 'ok';
  const rules = entries.filter(({ ruleId }) => ruleId === tipId);
  if (rules.length === 0) return 'unknownTip';
  return rules.every(({ level, basis }) => level === 'nice' || basis !== 'guideline') ? 'ok' : 'isMust';
}

const ownAdvice: ReadonlyMap<string, Words> = new Map([deputy, disposal].map(({ id, title }) => [id, title]));

export function tipTitle(tipId: string, entries: readonly Pick<TimelineEntry, 'ruleId' | 'title'>[]): Words {
  const title = ownAdvice.get(tipId) ?? entries.find(({ ruleId }) => ruleId === tipId)?.title;
  return title ?? { sv: tipId, en: tipId };
}
