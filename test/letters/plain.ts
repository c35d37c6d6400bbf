/** "kl. 9.00" and "v. 39" do not end a sentence. */
const withoutDots = (text: string): string => text.replace(/\b(kl|v)\. (?=\d)/g, '$1 ');

/** A colon ends a sentence, as it does in LIX; so does a line. */
function sentencesOf(text: string): readonly string[] {
  return withoutDots(text).split(/[.!?:][”"*]*(?:\s+|$)|\n+/u);
}

function wordsOf(sentence: string): number {
  return (sentence.match(/[\p{L}\p{M}\d]+(?:[-’'.:/@][\p{L}\p{M}\d]+)*/gu) ?? []).length;
}

/** More words than one reads in a breath. */
export function longSentences(text: string, most = 25): readonly string[] {
  return sentencesOf(text).filter((sentence) => wordsOf(sentence) > most);
}

/** Office words, abbreviations and a name that the municipality does not have. */
const neverWritten = [
  /\bvänligen\b/i,
  /\berhåll(a|er|it|s)\b/i,
  /\bavseende\b/i,
  /\bovanstående\b/i,
  /\b(t\.? ?ex|bl\.? ?a|m\.? ?fl|d\.? ?v\.? ?s|osv|f\.ö|p\.?g\.?a|e\.?g|i\.e)\./i,
  /\b(OK|Submit)\b/,
  /\bFalun kommun\b/,
];

export function forbiddenWords(text: string): readonly string[] {
  return neverWritten.flatMap((pattern) => text.match(pattern)?.[0] ?? []);
}
