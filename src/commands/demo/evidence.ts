import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Everything that left the product and may not hold a dietary text: pages, API answers, log lines, files. */
export interface Evidence {
  readonly pieces: { readonly from: string; readonly text: string }[];
  /** Where it is kept, when a life may be gone on with by another process. */
  readonly file?: string;
}

/** A person's own page and the kitchen's view are the two places where dietary needs belong. */
const allowed = [/^\/min\//, /\/kitchen(\?|$)/, /^\/kok\//];

/** With a file, what earlier runs gathered is there as well. */
export function openEvidence(file?: string): Evidence {
  if (file === undefined) return { pieces: [] };
  return { pieces: existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(pieceIn) : [], file };
}

/** The last line of a run that was killed may be half a line. */
function pieceIn(line: string): Evidence['pieces'] {
  try {
    return [JSON.parse(line) as Evidence['pieces'][number]]; // written below
  } catch {
    return [];
  }
}

export function keep(evidence: Evidence, from: string, text: string): void {
  if (allowed.some((place) => place.test(from))) return;
  // Large files are mostly nothing. A longest run, since the engine remembers each step of one without end.
  const piece = { from, text: text.includes('\0\0') ? text.replace(/\0{1,4096}/g, '') : text };
  evidence.pieces.push(piece);
  // A line break first, so that a half line stays alone.
  if (evidence.file !== undefined) appendFileSync(evidence.file, `\n${JSON.stringify(piece)}`);
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

const utf8 = (hex: string): string => Buffer.from(hex, 'hex').toString('utf8');

function percentDecoded(text: string): string | undefined {
  if (!/%[0-9a-f]{2}/i.test(text)) return undefined;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => utf8(run.replace(/%/g, ''))).replace(/\+/g, ' ');
}

function quotedPrintableDecoded(text: string): string | undefined {
  if (!/=[0-9a-f]{2}|=\r?\n/i.test(text)) return undefined;
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/(?:=[0-9a-f]{2})+/gi, (run) => utf8(run.replace(/=/g, '')));
}

/** Longer runs are whole files, which begin where their base64 begins. */
const SHORT_RUN = 4096;
const OFFSETS = [0, 1, 2, 3];

/** Whole characters of base64 that so many bytes fill, wherever in a file they begin. */
const base64Length = (bytes: number): number => Math.floor((bytes * 4) / 3);

/**
 * Every run that may be the base64 of as many bytes as the shortest text has, decoded; line breaks of mails are joined
 * first. A run may begin before its base64 does.
 */
function base64Decoded(text: string, shortest: number): string {
  const joined = text.replace(/([A-Za-z0-9+/]{60,})\r?\n(?=[A-Za-z0-9+/=])/g, '$1');
  const runs = (joined.match(/[A-Za-z0-9+/_-]+={0,2}/g) ?? []).filter(({ length }) => length >= base64Length(shortest));
  return runs
    .flatMap((run) => (run.length > SHORT_RUN ? [run] : OFFSETS.map((offset) => run.slice(offset))))
    .map((run) => Buffer.from(run, 'base64').toString('utf8'))
    .join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '/': '/', '\\': '\\' };

/** As a browser and a reader of JSON would see it. */
function unescaped(text: string): string {
  return text
    .replace(/\\(?:u([0-9a-f]{4})|([nrt"/\\]))/gi, (_all, code: string | undefined, short: string | undefined) =>
      code === undefined ? (escapes[short ?? ''] ?? '') : String.fromCharCode(parseInt(code, 16)),
    )
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => entities[found] ?? found)
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_all, hex: string | undefined, decimal: string) =>
      codePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
    );
}

function codePoint(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function readings(text: string, shortest: number): string[] {
  const plain = unescaped(text);
  return [text, plain, percentDecoded(plain), quotedPrintableDecoded(plain), base64Decoded(plain, shortest)]
    .filter((reading) => reading !== undefined)
    .map(fold);
}

export interface Leak {
  readonly from: string;
  /** Which of the texts, by its place in the list: the text itself is not repeated. */
  readonly entry: number;
}

/** Looks for each text as it stands and behind base64, quoted-printable and percent encoding. */
export function findLeaks(evidence: Evidence, texts: readonly string[]): Leak[] {
  const wanted = texts.map(fold).filter((text) => text !== '');
  const shortest = Math.min(...wanted.map((text) => Buffer.byteLength(text)));
  const found = new Map<string, readonly number[]>();
  const entriesIn = (text: string): readonly number[] => {
    // The same answer is often given many times.
    const known = found.get(text);
    if (known !== undefined) return known;
    const read = readings(text, shortest);
    const entries = wanted.flatMap((needle, entry) =>
      read.some((reading) => reading.includes(needle)) ? [entry] : [],
    );
    found.set(text, entries);
    return entries;
  };
  return evidence.pieces.flatMap(({ from, text }) => entriesIn(text).map((entry) => ({ from, entry })));
}
