import { Temporal } from 'temporal-polyfill';
import type { Act, Life } from '../life.ts';
import { inboxMails, organiserEvents } from '../report.ts';
import { participantsNow } from '../life.ts';
import type { Script } from '../script.ts';
import { edgeCasesOf, type MovedSession } from './cases.ts';
import { tell, unless } from './telling.ts';

/** How long before the day it was to be held a session is moved. */
const MOVED_DAYS = 30;

/** The script with the session's new time, and the edge case that moves it. */
export function movedScript(script: Script): Script {
  const { movedSession } = edgeCasesOf(script);
  const session = script.sessions.find(({ id }) => id === movedSession?.sessionId);
  if (movedSession === undefined || session === undefined) return script;
  const move = (moment: string | null | undefined): string => {
    const local = Temporal.Instant.from(moment ?? '')
      .toZonedDateTimeISO(script.zone)
      .toPlainTime();
    const day = Temporal.PlainDate.from(movedSession.toDate);
    return day.toZonedDateTime({ timeZone: script.zone, plainTime: local }).toString({ timeZoneName: 'never' });
  };
  const moved = { ...session, date: movedSession.toDate, start: move(session.start), end: move(session.end) };
  return {
    ...script,
    movedSessionId: session.id,
    sessions: script.sessions
      .map((one) => (one.id === session.id ? moved : one))
      .toSorted((one, other) => Temporal.Instant.compare(one.start ?? '', other.start ?? '')),
  };
}

export function movingEdges(script: Script, moved: MovedSession | undefined): Act[] {
  const session = script.sessions.find(({ id }) => id === moved?.sessionId);
  if (moved === undefined || session === undefined) return [];
  const wanted = Temporal.PlainDate.from(moved.fromDate)
    .subtract({ days: MOVED_DAYS })
    .toZonedDateTime({ timeZone: script.zone, plainTime: '10:00' })
    .toInstant();
  // Only what has been sent can be changed.
  const earliest = script.closesAt.add({ hours: 48 });
  const at = Temporal.Instant.compare(wanted, earliest) < 0 ? earliest : wanted;
  return [{ at, title: 'Särfall: en träff flyttas', run: (life) => move(life, { moved, session, at }) }];
}

/** Long enough for a room's calendar to answer. */
const ROOM_MINUTES = 20;

interface MovePreview {
  readonly textVersion: string;
  readonly recipientCount: number;
  readonly sessionInfo: { readonly lastDay: string; readonly wiseDay: string } | null;
}

type Timed = Script['sessions'][number];

async function move(
  life: Life,
  { moved, session, at }: Pick<Moved, 'moved' | 'session'> & { readonly at: Temporal.Instant },
): Promise<void> {
  const time = (moment: string | null | undefined): string =>
    Temporal.Instant.from(moment ?? '')
      .toZonedDateTimeISO(life.script.zone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
  const wish = { date: moved.toDate, startTime: time(session.start), endTime: time(session.end) };
  const path = `${life.api}/sessions/${moved.sessionId}/move`;
  const seen = await updatesOf(life, session);
  const preview = await life.lead.post<MovePreview>(`${path}/preview`, wish);
  const { textVersion, recipientCount } = preview;
  await life.lead.post(path, { ...wish, confirm: { textVersion, recipientCount } });
  await life.web.sandbox('clock', { to: 'settle' });
  // The room is asked first, and nobody is told before it has said yes.
  await life.web.sandbox('clock', { to: at.add({ minutes: ROOM_MINUTES }).toString() });
  tell(life, 'movedSession', await afterMove(life, { moved, session, preview, seen }));
}

interface Moved {
  readonly moved: MovedSession;
  readonly session: Timed;
  readonly preview: MovePreview;
  readonly seen: ReadonlyMap<string, number>;
}

async function afterMove(life: Life, { moved, session, preview, seen }: Moved) {
  const confirmed = (await participantsNow(life)).filter(({ state }) => state === 'confirmed');
  const updates = await updatesOf(life, session);
  const counts = confirmed.map(
    ({ email }) => (updates.get(email.toLowerCase()) ?? 0) - (seen.get(email.toLowerCase()) ?? 0),
  );
  const events = (await organiserEvents(life)).filter(({ startMs }) => startMs === Date.parse(session.start ?? ''));
  const oldStart = Date.parse(session.start ?? '') - daysBetween(moved) * 24 * 60 * 60 * 1000;
  const left = (await organiserEvents(life)).filter(({ startMs }) => Math.abs(startMs - oldStart) < 2 * 60 * 60 * 1000);
  const lastDay = preview.sessionInfo?.lastDay;
  const expected = /→\s*(\d{4}-\d{2}-\d{2})/.exec(moved.expect ?? '')?.[1];
  return {
    told: `${confirmed.length} personer fick en uppdaterad bokning, information senast ${lastDay}`,
    faults: [
      ...unless(
        counts.every((count) => count === 1),
        `${counts.filter((count) => count !== 1).length} fick inte exakt en uppdatering`,
      ),
      ...unless(events.length === 1, `${events.length} möten på den nya tiden`),
      ...unless(left.length === 0, `${left.length} möten är kvar på den gamla tiden`),
      ...unless(
        expected === undefined || lastDay === expected,
        `sista dag för information är ${lastDay}, ska vara ${expected}`,
      ),
    ],
  };
}

function daysBetween({ fromDate, toDate }: MovedSession): number {
  return Temporal.PlainDate.from(fromDate).until(Temporal.PlainDate.from(toDate), { largestUnit: 'day' }).days;
}

/** Address → invitations to the session's new time. */
async function updatesOf(life: Life, session: Timed): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { mailbox, meeting } of await inboxMails(life)) {
    if (meeting?.method !== 'REQUEST' || meeting.startMs !== Date.parse(session.start ?? '')) continue;
    counts.set(mailbox, (counts.get(mailbox) ?? 0) + 1);
  }
  return counts;
}
