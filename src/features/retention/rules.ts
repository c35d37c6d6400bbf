import type { DietaryTerms } from '../../domain/dietary-terms.ts';
import { isDecided } from '../../domain/dietary-terms.ts';
import { isAfter, localDate, type LocalDate } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import { listDate } from '../../domain/swedish-text.ts';
import type { Language, Words } from '../../domain/words.ts';
import { dataClass } from './classes/rules.ts';
import type {
  ClassState,
  ClassView,
  DataClass,
  DisposalRefusal,
  KeptCount,
  RetentionRule,
  RuleRefusal,
} from './types.ts';

type Held = { readonly date: string | null; readonly cancelled: boolean };

/** The day of the last session that is held; null while any of them has no date, or there is none. */
export function lastDayOf(sessions: readonly Held[]): LocalDate | null {
  const held = sessions.filter(({ cancelled }) => !cancelled);
  const days = held.flatMap(({ date }) => (date === null ? [] : [date])).toSorted();
  const last = days.at(-1);
  return last === undefined || days.length < held.length ? null : localDate(last);
}

/** The first day when it may go: it is kept whole days after its event, so not yet on the last of them. */
export function dueDay(event: LocalDate, days: number): LocalDate {
  return event.add({ days: days + 1 });
}

/** The one place where the decision on dietary needs stands is the project's terms; here it is read as any other. */
export function dietaryRule(terms: DietaryTerms): RetentionRule | null {
  if (!isDecided(terms) || terms.retentionDays === null) return null;
  return { way: 'dispose', days: terms.retentionDays, decision: terms.decisionReference, decidedOn: null };
}

/** What somebody wants to enter as decided. Nothing is disposed of without the reference and the day of a decision. */
export function checkedRule(
  id: string,
  wish: RetentionRule,
  today: LocalDate,
): Outcome<{ readonly of: DataClass; readonly rule: RetentionRule }, RuleRefusal> {
  const of = dataClass(id);
  if (of === undefined) return refused('unknownClass');
  if (of.id === 'dietary') return refused('dietaryTerms');
  const decision = wish.decision?.trim() || null;
  if (wish.decidedOn !== null && isAfter(localDate(wish.decidedOn), today)) return refused('future');
  if (wish.way === 'keep') return done({ of, rule: { ...wish, days: null, decision } });
  if (of.effect === null) return refused('onlyKept');
  if (decision === null || wish.decidedOn === null) return refused('noDecision');
  if (wish.days === null) return refused('noDays');
  return done({ of, rule: { ...wish, decision } });
}

/** What is known of a class when it is asked whether it may go. */
export interface ClassFacts {
  readonly rule: RetentionRule | null;
  readonly today: LocalDate;
  readonly lastSession: LocalDate | null;
  /** The day when the last evaluation closed; null when none has been held. */
  readonly lastEvaluation: LocalDate | null;
  /** One is open, or its answers are not all counted. */
  readonly isEvaluationOpen: boolean;
  readonly items: number;
  /** The class that has to go first is still there. */
  readonly isOtherThere: boolean;
}

export function dueOf(of: DataClass, { rule, lastSession, lastEvaluation }: ClassFacts): LocalDate | null {
  if (rule?.way !== 'dispose' || rule.days === null || lastSession === null) return null;
  const isLater = of.after === 'lastEvaluation' && lastEvaluation !== null && isAfter(lastEvaluation, lastSession);
  return dueDay(isLater ? lastEvaluation : lastSession, rule.days);
}

/** Whether the class may go today, and why not. A class that this tool only keeps never may. */
export function stateOf(of: DataClass, facts: ClassFacts): ClassState {
  const { rule, today, items } = facts;
  if (of.effect === null || rule?.way === 'keep') return 'kept';
  if (rule === null || !rule.decision) return 'undecided';
  const due = dueOf(of, facts);
  if (due === null) return 'unknownDay';
  if (items === 0) return 'empty';
  if (isAfter(due, today)) return 'waits';
  if (of.after === 'lastEvaluation' && facts.isEvaluationOpen) return 'evaluationOpen';
  return facts.isOtherThere ? 'needsOther' : 'due';
}

const refusalOf: Readonly<Record<Exclude<ClassState, 'due'>, DisposalRefusal>> = {
  kept: 'decidedToKeep',
  undecided: 'noDecision',
  unknownDay: 'unknownDay',
  waits: 'notYet',
  evaluationOpen: 'evaluationOpen',
  needsOther: 'needsOther',
  empty: 'nothingThere',
};

/** A line of the dry run may go, or the words for why not. */
export function mayGo(
  line: Pick<ClassView, 'state' | 'effect' | 'dueOn'>,
  language: Language,
): Outcome<null, DisposalRefusal> {
  if (line.state === 'due') return done(null);
  if (line.effect === null) return refused('onlyKept');
  const day = line.dueOn === null ? '' : listDate(localDate(line.dueOn), language);
  return refused(refusalOf[line.state], { day });
}

/** The days of the oldest and the newest of what went; nulls where no row tells its day. */
export function periodOf(days: readonly (string | null)[]): {
  readonly from: string | null;
  readonly to: string | null;
} {
  const known = days.filter((day) => day !== null).toSorted();
  return { from: known[0] ?? null, to: known.at(-1) ?? null };
}

export interface AttendanceCount {
  readonly session_id: string;
  readonly accepted: number;
  readonly declined: number;
  readonly attended: number;
  readonly absent: number;
}

/** "Träff 1, kom: 29". Sessions that nobody has answered or been ticked at have no line. */
export function keptAttendance(
  sessions: readonly {
    readonly id: string;
    readonly number: number;
    readonly day: { readonly number: number } | null;
  }[],
  counts: readonly AttendanceCount[],
): readonly KeptCount[] {
  return sessions.flatMap(({ id, number, day }) => {
    const found = counts.find(({ session_id }) => session_id === id);
    if (found === undefined) return [];
    const of = {
      sv: day === null ? `Träff ${number}` : `Träff ${number}, dag ${day.number}`,
      en: day === null ? `Session ${number}` : `Session ${number}, day ${day.number}`,
    };
    return attendanceWords
      .map(([name, words]) => ({
        words: { sv: `${of.sv}, ${words.sv}`, en: `${of.en}, ${words.en}` },
        count: found[name],
      }))
      .filter(({ count }) => count > 0);
  });
}

const attendanceWords: readonly (readonly [Exclude<keyof AttendanceCount, 'session_id'>, Words])[] = [
  ['accepted', { sv: 'tackade ja', en: 'said yes' }],
  ['declined', { sv: 'tackade nej', en: 'said no' }],
  ['attended', { sv: 'var där', en: 'were there' }],
  ['absent', { sv: 'uteblev', en: 'did not come' }],
];

export function keptMessages({
  sent,
  others,
}: {
  readonly sent: number;
  readonly others: number;
}): readonly KeptCount[] {
  return [
    { words: { sv: 'Skickade', en: 'Sent' }, count: sent },
    { words: { sv: 'Stoppade eller inte levererade', en: 'Stopped or not delivered' }, count: others },
  ].filter(({ count }) => count > 0);
}
