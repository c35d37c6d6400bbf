import type { ProjectKey } from '../../../domain/ids.ts';
import { textDate } from '../../../domain/swedish-text.ts';
import { localDateOf } from '../../../domain/local-date.ts';
import { Temporal } from 'temporal-polyfill';
import type { Words } from '../../../domain/words.ts';
import { letter } from '../../notices/letters/letter.ts';
import type { Letter } from '../../notices/types.ts';
import { composeBoard } from '../board/queries.ts';
import { composeCommitment } from '../commitment/queries.ts';
import { composeCorrection } from '../correction/queries.ts';
import { composeInvitation } from '../invitation/queries.ts';
import { mailingRef, wordsVersion } from '../rules.ts';
import { composeForSession } from '../session-info/queries.ts';
import { composeSilent } from '../silent/queries.ts';
import { sourcesOf, type SourceReader } from '../sources/queries.ts';
import type { Composed, Said, Sources } from '../sources/types.ts';
import { composeThanks } from '../thanks/queries.ts';
import type { LeftOut, MailingId, MailingRef, Recipient, RecipientRow } from '../types.ts';

/** One letter as things are: its words, and who lacks it. */
export interface Prepared {
  readonly sources: Sources;
  readonly composed: Composed;
  /** Those who have not had these very words, each with what makes theirs one and the same. */
  readonly open: readonly (RecipientRow & { readonly version: string })[];
  readonly leftOut: readonly LeftOut[];
}

/** Undefined when there is no such project or letter. */
export async function prepared(tools: SourceReader, key: ProjectKey, id: MailingId): Promise<Prepared | undefined> {
  const ref = mailingRef(id);
  const sources = ref === undefined ? null : await sourcesOf(tools, key);
  return ref === undefined || sources === null ? undefined : await preparedFrom(tools, sources, ref);
}

export async function preparedFrom(
  tools: SourceReader,
  sources: Sources,
  ref: MailingRef,
): Promise<Prepared | undefined> {
  const composed = ref.template === 'thanks' ? await composeThanks(tools, sources, ref) : compose(sources, ref);
  if (composed === undefined) return undefined;
  return { sources, composed: greetedAlike(composed, sources), ...whoLacks(composed, sources) };
}

/**
 * what a person sends herself greets everybody alike where only the name differs, so that it is one thing to
 * send. Which words somebody has had is told apart as always, so that switching over sends nobody anything twice.
 */
function greetedAlike(composed: Composed, { project }: Sources): Composed {
  if (project.delivery !== 'manual' || composed.session === null || composed.ref.template === 'thanks') return composed;
  return { ...composed, draftFor: (recipient) => composed.draftFor({ ...recipient, givenName: null }) };
}

function compose(sources: Sources, ref: MailingRef): Composed | undefined {
  if (ref.template === 'invitation') return composeInvitation(sources);
  if (ref.template === 'silent') return composeSilent(sources);
  if (ref.template === 'commitment') return composeCommitment(sources);
  if (ref.template === 'board') return composeBoard(sources, ref);
  if (ref.template === 'correction') return composeCorrection(sources, ref, compose);
  return composeForSession(sources, ref);
}

/** What this recipient reads. The same words whoever asks: the screen, the sending, or somebody who copies them. */
export function letterFor({ draftFor }: Pick<Composed, 'draftFor'>, recipient: Recipient): Letter {
  const { subject, parts } = draftFor(recipient);
  return letter(subject, parts, recipient.language);
}

function whoLacks(composed: Composed, sources: Sources): Pick<Prepared, 'open' | 'leftOut'> {
  const open: (RecipientRow & { version: string })[] = [];
  const told: LeftOut[] = [];
  for (const recipient of composed.candidates) {
    const version = versionFor(composed, recipient, sources);
    const mails = mailsTo(composed, recipient, sources.said);
    const same = mails.findLast((one) => one.version === version) ?? outside(composed, recipient, sources);
    if (same === undefined) open.push({ ...recipient, version, earlier: mails.at(-1)?.at ?? null });
    else told.push({ name: recipient.name, why: toldWords(same, sources) });
  }
  return { open, leftOut: [...composed.leftOut, ...told] };
}

const isTold = ({ state }: Said): boolean => state !== 'stopped' && state !== 'failed';

/** What has gone to this recipient in this kind of letter, whatever its words were; in the order it was written. */
function mailsTo({ kind, session, ref }: Composed, recipient: Recipient, said: readonly Said[]): readonly Said[] {
  return said.filter(
    (one) =>
      one.kind === kind &&
      one.sessionId === (session?.id ?? null) &&
      one.personId === recipient.personId &&
      (recipient.personId !== null || one.version === recipient.id || one.version.startsWith(`${recipient.id}.`)) &&
      (kind !== 'correction' || one.version.includes(`${ref.subject ?? ''}.`)) &&
      isTold(one),
  );
}

/** Part of the notice's key, so it holds no colon. Without the name, since words that differ by it alone are the same. */
function versionFor(composed: Composed, recipient: Recipient, { today }: Sources): string {
  if (composed.kind === 'documents.shared') return '';
  if (composed.again === 'never') return recipient.id;
  if (composed.again === 'daily') return `${recipient.id}.${today.toString()}`;
  const nameless = { ...recipient, givenName: recipient.givenName === null ? null : '…' };
  const version = wordsVersion(letterFor(composed, nameless));
  const office = recipient.personId === null ? `${recipient.id}.` : '';
  return composed.kind === 'correction' ? `${office}${composed.ref.subject ?? ''}.${version}` : `${office}${version}`;
}

/** It went out before the tool's time, or beside it; whoever came later has not had it. */
function outside(composed: Composed, recipient: Recipient, sources: Sources): Pick<Said, 'at' | 'state'> | undefined {
  const milestone = composed.milestone === null ? undefined : sources.milestones.get(composed.milestone);
  if (milestone === undefined || milestone.source === 'tool') return undefined;
  const registered = sources.registrations.participants.find(({ id }) => id === recipient.personId)?.registeredAt;
  const cameLater = registered !== undefined && new Date(registered).getTime() > milestone.at.getTime();
  return cameLater ? undefined : { at: milestone.at.toISOString(), state: 'sent' };
}

function toldWords({ at, state }: Pick<Said, 'at' | 'state'>, { project }: Sources): Words {
  if (state === 'waiting' || state === 'sending') return { sv: 'Får det strax.', en: 'Gets it in a moment.' };
  if (state === 'bounced')
    return {
      sv: 'Mejlet studsade. Rätta adressen i loggen.',
      en: 'The mail came back. Correct the address in the log.',
    };
  const day = localDateOf(Temporal.Instant.from(at), project.timeZone);
  return { sv: `Fick det ${textDate(day, 'sv')}.`, en: `Had it on ${textDate(day, 'en')}.` };
}
