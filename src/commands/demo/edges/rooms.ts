import { Temporal } from 'temporal-polyfill';
import type { Act, Life } from '../life.ts';
import { bookVenues, overrideReason } from '../planning-days.ts';
import type { Script } from '../script.ts';
import { note, tell, unless } from './telling.ts';

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
    {
      at: booked.add({ minutes: 30 }),
      title: 'Särfall: ett rum bokas för långt fram',
      run: (life) => bookTooFar(life, script),
    },
    { at: booked.add({ minutes: 90 }), title: 'Särfall: rummet tackar nej, en annan lokal bokas', run: settleDeclined },
  ];
}

async function bookTooFar(life: Life, { sessions, file }: Script): Promise<void> {
  const now = Temporal.Instant.from((await life.web.sandbox<{ now: string }>('state')).now);
  const limit = now.add({ hours: 24 * WINDOW_DAYS });
  const room = (file.venues ?? []).find(({ roomMailbox }) => Boolean(roomMailbox));
  const far = sessions.find(({ start }) => Temporal.Instant.compare(start ?? '', limit) > 0);
  if (room === undefined || far === undefined) return;
  await bookVenues(life, [{ sessionId: far.id, venueId: room.id }]);
}

async function settleDeclined(life: Life): Promise<void> {
  const view = await life.lead.get<RoomsView>(`${life.api}/rooms`);
  const declined = view.sessions.filter(({ booking }) => booking?.status === 'declined');
  if (declined.length === 0) {
    note(life, { name: 'rooms', result: 'ok', told: 'inget rum i filen är bokat längre fram än 180 dagar' });
    return;
  }
  for (const session of declined) await settleOne(life, session);
}

async function settleOne(life: Life, { sessionId, booking, options }: RoomsView['sessions'][number]): Promise<void> {
  const others = options.filter(({ venueId, canBeAsked }) => venueId !== booking?.venueId && canBeAsked);
  const wanted = life.script.sessions.find(({ id }) => id === sessionId)?.venueId;
  const choice =
    others.find(({ venueId }) => venueId === wanted) ?? others.find(({ hasMailbox }) => !hasMailbox) ?? undefined;
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
