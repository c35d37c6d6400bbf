/** Everything that left the product and may not hold a dietary text: pages, API answers, log lines, files. */
export interface Evidence {
  readonly pieces: { readonly from: string; readonly text: string }[];
}

/** A person's own page and the kitchen's view are the two places where dietary needs belong. */
const allowed = [/^\/min\//, /\/kitchen(\?|$)/, /^\/kok\//];

export function openEvidence(): Evidence {
  return { pieces: [] };
}

export function keep(evidence: Evidence, from: string, text: string): void {
  if (allowed.some((place) => place.test(from))) return;
  evidence.pieces.push({ from, text });
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

function percentDecoded(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replace(/%/g, ''), 'hex').toString('utf8'))
    .replace(/\+/g, ' ');
}

function quotedPrintableDecoded(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return joined.replace(/(?:=[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replace(/=/g, ''), 'hex').toString('utf8'));
}

/** Every run that may be base64, decoded; line breaks of mails are joined first. */
function base64Decoded(text: string): string {
  const joined = text.replace(/([A-Za-z0-9+/]{60,})\r?\n(?=[A-Za-z0-9+/=])/g, '$1');
  return (joined.match(/[A-Za-z0-9+/_-]{8,}={0,2}/g) ?? [])
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
const unescaped = (text: string): string =>
  text
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => entities[found] ?? found)
    .replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));

export interface Leak {
  readonly from: string;
  /** Which of the texts, by its place in the list: the text itself is not repeated. */
  readonly entry: number;
}

/** Looks for each text as it stands and behind base64, quoted-printable and percent encoding. */
export function findLeaks(evidence: Evidence, texts: readonly string[]): Leak[] {
  const wanted = texts.map(fold);
  return evidence.pieces.flatMap(({ from, text }) => {
    const readings = [
      text,
      unescaped(text),
      percentDecoded(text),
      quotedPrintableDecoded(text),
      base64Decoded(text),
    ].map(fold);
    return wanted.flatMap((needle, entry) =>
      needle !== '' && readings.some((reading) => reading.includes(needle)) ? [{ from, entry }] : [],
    );
  });
}
