import { Temporal } from 'temporal-polyfill';
import { linkFor, participantsNow, type Act, type ApiParticipant, type Life } from '../life.ts';
import { bookVenues } from '../planning-days.ts';
import { organiserEvents } from '../report.ts';
import type { Script } from '../script.ts';
import type { MultiDay } from './cases.ts';
import { note, tell, unless } from './telling.ts';

/** While people have registered and nothing has been sent to them, so that the session can be taken back without a word. */
const HOURS_BEFORE_CLOSING = 26;

/** A session over several days is planned, booked and answered a day at a time, and taken back. */
export function multiDayEdges(script: Script, edge: MultiDay | undefined): Act[] {
  const first = edge?.days[0];
  if (edge === undefined || first === undefined) return [];
  const at = script.closesAt.subtract({ hours: HOURS_BEFORE_CLOSING });
  const isAhead = Temporal.PlainDate.compare(first.date, at.toZonedDateTimeISO(script.zone).toPlainDate()) > 0;
  const run = isAhead ? (life: Life) => liveDays(life, edge) : tooEarly;
  return [{ at, title: 'Särfall: en träff över flera dagar', run }];
}

function tooEarly(life: Life): Promise<void> {
  note(life, { name: 'multiDay', result: 'unsupported', told: 'dagarna ligger före anmälans sista dag' });
  return Promise.resolve();
}

async function liveDays(life: Life, edge: MultiDay): Promise<void> {
  const ids = await planDays(life, edge);
  await bookDays(life, ids);
  const starts = edge.days.map(({ date, start }) => momentOf(date, start, life.script.zone));
  const onDay = async (): Promise<readonly number[]> => {
    const events = await organiserEvents(life);
    return starts.map((start) => events.filter(({ startMs }) => startMs === start).length);
  };
  const booked = await onDay();
  const seen = await stayAwayFirstDay(life, ids);
  await takeBack(life, ids);
  const left = await onDay();
  tell(life, 'multiDay', {
    told: `en bokning per dag i ${ids.length} dagar, frånvaro första dagen sänkte portionerna den dagen ensam`,
    faults: [
      ...unless(
        booked.every((count) => count === 1),
        `bokningar per dag: ${booked.join(', ')}`,
      ),
      ...seen,
      ...unless(
        left.every((count) => count === 0),
        `bokningar kvar efteråt: ${left.join(', ')}`,
      ),
    ],
  });
}

function clock(text: string): string {
  return text.replace('.', ':').padStart(5, '0');
}

function momentOf(date: string, time: string, zone: string): number {
  const day = Temporal.PlainDate.from(date);
  return day.toZonedDateTime({ timeZone: zone, plainTime: clock(time) }).epochMilliseconds;
}

interface Preview {
  readonly textVersion: string;
  readonly recipientCount: number;
}

async function planDays(life: Life, { title, days }: MultiDay): Promise<readonly string[]> {
  const [first, ...others] = days.map(({ date, start, end }) => ({
    date,
    startTime: clock(start),
    endTime: clock(end),
  }));
  const made = await life.lead.post<{ sessionId: string }>(`${life.api}/sessions`, { title, ...first });
  const ids = [made.sessionId];
  for (const day of others) {
    const path = `${life.api}/sessions/${made.sessionId}/days`;
    const { textVersion, recipientCount } = await life.lead.post<Preview>(`${path}/preview`, day);
    const confirm = { textVersion, recipientCount };
    ids.push((await life.lead.post<{ sessionId: string }>(path, { ...day, confirm })).sessionId);
  }
  return ids;
}

interface RoomsView {
  readonly sessions: readonly {
    readonly sessionId: string;
    readonly options: readonly {
      readonly venueId: string;
      readonly canBeAsked: boolean;
      readonly hasMailbox: boolean;
    }[];
  }[];
}

async function bookDays(life: Life, ids: readonly string[]): Promise<void> {
  const { sessions } = await life.lead.get<RoomsView>(`${life.api}/rooms`);
  const askable = sessions
    .find(({ sessionId }) => sessionId === ids[0])
    ?.options.filter(({ canBeAsked }) => canBeAsked);
  const venue = askable?.find(({ hasMailbox }) => !hasMailbox) ?? askable?.[0];
  if (venue === undefined) return;
  await bookVenues(
    life,
    ids.map((sessionId) => ({ sessionId, venueId: venue.venueId })),
  );
  await life.web.sandbox('clock', { to: 'settle' });
}

async function stayAwayFirstDay(life: Life, ids: readonly string[]): Promise<readonly string[]> {
  const [first = ''] = ids;
  const person = (await participantsNow(life)).find(({ state }) => state === 'confirmed');
  const link = person === undefined ? undefined : await linkFor(life, person.email, 'min');
  if (person === undefined || link === undefined) return ['ingen anmäld har en personlig länk'];
  for (const id of ids) await life.web.submit(`${link}/traff/${id}`, { answer: 'accepted' });
  const before = await portionsOf(life, ids);
  await life.web.submit(`${link}/traff/${first}`, { answer: 'declined' });
  const after = await portionsOf(life, ids);
  const now = (await participantsNow(life)).find(({ id }) => id === person.id);
  const meant = before.map((portions, index) => (index === 0 ? portions - 1 : portions));
  const answers = ids.map((id) => answerOf(now, id));
  return [
    ...unless(meant.join() === after.join(), `portionerna gick från ${before.join(', ')} till ${after.join(', ')}`),
    ...unless(answers[0] === 'declined' && answers.slice(1).every((one) => one === 'accepted'), answers.join(', ')),
  ];
}

function answerOf(person: ApiParticipant | undefined, id: string): string | undefined {
  return person?.sessions.find(({ sessionId }) => sessionId === id)?.answer;
}

async function portionsOf(life: Life, ids: readonly string[]): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const id of ids)
    counts.push((await life.lead.get<{ portions: number }>(`${life.api}/sessions/${id}/kitchen`)).portions);
  return counts;
}

async function takeBack(life: Life, ids: readonly string[]): Promise<void> {
  for (const id of ids.toReversed()) {
    const path = `${life.api}/sessions/${id}/cancel`;
    const { textVersion, recipientCount } = await life.lead.get<Preview>(path);
    await life.lead.post(path, { textVersion, recipientCount });
  }
  await life.web.sandbox('clock', { to: 'settle' });
}
