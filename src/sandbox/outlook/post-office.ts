import { lower } from '../directory.ts';
import { newGuid, newId } from '../far-side.ts';
import type { FarSide } from '../far-side.ts';
import type { Address, MeetingPart, MessageKind, StoredMessage } from '../rows.ts';

/** A mail about to leave: what its writer decides, the rest has usual values. */
export interface Letter {
  readonly kind: MessageKind;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc?: readonly Address[];
  readonly bcc?: readonly Address[];
  readonly replyTo?: readonly Address[];
  readonly subject: string;
  readonly bodyType?: 'html' | 'text';
  readonly body: string;
  readonly importance?: StoredMessage['importance'];
  readonly headers?: StoredMessage['headers'];
  readonly categories?: readonly string[];
  readonly attachments?: StoredMessage['attachments'];
  readonly extendedProperties?: StoredMessage['extendedProperties'];
  readonly internetMessageId?: string;
  readonly conversationId?: string;
}

/** Writes a letter into its sender's mailbox and every recipient's. An unknown address of our own domain bounces. */
export function post(
  far: FarSide,
  letter: Letter,
  options: {
    saveToSentItems: boolean;
    /** The calendar part as this recipient sees it, and who stands on its To line. */
    meetingFor?: (recipient: Address) => MeetingPart | null;
    visibleTo?: (recipient: Address) => readonly Address[];
  },
): void {
  const ids = {
    internetMessageId: letter.internetMessageId ?? newMessageId(far),
    conversationId: letter.conversationId ?? newId(far, 'AAQkAG'),
  };
  const base = { ...messageOf(far, letter), ...ids };
  const everyone = uniqueByAddress([...letter.to, ...(letter.cc ?? []), ...(letter.bcc ?? [])]);
  if (options.saveToSentItems)
    keep(far, base, {
      mailbox: lower(letter.from.address),
      folder: 'sentitems',
      meeting: options.meetingFor?.(letter.from) ?? null,
    });
  for (const recipient of everyone) {
    const fault = whyUndeliverable(far, recipient.address);
    if (fault !== undefined) {
      bounce(far, { ...letter, ...ids }, recipient, fault);
      continue;
    }
    const to = options.visibleTo?.(recipient) ?? letter.to;
    const meeting = options.meetingFor?.(recipient) ?? null;
    keep(
      far,
      { ...base, to, bcc: [], extendedProperties: [] },
      { mailbox: lower(recipient.address), folder: 'inbox', meeting },
    );
  }
}

export const newMessageId = (far: FarSide): string => `<${newGuid(far)}@${far.directory.facts.tenantDomain}>`;

type Draft = Omit<StoredMessage, 'id' | 'movingId' | 'mailbox' | 'folder' | 'meeting' | 'isRead'>;

function keep(far: FarSide, draft: Draft, where: Pick<StoredMessage, 'mailbox' | 'folder' | 'meeting'>): StoredMessage {
  return far.tables.messages.put({
    ...draft,
    id: newId(far, 'AAkALg'),
    movingId: newId(far, 'AAMkAG'),
    ...where,
    isRead: where.folder !== 'inbox',
    change: far.state.change(),
  });
}

/** What every copy of a letter has in common. */
export function messageOf(far: FarSide, letter: Letter): Draft {
  const now = far.clock.nowMs();
  return {
    kind: letter.kind,
    internetMessageId: letter.internetMessageId ?? '',
    conversationId: letter.conversationId ?? '',
    change: far.state.nextChange(),
    createdAt: now,
    modifiedAt: now,
    sentAt: now,
    receivedAt: now,
    from: letter.from,
    to: letter.to,
    cc: letter.cc ?? [],
    bcc: letter.bcc ?? [],
    replyTo: letter.replyTo ?? [],
    subject: letter.subject,
    bodyType: letter.bodyType ?? 'html',
    body: letter.body,
    importance: letter.importance ?? 'normal',
    headers: letter.headers ?? [],
    categories: letter.categories ?? [],
    attachments: letter.attachments ?? [],
    extendedProperties: letter.extendedProperties ?? [],
  };
}

/** What the reports say: a status code and Exchange's words. */
const faults = {
  unknownPerson: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  unknownHost: '550 5.4.310 DNS domain does not exist',
  full: '554 5.2.2 mailbox full; STOREDRV.Deliver; delivery failed',
} as const;

/**
 * Why a mail to this address comes back. Addresses elsewhere are taken on trust, but for those of a person whose mails
 * are said to come back, and of a host that no name server knows (RFC 2606); in our own domain somebody must have it.
 */
function whyUndeliverable(far: FarSide, address: string): string | undefined {
  const bounces = far.directory.personByMail(lower(address))?.temperament?.bounces;
  if (bounces !== undefined) return faults[bounces];
  if (lower(address).endsWith('.invalid')) return faults.unknownHost;
  return canReceive(far, address) ? undefined : faults.unknownPerson;
}

export function canReceive(far: FarSide, address: string): boolean {
  const { directory } = far;
  const key = lower(address);
  if (!key.endsWith(`@${directory.facts.tenantDomain.toLowerCase()}`)) return true;
  const isList = directory.roomLists().some((list) => lower(list.mail) === key);
  return [directory.personByMail(key), directory.room(key), directory.sharedMailbox(key)].some(Boolean) || isList;
}

/** A report in the sender's inbox, known by its message class and by the id of the mail that it is about. */
function bounce(far: FarSide, letter: Letter, recipient: Address, fault: string): void {
  const { tenantDomain } = far.directory.facts;
  const from = { address: `postmaster@${tenantDomain}`, name: 'Microsoft Outlook' };
  const body = `<p>Your message to ${recipient.address} couldn't be delivered.</p><p>${fault}</p>`;
  const about = letter.internetMessageId ?? '';
  const report: Letter = {
    kind: 'bounce',
    from,
    to: [letter.from],
    subject: `Undeliverable: ${letter.subject}`,
    body,
    headers: [
      { name: 'In-Reply-To', value: about },
      { name: 'References', value: about },
    ],
    extendedProperties: [{ id: 'String 0x001A', value: 'REPORT.IPM.Note.NDR' }],
  };
  const ids = { internetMessageId: newMessageId(far), conversationId: newId(far, 'AAQkAG') };
  const mailbox = lower(letter.from.address);
  keep(far, { ...messageOf(far, report), ...ids }, { mailbox, folder: 'inbox', meeting: null });
}

export function uniqueByAddress<A extends Address>(addresses: readonly A[]): A[] {
  return [...new Map(addresses.map((one) => [lower(one.address), one])).values()];
}
