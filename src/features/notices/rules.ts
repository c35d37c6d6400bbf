import { personalLink } from '../../domain/personal-link.ts';
import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { NoticeEntry, NoticeKey, Preview } from './types.ts';

/** `kind:project:session:person:version`: unique, so nothing is said twice. */
export function keyText({ kind, projectId, sessionId = '', personId = '', version }: NoticeKey): string {
  return [kind, projectId, sessionId, personId, version].join(':');
}

/** A fault may be a moment's or half a day's; after both this many tries and this long a message is shown as failed. */
const fewestTries = 8;
const longestFaultHours = 24;

export function givesUp(tried: { readonly attempts: number; readonly since: Date }, now: Temporal.Instant): boolean {
  const waitedHours = (now.epochMilliseconds - tried.since.getTime()) / 3_600_000;
  return tried.attempts >= fewestTries && waitedHours >= longestFaultHours;
}

/** Came back or could not be sent, and nobody has sent it again: somebody has to put the address right. */
export function isUndelivered({ state, resentAt }: Pick<NoticeEntry, 'state' | 'resentAt'>): boolean {
  return (state === 'failed' || state === 'bounced') && resentAt === null;
}

/** Where a personal link stands in a preview: the real one is made when the mail is. */
export const linkInPreview = '…';

/** Stands in the key of what was said again, before how many times: the part before it is the first one's. */
export const resentMark = '~';

/** What somebody is about to say yes to. The order of recipients does not matter; who they are does. */
export function previewOf(shown: { texts: readonly string[]; recipients: readonly string[] }): Preview {
  const recipients = [...new Set(shown.recipients)].sort();
  const hash = createHash('sha256').update(JSON.stringify([shown.texts, recipients]));
  return { textVersion: hash.digest('hex').slice(0, 16), recipientCount: recipients.length };
}

export function samePreview(one: Preview, other: Preview): boolean {
  return one.textVersion === other.textVersion && one.recipientCount === other.recipientCount;
}

/** What a sending is noted as for the guideline, and no longer when it was stopped. */
export function milestoneOfAct(act: string): string | undefined {
  const [what, session = ''] = act.split(':');
  if (what === 'invitation') return 'invitationSent';
  if (what === 'board') return `boardAsked:${session}`;
  if (what === 'foodOrder') return `foodOrdered:${session}`;
  return what === 'sessionInfo' ? `sessionInfoSent:${session}` : undefined;
}

/** Personal links keep their path and lose what opens them. */
export function withoutSecrets(text: string): string {
  return text.replace(new RegExp(personalLink, 'g'), '$1…');
}

/** Swedish readability index: words per sentence plus the share of words longer than six letters. 40 is ordinary prose. */
export function lix(text: string): number {
  // "kl. 9.00" and "v. 39" do not end a sentence.
  const whole = text.replaceAll(/\b(kl|v)\. (?=\d)/g, '$1 ');
  const words = whole.match(/[\p{L}\p{M}\d]+(?:[-’'.:/@][\p{L}\p{M}\d]+)*/gu) ?? [];
  const sentences = whole.split(/[.!?:]\s|\n+/u).filter((part) => /\p{L}/u.test(part)).length;
  const long = words.filter((word) => [...word].length > 6).length;
  return words.length === 0 ? 0 : words.length / Math.max(1, sentences) + (long * 100) / words.length;
}
