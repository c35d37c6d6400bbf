import type { ProjectKey } from '../../../domain/ids.ts';
import type { Tools, Work } from '../../../tools.ts';
import { queueMail } from '../../notices/actions.ts';
import { stopUnsent } from '../../notices/by-hand/actions.ts';
import { reachedBy } from '../../notices/by-hand/queries.ts';
import type { Letter } from '../../notices/types.ts';
import { projectOf } from '../../planning/queries.ts';
import type { Project } from '../../planning/types.ts';
import { calendarText } from '../../registration/calendar/rules.ts';
import { leadPeopleOf } from '../../registration/facts/queries.ts';
import { meetingFacts } from '../facts/queries.ts';
import { desired } from '../rules.ts';
import { markBookingsSent, mirrorsOf } from '../store.ts';
import type { MeetingFacts } from '../types.ts';
import { bookingLetter, cancelledLetter, type WhyCancelled } from './letters/booking.ts';
import {
  byHandFacts,
  handSteps,
  heldInOutlook,
  ifVenuesSaidYes,
  invitedIn,
  nameOf,
  takenBack,
  type HandKnown,
} from './rules.ts';
import { eventUids, handBookings, saveHandBooking } from './store.ts';
import { cancelKind, inviteKind, type HandBooking } from './types.ts';

const kinds = { invites: inviteKind, cancels: cancelKind };

interface Desk {
  readonly tools: Tools;
  readonly project: Project;
  readonly facts: MeetingFacts;
  readonly lead: string;
}

/** prepares the calendar files that the plan asks for, for a person to send. No call leaves the machine. */
export async function prepareByHand(tools: Tools, key: ProjectKey): Promise<void> {
  const desk = await deskOf(tools, key);
  if (desk === null || !desk.facts.isActive) return;
  await tools.tx(async (work) => {
    const known = await knownOf(work, desk);
    const wanted = desired(byHandFacts(desk.facts), [], tools.clock.now());
    for (const step of handSteps(wanted, known)) {
      const { booking } = step;
      await stopUnsent(work, key, {
        kinds: [inviteKind, cancelKind],
        sessionId: booking.sessionId,
        address: booking.address,
      });
      await saveHandBooking(work, key, booking);
      if (step.kind === 'invite') {
        const isNew = step.isNew || !(known.reached.has(nameOf(booking)) || booking.fromOutlook);
        await queueFile(work, desk, booking, {
          method: 'REQUEST',
          name: step.name,
          letter: bookingLetter(textOf(desk, booking), { isNew }),
        });
      } else if (step.isReached) await queueCancel(work, desk, booking, 'called off');
    }
    await noteBookingsSent(work, desk, known);
  });
}

async function deskOf(tools: Tools, key: ProjectKey): Promise<Desk | null> {
  const facts = await meetingFacts(tools, key);
  const project = await projectOf(tools, key);
  if (facts === null || project === null) return null;
  const [lead] = await leadPeopleOf(tools, project);
  return { tools, project, facts, lead: lead?.displayName ?? 'Dalalab' };
}

async function knownOf(work: Pick<Tools, 'db'>, { tools, project, facts }: Desk): Promise<HandKnown> {
  const host = URL.parse(tools.settings.publicUrl)?.hostname ?? 'larprojekt';
  return {
    held: await handBookings(work, project),
    reached: await reachedBy(work, project, kinds),
    stays: invitedIn(desired(byHandFacts(ifVenuesSaidYes(facts)), [], tools.clock.now())),
    revision: project.revision,
    uidOf: (sessionId) => `${project.projectId}.${sessionId}@${host}`,
  };
}

function textOf({ project, tools, lead, facts }: Desk, { told, sessionId }: HandBooking) {
  const language = project.language === 'en' ? ('en' as const) : ('sv' as const);
  return {
    told,
    lead,
    language,
    replaces: facts.sessions.find(({ id }) => id === sessionId)?.replaces ?? null,
    projectUrl: `${tools.settings.publicUrl}/projekt/${encodeURIComponent(project.projectId)}`,
  };
}

async function queueCancel(work: Work, desk: Desk, booking: HandBooking, why: WhyCancelled): Promise<void> {
  const person = personAt(desk.facts, booking.address);
  await queueFile(work, desk, booking, {
    method: 'CANCEL',
    name: person,
    letter: cancelledLetter(textOf(desk, booking), why),
  });
}

function personAt(facts: MeetingFacts, address: string): string {
  const people = [...facts.planners, ...facts.participants, ...facts.sessions.flatMap(({ guests }) => guests)];
  return people.find((one) => one.address.toLowerCase() === address)?.name ?? address;
}

/** One file for one person: nobody else's address is in it. The event and its number in the key make each change its own message. */
async function queueFile(
  work: Work,
  desk: Desk,
  booking: HandBooking,
  { method, name, letter }: { readonly method: 'REQUEST' | 'CANCEL'; readonly name: string; readonly letter: Letter },
): Promise<void> {
  const { tools, project, facts } = desk;
  const { told, uid, sequence, sessionId, address } = booking;
  const text = calendarText({
    name: project.title,
    method,
    timeZone: facts.timeZone,
    now: tools.clock.now().toString(),
    sequence,
    organiser: { name: 'Dalalab', address: facts.organiserMailbox },
    attendee: { name, address },
    sessions: [
      {
        uid,
        summary: told.subject,
        description: letter.text,
        location: told.place,
        date: told.start.slice(0, 10),
        startTime: told.start.slice(11, 16),
        endTime: told.end.slice(11, 16),
        answer: 'NEEDS-ACTION',
      },
    ],
  });
  const number = facts.sessions.find(({ id }) => id === sessionId)?.number ?? 0;
  await queueMail(work, tools, {
    tenantId: project.tenantId,
    projectId: project.projectId,
    kind: method === 'REQUEST' ? inviteKind : cancelKind,
    sessionId,
    // The number is the event's own: a file's event and Outlook's may both have come to the same.
    version: `${address} ${uid} ${sequence}`,
    to: { address, name },
    letter: {
      ...letter,
      file: {
        name: `traff-${number}${method === 'CANCEL' ? '-bort' : ''}.ics`,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        text,
      },
    },
    grace: 'none',
    confirmationId: null,
  });
}

/** CAL-01: noted once a person has sent every participant the file of every session that is still to come. */
async function noteBookingsSent(work: Work, desk: Desk, before: HandKnown): Promise<void> {
  if (!desk.facts.registrationClosed) return;
  const live = (await handBookings(work, desk.project)).filter(({ state }) => state === 'live');
  const isThere = (one: HandBooking): boolean => one.fromOutlook || before.reached.has(nameOf(one));
  if (live.length > 0 && live.every(isThere)) await markBookingsSent(work, desk.project, desk.tools.clock.now());
}

/** From now on by hand: what people hold of Outlook's is where the files go on from, so nothing is sent twice. */
export async function startByHand(work: Work, key: ProjectKey): Promise<void> {
  const project = await projectOf(work, key);
  if (project === null) return;
  const uids = await eventUids(work, key);
  const mirrors = (await mirrorsOf(work, key)).map((mirror) => ({
    ...mirror,
    iCalUId: uids.get(mirror.sessionId) ?? null,
  }));
  for (const booking of heldInOutlook(mirrors, project.revision)) await saveHandBooking(work, key, booking);
}

/** How many hold a file that Outlook's own booking replaces. */
export async function countTakenBack(tools: Tools, key: ProjectKey): Promise<number> {
  const desk = await deskOf(tools, key);
  return desk === null ? 0 : takenBack(await knownOf(tools, desk)).length;
}

/**
 * Outlook takes over: files that nobody has sent are never sent, and who got one gets its CANCEL together with Outlook's
 * invitation, so nobody has both. What was Outlook's own stays as it is.
 */
export async function endByHand(work: Work, tools: Tools, key: ProjectKey): Promise<void> {
  const desk = await deskOf({ ...tools, db: work.db }, key);
  if (desk === null) return;
  const known = await knownOf(work, desk);
  const now = takenBack(known);
  for (const booking of known.held) {
    const { sessionId, address } = booking;
    await stopUnsent(work, key, { kinds: [inviteKind], sessionId, address });
    const cancelled = now.find((one) => nameOf(one) === nameOf(booking));
    await saveHandBooking(work, key, cancelled ?? { ...booking, state: 'cancelled' });
    if (cancelled === undefined || booking.state === 'cancelled') continue;
    await queueCancel(work, desk, cancelled, 'outlook takes over');
  }
}
