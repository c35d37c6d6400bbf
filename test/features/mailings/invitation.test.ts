import { afterEach, expect, test } from 'vitest';
import { sendMailing, writeOwnWords } from '../../../src/features/mailings/actions.ts';
import { letterTo, mailingList, mailingView, previewMailing } from '../../../src/features/mailings/queries.ts';
import { stopConfirmation } from '../../../src/features/notices/actions.ts';
import { lix } from '../../../src/features/notices/rules.ts';
import { setAbstention } from '../../../src/features/planning/abstaining/actions.ts';
import { changeProject } from '../../../src/features/planning/actions.ts';
import { importProject } from '../../../src/features/planning/file/actions.ts';
import { exportProject, fileText } from '../../../src/features/planning/file/exporting/queries.ts';
import { overrideRule } from '../../../src/features/planning/guidance/actions.ts';
import { timelineOf } from '../../../src/features/planning/guidance/queries.ts';
import { countsOf } from '../../../src/features/registration/queries.ts';
import { onEachEngine } from '../../engines.ts';
import { key, lead, openDesk, sample, withoutParticipants, type Desk } from '../registration/desk.ts';

const addresses = {
  municipalDirectorsAddress: 'kommundirektorer@region-dalarna.example',
  targetGroupAddress: 'hr@natverk.example; naringsliv@natverk.example',
};

const karin = { actorName: 'Karin Tunsberg' };

/** The sample before its invitation went out. */
function unsent(): unknown {
  const file = sample();
  const { invitationSent: _sent, ...keyDates } = file.project['keyDates'] as Record<string, string>;
  return withoutParticipants({ ...file, project: { ...file.project, keyDates } });
}

onEachEngine('the invitation', (engine) => {
  let desk: Desk;
  afterEach(() => desk.close());

  const open = async (now = '2026-06-05T08:00:00Z') => {
    desk = await openDesk(engine, { now, file: unsent() });
    await desk.tools.db.updateTable('room_booking').set({ status: 'confirmedByHand' }).execute();
    for (const session_id of ['s-1', 's-2', 's-3', 's-4'])
      await desk.tools.db
        .insertInto('room_booking')
        .values({
          tenant_id: key.tenantId,
          project_id: key.projectId,
          session_id,
          venue_id: 'v-1',
          status: 'confirmedByHand',
          head_count: 38,
          head_count_source: 'max',
        } as never)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  };
  const view = async () => {
    const found = await mailingView(desk.tools, key, 'invitation');
    if (!found.ok) throw new Error(found.reason);
    return found.value;
  };
  const states = async () =>
    Object.fromEntries((await view()).requirements.map(({ id, state }) => [id, state] as const));
  const rule = async (id: string) => (await timelineOf(desk.tools, key))?.entries.find(({ ruleId }) => ruleId === id);
  const send = async () => {
    const seen = await previewMailing(desk.tools, key, 'invitation', {});
    if (!seen.ok) return seen;
    const { textVersion, recipientCount } = seen.value;
    return await sendMailing(desk.tools, lead, 'invitation', { textVersion, recipientCount });
  };

  test('INV-02 INV-03 INV-04 INV-05 INV-06 INV-07 INV-08 INV-09 INV-10 shows the nine parts, and one that is missing keeps it here', async () => {
    await open();
    await changeProject(desk.tools, lead, { invitation: addresses });
    const before = await states();
    for (const id of ['INV-02', 'INV-03', 'INV-04', 'INV-05', 'INV-06', 'INV-07', 'INV-08', 'INV-09', 'INV-10'])
      expect(before).toMatchObject({ [id]: 'met' });
    await changeProject(desk.tools, lead, { challenge: null });
    expect(await states()).toMatchObject({ 'INV-02': 'missing' });
    const refusal = await send();
    expect(refusal).toMatchObject({
      reason: 'incomplete',
      details: { what: 'Utmaningen saknas. Beskriv den i några meningar.' },
    });
    const part = (await view()).requirements.find(({ id }) => id === 'INV-02');
    expect(part).toMatchObject({ action: 'project.edit', hinders: true, canOverride: true });
    await overrideRule(desk.tools, lead, { ruleId: 'INV-02', reason: 'Står i bilagan från styrgruppen.' });
    expect(await states()).toMatchObject({ 'INV-02': 'overridden' });
    expect((await send()).ok).toBe(true);
  });

  test('INV-11 goes to three groups with a cover text each, and a municipality without an address stops it', async () => {
    await open();
    expect(await send()).toMatchObject({ reason: 'incomplete' });
    await changeProject(desk.tools, lead, { invitation: addresses });
    await desk.tools.db
      .updateTable('organisation')
      .set({ function_mailbox: null })
      .where('id', '=', 'org-2034')
      .execute();
    expect(await send()).toMatchObject({
      details: { what: 'Orsa kommun saknar adress. Lägg till kommunens allmänna e-post.' },
    });
    expect((await view()).leftOut).toEqual([
      { name: 'Orsa kommun', why: { sv: 'Orsa kommun saknar adress.', en: 'Orsa kommun has no address.' } },
    ]);
    await desk.tools.db
      .updateTable('organisation')
      .set({ function_mailbox: 'kommun@kommun-orsa.example' })
      .where('id', '=', 'org-2034')
      .execute();
    const { recipients } = await view();
    const counts = Object.groupBy(recipients, ({ group }) => group);
    expect([counts.municipalDirectors?.length, counts.targetGroups?.length, counts.municipalMailboxes?.length]).toEqual(
      [1, 2, 15],
    );
    await writeOwnWords(desk.tools, lead, 'invitation', {
      slot: 'municipalDirectors',
      sv: 'Hej! Det här är vårt viktigaste lärprojekt i år.',
      en: '',
    });
    const texts = await Promise.all(
      ['municipalDirectors.kommundirektorer@region-dalarna.example', 'targetGroups.hr@natverk.example', 'org-2034'].map(
        async (id) => {
          const letter = await letterTo(desk.tools, key, 'invitation', id);
          if (!letter.ok) throw new Error(letter.reason);
          return letter.value;
        },
      ),
    );
    expect(texts.map(({ subject }) => subject)).toEqual([
      'Till kommundirektörerna: nytt lärprojekt om Kompetens i hela Dalarna',
      'Inbjudan: lärprojektet Kompetens i hela Dalarna – anmäl dig senast 28 augusti',
      'För vidarebefordran till HR-chefer och HR-strateger med flera: inbjudan till lärprojekt, svar senast 28 augusti',
    ]);
    expect(texts[0]?.text).toContain('vårt viktigaste lärprojekt');
    expect(texts[2]?.text).toContain('Inget svar behövs till oss. Ärendet har diarienummer');
    for (const { text } of texts) {
      expect(text).toContain(
        '• Träff 1: tisdagen den 22 september (v. 39), kl. 8.30–16.00, Regionens hus, sal Siljan, Falun',
      );
      expect(text).toContain('Länsstyrelsen Dalarna och Region Dalarna');
      expect(text).toContain('Karin Tunsberg, innehållsansvarig, karin.tunsberg@region-dalarna.example, 070-174 06 05');
      expect(lix(text)).toBeLessThanOrEqual(40);
    }
  });

  test('INV-01 sending it meets the deadline and INV-11; stopped in its grace it has not been sent', async () => {
    await open();
    await changeProject(desk.tools, lead, { invitation: addresses });
    const sent = await send();
    if (!sent.ok) throw new Error(sent.reason);
    expect(sent.value).toMatchObject({ recipientCount: 18, goesAt: '2026-06-05T08:02:00Z' });
    expect(await rule('INV-01')).toMatchObject({ state: 'met' });
    expect((await mailingList(desk.tools, key))[0]).toMatchObject({ id: 'invitation', state: 'onItsWay' });
    await stopConfirmation(desk.tools, { ...key, by: lead }, sent.value.confirmationId);
    expect(await rule('INV-01')).not.toMatchObject({ state: 'met' });
    expect((await send()).ok).toBe(true);
    desk.at('2026-06-05T08:05:00Z');
    await desk.send();
    expect(desk.mails).toHaveLength(18);
    expect(await rule('INV-01')).toMatchObject({
      state: 'met',
      words: { sv: 'Inbjudan skickades med 47 dagars marginal.' },
    });
    expect(await rule('INV-11')).toMatchObject({ state: 'met' });
    expect((await mailingList(desk.tools, key))[0]).toMatchObject({
      state: 'sent',
      sentAt: '2026-06-05T08:05:00.000Z',
    });
  });

  test('INV-11 an address that comes later is told of, and gets the invitation alone', async () => {
    await open();
    await changeProject(desk.tools, lead, { invitation: addresses });
    await send();
    desk.at('2026-06-05T08:05:00Z');
    await desk.send();
    await changeProject(desk.tools, lead, {
      invitation: { targetGroupAddress: `${addresses.targetGroupAddress}, vuxenutbildning@natverk.example` },
    });
    expect(await rule('INV-11')).toMatchObject({ words: { sv: '1 adress har inte fått inbjudan. Skicka nu.' } });
    const [invitation] = await mailingList(desk.tools, key);
    expect(invitation).toMatchObject({ state: 'ready', recipientCount: 1 });
    expect(await send()).toMatchObject({ value: { recipientCount: 1 } });
    desk.at('2026-06-05T08:10:00Z');
    await desk.send();
    expect(desk.mails.at(-1)?.to.address).toBe('vuxenutbildning@natverk.example');
    expect(desk.mails).toHaveLength(19);
    expect(await rule('INV-11')).toMatchObject({ state: 'met' });
  });

  test('INV-11 each silent municipality is reminded by its own name and number of places, once a day', async () => {
    desk = await openDesk(engine, { now: '2026-08-10T08:00:00Z', file: { ...sample() } });
    await desk.tools.db.deleteFrom('milestone').where('name', '=', 'registrationClosed').execute();
    const seen = await previewMailing(desk.tools, key, 'silent', {});
    if (!seen.ok) throw new Error(JSON.stringify(seen));
    expect(seen.value.recipients.map(({ name }) => name)).toEqual([
      'Gagnefs kommun',
      'Orsa kommun',
      'Smedjebackens kommun',
      'Vansbro kommun',
    ]);
    const { textVersion, recipientCount } = seen.value;
    await sendMailing(desk.tools, lead, 'silent', { textVersion, recipientCount });
    desk.at('2026-08-10T08:05:00Z');
    await desk.send();
    expect(desk.mails.map(({ to }) => to.name)).toHaveLength(4);
    const orsa = desk.mails.find(({ to }) => to.name === 'Orsa kommun');
    expect(orsa?.text).toContain('Vi har inte fått någon anmälan från Orsa kommun');
    expect(orsa?.text).toContain('Ni har 3 platser till och med fredagen den 28 augusti kl. 16.00.');
    expect(orsa?.text).not.toContain('Gagnef');
    expect(await previewMailing(desk.tools, key, 'silent', {})).toMatchObject({ reason: 'allTold' });
  });

  test('INV-11 a municipality that has said no is left in peace and shown with who said so, until that is undone', async () => {
    desk = await openDesk(engine, { now: '2026-08-10T08:00:00Z', file: sample() });
    await desk.tools.db.deleteFrom('milestone').where('name', '=', 'registrationClosed').execute();
    const names = async () => {
      const counts = await countsOf(desk.tools, key);
      return {
        silent: counts?.silentMunicipalities.map(({ shortName }) => shortName),
        abstaining: counts?.abstaining.map(({ shortName, saidBy, on }) => `${shortName} ${saidBy} ${on}`),
      };
    };
    const organisationId = 'org-2034';
    const abstention = { on: '2026-08-07', saidBy: 'HR-chefen' };
    const ahead = { on: '2026-08-11', saidBy: 'HR-chefen' };
    expect(await setAbstention(desk.tools, lead, { organisationId, abstention: ahead })).toMatchObject({
      reason: 'dayAhead',
    });
    expect(await setAbstention(desk.tools, lead, { organisationId, abstention })).toMatchObject({ ok: true });
    expect(await names()).toEqual({
      silent: ['Gagnef', 'Smedjebacken', 'Vansbro'],
      abstaining: ['Orsa HR-chefen 2026-08-07'],
    });
    const seen = await previewMailing(desk.tools, key, 'silent', {});
    if (!seen.ok) throw new Error(seen.reason);
    expect(seen.value.recipients.map(({ name }) => name)).not.toContain('Orsa kommun');
    expect(seen.value.leftOut).toContainEqual({
      name: 'Orsa kommun',
      why: { sv: 'Har tackat nej fredagen den 7 augusti.', en: 'Said no on Friday 7 August.' },
    });
    const audit = await desk.tools.db.selectFrom('audit').select(['act', 'details']).execute();
    expect(JSON.stringify(audit.filter(({ act }) => act === 'organisation.abstains'))).not.toContain('HR-chefen');

    const first = fileText((await exportProject(desk.tools, key)) ?? {});
    expect(first).toContain('"abstention": {\n        "on": "2026-08-07",');
    await importProject(desk.tools, 'tenant-b', JSON.parse(first.replaceAll(key.projectId, 'lp-igen')), karin);
    const again = await exportProject(desk.tools, { tenantId: 'tenant-b', projectId: 'lp-igen' });
    expect(fileText(again ?? {}).replaceAll('lp-igen', key.projectId)).toBe(first);

    await setAbstention(desk.tools, lead, { organisationId, abstention: null });
    expect((await names()).silent).toEqual(['Gagnef', 'Orsa', 'Smedjebacken', 'Vansbro']);
    expect(fileText((await exportProject(desk.tools, key)) ?? {})).not.toContain('abstention');
  });
});
