import type { Language } from '../../src/domain/words.ts';
import type { Asks } from '../asks.ts';
import { commandTitles, type CommandId } from '../command-ids.ts';
import { wording } from '../wording.ts';
import { bullets, card, facts, open, press, subtle, text, warning, type CardPost } from './parts.ts';

/** A short answer with a way on: text, perhaps a list, and where it is done. */
export function wayForwardCard(
  data: {
    readonly title: string;
    readonly lines: readonly string[];
    readonly list?: readonly string[];
    readonly url?: { readonly title: string; readonly href: string };
  },
  language: Language,
): CardPost {
  return card({
    language,
    title: data.title,
    body: [...data.lines.map(text), ...bullets(data.list ?? [])],
    actions: data.url === undefined ? [] : [open(data.url.title, data.url.href)],
  });
}

/** Friendly words for somebody who may not, and the offer to ask the one who may. Nothing has been asked yet. */
export function mayNotCard(
  data: {
    readonly projectId: string;
    readonly command: CommandId;
    /** What was asked for, so that the question can name the session or person. */
    readonly text: string;
    /** A fact that comes before the offer. */
    readonly before?: string;
  },
  language: Language,
): CardPost {
  const words = wording[language];
  const title = commandTitles[data.command][language];
  const asking = { project: data.projectId, command: data.command, text: data.text };
  return card({
    language,
    title,
    asks: { kind: 'offer', verb: 'lead.ask', data: asking },
    body: [text(data.before ?? words.mayNot(title))],
    actions: [
      press({ title: words.askLead, verb: 'lead.ask', data: asking }),
      press({ title: words.cancel, verb: 'cancel' }),
    ],
  });
}

/** Two commands, or several sessions, fit: one button each. */
export function whichCard(
  data: {
    readonly question: string;
    readonly lines?: readonly string[];
    readonly choices: readonly {
      readonly title: string;
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
    }[];
    readonly asks?: Asks;
  },
  language: Language,
): CardPost {
  return card({
    language,
    title: data.question,
    ...(data.asks === undefined ? {} : { asks: data.asks }),
    body: (data.lines ?? []).map(text),
    actions: data.choices.map((choice) => press(choice)),
  });
}

export interface StatusFacts {
  readonly projectTitle: string;
  readonly dormant: boolean;
  /** One line each, in order of weight. */
  readonly lines: readonly string[];
  readonly late: readonly string[];
  /** The one thing to do now. */
  readonly next: string | null;
  readonly silent: readonly string[];
  /** How much fell due before the tool; null when nothing did. */
  readonly before: string | null;
  readonly tabUrl: string;
}

/** "Läget": figures first, then the one thing to do now, and what is late. */
export function statusCard(data: StatusFacts, language: Language): CardPost {
  const words = wording[language];
  return card({
    language,
    title: words.status.title(data.projectTitle),
    summary: data.lines.join(' '),
    body: [
      ...(data.dormant ? [warning(words.status.dormant)] : []),
      text(data.lines.join(' ')),
      text(data.next === null ? words.status.nothingNext : `**${words.status.next}** ${data.next}.`),
      ...(data.late.length === 0
        ? []
        : [text(words.status.late(data.late.length)), ...bullets(shortened(data.late, language))]),
      ...(data.before === null ? [] : [subtle(data.before)]),
    ],
    actions: [
      ...(data.silent.length === 0
        ? []
        : [press({ title: words.missing.showReminder, verb: 'command', data: { command: 'registration.missing' } })]),
      open(words.inTab, data.tabUrl),
    ],
  });
}

/** Lines of what is late; the tab has them all. */
const mostLate = 3;

function shortened(lines: readonly string[], language: Language): readonly string[] {
  const more = lines.length - mostLate;
  return more <= 0 ? lines : [...lines.slice(0, mostLate), wording[language].status.more(more)];
}

export interface NextFacts {
  readonly number: number;
  /** The one that comes next, and not another that was asked about. */
  readonly isNext: boolean;
  readonly theme: string;
  readonly when: string;
  readonly where: string;
  readonly room: string | null;
  readonly preparation: string;
  readonly agenda: readonly string[];
  /** Left out for participants. */
  readonly missing: readonly string[];
  readonly url: string;
  /** The address is the tab's, else the public programme page's. */
  readonly isForPlanners: boolean;
}

/** The next session: where and when, the agenda in brief, and for planners what is missing. */
export function nextSessionCard(data: NextFacts, language: Language): CardPost {
  const words = wording[language];
  return card({
    language,
    title: data.isNext ? words.next.title(data.number, data.theme) : words.next.other(data.number, data.theme),
    summary: `${words.sessionName(data.number)}: ${data.when}, ${data.where}`,
    body: [
      facts([
        [words.next.when, data.when],
        [words.next.where, data.where],
        ...(data.room === null ? [] : [[words.next.room, data.room] as const]),
        [words.next.preparation, data.preparation],
      ]),
      ...bullets(data.agenda),
      ...(data.missing.length === 0 ? [] : [text(words.next.missing), ...bullets(data.missing)]),
    ],
    actions: [open(data.isForPlanners ? words.inTab : words.next.programme, data.url)],
  });
}

export interface CountFacts {
  readonly projectTitle: string;
  readonly confirmed: number;
  readonly maxTotal: number | null;
  readonly waiting: number;
  readonly lateRequests: number;
  readonly cancelled: number;
  readonly organisations: number;
  readonly silent: readonly string[];
  /** Have said that they take no part. */
  readonly abstaining: readonly string[];
  readonly tabUrl: string;
}

/** Numbers only: the chat is shared, and names belong in the tab. */
export function countsCard(data: CountFacts, language: Language): CardPost {
  const words = wording[language].counts;
  const confirmed = data.maxTotal === null ? String(data.confirmed) : `${data.confirmed} / ${data.maxTotal}`;
  const optional = [
    [words.waiting, data.waiting],
    [words.late, data.lateRequests],
    [words.cancelled, data.cancelled],
  ] as const;
  return card({
    language,
    title: words.title(data.projectTitle),
    summary: `${words.confirmed}: ${confirmed}`,
    body: [
      facts([
        [words.confirmed, confirmed],
        [words.organisations, String(data.organisations)],
        ...optional.filter(([, count]) => count > 0).map(([title, count]) => [title, String(count)] as const),
      ]),
      ...(data.silent.length === 0 ? [] : [text(words.silent(data.silent.join(', ')))]),
      ...(data.abstaining.length === 0 ? [] : [text(words.abstaining(data.abstaining.join(', ')))]),
      text(words.namesInTab),
    ],
    actions: [open(wording[language].inTab, data.tabUrl)],
  });
}
