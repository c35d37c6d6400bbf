import { withoutAccents } from '../../src/domain/swedish-text.ts';
import { parseSpokenDate, type DateCandidate } from '../../src/domain/spoken-date.ts';
import { parseSpokenTime } from '../../src/domain/spoken-time.ts';
import type { LocalDate, LocalTime } from '../../src/domain/local-date.ts';
import type { Spoken } from './tokens.ts';

/** The names of a project that a message may point at. */
export interface Vocabulary {
  readonly today: LocalDate;
  readonly sessions: readonly { readonly id: string; readonly number: number; readonly city: string | null }[];
  readonly venues: readonly { readonly id: string; readonly name: string }[];
  /** Where a session may be, with a venue or without: the municipalities, and the towns of the venues. */
  readonly towns?: readonly string[];
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
  /** Today's or the nearest to come, and the one held last. */
  readonly nextSessionId?: string | undefined;
  readonly previousSessionId?: string | undefined;
  /** What the talk was about a moment ago. */
  readonly spokenOfId?: string | undefined;
}

export interface Entities {
  /** Sessions named by number or by town; several when a town has more than one. */
  readonly sessionIds: readonly string[];
  /** A number was said that the project has no session for. */
  readonly missingSession: number | null;
  readonly venueIds: readonly string[];
  readonly saysTown: boolean;
  /** Everybody whom the name fits; asked about when there are several. */
  readonly personIds: readonly string[];
  readonly dates: readonly DateCandidate[];
  readonly times: readonly LocalTime[];
}

const ordinals: Readonly<Record<string, number>> = {
  ettan: 1,
  forsta: 1,
  first: 1,
  tvaan: 2,
  andra: 2,
  second: 2,
  trean: 3,
  tredje: 3,
  third: 3,
  fyran: 4,
  fjarde: 4,
  fourth: 4,
  femman: 5,
  femte: 5,
  fifth: 5,
  sexan: 6,
  sjatte: 6,
  sixth: 6,
};

const numberPatterns: readonly RegExp[] = [
  /\b(?:traff|traffen|lartraff|session|meeting|mote|nr|nummer|number|s-)\s*#?(\d{1,2})\b(?![:.]\d)/,
  /\b(\d):?an\b/,
];

export function readEntities(text: string, said: Spoken, known: Vocabulary): Entities {
  const number = sessionNumber(said);
  const byNumber = known.sessions.filter((session) => session.number === number).map(({ id }) => id);
  const byTown = known.sessions
    .filter((session) => session.city !== null && names(said, session.city))
    .map(({ id }) => id);
  return {
    sessionIds: byNumber.length > 0 ? byNumber : byTown.length > 0 ? byTown : pointedAt(said, known),
    missingSession: number !== undefined && byNumber.length === 0 ? number : null,
    venueIds: known.venues.filter(({ name }) => names(said, name) || names(said, shortName(name))).map(({ id }) => id),
    saysTown: (known.towns ?? []).some((town) => names(said, town)),
    personIds: peopleNamed(said, known.people),
    dates: parseSpokenDate(withoutSessionNumber(text), known.today),
    times: parseSpokenTime(withoutSessionNumber(text)),
  };
}

const nextOne = /\b(nasta|next|kommande)(?: (?:traff|traffen|gang|session|meeting|mote|motet|one|time)\b|$)/;
const previousOne = /\b(forra|senaste|previous|latest) (traff|traffen|gangen|session|meeting|one|motet)\b/;
const lastOne = /\b(sista traffen|sista|last session|last one)\b/;
/** "den", but not the article of a date ("den 13e"). */
const thatOne = /\b(den|denna|samma|it|that one|this one|istallet|ist|instead)\b(?! ?\d)/;

/** "nästa", "förra", "sista" and "den", when nothing says it plainly. */
function pointedAt(said: Spoken, known: Vocabulary): readonly string[] {
  const { folded } = said;
  const meant = [
    [nextOne, known.nextSessionId],
    [previousOne, known.previousSessionId],
    [lastOne, known.sessions.at(-1)?.id],
    [thatOne, known.spokenOfId],
  ] as const;
  const id = meant.find(([pattern]) => pattern.test(folded))?.[1];
  return id === undefined ? [] : [id];
}

function sessionNumber(said: Spoken): number | undefined {
  for (const pattern of numberPatterns) {
    const found = pattern.exec(said.folded)?.[1];
    if (found !== undefined) return Number(found);
  }
  // "andra" is also "change", so an ordinal counts only beside a word that it numbers, or alone.
  const index = said.words.findIndex((word) => ordinals[word] !== undefined);
  const word = said.words[index] ?? '';
  const next = said.words[index + 1] ?? '';
  const isNumber = word.endsWith('an') || said.words.length === 1 || /^(traff|session|meeting|mote|one$)/.test(next);
  return index >= 0 && isNumber ? ordinals[word] : undefined;
}

/** So that "träff 3 till 6 jan" has one date in it. */
function withoutSessionNumber(text: string): string {
  return text.replace(/\b(träffen|träff|traff|session|meeting)\s*#?\d{1,2}\b/gi, ' ').replace(/\b\d:an\b/gi, ' ');
}

/** "Regionens hus, sal Siljan" as people say it: "Siljan". */
export function shortName(venueName: string): string {
  const last = venueName.split(', ').at(-1) ?? venueName;
  return last.replace(/^(sal|rum|konferens|lokal)\s+(?=\p{Lu})/u, '');
}

/** A name of a place, whole or in the genitive ("ludvikas"), in any spelling of its accents. */
function names(said: Spoken, name: string): boolean {
  const parts = withoutAccents(name.toLowerCase())
    .split(/[^a-z0-9]+/)
    .filter((part) => part.length > 2);
  return parts.length > 0 && parts.every((part) => said.words.some((word) => word === part || word === `${part}s`));
}

/** "per" fits Per-Olov Kvarnström, "maria" every Maria, "maria lund" one of them. */
function peopleNamed(said: Spoken, people: Vocabulary['people']): readonly string[] {
  const says = (part: string): boolean => said.words.includes(part) || said.words.includes(`${part}s`);
  const fits = people
    .map(({ id, displayName }) => ({ id, parts: withoutAccents(displayName.toLowerCase()).split(/[\s-]+/) }))
    .filter(({ parts: [given = ''] }) => says(given) || said.words.some((word) => word.startsWith(`${given}-`)));
  const whole = fits.filter(({ parts }) => parts.slice(1).some(says));
  return (whole.length > 0 ? whole : fits).map(({ id }) => id);
}
