import { describe, expect, test } from 'vitest';
import { askReconcile } from '../../../src/features/meetings/actions.ts';
import { meetingsOf } from '../../../src/features/meetings/queries.ts';
import { answerByHand } from '../../../src/features/rooms/actions.ts';
import { changeAgenda } from '../../../src/features/sessions/actions.ts';
import type { AgendaItem } from '../../../src/features/sessions/types.ts';
import { previewMove } from '../../../src/features/planning/dates/actions.ts';
import { peopleOf, rolesOf, sessionsOf, speakersOf } from '../../../src/features/planning/queries.ts';
import { registerSpeaker } from '../../../src/features/planning/register/actions.ts';
import { confirmedPeople } from '../../../src/features/registration/queries.ts';
import { sample } from '../planning/project-file.ts';
import { key, lead, moveSession, openStage, organiser, posts, siljan, type Stage } from './stage.ts';

const ingegard = 'ingegard.falkasen@hogskola.example';
const anders = 'anders.adahl-lundstrom@region-vasterbotten.example';
const atWork = { startTime: '09:00', endTime: '16:00' };
const tuomas = 'tuomas.hietaniemi@hogskola.example';

const links = (stage: Stage) =>
  stage.sandbox.calendar(organiser).filter(({ subject }) => subject.startsWith('Länk för medverkande'));
const linkOf = (stage: Stage, number: number) =>
  links(stage).find(({ subject }) => subject === `Länk för medverkande: träff ${number}`);
const addresses = (event: { attendees: readonly { address: string }[] } | undefined) =>
  event?.attendees.map(({ address }) => address) ?? [];
const mails = (stage: Stage, address: string) =>
  stage.sandbox.mailbox(address).filter(({ folder }) => folder === 'inbox');
const viewOf = async (stage: Stage, sessionId: string) =>
  (await meetingsOf(stage.tools, key)).sessions.find((one) => one.sessionId === sessionId);

async function booked(): Promise<Stage> {
  const stage = await openStage();
  await stage.book();
  await stage.pass({ minutes: 16 });
  return stage;
}

async function register(stage: Stage, id: string, change: { status?: string; email?: string | null }): Promise<void> {
  const speaker = (await speakersOf(stage.tools, key)).find((one) => one.id === id);
  if (speaker === undefined) throw new Error(`no speaker ${id}`);
  const { extra: _extra, ...entry } = speaker;
  const done = await registerSpeaker(stage.tools, lead, { ...entry, ...change });
  if (!done.ok) throw new Error(done.reason);
  await stage.settle();
}

describe('the link of those who take part from afar', () => {
  test('SPK-02 comes apart when the room has accepted, with a quarter to spare and only those who need it', async () => {
    const stage = await openStage();
    await stage.book();
    expect(links(stage)).toEqual([]);
    await stage.pass({ minutes: 16 });
    expect(links(stage).map(({ subject }) => subject)).toEqual(['Länk för medverkande: träff 1']);
    const link = linkOf(stage, 1);
    expect(new Date(link?.startMs ?? 0).toISOString()).toBe('2026-09-22T07:35:00.000Z');
    expect(new Date(link?.endMs ?? 0).toISOString()).toBe('2026-09-22T12:05:00.000Z');
    expect(link?.joinUrl).toContain('https://teams.microsoft.com/l/meetup-join/');
    expect(link).toMatchObject({ hideAttendees: true, categories: ['Dalalab', 'Medverkande på länk'] });
    expect(addresses(link).slice(0, 2)).toEqual([ingegard, anders]);
    const roles = await rolesOf(stage.tools, key);
    const hosts = (await peopleOf(stage.tools, key)).filter(({ id }) =>
      roles.some(({ personId, role }) => personId === id && ['contentLead', 'processFacilitator'].includes(role)),
    );
    expect(addresses(link).slice(2).toSorted()).toEqual(hosts.map(({ email }) => email).toSorted());
    const [mail, ...more] = mails(stage, ingegard);
    expect(more).toEqual([]);
    expect(mail?.body).toContain('meetup-join');
    expect(mail?.body).toContain('9.50–10.20');
    expect(await viewOf(stage, 's-1')).toMatchObject({
      speakersLink: { state: 'invited', speakers: 2 },
      problem: null,
    });
  });

  test('SPK-02 RG-03 is nowhere among what the participants see', async () => {
    const stage = await booked();
    await stage.closeRegistration();
    expect(links(stage)).toHaveLength(2);
    for (const number of [1, 2, 3, 4]) {
      expect(stage.event(number)).toMatchObject({ joinUrl: null });
      expect(stage.event(number).body).not.toContain('meetup-join');
    }
    const speakers = new Set(links(stage).flatMap(addresses));
    for (const { email } of await confirmedPeople(stage.tools, key)) {
      if (speakers.has(email)) continue;
      expect(mails(stage, email).filter(({ body }) => body.includes('meetup-join'))).toEqual([]);
    }
    const notices = await stage.tools.db.selectFrom('notice').select('content').execute();
    expect(JSON.stringify(notices)).not.toContain('meetup-join');
  });

  test('SPK-02 comes for a host who was asked by mail when the host has said yes', async () => {
    const stage = await booked();
    expect(linkOf(stage, 2)).toBeUndefined();
    expect(await viewOf(stage, 's-2')).toMatchObject({ speakersLink: { state: 'waiting' } });
    await answerByHand(stage.tools, lead, 's-2', { answer: 'confirmed' });
    await stage.settle();
    expect(addresses(linkOf(stage, 2))[0]).toBe('marta.quinones@myndighet.example');
  });

  test('SPK-02 comes to nobody who has not said yes, and goes when the last one has said no', async () => {
    const stage = await booked();
    await answerByHand(stage.tools, lead, 's-3', { answer: 'confirmed' });
    await stage.settle();
    expect(linkOf(stage, 3)).toBeUndefined();
    await register(stage, 'sp-7', { status: 'confirmed' });
    expect(addresses(linkOf(stage, 3))[0]).toBe(tuomas);
    stage.writes();
    await register(stage, 'sp-3', { status: 'declined' });
    expect(addresses(linkOf(stage, 1))).not.toContain(anders);
    // The one who is left is needed for a shorter time, which is said in the same change.
    expect(stage.writes().map(({ method, body }) => `${method} ${Object.keys(body as object).join()}`)).toEqual([
      'PATCH body,start,end,attendees',
    ]);
    await register(stage, 'sp-7', { status: 'declined' });
    expect(linkOf(stage, 3)).toBeUndefined();
    expect(mails(stage, tuomas).at(-1)?.kind).toBe('meetingCancelled');
    expect(mails(stage, ingegard)).toHaveLength(2);
  });

  test('SPK-02 follows the session when it moves or is called off, and the agenda; a second run does nothing', async () => {
    const stage = await booked();
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
    // Who is told is seen beforehand: those on the session's own meeting, and those on the link's.
    const seen = async (date: string) => {
      const shown = await previewMove(stage.tools, lead, { ...atWork, sessionId: 's-1', date });
      return shown.ok ? { told: shown.value.recipientCount, lines: JSON.stringify(shown.value.lines) } : undefined;
    };
    const { date: before } = (await sessionsOf(stage.tools, key)).find(({ id }) => id === 's-1') ?? {};
    const [another, same] = [await seen('2026-09-24'), await seen(before ?? '')];
    expect(another?.lines).toContain('på länk, och de som släpper in dem (4)');
    expect(same?.lines).not.toContain('länk');
    expect(another?.told).toBe((same?.told ?? 0) + 2);
    await moveSession(stage, 's-1', { date: '2026-09-24' });
    expect(mails(stage, ingegard)).toHaveLength(1);
    await stage.pass({ minutes: 16 });
    expect(new Date(linkOf(stage, 1)?.startMs ?? 0).toISOString()).toBe('2026-09-24T07:35:00.000Z');
    expect(linkOf(stage, 1)?.joinUrl).toContain('meetup-join');
    expect(linkOf(stage, 1)?.body).toContain('Ändrat:');
    expect(mails(stage, ingegard)).toHaveLength(2);
    const session = (await sessionsOf(stage.tools, key)).find(({ id }) => id === 's-1');
    const agenda = (session?.agenda ?? []) as readonly AgendaItem[];
    const rest = agenda.map((item) =>
      item.speakerIds?.includes('sp-3') === true ? { ...item, speakerIds: [] } : item,
    );
    const changed = await changeAgenda(stage.tools, lead, 's-1', { agenda: rest });
    expect(changed.ok).toBe(true);
    await stage.settle();
    expect(new Date(linkOf(stage, 1)?.endMs ?? 0).toISOString()).toBe('2026-09-24T08:35:00.000Z');
    expect(addresses(linkOf(stage, 1))).not.toContain(anders);
    await moveSession(stage, 's-1', { cancelled_at: '2026-09-01T08:00:00Z' });
    expect(links(stage)).toEqual([]);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
  });

  test('SPK-02 a meeting that Teams gave no link is told at once and mailed to nobody, until another try gives one', async () => {
    const stage = await openStage();
    const mailbox = stage.sandbox.directory.sharedMailbox(organiser);
    if (mailbox === undefined) throw new Error('there is no organiser');
    const providers = mailbox.onlineMeetingProviders as 'teamsForBusiness'[]; // the far side's administrator turns it off
    providers.length = 0;
    await stage.book();
    await stage.pass({ minutes: 16 });
    expect(addresses(linkOf(stage, 1))).toEqual([]);
    expect(mails(stage, ingegard)).toEqual([]);
    expect(await viewOf(stage, 's-1')).toMatchObject({
      problem: 'noOnlineMeeting',
      speakersLink: { state: 'failed' },
    });
    const told = async () => (await posts(stage)).filter((text) => text.startsWith('Teams gav ingen möteslänk')).length;
    expect(await told()).toBe(1);
    stage.writes();
    await stage.reconcile();
    expect(stage.writes()).toEqual([]);
    providers.push('teamsForBusiness');
    await askReconcile(stage.tools, lead);
    await stage.settle();
    expect(links(stage)).toHaveLength(1);
    expect(addresses(linkOf(stage, 1))[0]).toBe(ingegard);
    expect(mails(stage, ingegard)).toHaveLength(1);
    expect(await told()).toBe(1);
    expect(await viewOf(stage, 's-1')).toMatchObject({ problem: null });
  });

  test('SPK-02 a speaker without an address is shown, since no link can reach them', async () => {
    const stage = await booked();
    await register(stage, 'sp-3', { email: null });
    expect(await viewOf(stage, 's-1')).toMatchObject({
      problem: 'speakerWithoutAddress',
      speakersLink: { speakers: 2, withoutAddress: 1 },
    });
    expect(addresses(linkOf(stage, 1))).not.toContain(anders);
  });

  test('SPK-02 a link that somebody has removed in Outlook is told once, and made again only when somebody says so', async () => {
    const stage = await booked();
    await stage.sync();
    stage.sandbox.cancelInOutlook(linkOf(stage, 1)?.id ?? '');
    await stage.sync();
    await stage.reconcile();
    expect(links(stage)).toEqual([]);
    expect(await viewOf(stage, 's-1')).toMatchObject({ problem: 'speakersLinkRemoved' });
    expect((await posts(stage)).filter((text) => text.includes('är borttagen i Outlook'))).toHaveLength(1);
    await stage.settleDrift('s-1', 'plan');
    expect(addresses(linkOf(stage, 1))[0]).toBe(ingegard);
  });

  test('X-04 a crash after Outlook has made it leaves one link and one mail', async () => {
    const stage = await openStage();
    await stage.book();
    stage.sandbox.failNext({ match: /POST \/users\/[^/]+\/events/, status: 504, afterSuccess: true, times: 1 });
    await stage.pass({ minutes: 16 });
    await stage.pass({ minutes: 1 });
    expect(links(stage)).toHaveLength(1);
    expect(mails(stage, ingegard)).toHaveLength(1);
  });

  test('nothing is made for a dormant project', async () => {
    const stage = await openStage({ file: sample() });
    await stage.tools.db.updateTable('project').set({ state: 'dormant' }).execute();
    await stage.reconcile();
    expect(links(stage)).toEqual([]);
    expect(stage.sandbox.calendar(siljan)).toEqual([]);
  });
});
