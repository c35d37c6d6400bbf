import { Temporal } from 'temporal-polyfill';
import { folded, linkFor, participantsNow, type Act, type ApiParticipant, type Life } from '../life.ts';
import { organiserEvents } from '../report.ts';
import type { Script } from '../script.ts';
import type { Cancellation, EdgeCases, SessionGuest } from './cases.ts';
import { tell, unless } from './telling.ts';

/** Guests are named this many days before the session. */
const GUEST_DAYS = 10;

/** Somebody cannot come, sends somebody else, or brings somebody: all of it on the personal page. */
export function peopleEdges(script: Script, { cancellation, substitute, colleague }: EdgeCases): Act[] {
  return [
    ...(cancellation === undefined
      ? []
      : [
          {
            at: Temporal.Instant.from(cancellation.at),
            title: 'Särfall: en deltagare får förhinder',
            run: (life: Life) => cancelOne(life, cancellation),
          },
        ]),
    ...guestActs(script, 'substitute', substitute, substitute?.forParticipantId),
    ...guestActs(script, 'colleague', colleague, colleague?.broughtBy),
  ];
}

interface Kitchen {
  readonly portions: number;
}

async function portions(life: Life, sessionId: string): Promise<number> {
  return (await life.lead.get<Kitchen>(`${life.api}/sessions/${sessionId}/kitchen`)).portions;
}

function addressOf(script: Script, participantId: string): string {
  return script.participants.find(({ id }) => id === participantId)?.email ?? '';
}

async function personNow(life: Life, email: string): Promise<ApiParticipant | undefined> {
  return (await participantsNow(life)).find((one) => folded(one.email) === folded(email));
}

async function cancelOne(life: Life, { participantId, sessionId }: Cancellation): Promise<void> {
  const email = addressOf(life.script, participantId);
  const link = await linkFor(life, email, 'min');
  // Somebody who has said no in Outlook already eats nothing either; so that the count can change, they first come.
  await life.web.submit(`${link}/traff/${sessionId}`, { answer: 'accepted' });
  const before = await portions(life, sessionId);
  await life.web.submit(`${link}/traff/${sessionId}`, { answer: 'declined' });
  const after = await portions(life, sessionId);
  const person = await personNow(life, email);
  const answer = person?.sessions.find((one) => one.sessionId === sessionId)?.answer;
  tell(life, 'cancellation', {
    told: `portionerna gick från ${before} till ${after}, personen är kvar i lärprojektet`,
    faults: [
      ...unless(link !== undefined, 'personen har ingen personlig länk'),
      ...unless(after === before - 1, `portionerna gick från ${before} till ${after}`),
      ...unless(answer === 'declined', `svaret blev ${answer}`),
      ...unless(person?.state === 'confirmed', `läget blev ${person?.state}`),
    ],
  });
}

function guestActs(
  script: Script,
  kind: 'substitute' | 'colleague',
  guest: SessionGuest | undefined,
  hostId: string | undefined,
): Act[] {
  const session = script.sessions.find(({ id }) => id === guest?.sessionId);
  if (guest === undefined || hostId === undefined || session === undefined) return [];
  return [
    {
      at: Temporal.Instant.from(session.start ?? '').subtract({ hours: 24 * GUEST_DAYS }),
      title: kind === 'substitute' ? 'Särfall: en ersättare kommer' : 'Särfall: en kollega följer med',
      run: (life) => nameGuest(life, { kind, guest, hostId, startMs: Date.parse(session.start ?? '') }),
    },
  ];
}

interface Naming {
  readonly kind: 'substitute' | 'colleague';
  readonly guest: SessionGuest;
  readonly hostId: string;
  readonly startMs: number;
}

async function nameGuest(life: Life, { kind, guest, hostId, startMs }: Naming): Promise<void> {
  const host = addressOf(life.script, hostId);
  const before = await portions(life, guest.sessionId);
  const link = await linkFor(life, host, 'min');
  await life.web.submit(`${link}/traff/${guest.sessionId}/${kind === 'substitute' ? 'ersattare' : 'kollega'}`, {
    givenName: guest.given,
    familyName: guest.family,
    email: guest.email,
    organisationId: guest.organisationId ?? '',
  });
  await life.web.sandbox('clock', { to: 'settle' });
  const person = await personNow(life, host);
  const named = person?.sessions.find(({ sessionId }) => sessionId === guest.sessionId)?.guests ?? [];
  const event = (await organiserEvents(life)).find((one) => one.startMs === startMs);
  const after = await portions(life, guest.sessionId);
  // A substitute eats instead of somebody, unless that person had said no already; a colleague eats as well.
  const meant = kind === 'colleague' ? [before + 1] : [before, before + 1];
  tell(life, kind, {
    told: `har fått bokningen, ${after} portioner`,
    faults: [
      ...unless(
        named.some((one) => one.kind === kind && folded(one.email) === folded(guest.email)),
        'står inte i listan',
      ),
      ...unless(
        event?.attendees.some(({ address }) => address === folded(guest.email)) === true,
        'har inte fått någon bokning',
      ),
      ...unless(meant.includes(after), `portionerna gick från ${before} till ${after}`),
      ...unless(person?.state === 'confirmed', `värdens läge blev ${person?.state}`),
    ],
  });
}
