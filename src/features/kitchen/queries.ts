import type { ProjectKey } from '../../domain/ids.ts';
import { isBefore, localDate } from '../../domain/local-date.ts';
import { foodOrderDeadline } from '../../guideline/due-dates.ts';
import type { ProjectFacts, SessionFacts } from '../../guideline/facts.ts';
import type { Tools } from '../../tools.ts';
import { openLink } from '../links/queries.ts';
import { factsOf } from '../planning/facts/queries.ts';
import { projectOf, sessionOf, venuesOf } from '../planning/queries.ts';
import type { Project, Session, Venue } from '../planning/types.ts';
import { kitchenNeeds } from '../registration/dietary/queries.ts';
import { confirmedPeople, eatersOf } from '../registration/queries.ts';
import { leadOf } from '../rooms/booking/queries.ts';
import { equipmentAsked } from '../rooms/rules.ts';
import { changesSince, dietNumbers, finalDay, headsOf, mealsOf } from './rules.ts';
import { kitchenRow, orderedMark, type KitchenKey, type KitchenRow } from './store.ts';
import type { Agreement, KitchenNumbers, KitchenSheet, KitchenView } from './types.ts';

/** `tools`, or the same with the handle of an open transaction. */
export type Reader = Pick<Tools, 'db' | 'seal' | 'clock' | 'settings'>;

interface Sources {
  readonly project: Project;
  readonly session: Session;
  readonly facts: ProjectFacts;
  readonly sessionFacts: SessionFacts | undefined;
  readonly venue: Venue | undefined;
  readonly row: KitchenRow | undefined;
}

async function sourcesOf(reader: Reader, key: KitchenKey): Promise<Sources | null> {
  const project = await projectOf(reader, key);
  const session = await sessionOf(reader, key, key.sessionId);
  const facts = await factsOf(reader, key);
  if (project === null || session === null || facts === null) return null;
  return {
    project,
    session,
    facts,
    sessionFacts: facts.sessions.find(({ id }) => id === session.id),
    venue: (await venuesOf(reader, key)).find(({ id }) => id === session.venueId),
    row: await kitchenRow(reader.db, key),
  };
}

/** How many eat, and what, as it stands now. Reads the vault through the kitchen's reader. */
async function numbersNow(reader: Reader, key: KitchenKey, { sessionFacts, row }: Sources): Promise<KitchenNumbers> {
  const { personIds, substitutes, colleagues } = await eatersOf(reader, key, key.sessionId);
  const heads = headsOf(
    { participants: personIds.size, substitutes, colleagues },
    { leaders: sessionFacts?.onSiteLeaders ?? 0, extra: row?.extra_heads ?? 0 },
  );
  return { heads, diet: dietNumbers(await kitchenNeeds(reader, key, personIds)) };
}

/** Everything that the kitchen and the host are told; null without such a session. */
export async function kitchenSheet(reader: Reader, key: KitchenKey): Promise<KitchenSheet | null> {
  const sources = await sourcesOf(reader, key);
  return sources === null ? null : await sheetFrom(reader, key, sources);
}

async function sheetFrom(reader: Reader, key: KitchenKey, sources: Sources): Promise<KitchenSheet> {
  const { project, session, facts, sessionFacts, venue, row } = sources;
  const now = await numbersNow(reader, key, sources);
  const frozen = row === undefined ? undefined : frozenOf(reader, row);
  const lead = await leadOf(reader, key);
  return {
    projectId: project.projectId,
    projectTitle: project.title,
    timeZone: project.timeZone,
    sessionId: session.id,
    number: session.number,
    title: session.theme ?? session.title,
    date: session.date,
    start: session.startTime,
    end: session.endTime,
    state: stateOf(session, facts),
    venue: venue === undefined ? null : { name: venue.name, city: venue.city },
    layout: session.layout,
    equipment: sessionFacts === undefined ? [] : equipmentAsked(facts, sessionFacts),
    opensAt: sessionFacts?.setupStart ?? null,
    meals: mealsOf(session.agenda),
    numbers: frozen?.numbers ?? now,
    final: {
      on: session.date === null ? null : finalDay(localDate(session.date), agreedDay(row)).toString(),
      at: frozen?.at ?? null,
      changes: frozen === undefined ? [] : changesSince(frozen.numbers, now),
    },
    reference: row?.reference ?? project.diaryNumber,
    contact:
      row?.contact_name == null
        ? { name: lead.name, phone: row?.contact_phone ?? lead.phone }
        : { name: row.contact_name, phone: row.contact_phone },
  };
}

function stateOf(session: Session, facts: ProjectFacts): KitchenSheet['state'] {
  if (session.cancelled || session.format === 'digital') return 'none';
  return session.date !== null && isBefore(localDate(session.date), facts.today) ? 'held' : 'planned';
}

function agreedDay(row: KitchenRow | undefined) {
  return row?.final_on == null ? null : localDate(row.final_on);
}

function frozenOf({ seal }: Reader, row: KitchenRow): { at: string; numbers: KitchenNumbers } | undefined {
  if (row.frozen_at === null || row.frozen_sealed === null) return undefined;
  const numbers = JSON.parse(seal.open(row.frozen_sealed)) as KitchenNumbers; // the seal vouches that we wrote it
  return { at: row.frozen_at.toISOString(), numbers };
}

/** The numbers of this moment, to be made final. */
export async function numbersToFreeze(reader: Reader, key: KitchenKey): Promise<KitchenNumbers | null> {
  const sources = await sourcesOf(reader, key);
  return sources === null ? null : await numbersNow(reader, key, sources);
}

export function agreementOf(row: KitchenRow | undefined): Agreement {
  return {
    reference: row?.reference ?? null,
    contactName: row?.contact_name ?? null,
    contactPhone: row?.contact_phone ?? null,
    orderAddress: row?.order_address ?? null,
    extraHeads: row?.extra_heads ?? 0,
    finalOn: row?.final_on ?? null,
  };
}

/** The tab's *Mat*: the sheet, what is agreed, the link and how the order stands. */
export async function kitchenView(reader: Reader, key: KitchenKey): Promise<KitchenView | null> {
  const sources = await sourcesOf(reader, key);
  if (sources === null) return null;
  const { session, sessionFacts, venue, row } = sources;
  const sheet = await sheetFrom(reader, key, sources);
  const { portions } = await eatersOf(reader, key, key.sessionId);
  const mark = await orderedMark(reader.db, key);
  return {
    sheet,
    agreement: agreementOf(row),
    portions,
    visitingSpeakers: sessionFacts?.visitingSpeakers ?? 0,
    toReview: await toReview(reader, key),
    url: row === undefined ? null : linkUrl(reader, row),
    orderTo: row?.order_address ?? venue?.bookingContact ?? null,
    order: {
      at: mark?.at.toISOString() ?? null,
      how: mark === undefined ? null : mark.source === 'tool' ? 'mail' : 'hand',
      lastDay: session.date === null ? null : foodOrderDeadline(localDate(session.date)).toString(),
    },
  };
}

/** How many have written something about food that nobody has gone through. */
export async function toReview(reader: Pick<Tools, 'db' | 'seal'>, key: ProjectKey): Promise<number> {
  const confirmed = await confirmedPeople(reader, key);
  const needs = await kitchenNeeds(reader, key, new Set(confirmed.map(({ personId }) => personId)));
  return needs.filter(({ isReviewed }) => !isReviewed).length;
}

/** The kitchen's page; null while it has no link. */
export function linkUrl({ seal, settings }: Pick<Tools, 'seal' | 'settings'>, row: KitchenRow): string | null {
  return row.link_sealed === null ? null : `${settings.publicUrl}/kok/${seal.open(row.link_sealed)}`;
}

/** What the page behind a kitchen's link shows; undefined when the link is unknown, revoked or too old. Changes nothing. */
export async function sheetByLink(reader: Reader, secret: string): Promise<KitchenSheet | undefined> {
  const link = await openLink(reader, secret);
  if (link === undefined || !link.purpose.startsWith('kitchen:')) return undefined;
  const { tenantId, projectId, purpose } = link;
  return (
    (await kitchenSheet(reader, { tenantId, projectId, sessionId: purpose.slice('kitchen:'.length) })) ?? undefined
  );
}
