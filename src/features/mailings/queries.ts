import { boardAsked, chosenFor } from '../planning/rota/rules.ts';
import type { ProjectKey } from '../../domain/ids.ts';
import { isBefore } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import { say, type Language, type Words } from '../../domain/words.ts';
import type { Preview } from '../notices/types.ts';
import { letterFor, prepared, preparedFrom, type Prepared } from './composing/queries.ts';
import { actOf, chosen, hindering, mailingId, mailingPreview } from './rules.ts';
import { lastSent, sendingsOf } from './sendings/queries.ts';
import { sourcesOf, type SourceReader } from './sources/queries.ts';
import type { Composed, Sources } from './sources/types.ts';
import { thanksPreview } from './thanks/queries.ts';
import type {
  LetterTo,
  MailingId,
  MailingRef,
  MailingRefusal,
  MailingSummary,
  MailingView,
  Recipient,
  Sending,
  Template,
} from './types.ts';

/** Every letter of the project with what it lacks and what became of it, in the order in which they are sent. */
export async function mailingList(tools: SourceReader, key: ProjectKey): Promise<readonly MailingSummary[]> {
  const sources = await sourcesOf(tools, key);
  if (sources === null) return [];
  const ofSession: readonly Template[] = ['info', 'reminder', 'unanswered', 'thanks'];
  const refs: readonly MailingRef[] = [
    { template: 'invitation', subject: null },
    { template: 'silent', subject: null },
    ...unticked(sources),
    ...boards(sources),
    ...sources.sessions.flatMap(({ id }) => ofSession.map((template) => ({ template, subject: id }))),
    ...corrections(sources),
  ];
  const found = await Promise.all(refs.map((ref) => preparedFrom(tools, sources, ref)));
  return found.flatMap((one) => (one === undefined ? [] : [summaryOf(tools, one)]));
}

/** ROL-03: of sessions to come whose sounding board is chosen and has not been asked in another way. */
function boards({ sessions, project, today, milestones, confirmations }: Sources): readonly MailingRef[] {
  return sessions
    .map((session) => ({ session, ref: { template: 'board', subject: session.id } as const }))
    .filter(({ session, ref }) => {
      if (confirmations.some(({ act }) => act === actOf(ref))) return true;
      const isAhead = session.date === null || session.date >= today.toString();
      return isAhead && chosenFor('board', session, project).length > 0 && !milestones.has(boardAsked(session.id));
    })
    .map(({ ref }) => ref);
}

/** Only where somebody has come in without the box, which the form does not let through. */
function unticked({ registrations, confirmations }: Sources): readonly MailingRef[] {
  const ref: MailingRef = { template: 'commitment', subject: null };
  const isOwed = registrations.participants.some(({ state, committed }) => state === 'confirmed' && !committed);
  return isOwed || confirmations.some(({ act }) => act === actOf(ref)) ? [ref] : [];
}

/** Corrections that somebody has begun to write. */
function corrections({ words }: Sources): readonly MailingRef[] {
  const begun = words.filter(({ mailing }) => mailing.startsWith('correction:'));
  return [...new Set(begun.map(({ mailing }) => mailing))].map((mailing) => ({
    template: 'correction',
    subject: mailing.slice('correction:'.length),
  }));
}

/** Everything the screen of one letter shows, whether it may be sent or not. */
export async function mailingView(
  tools: SourceReader,
  key: ProjectKey,
  id: MailingId,
  selection?: readonly string[],
): Promise<Outcome<MailingView, 'mailingUnknown'>> {
  const found = await prepared(tools, key, id);
  return found === undefined ? refused('mailingUnknown') : done(await viewOf(tools, found, selection));
}

/** what one says yes to. Refused while something stands in the way, or nobody would get it. */
export async function previewMailing(
  tools: SourceReader,
  key: ProjectKey,
  id: MailingId,
  { selection, language = 'sv' }: { readonly selection?: readonly string[] | undefined; readonly language?: Language },
): Promise<Outcome<MailingView, MailingRefusal>> {
  const found = await prepared(tools, key, id);
  if (found === undefined) return refused('mailingUnknown');
  return whyNot(found, selection, language) ?? done(await viewOf(tools, found, selection));
}

async function viewOf(
  tools: SourceReader,
  found: Prepared,
  selection: readonly string[] | undefined,
): Promise<MailingView> {
  const { composed, sources, open, leftOut } = found;
  return {
    ...summaryOf(tools, found),
    ...(await previewFor(tools, found, selection)),
    now: sources.now.toString(),
    graceSeconds: tools.settings.graceSeconds,
    purpose: composed.purpose,
    requirements: composed.requirements,
    recipients: open.map(({ version: _version, ...one }) => one),
    readers: composed.candidates,
    canSelect: composed.ref.template !== 'thanks',
    selected: chosenOf(found, selection).map(({ id }) => id),
    leftOut,
    ownWords: composed.ownWords,
    sendings: sendingsOf(sources, composed.ref, tools.settings.graceSeconds),
    hinders: [whatIsOver(found), ...hindersOf(found)].filter((one) => one !== undefined),
  };
}

/** Why a letter does not go out as things are; undefined when it may. */
export function whyNot(
  found: Prepared,
  selection: readonly string[] | undefined,
  language: Language,
): Outcome<never, MailingRefusal> | undefined {
  const { sources, composed, open } = found;
  if (sources.project.state === 'dormant') return refused('dormant');
  const past = whatIsOver(found);
  if (past !== undefined) return refused('over', { what: say(past, language) });
  const hinders = hindersOf(found);
  if (hinders.length > 0) return refused('incomplete', { what: hinders.map((one) => say(one, language)).join(' ') });
  if (chosenOf(found, selection).length > 0) return undefined;
  const isAllTold = selection === undefined && composed.candidates.length > 0;
  return refused(isAllTold || (open.length === 0 && composed.candidates.length > 0) ? 'allTold' : 'nobody');
}

/** Undefined while the letter is of use; an invitation that is late is the guideline's matter. */
function whatIsOver({ composed: { isOver, session, ref } }: Prepared): Words | undefined {
  if (!isOver) return undefined;
  if (session !== null) return { sv: 'Träffen har varit.', en: 'The session has been.' };
  return ref.template === 'silent' ? { sv: 'Anmälan har stängt.', en: 'The registration has closed.' } : undefined;
}

function hindersOf({ composed }: Prepared): readonly Words[] {
  return hindering(composed.requirements).map(({ words }) => words);
}

/** Without a choice those who have had nothing of it; a new wording goes to the others when somebody chooses them. */
export function chosenOf({ open, composed }: Prepared, selection: readonly string[] | undefined): Prepared['open'] {
  if (composed.ref.template === 'thanks') return open;
  if (selection === undefined) return open.filter(({ earlier }) => earlier === null);
  const ids = new Set(chosen(open, selection).map(({ id }) => id));
  return open.filter(({ id }) => ids.has(id));
}

export async function previewFor(
  tools: SourceReader,
  found: Prepared,
  selection: readonly string[] | undefined,
): Promise<Preview> {
  const { composed, sources } = found;
  if (composed.ref.template === 'thanks') return await thanksPreview(tools, sources, composed.ref);
  const letters = chosenOf(found, selection).map((recipient) => ({
    recipient,
    letter: letterFor(composed, recipient),
  }));
  return mailingPreview(letters);
}

/** What one recipient would read: of those who lack it, or who have had it. */
export async function letterTo(
  tools: SourceReader,
  key: ProjectKey,
  id: MailingId,
  recipientId: string,
): Promise<Outcome<LetterTo, 'mailingUnknown' | 'recipientUnknown'>> {
  return await letterAs(tools, key, { id, recipientId }, (recipient) => recipient);
}

/** The same as several may see it, as in a chat: with a gap where the recipient's name is. */
export async function letterInCommon(
  tools: SourceReader,
  key: ProjectKey,
  id: MailingId,
  recipientId: string,
): Promise<Outcome<LetterTo, 'mailingUnknown' | 'recipientUnknown'>> {
  return await letterAs(tools, key, { id, recipientId }, (recipient) =>
    recipient.givenName === null ? recipient : { ...recipient, name: '…', givenName: '…' },
  );
}

async function letterAs(
  tools: SourceReader,
  key: ProjectKey,
  { id, recipientId }: { readonly id: MailingId; readonly recipientId: string },
  seenAs: (recipient: Recipient) => Recipient,
): Promise<Outcome<LetterTo, 'mailingUnknown' | 'recipientUnknown'>> {
  const found = await prepared(tools, key, id);
  if (found === undefined) return refused('mailingUnknown');
  const recipient = found.composed.candidates.find((one) => one.id === recipientId);
  if (recipient === undefined) return refused('recipientUnknown');
  const seen = seenAs(recipient);
  return done({ recipient: seen, ...letterFor(found.composed, seen) });
}

/** every chosen recipient's letter, ready to copy or to open in a mail program where nothing may be sent. */
export async function lettersTo(
  tools: SourceReader,
  key: ProjectKey,
  id: MailingId,
  selection?: readonly string[],
): Promise<Outcome<readonly LetterTo[], MailingRefusal>> {
  const found = await prepared(tools, key, id);
  if (found === undefined) return refused('mailingUnknown');
  const { composed } = found;
  return (
    whyNot(found, selection, 'sv') ??
    done(
      chosenOf(found, selection).map(({ version: _version, earlier: _earlier, ...recipient }) => ({
        recipient,
        ...letterFor(composed, recipient),
      })),
    )
  );
}

function summaryOf(tools: SourceReader, found: Prepared): MailingSummary {
  const { composed, sources, open } = found;
  const sendings = sendingsOf(sources, composed.ref, tools.settings.graceSeconds);
  const sentAt = sentAtOf(found, sendings);
  const isNew = open.filter(({ earlier }) => earlier === null);
  return {
    id: mailingId(composed.ref),
    template: composed.ref.template,
    name: composed.name,
    sessionId: composed.session?.id ?? null,
    sessionNumber: composed.session?.number ?? null,
    due: composed.due?.lastDay.toString() ?? null,
    wiseDue: composed.due?.wiseDay.toString() ?? null,
    state: stateOf(found, { sendings, isSent: sentAt !== null && isNew.length === 0 }),
    recipientCount: isNew.length,
    missing: hindersOf(found),
    sentAt,
  };
}

function sentAtOf({ composed, sources }: Prepared, sendings: readonly Sending[]): string | null {
  const name =
    composed.milestone ??
    (composed.ref.template === 'thanks' ? `documentationShared:${composed.session?.id ?? ''}` : '');
  return lastSent(sendings) ?? sources.milestones.get(name)?.at.toISOString() ?? null;
}

function stateOf(
  { composed, sources, open }: Prepared,
  { sendings, isSent }: { readonly sendings: readonly Sending[]; readonly isSent: boolean },
): MailingSummary['state'] {
  if (sendings.some(({ state }) => state === 'onItsWay')) return 'onItsWay';
  if (isSent) return 'sent';
  if (composed.isOver) return lastSent(sendings) === null ? 'past' : 'sent';
  if (isEarly(composed, sources)) return 'later';
  if (hindering(composed.requirements).length > 0) return 'incomplete';
  return open.length === 0 ? 'later' : 'ready';
}

/** Days before its wise day when a letter begins to be of interest. */
const soonDays: Readonly<Record<Template, number>> = {
  invitation: 400,
  silent: 7,
  commitment: 400,
  board: 28,
  info: 28,
  reminder: 7,
  unanswered: 7,
  thanks: 21,
  correction: 400,
};

function isEarly({ due, ref, session }: Composed, { today }: Sources): boolean {
  // There is nothing to thank for before it has a day.
  if (ref.template === 'thanks' && session?.date === null) return true;
  return due !== null && isBefore(today, due.wiseDay.subtract({ days: soonDays[ref.template] }));
}
