import { isMailAddress, writtenAddresses } from '../../domain/mail-address.ts';
import type { Words } from '../../domain/words.ts';
import { previewOf } from '../notices/rules.ts';
import type { Letter, Preview } from '../notices/types.ts';
import type { MailingId, MailingRef, Recipient, Requirement, Template } from './types.ts';

const templates: readonly Template[] = [
  'invitation',
  'silent',
  'commitment',
  'board',
  'info',
  'reminder',
  'unanswered',
  'thanks',
  'correction',
];
/** Those that are about the project as a whole. */
const alone: readonly Template[] = ['invitation', 'silent', 'commitment'];

export function mailingId({ template, subject }: MailingRef): MailingId {
  return subject === null ? template : `${template}:${subject}`;
}

/** Undefined for an address that is no letter's. */
export function mailingRef(id: MailingId): MailingRef | undefined {
  const [name = '', ...rest] = id.split(':');
  const template = templates.find((one) => one === name);
  const subject = rest.join(':') || null;
  if (template === undefined || alone.includes(template) !== (subject === null)) return undefined;
  return { template, subject };
}

/** What the letter is called; `number` is the session's. A correction is named by what it corrects. */
export function mailingName({ template }: MailingRef, number: number | string): Words {
  return {
    invitation: { sv: 'Inbjudan', en: 'Invitation' },
    silent: { sv: 'Påminnelse till tysta kommuner', en: 'Reminder to silent municipalities' },
    commitment: { sv: 'Be om kryss från dem som togs in från en lista', en: 'Ask those from a list to tick the box' },
    board: { sv: `Fråga bollplanket för träff ${number}`, en: `Ask the sounding board of session ${number}` },
    info: { sv: `Information inför träff ${number}`, en: `Information before session ${number}` },
    reminder: { sv: `Påminnelse om träff ${number}`, en: `Reminder of session ${number}` },
    unanswered: {
      sv: `Fråga dem som inte svarat om träff ${number}`,
      en: `Ask those without an answer to session ${number}`,
    },
    thanks: { sv: `Tack och dokumentation, träff ${number}`, en: `Thanks and documentation, session ${number}` },
    correction: { sv: 'Rättelse', en: 'Correction' },
  }[template];
}

/** Yeses to a letter carry this as their act; the bot and the log know those of old by their own names. */
export function actOf({ template, subject }: MailingRef): string {
  if (template === 'info') return `sessionInfo:${subject ?? ''}`;
  if (template === 'thanks') return `documents:${subject ?? ''}`;
  return subject === null ? template : `${template}:${subject}`;
}

/** The letter that a yes was given to; undefined for acts that are no letter. */
export function mailingOfAct(act: string): MailingId | undefined {
  const [what = '', ...rest] = act.split(':');
  const subject = rest.join(':') || null;
  const template = what === 'sessionInfo' ? 'info' : what === 'documents' ? 'thanks' : what;
  const id = subject === null ? template : `${template}:${subject}`;
  return mailingRef(id) === undefined ? undefined : id;
}

export function wordsVersion(letter: Pick<Letter, 'subject' | 'text'>): string {
  return previewOf({ texts: [letter.subject, letter.text], recipients: [] }).textVersion;
}

/** Of exactly the words that each of these people would get. */
export function mailingPreview(
  letters: readonly { readonly recipient: Recipient; readonly letter: Letter }[],
): Preview {
  const sorted = letters.toSorted((one, other) => (one.recipient.id < other.recipient.id ? -1 : 1));
  return previewOf({
    texts: sorted.flatMap(({ letter }) => [letter.subject, letter.text]),
    recipients: sorted.map(({ recipient }) => `${recipient.id} ${recipient.address}`),
  });
}

/** Those chosen; without a choice everybody, and an empty one is nobody. A name that is not there is not invented. */
export function chosen(
  recipients: readonly Recipient[],
  selection: readonly string[] | undefined,
): readonly Recipient[] {
  return selection === undefined ? recipients : recipients.filter(({ id }) => selection.includes(id));
}

export function hindering(requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.filter(({ hinders }) => hinders);
}

/** Several addresses in one field, as people separate them. */
export function addressesIn(text: string | undefined): readonly string[] {
  const found = writtenAddresses(text ?? '').filter(isMailAddress);
  return [...new Map(found.map((one) => [one.toLowerCase(), one])).values()];
}
