import type { ProjectKey } from '../../domain/ids.ts';
import { say, type Language } from '../../domain/words.ts';
import type { Tools } from '../../tools.ts';
import { confirmationRows, type ConfirmationRow } from './confirmations/store.ts';
import { returnedWords } from './returned/rules.ts';
import { keyText, resentMark } from './rules.ts';
import { activityIdOf, noticeRows, saidRows, type NoticeRow } from './store.ts';
import { errorWords, type ConfirmationEntry, type NoticeEntry, type NoticeKey, type NoticeLog } from './types.ts';

/** What has been said, what waits and what failed, per recipient, the latest first; and whose yes it went out under. */
export async function noticeLog(
  tools: Pick<Tools, 'db' | 'clock'>,
  key: ProjectKey,
  language: Language,
): Promise<NoticeLog> {
  const confirmations = await confirmationRows(tools.db, key);
  const names = new Map(confirmations.map((row) => [row.id, row.confirmed_by_name]));
  const notices = await noticeRows(tools.db, key);
  return {
    now: tools.clock.now().toString(),
    notices: notices.map((row) => noticeEntry(row, names, language)),
    confirmations: confirmations.map(confirmationEntry),
  };
}

/** What has been said in mails, or is about to be, by kind, session, person and version; in the order it was written. */
export async function saidOf(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
): Promise<
  readonly {
    readonly kind: string;
    readonly sessionId: string | null;
    readonly personId: string | null;
    readonly version: string;
    readonly state: NoticeEntry['state'];
    readonly at: string;
  }[]
> {
  return (await saidRows(tools.db, key)).map((row) => ({
    kind: row.kind,
    sessionId: row.session_id,
    personId: row.person_id,
    version: row.key.slice(row.key.lastIndexOf(':') + 1),
    state: row.state,
    at: row.created_at.toISOString(),
  }));
}

/** Who has been told something in these very words, or is about to be; what was stopped or failed does not count. */
export async function whoWasTold(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  what: { readonly kind: string; readonly sessionId: string; readonly version: string },
): Promise<ReadonlySet<string>> {
  const said = (await saidOf(tools, key)).filter(
    ({ kind, sessionId, version, state }) =>
      kind === what.kind &&
      sessionId === what.sessionId &&
      version.split(resentMark)[0] === what.version &&
      ['waiting', 'sending', 'sent', 'byHand'].includes(state),
  );
  return new Set(said.map(({ personId }) => personId ?? ''));
}

/** Where a post stands, by its activity id; null before it has gone out, and when it went as a mail. */
export async function postedAs(tools: Pick<Tools, 'db'>, key: NoticeKey): Promise<string | null> {
  return await activityIdOf(tools.db, key, keyText(key));
}

/** Those of one act, or of all, the latest first. */
export async function confirmationsOf(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  act?: string,
): Promise<readonly ConfirmationEntry[]> {
  return (await confirmationRows(tools.db, key, act)).map(confirmationEntry);
}

function noticeEntry(row: NoticeRow, names: ReadonlyMap<string, string>, language: Language): NoticeEntry {
  const { subject, summary, text } = row.content;
  const told = [subject, summary, text].find((one) => typeof one === 'string');
  return {
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    sessionId: row.session_id,
    personId: row.person_id,
    recipient: row.recipient_address,
    recipientName: row.recipient_name,
    subject: told ?? '',
    state: row.state,
    notBefore: row.not_before.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    error: row.last_error === null ? null : errorText(row.last_error, language),
    confirmedBy: names.get(row.confirmation_id ?? '') ?? null,
    confirmationId: row.confirmation_id,
    resentAt: row.resent_at?.toISOString() ?? null,
  };
}

function errorText(reason: string, language: Language): string {
  if (reason.startsWith('returned')) return say(returnedWords(reason.split(' ')[1] ?? null), language);
  const known = Object.entries(errorWords).find(([name]) => name === reason);
  return known === undefined ? reason : say(known[1], language);
}

function confirmationEntry(row: ConfirmationRow): ConfirmationEntry {
  return {
    id: row.id,
    act: row.act,
    sessionId: row.session_id,
    textVersion: row.text_version,
    recipientCount: row.recipient_count,
    dueAt: row.due_at?.toISOString() ?? null,
    confirmedBy: row.confirmed_by_name,
    confirmedAt: row.confirmed_at.toISOString(),
    announcedAt: row.announced_at?.toISOString() ?? null,
    stoppedAt: row.stopped_at?.toISOString() ?? null,
    executedAt: row.executed_at?.toISOString() ?? null,
  };
}
