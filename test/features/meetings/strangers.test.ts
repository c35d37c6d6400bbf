import { describe, expect, test } from 'vitest';
import { calendarHistory } from '../../../src/features/meetings/history/queries.ts';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { decideStranger } from '../../../src/features/meetings/strangers/actions.ts';
import { confirmedPeople, participantsOf } from '../../../src/features/registration/queries.ts';
import { dispose, setRule } from '../../../src/features/retention/actions.ts';
import { previewDisposal } from '../../../src/features/retention/queries.ts';
import { key, lead, openStage, type Stage } from './stage.ts';

const nils = { address: 'nils.ek@kommun-orsa.example', name: 'Nils Ek', type: 'required' } as const;

/** Everybody invited, and Nils put on the meeting of session 2 in Outlook. */
async function forwarded() {
  const stage = await openStage();
  await stage.book();
  await stage.pass({ minutes: 16 });
  await stage.closeRegistration();
  await stage.sync();
  const { id, attendees } = stage.event(2);
  stage.sandbox.editInOutlook(id, { attendees: [...attendees, nils] });
  await stage.sync();
  stage.writes();
  return stage;
}

const decide = (stage: Stage, decision: Parameters<typeof decideStranger>[3]) =>
  decideStranger(stage.tools, lead, { sessionId: 's-2', address: nils.address }, decision);
const asked = async (stage: Stage) =>
  (await meetingsOf(stage.tools, key)).sessions.find(({ sessionId }) => sessionId === 's-2')?.strangers;
const isOn = (stage: Stage) => stage.event(2).attendees.some(({ address }) => address === nils.address);
const letters = (stage: Stage, address: string) =>
  stage.sandbox.mailbox(address).filter(({ folder, kind }) => folder === 'inbox' && kind.startsWith('meeting')).length;
const questions = (stage: Stage) =>
  stage.tools.db.selectFrom('notice').selectAll().where('kind', '=', 'meetings.stranger').execute();

describe('X-05 somebody whom we did not invite is on a meeting', () => {
  test('they are asked about once, without a name in the chat, and never taken off by themselves', async () => {
    const stage = await forwarded();
    expect(await asked(stage)).toEqual([{ address: nils.address, name: 'Nils Ek' }]);
    await stage.reconcile();
    await stage.sync();
    const posts = await questions(stage);
    expect(posts).toHaveLength(1);
    expect(JSON.stringify(posts[0]?.content)).not.toContain('Nils');
    // The next change of attendees leaves them where they are.
    const [person] = await confirmedPeople(stage.tools, key);
    await stage.tools.db
      .updateTable('registration')
      .set({ state: 'cancelled' })
      .where('person_id', '=', person?.personId ?? '')
      .execute();
    await stage.reconcile();
    expect(stage.event(2).attendees.some(({ address }) => address === person?.email)).toBe(false);
    expect(isOn(stage)).toBe(true);
  });

  test('a substitute takes the seat of a participant, and nobody gets a letter for it', async () => {
    const stage = await forwarded();
    const [host] = await confirmedPeople(stage.tools, key);
    const before = letters(stage, nils.address);
    expect(await decide(stage, { as: 'substitute', hostPersonId: host?.personId ?? '' })).toMatchObject({ ok: true });
    await stage.settle();
    expect(letters(stage, nils.address)).toBe(before);
    expect(isOn(stage)).toBe(true);
    expect(stage.event(2).attendees.some(({ address }) => address === host?.email)).toBe(false);
    // The log counts who was told: the participant who stays away, and not the substitute who had the booking.
    const [told] = await calendarHistory(stage.tools, key);
    expect(told?.words.sv).toMatch(/^1 person fick en avbokning/);
    const list = await participantsOf(stage.tools, key);
    const guests = list?.participants.find(({ id }) => id === host?.personId)?.sessions[1]?.guests;
    expect(guests).toMatchObject([{ kind: 'substitute', name: 'Nils Ek', email: nils.address }]);
    expect(await asked(stage)).toEqual([]);
  });

  test('who is to be removed gets a cancellation, alone', async () => {
    const stage = await forwarded();
    const [other] = await confirmedPeople(stage.tools, key);
    const before = letters(stage, other?.email ?? '');
    await decide(stage, { as: 'remove' });
    await stage.settle();
    expect(isOn(stage)).toBe(false);
    const last = stage.sandbox.mailbox(nils.address).at(-1);
    expect(last?.kind).toBe('meetingCancelled');
    expect(letters(stage, other?.email ?? '')).toBe(before);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('who may stay is not asked about again, and who leaves before an answer is forgotten', async () => {
    const stage = await forwarded();
    await decide(stage, { as: 'stays' });
    await stage.settle();
    await stage.sync();
    expect(await asked(stage)).toEqual([]);
    expect(isOn(stage)).toBe(true);
    const { id, attendees } = stage.event(2);
    const saga = { address: 'saga@kommun-mora.example', name: 'Saga', type: 'required' } as const;
    stage.sandbox.editInOutlook(id, { attendees: [...attendees, saga] });
    await stage.sync();
    expect(await asked(stage)).toHaveLength(1);
    stage.sandbox.editInOutlook(id, { attendees });
    await stage.sync();
    expect(await asked(stage)).toEqual([]);
    expect(await questions(stage)).toHaveLength(2);
  });

  test('a second answer, or a host who does not take part, is refused in words', async () => {
    const stage = await forwarded();
    expect(await decide(stage, { as: 'colleague', hostPersonId: 'nobody' })).toMatchObject({ reason: 'unknownHost' });
    await decide(stage, { as: 'stays' });
    expect(await decide(stage, { as: 'remove' })).toMatchObject({ reason: 'unknownStranger' });
  });

  test('X-06 when the contact data have been disposed of, Outlook brings back neither people nor answers', async () => {
    const stage = await forwarded();
    await stage.pass({ hours: 24 * 400 });
    const rule = { way: 'dispose', days: 30, decision: 'RD-2026/77', decidedOn: '2026-05-04' } as const;
    await setRule(stage.tools, lead, { id: 'contacts', rule });
    const seen = await previewDisposal(stage.tools, lead, 'contacts');
    if (!seen.ok) throw new Error(seen.reason);
    const { textVersion, recipientCount } = seen.value;
    const gone = await dispose(stage.tools, lead, { id: 'contacts', seen: { textVersion, recipientCount } });
    expect(gone).toMatchObject({ ok: true });
    const { id, attendees } = stage.event(2);
    const more = { address: 'mona.lo@kommun-orsa.example', name: 'Mona Lo', type: 'required' } as const;
    stage.sandbox.editInOutlook(id, { attendees: [...attendees, more] });
    await stage.sync();
    await stage.reconcile();
    await stage.sync();
    expect(await stage.tools.db.selectFrom('meeting_stranger').selectAll().execute()).toEqual([]);
    expect(stage.event(2).attendees).toHaveLength(attendees.length + 1);
    const mirrors = JSON.stringify(await stage.tools.db.selectFrom('meeting_mirror').select('written').execute());
    expect(mirrors).not.toMatch(/nils\.ek|mona\.lo/);
  });
});
