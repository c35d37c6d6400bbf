import { personalLink } from '../../../domain/personal-link.ts';
import type { HandItem } from './types.ts';

export interface HandMail {
  readonly id: string;
  readonly kind: string;
  readonly sessionId: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly file: string | null;
  readonly sentAt: string | null;
  readonly sentBy: string | null;
  readonly mayUndo: boolean;
}

/** Mail programs and browsers cut longer addresses off without a word. */
const longestMailto = 1900;

/** Texts that are the same word for word are one thing to send, to all of them as hidden copies; a calendar file is one person's. */
export function handItems(mails: readonly HandMail[]): readonly HandItem[] {
  const groups = Map.groupBy(mails, (mail) =>
    JSON.stringify([
      mail.kind,
      mail.sessionId,
      mail.subject,
      mail.text,
      mail.file === null ? '' : mail.id,
      mail.sentAt,
      mail.sentBy,
    ]),
  );
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const recipients = all.map(({ to }) => to);
    return [
      {
        ids: all.map(({ id }) => id),
        kind: first.kind,
        sessionId: first.sessionId,
        recipients,
        subject: first.subject,
        text: first.text,
        mailto: mailtoOf(
          recipients.map(({ address }) => address),
          first,
        ),
        file: first.file,
        isPersonal: new RegExp(personalLink).test(first.text) || first.file !== null,
        sentAt: first.sentAt,
        sentBy: first.sentBy,
        mayUndo: all.every(({ mayUndo }) => mayUndo),
      },
    ];
  });
}

/** One recipient stands in the open; several are hidden from each other. Null when it would be cut off. */
export function mailtoOf(
  addresses: readonly string[],
  mail: { readonly subject: string; readonly text: string },
): string | null {
  const to = addresses.length === 1 ? encodeURIComponent(addresses[0] ?? '').replace('%40', '@') : '';
  const bcc = addresses.length > 1 ? [`bcc=${encodeURIComponent(addresses.join(','))}`] : [];
  const body = mail.text.replace(/\n/g, '\r\n');
  const parts = [...bcc, `subject=${encodeURIComponent(mail.subject)}`, `body=${encodeURIComponent(body)}`];
  const all = `mailto:${to}?${parts.join('&')}`;
  if (all.length <= longestMailto) return all;
  const short = `mailto:${to}?${parts.slice(0, -1).join('&')}`;
  return short.length <= longestMailto ? short : null;
}
