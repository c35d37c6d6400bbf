import type { ProjectKey, SessionId } from '../../../domain/ids.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import type { Meeting } from '../../../ports/meetings.ts';
import type { Tools, Work } from '../../../tools.ts';
import { recordAct } from '../../notices/acts/actions.ts';
import { peopleOf, projectOf, sessionsOf } from '../../planning/queries.ts';
import { seatGuest } from '../../registration/guests/actions.ts';
import { confirmedPeople } from '../../registration/queries.ts';
import { meetingFacts } from '../facts/queries.ts';
import { strangerText } from '../letters/planning-chat.ts';
import { folded } from '../places/rules.ts';
import { desired } from '../rules.ts';
import { changeMirror, mirrorsOf } from '../store.ts';
import { tellPlanners } from '../telling/actions.ts';
import type { Mirror } from '../types.ts';
import { namesOf, strangerNews, strangersOn } from './rules.ts';
import { putStranger, setStranger, strangerRows } from './store.ts';
import type { StrangerDecision, StrangerRefusal } from './types.ts';

/**
 * whoever has come onto a meeting without us, as when an invitation is forwarded, stays until somebody has said who it
 * is. The planning chat is asked once.
 */
export async function takeStrangers(
  work: Work,
  tools: Pick<Tools, 'ids' | 'clock' | 'settings'>,
  mirror: Mirror & ProjectKey,
  actual: Meeting,
): Promise<void> {
  const { tenantId, projectId, sessionId, written } = mirror;
  const key = { tenantId, projectId };
  const before = (await strangerRows(work, key)).filter((one) => one.sessionId === sessionId);
  const unknown = strangersOn(actual, new Set(written.attendees.map(({ address }) => folded(address))));
  if (unknown.length === 0 && before.length === 0) return;
  const known = unknown.length === 0 ? new Set<string>() : await knownTo(work, tools, mirror);
  const seen = unknown.filter(({ address }) => !known.has(address));
  const { found, left } = strangerNews(seen, before);
  for (const address of left) await setStranger(work, { ...key, sessionId, address }, 'gone');
  if (found.length === 0) return;
  const foundAt = tools.clock.now();
  for (const { address, name } of found)
    await putStranger(work, { ...key, sessionId }, { address, name, state: 'asked', foundAt });
  const number = (await sessionsOf(work, key)).find(({ id }) => id === sessionId)?.number;
  if (number === undefined) return;
  const language = (await projectOf(work, key))?.language === 'en' ? 'en' : 'sv';
  await tellPlanners(work, tools, key, {
    kind: 'meetings.stranger',
    sessionId,
    version: `${foundAt.toString()} ${before.length}`,
    text: strangerText(number, found.length, language),
  });
}

/** People of the project, and those whom our own write, which may be under way, is about to put there. */
async function knownTo(
  work: Work,
  tools: Pick<Tools, 'clock' | 'settings'>,
  mirror: Mirror & ProjectKey,
): Promise<ReadonlySet<string>> {
  const [people, facts, mirrors] = await Promise.all([
    peopleOf(work, mirror),
    meetingFacts({ ...tools, db: work.db }, mirror),
    mirrorsOf(work, mirror),
  ]);
  const meetings = facts === null ? [] : desired(facts, mirrors, tools.clock.now()).meetings;
  const wanted = meetings
    .filter(({ sessionId }) => sessionId === mirror.sessionId)
    .flatMap(({ attendees }) => attendees);
  return new Set([...people.map(({ email }) => folded(email)), ...wanted.map(({ address }) => folded(address))]);
}

/** Says who it is. A guest keeps the booking that they have; who is removed gets a cancellation, and nobody else hears of it. */
export async function decideStranger(
  tools: Tools,
  actor: Actor,
  who: { readonly sessionId: SessionId; readonly address: string },
  decision: StrangerDecision,
): Promise<Outcome<null, StrangerRefusal>> {
  const { tenantId, projectId } = actor;
  const key = { tenantId, projectId };
  const { sessionId } = who;
  const address = folded(who.address);
  const by = { personId: actor.personId, name: actor.name };
  return await tools.tx(async (work): Promise<Outcome<null, StrangerRefusal>> => {
    if ((await projectOf(work, key))?.state !== 'active') return refused('dormant');
    const stranger = (await strangerRows(work, key)).find(
      (one) => one.sessionId === sessionId && one.address === address && one.state === 'asked',
    );
    if (stranger === undefined) return refused('unknownStranger');
    if (decision.as === 'substitute' || decision.as === 'colleague') {
      const host = (await confirmedPeople(work, key)).find(({ personId }) => personId === decision.hostPersonId);
      if (host === undefined) return refused('unknownHost');
      const guest = {
        sessionId,
        kind: decision.as,
        hostPersonId: host.personId,
        organisationId: null,
        email: address,
        by,
      };
      await seatGuest(work, tools, key, { ...guest, ...namesOf(stranger.name) });
    }
    if (decision.as !== 'stays') await takeAsOurs(work, { ...key, sessionId }, stranger);
    const state = { substitute: 'guest', colleague: 'guest', remove: 'removed', stays: 'stays' } as const;
    await setStranger(work, { ...key, sessionId, address }, state[decision.as]);
    if (decision.as === 'remove' || decision.as === 'stays')
      await recordAct(work, tools, key, { by, act: `stranger.${decision.as}`, subject: sessionId });
    await work.enqueue('meetings.reconcile', key);
    return done(null);
  });
}

/** From now on one of ours: a guest has the booking already, and whom the plan does not want the next reconcile takes off. */
async function takeAsOurs(
  work: Work,
  key: ProjectKey & { readonly sessionId: SessionId },
  { address, name }: { readonly address: string; readonly name: string },
): Promise<void> {
  const mirror = (await mirrorsOf(work, key)).find(
    ({ sessionId, part }) => sessionId === key.sessionId && part === 'session',
  );
  if (mirror === undefined) return;
  const attendees = [...mirror.written.attendees, { address, name, type: 'required' as const }];
  await changeMirror(work, { ...key, part: 'session' }, { written: { ...mirror.written, attendees } });
}
