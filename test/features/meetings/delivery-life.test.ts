import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { setDelivery } from '../../../src/features/meetings/delivery/actions.ts';
import { deliveryOf } from '../../../src/features/meetings/delivery/queries.ts';
import type { Delivery } from '../../../src/features/meetings/delivery/types.ts';
import { tickSent } from '../../../src/features/notices/by-hand/actions.ts';
import { handFile, handList } from '../../../src/features/notices/by-hand/queries.ts';
import { sessionsOf } from '../../../src/features/planning/queries.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { answerByHand } from '../../../src/features/rooms/actions.ts';
import { key, lead, moveSession, openStage, type Stage } from './stage.ts';

async function deliver(stage: Stage, to: Delivery): Promise<void> {
  const view = await deliveryOf(stage.tools, key);
  if (view === null) throw new Error('there is no project');
  const set = await setDelivery(stage.tools, lead, { to, shown: view.change });
  if (!set.ok) throw new Error(set.reason);
  await stage.pass({ minutes: 30 });
}

/** One entry of a person's own calendar. */
interface Entry {
  readonly start: string;
  readonly sequence: number;
  readonly isOff: boolean;
}

/** What stands in people's calendars, whichever way it came: UID → entry, as an ordinary client keeps it. */
class Calendars {
  readonly #of = new Map<string, Map<string, Entry>>();
  readonly #seen = new Set<string>();

  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Everything that waits is sent by a person, one file each. */
  async sendByHand(): Promise<void> {
    const { waiting } = await handList(this.#stage.tools, key);
    for (const { ids, file, recipients } of waiting)
      if (file !== null)
        for (const id of ids)
          this.#take(recipients[0]?.address ?? '', (await handFile(this.#stage.tools, key, id))?.text ?? '');
    const ids = waiting.flatMap((item) => item.ids);
    if (ids.length > 0)
      expect(await tickSent(this.#stage.tools, lead, { ids, isSent: true })).toMatchObject({ ok: true });
    await this.#stage.settle();
  }

  /** What has come by mail since last time: Outlook's own meeting messages, and files in our letters. */
  async readMail(): Promise<void> {
    for (const { email } of await confirmedPeople(this.#stage.tools, key))
      for (const message of this.#stage.sandbox.mailbox(email).filter(({ folder }) => folder === 'inbox')) {
        if (this.#seen.has(message.id)) continue;
        this.#seen.add(message.id);
        const { meeting } = message;
        if (meeting !== null)
          this.#put(email, meeting.iCalUId, {
            start: new Date(meeting.startMs).toISOString(),
            sequence: meeting.sequence,
            isOff: meeting.method === 'CANCEL',
          });
        for (const { name, blobId } of message.attachments)
          if (name.endsWith('.ics'))
            this.#take(email, Buffer.from(this.#stage.sandbox.bytes(blobId) ?? '').toString('utf8'));
      }
  }

  #take(address: string, text: string): void {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const isOff = calendar.getFirstPropertyValue('method') === 'CANCEL';
    for (const part of calendar.getAllSubcomponents('vevent')) {
      const event = new ICAL.Event(part);
      const start = event.startDate.toJSDate().toISOString();
      this.#put(address, event.uid, { start, sequence: event.sequence, isOff });
    }
  }

  /** An older message than what stands changes nothing (RFC 5546 §2.1.5). */
  #put(address: string, uid: string, entry: Entry): void {
    const mine = this.#of.get(address.toLowerCase()) ?? new Map<string, Entry>();
    this.#of.set(address.toLowerCase(), mine);
    const before = mine.get(uid);
    if (before === undefined || entry.sequence >= before.sequence) mine.set(uid, entry);
  }

  liveOf(address: string): readonly string[] {
    return [...(this.#of.get(address.toLowerCase())?.values() ?? [])]
      .filter(({ isOff }) => !isOff)
      .map(({ start }) => start)
      .toSorted();
  }
}

async function planned(stage: Stage): Promise<readonly string[]> {
  return (await sessionsOf(stage.tools, key))
    .filter(({ cancelled }) => !cancelled)
    .map(({ start }) => new Date(start ?? '').toISOString())
    .toSorted();
}

/** everybody has each session once, at its time, and nothing else. */
async function expectEven(stage: Stage, calendars: Calendars): Promise<void> {
  await calendars.readMail();
  const wanted = await planned(stage);
  const people = await confirmedPeople(stage.tools, key);
  expect(people.length).toBeGreaterThan(30);
  const uneven = people.map(({ email }) => calendars.liveOf(email)).filter((live) => live.join() !== wanted.join());
  expect(uneven[0] ?? wanted).toEqual(wanted);
}

test('X-09 a whole project from files to Outlook and back: everybody has each session once all the way', async () => {
  const stage = await openStage();
  const calendars = new Calendars(stage);
  await deliver(stage, 'manual');
  await stage.book();
  for (const number of [1, 2, 3, 4]) await answerByHand(stage.tools, lead, `s-${number}`, { answer: 'confirmed' });
  await stage.closeRegistration();
  await stage.pass({ minutes: 30 });
  await calendars.sendByHand();
  await expectEven(stage, calendars);

  await moveSession(stage, 's-2', { date: '2026-11-06' });
  await calendars.sendByHand();
  await expectEven(stage, calendars);

  // Consent has come: Outlook takes over everybody's four sessions.
  await deliver(stage, 'graph');
  await expectEven(stage, calendars);
  await moveSession(stage, 's-3', { date: '2027-01-20' });
  await stage.pass({ minutes: 30 });
  await expectEven(stage, calendars);

  // And is taken back: what Outlook has sent is followed up by files for the same bookings.
  await deliver(stage, 'manual');
  await calendars.sendByHand();
  await expectEven(stage, calendars);
  await moveSession(stage, 's-4', { date: '2027-02-24' });
  await moveSession(stage, 's-1', { cancelled_at: '2026-09-01T00:00:00Z' });
  await calendars.sendByHand();
  await expectEven(stage, calendars);

  await deliver(stage, 'graph');
  await expectEven(stage, calendars);
});
