import { Temporal } from 'temporal-polyfill';
import type { Act, Life } from '../life.ts';
import { bookVenues, overrideReason } from '../planning-days.ts';
import type { Script } from '../script.ts';
import { tell, unless } from './telling.ts';

/** Exchange's own booking window for a room. */
const WINDOW_DAYS = 180;

interface RoomsView {
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly booking: { readonly status: string; readonly venueId: string } | null;
    readonly options: readonly {
      readonly venueId: string;
      readonly hasMailbox: boolean;
      readonly canBeAsked: boolean;
      readonly availability: string;
    }[];
  }[];
}

/** With Exchange's own rules a room declines what lies too far ahead; another venue is found, or somebody says yes by hand. */
export function roomEdges(script: Script, booked: Temporal.Instant): Act[] {
  return [
    ...tooFar(script, booked.subtract({ minutes: 25 })),
    { at: booked.add({ minutes: 90 }), title: 'Särfall: rum som tackar nej byts', run: settleDeclined },
  ];
}

/** A room is asked for a session outside its window, declines, and gives way to the venue of the file. */
function tooFar({ sessions, file }: Script, at: Temporal.Instant): Act[] {
  const limit = at.add({ hours: 24 * WINDOW_DAYS });
  const room = (file.venues ?? []).find(({ roomMailbox }) => Boolean(roomMailbox));
  const far = sessions.find(({ start }) => Temporal.Instant.compare(start ?? '', limit) > 0);
  if (room === undefined || far === undefined) return [];
  const choice = { sessionId: far.id, venueId: room.id };
  return [
    { at, title: 'Särfall: ett rum frågas för långt fram', run: (life) => bookVenues(life, [choice]) },
    { at: at.add({ minutes: 5 }), title: 'Särfall: rummet tackar nej', run: (life) => readDeclined(life, far.id) },
  ];
}

async function readDeclined(life: Life, sessionId: string): Promise<void> {
  const session = (await life.lead.get<RoomsView>(`${life.api}/rooms`)).sessions.find(
    (one) => one.sessionId === sessionId,
  );
  const status = session?.booking?.status;
  const others = alternatives(session);
  tell(life, `rooms.${sessionId}`, {
    told: `rummet tackade nej, ${others.length} andra lokaler föreslås`,
    faults: [
      ...unless(status === 'declined', `läget blev ${status}`),
      ...unless(others.length > 0 || (life.script.file.venues ?? []).length < 2, 'ingen annan lokal föreslås'),
    ],
  });
}

type RoomsSession = RoomsView['sessions'][number];

function alternatives(session: RoomsSession | undefined): RoomsSession['options'] {
  return (session?.options ?? []).filter(
    ({ venueId, canBeAsked }) => venueId !== session?.booking?.venueId && canBeAsked,
  );
}

/** Rooms of the file itself that lie outside their window: by now every room that will accept has done so. */
async function settleDeclined(life: Life): Promise<void> {
  const view = await life.lead.get<RoomsView>(`${life.api}/rooms`);
  const unsettled = view.sessions.filter(
    ({ booking }) => booking?.status === 'declined' || booking?.status === 'asked',
  );
  for (const session of unsettled) await settleOne(life, session);
}

async function settleOne(life: Life, session: RoomsSession): Promise<void> {
  const { sessionId } = session;
  const others = alternatives(session);
  const choice = others.find(({ hasMailbox }) => !hasMailbox);
  if (choice === undefined)
    await life.lead.post(`${life.api}/rooms/${sessionId}/answer`, { answer: 'confirmed', note: overrideReason });
  else await bookVenues(life, [{ sessionId, venueId: choice.venueId }]);
  await life.web.sandbox('clock', { to: 'settle' });
  const after = await life.lead.get<RoomsView>(`${life.api}/rooms`);
  const status = after.sessions.find((one) => one.sessionId === sessionId)?.booking?.status;
  tell(life, `rooms.${sessionId}`, {
    told: `rummet tackade nej, ${others.length} andra lokaler fanns, nu ${status}`,
    faults: unless(
      status === 'askedByMail' || status === 'confirmedByHand' || status === 'accepted',
      `läget blev ${status}`,
    ),
  });
}
