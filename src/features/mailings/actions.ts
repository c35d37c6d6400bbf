import type { ProjectKey } from '../../domain/ids.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import type { Tools, Work } from '../../tools.ts';
import { shareDocumentation } from '../documentation/actions.ts';
import { queueMail, recordConfirmation } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { samePreview } from '../notices/rules.ts';
import type { Letter } from '../notices/types.ts';
import { tellingOf } from '../registration/facts/queries.ts';
import { ownPageUrlFor } from '../registration/mailing/actions.ts';
import { letterFor, prepared, type Prepared } from './composing/queries.ts';
import { lookAtLink } from './invitation/actions.ts';
import { chosenOf, previewFor, previewMailing, whyNot } from './queries.ts';
import { actOf, mailingRef } from './rules.ts';
import { lockProject, putWords, setMilestone } from './store.ts';
import type {
  MailingId,
  MailingRefusal,
  MailingView,
  Recipient,
  SeenMailing,
  SentMailing,
  WordsRefusal,
} from './types.ts';

/** X-02: what would be sent, and to whom. The invitation's link is looked at first, so that nobody is led nowhere (INV-07). */
export async function previewSending(
  tools: Tools,
  actor: Actor,
  id: MailingId,
  selection?: readonly string[],
): Promise<Outcome<MailingView, MailingRefusal>> {
  if (mailingRef(id)?.template === 'invitation') await lookAtLink(tools, actor);
  return await previewMailing(tools, actor, id, { selection, language: actor.language });
}

/**
 * X-02: sends a letter exactly as it was seen, after a grace in which it can be stopped. The yes carries the text's
 * version and the number of recipients; if either has changed, nothing is sent.
 */
export async function sendMailing(
  tools: Tools,
  actor: Actor,
  id: MailingId,
  seen: SeenMailing,
): Promise<Outcome<SentMailing, MailingRefusal>> {
  const ref = mailingRef(id);
  if (ref === undefined) return refused('mailingUnknown');
  if (ref.template === 'thanks') return await sendThanks(tools, actor, ref.subject ?? '', seen);
  const key: ProjectKey = { tenantId: actor.tenantId, projectId: actor.projectId };
  return await tools.tx(async (work): Promise<Outcome<SentMailing, MailingRefusal>> => {
    await lockProject(work.db, key);
    const reader = { ...tools, db: work.db };
    const found = await prepared(reader, key, id);
    if (found === undefined) return refused('mailingUnknown');
    const refusal = whyNot(found, seen.selection, actor.language);
    if (refusal !== undefined) return refusal;
    const preview = await previewFor(reader, found, seen.selection);
    if (!samePreview(seen, preview)) return refused('previewChanged');
    const { composed } = found;
    const sessionId = composed.session?.id;
    const about = { ...key, ...(sessionId === undefined ? {} : { sessionId }) };
    const confirmationId = await recordConfirmation(work, tools, { ...about, act: actOf(ref), preview, by: actor });
    for (const { version, ...recipient } of chosenOf(found, seen.selection))
      await queueMail(work, tools, {
        ...about,
        ...(recipient.personId === null ? {} : { personId: recipient.personId }),
        kind: composed.kind,
        version,
        to: { address: recipient.address, name: recipient.name },
        letter: await withOwnLink(work, tools, found, recipient),
        grace: 'grace',
        confirmationId,
      });
    if (composed.milestone !== null) await setMilestone(work.db, key, composed.milestone, tools.clock.now());
    await recordAct(work, tools, key, {
      by: actor,
      act: `${ref.template === 'info' ? 'sessionInfo' : `mailing.${ref.template}`}.sent`,
      ...(sessionId === undefined ? {} : { subject: sessionId }),
      details: { people: preview.recipientCount },
    });
    return done({ recipientCount: preview.recipientCount, confirmationId, goesAt: goesAt(tools) });
  });
}

/** In the place of the `…` that was previewed: the words are the same to whoever looks, and the link to its owner alone. */
async function withOwnLink(work: Work, tools: Tools, found: Prepared, recipient: Recipient): Promise<Letter> {
  const letter = letterFor(found.composed, recipient);
  if (found.composed.hasOwnLink !== true || recipient.personId === null) return letter;
  const { project } = found.sources;
  const telling = await tellingOf(work, tools, project);
  if (telling === null) throw new Error(`there is no project ${project.projectId}`);
  const url = await ownPageUrlFor(work, tools, project, { personId: recipient.personId, telling });
  const shown = `${found.sources.publicUrl}/min/…`;
  return { ...letter, text: letter.text.replaceAll(shown, url), html: letter.html.replaceAll(shown, url) };
}

function goesAt({ clock, settings }: Pick<Tools, 'clock' | 'settings'>): string {
  return clock.now().add({ seconds: settings.graceSeconds }).toString();
}

/** DOC-02: the files' own act, so that one way of sharing serves both screens. */
async function sendThanks(
  tools: Tools,
  actor: Actor,
  sessionId: string,
  seen: SeenMailing,
): Promise<Outcome<SentMailing, MailingRefusal>> {
  if (seen.selection?.length === 0) return refused('nobody');
  const found = await prepared(tools, actor, `thanks:${sessionId}`);
  if (found === undefined) return refused('mailingUnknown');
  const refusal = whyNot(found, undefined, actor.language);
  if (refusal !== undefined) return refusal;
  const shared = await shareDocumentation(tools, actor, sessionId, seen);
  if (!shared.ok) return refused(shared.reason === 'previewChanged' ? 'previewChanged' : 'mailingUnknown');
  const { recipientCount, confirmationId } = shared.value;
  return done({ recipientCount, confirmationId, goesAt: goesAt(tools) });
}

/** Keeps the content lead's own words. They are part of what a yes is given to, so an open preview is seen anew. */
export async function writeOwnWords(
  tools: Tools,
  actor: Actor,
  id: MailingId,
  words: { readonly slot: string; readonly sv: string; readonly en: string },
): Promise<Outcome<null, WordsRefusal>> {
  const found = await prepared(tools, actor, id);
  if (found === undefined) return refused('mailingUnknown');
  const before = found.composed.ownWords.find(({ slot }) => slot === words.slot);
  if (before === undefined) return refused('slotUnknown');
  if (before.sv === words.sv && before.en === words.en) return done(null);
  await tools.tx(async (work) => {
    await putWords(work.db, actor, { ...words, mailing: id, by: actor.name, at: tools.clock.now() });
    await recordAct(work, tools, actor, {
      by: actor,
      act: 'mailing.words',
      subject: id,
      details: { slot: words.slot },
    });
  });
  return done(null);
}
