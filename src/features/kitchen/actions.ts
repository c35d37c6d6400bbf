import { Temporal } from 'temporal-polyfill';
import type { ProjectKey, SessionId } from '../../domain/ids.ts';
import { isBefore, localDate } from '../../domain/local-date.ts';
import { done, refused, type Outcome } from '../../domain/outcome.ts';
import type { Actor } from '../../domain/people.ts';
import { languageOf } from '../../domain/words.ts';
import type { Tools, Work } from '../../tools.ts';
import { issueLink, revokePurpose } from '../links/actions.ts';
import { queueMail, recordConfirmation } from '../notices/actions.ts';
import { recordAct } from '../notices/acts/actions.ts';
import { whoWasTold } from '../notices/queries.ts';
import { linkInPreview, previewOf, samePreview } from '../notices/rules.ts';
import type { Letter, Preview } from '../notices/types.ts';
import { projectOf, sessionOf } from '../planning/queries.ts';
import { orderLetter } from './letters/order.ts';
import { kitchenView, linkUrl, numbersToFreeze } from './queries.ts';
import { finalDay, finalMoment } from './rules.ts';
import * as store from './store.ts';
import type { Agreement, KitchenRefusal, KitchenView, OrderPreview } from './types.ts';

const keyOf = ({ tenantId, projectId }: ProjectKey, sessionId: SessionId): store.KitchenKey => ({
  tenantId,
  projectId,
  sessionId,
});

/** Says what is agreed with the kitchen. A later day for the final number opens the numbers again. */
export async function changeAgreement(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
  agreement: Agreement,
): Promise<Outcome<null, KitchenRefusal>> {
  const key = keyOf(actor, sessionId);
  const session = await sessionOf(tools, key, sessionId);
  const project = await projectOf(tools, key);
  if (session === null || project === null) return refused('sessionUnknown');
  const agreed = agreement.finalOn === null ? null : localDate(agreement.finalOn);
  const held = session.date === null ? null : localDate(session.date);
  if (agreed !== null && held !== null && !isBefore(agreed, held)) return refused('finalTooLate');
  await tools.tx(async (work) => {
    await store.saveAgreement(work.db, key, agreement);
    const final = held === null ? null : finalMoment(finalDay(held, agreed), project.timeZone);
    if (final !== null && Temporal.Instant.compare(final, tools.clock.now()) > 0)
      await store.saveFinal(work.db, key, null);
    await recordAct(work, tools, key, { by: actor, act: 'kitchen.changed', subject: sessionId });
  });
  return done(null);
}

/** Makes the numbers of this moment final; by the tool at the agreed noon, or by hand. False when there is no such session. */
export async function makeFinal(
  tools: Tools,
  key: store.KitchenKey,
  by: { readonly personId: string | null; readonly name: string },
): Promise<boolean> {
  return await tools.tx(async (work) => {
    await store.lockSession(work.db, key);
    const numbers = await numbersToFreeze({ ...tools, db: work.db }, key);
    if (numbers === null) return false;
    const sealed = tools.seal.close(JSON.stringify(numbers));
    await store.saveFinal(work.db, key, { at: tools.clock.now(), sealed });
    const details = { people: numbers.heads.total };
    await recordAct(work, tools, key, { by, act: 'kitchen.final', subject: key.sessionId, details });
    return true;
  });
}

/** A new link for the kitchen; the earlier one stops working. */
export async function renewLink(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
): Promise<Outcome<null, KitchenRefusal>> {
  const key = keyOf(actor, sessionId);
  if ((await sessionOf(tools, key, sessionId)) === null) return refused('sessionUnknown');
  await tools.tx(async (work) => {
    await makeLink(tools, work, key);
    await recordAct(work, tools, key, { by: actor, act: 'kitchen.linkMade', subject: sessionId });
  });
  return done(null);
}

export async function revokeLink(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
): Promise<Outcome<null, KitchenRefusal>> {
  const key = keyOf(actor, sessionId);
  await tools.tx(async (work) => {
    await revokePurpose(work, tools, key, `kitchen:${sessionId}`);
    await store.saveLink(work.db, key, null);
    await recordAct(work, tools, key, { by: actor, act: 'kitchen.linkRevoked', subject: sessionId });
  });
  return done(null);
}

/** A host looks back at what was served when the invoice is written; a session may also be moved. */
const linkDaysAfterSession = 60;

async function makeLink(tools: Tools, work: Work, key: store.KitchenKey): Promise<string> {
  const purpose = `kitchen:${key.sessionId}` as const;
  await revokePurpose(work, tools, key, purpose);
  const session = await sessionOf(work, key, key.sessionId);
  const end = session?.end == null ? tools.clock.now() : Temporal.Instant.from(session.end);
  const now = tools.clock.now();
  const from = Temporal.Instant.compare(end, now) > 0 ? end : now;
  const secret = await issueLink(work, tools, {
    ...key,
    purpose,
    personId: null,
    subjectId: null,
    expiresAt: from.add({ hours: 24 * linkDaysAfterSession }),
  });
  await store.saveLink(work.db, key, tools.seal.close(secret));
  return `${tools.settings.publicUrl}/kok/${secret}`;
}

/** The notice's kind, and part of its key. */
const orderKind = 'kitchen.order';

interface PlannedOrder {
  readonly view: KitchenView;
  readonly preview: OrderPreview;
  readonly letterWith: (url: string) => Letter;
}

async function plannedOrder(tools: Tools, key: store.KitchenKey): Promise<Outcome<PlannedOrder, KitchenRefusal>> {
  const project = await projectOf(tools, key);
  const view = await kitchenView(tools, key);
  if (project === null || view === null) return refused('sessionUnknown');
  if (project.state === 'dormant') return refused('dormant');
  const { sheet, orderTo, toReview } = view;
  if (sheet.state !== 'planned') return refused('nothingToOrder');
  if (sheet.date === null || sheet.final.on === null) return refused('noDate');
  if (orderTo === null) return refused('nobodyToAsk');
  const days = { session: localDate(sheet.date), final: localDate(sheet.final.on) };
  const language = languageOf(project.language);
  const letterWith = (url: string): Letter => orderLetter(sheet, days, { url, language });
  const { subject, text } = letterWith(linkInPreview);
  const preview = previewOf({ texts: [subject, text], recipients: [orderTo] });
  return done({ view, letterWith, preview: { ...preview, to: orderTo, subject, text, toReview } });
}

/** What would be sent to host or kitchen, and to whom. */
export async function previewOrder(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
): Promise<Outcome<OrderPreview, KitchenRefusal>> {
  const planned = await plannedOrder(tools, keyOf(actor, sessionId));
  return planned.ok ? done(planned.value.preview) : planned;
}

/** CAT-01: orders the food, exactly as previewed. The mail has the number and the link; what anybody eats is on the page. */
export async function sendOrder(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
  seen: Preview,
): Promise<Outcome<null, KitchenRefusal>> {
  const key = keyOf(actor, sessionId);
  return await tools.tx(async (work) => {
    await store.lockSession(work.db, key);
    const inside = { ...tools, db: work.db };
    const planned = await plannedOrder(inside, key);
    if (!planned.ok) return planned;
    const { preview, letterWith } = planned.value;
    if (!samePreview(seen, preview)) return refused('previewChanged');
    const row = await store.kitchenRow(work.db, key);
    const url = (row === undefined ? null : linkUrl(tools, row)) ?? (await makeLink(tools, work, key));
    // With a new link the same words are worth sending again.
    const version = previewOf({ texts: [preview.textVersion, url], recipients: [preview.to] }).textVersion;
    if ((await whoWasTold(work, key, { kind: orderKind, sessionId, version })).size > 0) return refused('sentAlready');
    const act = `foodOrder:${sessionId}`;
    const confirmationId = await recordConfirmation(work, tools, { ...key, act, preview, by: actor });
    await queueMail(work, tools, {
      ...key,
      kind: orderKind,
      version,
      to: { address: preview.to, name: planned.value.view.sheet.venue?.name ?? preview.to },
      letter: letterWith(url),
      grace: 'grace',
      confirmationId,
    });
    await store.markOrdered(work.db, key, tools.clock.now(), 'tool');
    const details = { people: planned.value.view.sheet.numbers.heads.total };
    await recordAct(work, tools, key, { by: actor, act: 'kitchen.ordered', subject: sessionId, details });
    return done(null);
  });
}

/** Somebody ordered by telephone or in another system, or it was not ordered after all. */
export async function sayOrdered(
  tools: Tools,
  actor: Actor,
  sessionId: SessionId,
  isOrdered: boolean,
): Promise<Outcome<null, KitchenRefusal>> {
  const key = keyOf(actor, sessionId);
  if ((await sessionOf(tools, key, sessionId)) === null) return refused('sessionUnknown');
  await tools.tx(async (work) => {
    if (isOrdered) await store.markOrdered(work.db, key, tools.clock.now(), 'hand');
    else await store.unmarkOrdered(work.db, key);
    const act = isOrdered ? 'kitchen.orderedByHand' : 'kitchen.notOrdered';
    await recordAct(work, tools, key, { by: actor, act, subject: sessionId });
  });
  return done(null);
}

/** Disposes of what the kitchen was told, as the vault is disposed of. */
export async function forgetFinalNumbers(work: Pick<Work, 'db'>, key: ProjectKey): Promise<void> {
  await store.forgetFinal(work.db, key);
}
