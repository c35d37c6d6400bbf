import { done, type Outcome } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/people.ts';
import type { Tools, Work } from '../../../../tools.ts';
import { askHostAnew } from '../../../rooms/moved/actions.ts';
import { releaseHost } from '../../../rooms/release/actions.ts';
import { venuesOf } from '../../queries.ts';
import { putVenue } from '../../register/store.ts';
import * as store from '../../store.ts';
import type { NewTime, PlanRefusal, Venue } from '../../types.ts';
import { plannedSession, recordChange, timeColumns, timeFault } from '../actions.ts';

/** What somebody has made of a session in Outlook, and a person has said is right. */
export interface SaidInOutlook {
  readonly sessionId: string;
  readonly time?: NewTime;
  /** The words of the place. */
  readonly place?: string;
  readonly isRemoved?: boolean;
}

export interface Taken {
  /** Where the session is held now; null when the place is as before. */
  readonly venue: Pick<Venue, 'id' | 'roomMailbox'> | null;
}

/**
 * The plan takes over what Outlook says. A place that is no venue of the project becomes one; a host who is not needed any
 * more is told.
 */
export async function takeFromOutlook(
  work: Work,
  tools: Tools,
  actor: Actor,
  { sessionId, time, place, isRemoved = false }: SaidInOutlook,
): Promise<Outcome<Taken, PlanRefusal>> {
  const found = await plannedSession(work, actor, sessionId);
  if (!found.ok) return found;
  const { project, session } = found.value;
  const now = tools.clock.now();
  const fault = time === undefined ? undefined : timeFault(time, project, now);
  if (fault !== undefined) return fault;
  const venue = place === undefined ? null : await venueCalled(work, tools, actor, place);
  if (isRemoved || (venue !== null && venue.id !== session.venueId)) await releaseHost(work, tools, project, session);
  const change = {
    ...timeColumns(time),
    ...(venue === null ? {} : { venue_id: venue.id }),
    ...(isRemoved ? { cancelled_at: new Date(now.epochMilliseconds) } : {}),
  };
  // A heading or a room of somebody's own is not the plan's.
  if (Object.keys(change).length > 0) await store.updateSession(work, { ...actor, sessionId }, change);
  if (time !== undefined && !isRemoved) await askHostAnew(work, tools, project, sessionId);
  const details = { from: session.date, to: time?.date ?? session.date, ...(place === undefined ? {} : { place }) };
  await recordChange(work, tools, actor, {
    project,
    act: isRemoved ? 'session.cancel' : 'session.fromOutlook',
    subject: sessionId,
    details: isRemoved ? { recipients: 0 } : details,
  });
  return done({ venue });
}

async function venueCalled(work: Work, tools: Tools, actor: Actor, name: string): Promise<NonNullable<Taken['venue']>> {
  const venues = await venuesOf(work, actor);
  const known = venues.find((venue) => plain(venue.name) === plain(name));
  if (known !== undefined) return known;
  const id = tools.ids.next();
  await putVenue(work, {
    tenant_id: actor.tenantId,
    project_id: actor.projectId,
    id,
    name,
    city: '',
    owner_organisation_id: null,
    own: false,
    capacity: null,
    equipment: '[]',
    layout_options: '[]',
    room_mailbox: null,
    booking_contact: null,
    step_free: null,
    extra: '{}',
    position: venues.length,
  });
  return { id, roomMailbox: null };
}

function plain(name: string): string {
  return name.trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ');
}
