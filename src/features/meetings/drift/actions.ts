import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Words } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { previewOf, samePreview } from '../../notices/rules.ts';
import type { Preview } from '../../notices/types.ts';
import { hostLine, hostLines, newBooking, updatedBooking, updateLine } from '../../planning/dates/actions.ts';
import { takeFromOutlook } from '../../planning/dates/from-outlook/actions.ts';
import { linkLines } from '../../planning/dates/rules.ts';
import { projectOf, sessionsOf } from '../../planning/queries.ts';
import { hostMailFor } from '../../rooms/moved/queries.ts';
import { askedHost, type AskedHost } from '../../rooms/release/queries.ts';
import { recordPlaceFromOutlook, recordRoomGone } from '../../rooms/outlook/actions.ts';
import { meetingFacts } from '../facts/queries.ts';
import { changeMirror, mirrorsOf } from '../store.ts';
import type { Mirror } from '../types.ts';
import { asAgreed, asInOutlook, changesDay, timeIn, toldByThePlan } from './rules.ts';
import type { DriftPreview, DriftRefusal, DriftSide } from './types.ts';

/** After somebody's edit in Outlook: what it would mean that the plan is right, or that Outlook is. Changes nothing. */
export async function previewDrift(
  tools: Tools,
  actor: Actor,
  { sessionId, side }: { readonly sessionId: string; readonly side: DriftSide },
): Promise<Outcome<DriftPreview, DriftRefusal>> {
  const found = await drifted(tools, actor, sessionId);
  if (!found.ok) return found;
  const { mirrors, event } = found.value;
  const texts = [side, JSON.stringify(mirrors.map(({ part, drift }) => [part, drift]))];
  if (side === 'plan') {
    const people = mirrors.flatMap(toldByThePlan);
    return done({ ...previewOf({ texts, recipients: people }), side, lines: [planLine(people.length, event)] });
  }
  const fault = cannotTake(event);
  if (fault !== undefined) return fault;
  const link = event !== undefined && changesDay(event) ? found.value.link : undefined;
  const speakers = link?.written.attendees.map(({ address }) => address) ?? [];
  const isPlaced = event?.drift?.location !== undefined || event?.drift?.removed !== undefined;
  const host = isPlaced ? await askedHost(tools, actor, sessionId) : null;
  const hostMail = isPlaced ? null : await hostMailAfter(tools, actor, event);
  const told = [...speakers, ...[host?.address ?? hostMail?.to ?? []].flat().map((address) => `host ${address}`)];
  const lines = [
    ...outlookLines(event, { speakers: speakers.length, host }),
    ...(hostMail === null ? [] : [hostLine(hostMail)]),
  ];
  const mailed = hostMail === null ? [] : [hostMail.to, hostMail.text];
  return done({ ...previewOf({ texts: [...texts, ...mailed], recipients: told }), side, lines });
}

/** VEN-02: a host who has no calendar is asked about the time that Outlook says. */
async function hostMailAfter(tools: Tools, actor: Actor, event: Mirror | undefined) {
  const { drift, written, sessionId } = event ?? {};
  if (written === undefined || (drift?.start === undefined && drift?.end === undefined)) return null;
  const time = timeIn(written, drift);
  const project = await projectOf(tools, actor);
  const session = (await sessionsOf(tools, actor)).find(({ id }) => id === sessionId);
  if (time === undefined || project === null || session === undefined) return null;
  return await hostMailFor(tools, project, session, time);
}

/** Carries out the choice. Refused when what was shown is no longer true. */
export async function settleDrift(
  tools: Tools,
  actor: Actor,
  wish: { readonly sessionId: string; readonly side: DriftSide; readonly confirm: Preview },
): Promise<Outcome<null, DriftRefusal>> {
  const { sessionId, side, confirm } = wish;
  return await tools.tx(async (work): Promise<Outcome<null, DriftRefusal>> => {
    const preview = await previewDrift({ ...tools, db: work.db }, actor, { sessionId, side });
    if (!preview.ok) return preview;
    if (!samePreview(preview.value, confirm)) return refused('previewChanged');
    const found = await drifted(work, actor, sessionId);
    if (!found.ok) return found;
    const { mirrors, event } = found.value;
    const taken = side === 'plan' ? await restore(work, actor, mirrors) : await take(work, tools, actor, event);
    if (!taken.ok) return taken;
    const by = { personId: actor.personId, name: actor.name };
    const act = side === 'plan' ? 'meetings.restored' : 'meetings.taken';
    await recordAct(work, tools, actor, {
      by,
      act,
      subject: sessionId,
      details: { recipients: confirm.recipientCount },
    });
    await work.enqueue('meetings.reconcile', { tenantId: actor.tenantId, projectId: actor.projectId });
    return done(null);
  });
}

interface Drifted {
  /** Those that differ. */
  readonly mirrors: readonly Mirror[];
  /** The meeting that people have, when it is among them. */
  readonly event: Mirror | undefined;
  /** The speakers' own, whether it differs or not. */
  readonly link: Mirror | undefined;
}

async function drifted(
  reader: Pick<Tools, 'db'>,
  actor: Actor,
  sessionId: string,
): Promise<Outcome<Drifted, DriftRefusal>> {
  const project = await projectOf(reader, actor);
  if (project?.state !== 'active') return refused('dormant');
  const all = (await mirrorsOf(reader, actor)).filter((one) => one.sessionId === sessionId);
  if (!all.some(({ part }) => part === 'session')) return refused('unknownSession');
  const mirrors = all.filter(({ part, drift }) => drift !== null && part !== 'sharedCalendar');
  if (mirrors.length === 0) return refused('noDrift');
  return done({
    mirrors,
    event: mirrors.find(({ part }) => part === 'session'),
    link: all.find(({ part, state }) => part === 'remoteSpeakers' && state === 'live'),
  });
}

function cannotTake(event: Mirror | undefined) {
  const { people: _people, ...rest } = event?.drift ?? {};
  if (event === undefined || Object.keys(rest).length === 0) return refused('onlyThePlan' as const);
  return timeIn(event.written, event.drift ?? {}) === undefined ? refused('spansDays' as const) : undefined;
}

async function restore(work: Work, actor: Actor, mirrors: readonly Mirror[]): Promise<Outcome<null, never>> {
  const { tenantId, projectId } = actor;
  for (const { sessionId, part, written, drift } of mirrors)
    await changeMirror(
      work,
      { tenantId, projectId, sessionId, part },
      drift?.removed === undefined
        ? { drift: null, written: asInOutlook(written, drift ?? {}) }
        : { drift: null, state: 'cancelled' },
    );
  return done(null);
}

/** People have Outlook's own message already, so the mirror agrees at once and nothing is written. */
async function take(
  work: Work,
  tools: Tools,
  actor: Actor,
  event: Mirror | undefined,
): Promise<Outcome<null, DriftRefusal>> {
  if (event === undefined || event.drift === null) return refused('onlyThePlan');
  const { sessionId, written, drift } = event;
  const { tenantId, projectId } = actor;
  const key = { tenantId, projectId, sessionId, part: 'session' } as const;
  const time = timeIn(written, drift);
  if (time === undefined) return refused('spansDays');
  const isMoved = drift.start !== undefined || drift.end !== undefined;
  const taken = await takeFromOutlook(work, tools, actor, {
    sessionId,
    ...(isMoved ? { time } : {}),
    ...(drift.location === undefined ? {} : { place: drift.location }),
    ...(drift.removed === undefined ? {} : { isRemoved: true }),
  });
  if (!taken.ok) return taken;
  if (drift.removed !== undefined) {
    await changeMirror(work, key, { drift: null, state: 'cancelled' });
    return done(null);
  }
  if (taken.value.venue !== null) await recordPlaceFromOutlook(work, tools, key, { sessionId, ...taken.value });
  if (drift.room !== undefined && taken.value.venue === null) await recordRoomGone(work, key, sessionId);
  const planned = (await meetingFacts({ ...tools, db: work.db }, key))?.sessions.find(({ id }) => id === sessionId);
  await changeMirror(work, key, {
    drift: drift.people === undefined ? null : { people: drift.people },
    written: asAgreed(written, drift, { subject: planned?.subject ?? '', venue: planned?.venue ?? null }),
  });
  return done(null);
}

function planLine(count: number, event: Mirror | undefined): Words {
  if (count === 0) return { sv: 'Outlook rättas. Ingen får något mejl.', en: 'Outlook is mended. Nobody gets a mail.' };
  return updateLine(count, event?.drift?.removed === undefined ? updatedBooking : newBooking);
}

function outlookLines(
  event: Mirror | undefined,
  { speakers, host }: { readonly speakers: number; readonly host: AskedHost | null },
): readonly Words[] {
  const isRemoved = event?.drift?.removed !== undefined;
  const what: Words = isRemoved
    ? {
        sv: 'Träffen ställs in i planen. Outlook har redan talat om det för dem som var inbjudna.',
        en: 'The session is cancelled in the plan. Outlook has told those who were invited.',
      }
    : {
        sv: 'Planen ändras så att den säger som Outlook. De inbjudna har redan fått ändringen från Outlook och får inget mer.',
        en: 'The plan is changed to say what Outlook says. Those invited have had the change from Outlook and get nothing more.',
      };
  return [what, ...linkLines(speakers), ...hostLines(host)];
}
