import { expect, test } from 'vitest';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { key, openStage, posts, siljan, type Stage } from './stage.ts';

const alarms = (stage: Stage, address: string) =>
  stage.sandbox
    .mailbox(address)
    .filter(
      ({ folder, subject }) => folder === 'inbox' && subject === 'Lokal saknas: deltagarna väntar på sin bokning',
    );
const leadMail = async (stage: Stage) => {
  const row = await stage.tools.db.selectFrom('person').select('email').where('id', '=', 'st-1').executeTakeFirst();
  return row?.email ?? '';
};
const first = async (stage: Stage) => (await meetingsOf(stage.tools, key)).sessions[0];

onEachEngine('a room that is not settled', (engine) => {
  test('VEN-02 is told at the closing minute to planners and those who lead, once, with what to do now', async () => {
    const stage = await openStage({ engine });
    await stage.book();
    expect(await first(stage)).toMatchObject({ roomStatus: 'asked', problem: null });
    await stage.closeRegistration();
    await stage.reconcile();
    const told = (await posts(stage)).filter((text) => text.startsWith('Anmälan är stängd'));
    expect(told).toEqual([
      'Anmälan är stängd, men deltagarna har inte fått någon bokning till träff 1. Träff 1: Regionens hus, sal Siljan har inte svarat. Ring lokalen i dag, eller skriv ”boka lokaler” och välj en annan. När lokalen är klar går bokningarna ut av sig själva.',
    ]);
    const mails = alarms(stage, await leadMail(stage));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain('Träff 1: Regionens hus, sal Siljan har inte svarat.');
    expect(await first(stage)).toMatchObject({
      invited: 0,
      problem: 'roomUndecided',
      problemWords: { sv: expect.stringContaining('Lokalen är inte klar.') as string },
    });
    await stage.pass({ minutes: 16 });
    expect(await first(stage)).toMatchObject({ invited: 34, problem: null });
    const [outsider] = (await confirmedPeople(stage.tools, key)).filter(
      ({ accountType }) => accountType === 'mailOnly',
    );
    const invitations = stage.sandbox
      .mailbox(outsider?.email ?? '')
      .filter(({ folder, kind }) => folder === 'inbox' && kind === 'meetingRequest');
    expect(invitations).toHaveLength(4);
  });

  test('VEN-02 is told as a no when the room has declined before the closing', async () => {
    const stage = await openStage({ engine });
    stage.sandbox.setRoomPolicy(siljan, { bookingWindowInDays: 3 });
    await stage.book();
    await stage.pass({ minutes: 40 });
    await stage.closeRegistration();
    expect(
      (await posts(stage)).filter((text) => text.includes('Träff 1: Regionens hus, sal Siljan har sagt nej.')),
    ).toHaveLength(1);
    expect(alarms(stage, await leadMail(stage))).toHaveLength(1);
    expect(await first(stage)).toMatchObject({ problem: 'roomUndecided' });
  });

  test('says nothing when every room has accepted', async () => {
    const stage = await openStage({ engine });
    await stage.book();
    await stage.pass({ minutes: 16 });
    await stage.closeRegistration();
    expect((await posts(stage)).filter((text) => text.startsWith('Anmälan är stängd'))).toEqual([]);
    expect(alarms(stage, await leadMail(stage))).toEqual([]);
  });

  test('VEN-02 a room that has said nothing for a day is told of once', async () => {
    const stage = await openStage({ engine });
    await stage.book();
    // Its answer stays on the far side: nothing that the product reads ever says more than "asked".
    const silence = () =>
      stage.tools.db.updateTable('room_booking').set({ status: 'asked' }).where('session_id', '=', 's-1').execute();
    await stage.pass({ minutes: 20 });
    await silence();
    const told = async () =>
      (await posts(stage)).filter((text) => text.includes('har inte svarat på bokningen på ett dygn'));
    await stage.pass({ hours: 23 });
    await silence();
    await stage.settle();
    expect(await told()).toEqual([]);
    await stage.pass({ hours: 1 });
    await silence();
    await stage.settle();
    expect(await told()).toHaveLength(1);
    await stage.pass({ hours: 30 });
    await silence();
    await stage.settle();
    expect(await told()).toHaveLength(1);
    // There is no planning chat, so the one who leads has the same in a mail.
    const mails = stage.sandbox
      .mailbox(await leadMail(stage))
      .filter(({ folder, subject }) => folder === 'inbox' && subject.startsWith('Till planeringsgruppen'));
    expect(mails.map(({ subject }) => subject)).toEqual(['Till planeringsgruppen för Kompetens i hela Dalarna']);
  });

  test('VEN-02 a room whose answer nobody has heard is not called silent: the calendar is read first', async () => {
    const stage = await openStage({ engine });
    await stage.book();
    // As when the notification of its answer is lost: nothing makes anybody read for as long as one would be told.
    const until = new Date(stage.sandbox.clock.nowMs() + 3 * 24 * 3_600_000);
    await stage.tools.db
      .updateTable('meeting_sync')
      .set({ subscription_id: 'lost', subscription_expires_at: until, read_at: new Date(stage.sandbox.clock.nowMs()) })
      .execute();
    await stage.pass({ hours: 23 });
    expect(await first(stage)).toMatchObject({ roomStatus: 'asked' });
    await stage.pass({ hours: 2 });
    expect((await posts(stage)).filter((text) => text.includes('på ett dygn'))).toEqual([]);
    expect(await first(stage)).toMatchObject({ roomStatus: 'accepted' });
  });
});
