import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools } from '../../../tools.ts';
import type { NoticeRow } from '../store.ts';
import type { Letter, LetterFile } from '../types.ts';
import { handItems, type HandMail } from './rules.ts';
import { handRow, handRows, reachedRows } from './store.ts';
import type { HandList } from './types.ts';

/** what a person has to send, each with its text, recipients and file; and what has been sent so. */
export async function handList(tools: Pick<Tools, 'db'>, key: ProjectKey): Promise<HandList> {
  const mails = (await handRows(tools.db, key)).map(mailOf);
  return {
    waiting: handItems(mails.filter(({ sentAt }) => sentAt === null)),
    sent: handItems(mails.filter(({ sentAt }) => sentAt !== null)).toReversed(),
  };
}

function mailOf(row: NoticeRow): HandMail {
  const { subject, text, file } = row.content as unknown as Letter; // written by queueMail only
  return {
    id: row.id,
    kind: row.kind,
    sessionId: row.session_id,
    to: { name: row.recipient_name ?? '', address: row.recipient_address ?? '' },
    subject,
    text,
    file: file?.name ?? null,
    sentAt: row.sent_at?.toISOString() ?? null,
    sentBy: row.sent_by,
    mayUndo: row.undo_until !== null,
  };
}

/** The calendar file that goes with one of them. */
export async function handFile(tools: Pick<Tools, 'db'>, key: ProjectKey, id: string): Promise<LetterFile | null> {
  const row = await handRow(tools.db, key, id);
  return (row?.content as unknown as Letter | undefined)?.file ?? null; // written by queueMail only
}

/** `session address` of those whom the latest calendar file that reached them invites. */
export async function reachedBy(
  tools: Pick<Tools, 'db'>,
  key: ProjectKey,
  kinds: { readonly invites: string; readonly cancels: string },
): Promise<ReadonlySet<string>> {
  const reached = new Set<string>();
  for (const row of await reachedRows(tools.db, key, [kinds.invites, kinds.cancels])) {
    const name = `${row.session_id} ${(row.recipient_address ?? '').trim().toLowerCase()}`;
    if (row.kind === kinds.invites) reached.add(name);
    else reached.delete(name);
  }
  return reached;
}
