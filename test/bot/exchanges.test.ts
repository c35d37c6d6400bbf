import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { sendMailing } from '../../src/features/mailings/actions.ts';
import { previewMailing } from '../../src/features/mailings/queries.ts';
import { changeProject } from '../../src/features/planning/actions.ts';
import { overrideRule } from '../../src/features/planning/guidance/actions.ts';
import { bookingsOf } from '../../src/features/rooms/queries.ts';
import { at, openBotStage, people, planningChatId, type BotStage } from './stage.ts';

const { lead, planner } = people;

// Three days before the registration closes: 30 of 34 are left, and four municipalities are silent.
let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-08-25T07:00:00Z');
  const { tools } = stage.running.product;
  const gone = ['p-29', 'p-31', 'p-33', 'p-34'];
  await tools.db.updateTable('registration').set({ state: 'cancelled' }).where('person_id', 'in', gone).execute();
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, lead);
});
afterAll(() => stage.close());

const say = (text: string, oid = lead) => stage.say(oid, text, planningChatId);
const key = () => ({ tenantId: sandboxTenantId, projectId: stage.projectId });
const db = () => stage.running.product.tools.db;

async function goTo(iso: string): Promise<void> {
  await stage.running.sandbox.clock.advanceTo(at(iso));
  await stage.running.product.worker.settle();
}

async function mailbox(address: string): Promise<readonly { readonly subject: string; readonly text: string }[]> {
  const response = await fetch(`${stage.running.url}/sandbox/api/mailbox?address=${encodeURIComponent(address)}`);
  return (await response.json()) as { subject: string; text: string }[]; // the sandbox's own answer
}

/** Letters of a kind that have gone out. */
async function sent(kind: string): Promise<number> {
  const rows = await db()
    .selectFrom('notice')
    .select('id')
    .where('kind', '=', kind)
    .where('state', '=', 'sent')
    .execute();
  return rows.length;
}

describe('exchanges as they are to feel', () => {
  test('“läget”: facts first, one step, and the reminder behind a button', async () => {
    const { text } = await say('läget');
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Läget i Kompetens i hela Dalarna',
      '30 anmälda, 4 kommuner tysta. Anmälan stänger på fredag kl. 16.00.',
      '**Gör nu:** påminn Gagnef, Orsa, Smedjebacken och Vansbro.',
    ]);
    expect(text).toContain('[Visa påminnelsen]');
  });

  test('INV-11 “påminn”: one yes, a wait in which it can be stopped, and a mail to each silent municipality', async () => {
    const before = (await mailbox('kommun@kommun-gagnef.example')).length;
    const { shared } = await stage.press(lead, await say('påminn'), 'Skicka');
    expect(shared.text).toContain('[Stoppa]');
    expect(await sent('invitation.silent')).toBe(0);
    await goTo('2026-08-25T07:10:00Z');
    expect(await sent('invitation.silent')).toBe(4);
    const mails = await mailbox('kommun@kommun-gagnef.example');
    expect(mails).toHaveLength(before + 1);
    expect((await say('påminn')).text).not.toContain('[Skicka]');
  });

  test('“ta bort per” from somebody who may not: asks first, and has asked nobody', async () => {
    expect((await stage.say(planner, 'ta bort per')).text).toBe(
      [
        'Avboka en deltagare',
        'Jag hittar Per-Olov ”Pelle” Kvarnström. Bara innehållsansvarig kan avboka deltagare.',
        '[Fråga innehållsansvarig]',
        '[Avbryt]',
      ].join('\n'),
    );
    expect(await sent('bot.leadAsked')).toBe(0);
  });

  test('“vem är allergisk mot nötter?”: not in the chat, and the way to the kitchen’s sheet for the lead alone', async () => {
    expect((await say('vem är allergisk mot nötter?')).text).toBe(
      'Det visar jag inte i chatten. Kökets antal finns i fliken.\n[Öppna köksbladet]',
    );
    expect((await say('vem är allergisk mot nötter?', planner)).text).not.toContain('[Öppna köksbladet]');
  });

  test('“boka lokaler” with mixed venues: free room, hosts by mail, what speaks against, another venue', async () => {
    const { tools } = stage.running.product;
    await tools.db.updateTable('project').set({ max_total: 34 }).execute();
    const card = await say('boka lokaler');
    expect(card.text).toContain(
      'Träff 1: Siljan är ledig och rymmer 45. Träff 2–4 har ingen rumskalender, så jag mejlar värdarna.',
    );
    expect(card.text).toContain('Obs: Runn rymmer 36, ni är 38 (träff 3).');
    expect(card.text).toContain('[Se bokning och mejl]');
    const others = (await stage.press(lead, card, 'Annan lokal, träff 3')).shared;
    expect(others.text).toContain('Välj en, så visar jag vad det innebär. Inget är bokat.');
    const preview = (await stage.press(lead, others, 'Siljan')).shared;
    expect(preview.text).toContain('Träff 3, onsdag 13 januari 2027 kl. 9.00–16.00: Regionens hus, sal Siljan.');
    expect(await bookingsOf(tools, key())).toEqual([]);
    expect((await stage.press(lead, preview, 'Avbryt')).shared.text).toContain('Avbrutet.');
  });

  test('VEN-02 “boka siljan till träff 2”: that venue for that session alone; without a session it asks which', async () => {
    const card = await say('boka siljan till träff 2');
    expect(card.text).toContain('Träff 2, torsdag 5 november 2026 kl. 9.00–16.00: Regionens hus, sal Siljan.');
    expect(card.text).not.toContain('Träff 1,');
    expect(card.text).not.toContain('Träff 3,');
    expect(card.text).toContain('[Boka 1 lokal]');
    expect((await say('boka siljan')).text).toContain('Vilken träff');
    const third = await say('träff 3');
    expect(third.text).toContain('Träff 3, onsdag 13 januari 2027 kl. 9.00–16.00: Regionens hus, sal Siljan.');
    await stage.press(lead, third, 'Avbryt');
    expect(await bookingsOf(stage.running.product.tools, key())).toEqual([]);
  });

  test('“träff 3” is not called the next one, and says each thing that is missing once', async () => {
    const { text } = await say('träff 3');
    expect(text).toMatch(/^Träff 3: /);
    const missing = text.split('\n').filter((line) => line.startsWith('- '));
    expect(new Set(missing).size).toBe(missing.length);
    expect((await say('nästa träff')).text).toMatch(/^Nästa träff: träff 1/);
  });
});

describe('INF-01 X-02 the information before a session, from the chat', () => {
  test('without preparation it says what is missing and where', async () => {
    await db().updateTable('session').set({ preparation: null }).where('id', '=', 's-4').execute();
    const { text } = await say('skicka infon inför träff 4');
    expect(text).toContain('Skriv hur deltagarna ska förbereda sig.');
    expect(text).toContain('[Öppna träffen]');
  });

  test('“skicka infon inför träff 2”: to how many, then the wait, and “nej vänta fel” keeps it all back', async () => {
    const card = await say('skicka infon inför träff 2');
    expect(card.text).toContain('Går till 30.');
    expect(card.text).toContain('[Skicka]');
    expect(card.text).toContain('[Ändra]');
    // The thread is shared: whose letter it is stays out of it.
    expect(card.text).toContain('Hej …!');
    const { shared } = await stage.press(lead, card, 'Skicka');
    expect(shared.text).toContain('Går ut till 30 om 1 minut.\n[Stoppa]');
    expect((await say('nej vänta fel')).text).toContain('Stoppat. Inget har gått ut. Utkastet är kvar.');
    await goTo('2026-08-25T07:05:00Z');
    expect(await sent('session.info')).toBe(0);
    expect(stage.face(card.id).text).toContain('Stoppat. Inget har gått ut. Utkastet är kvar.');
  });

  test('X-02 “ångra” stops the letter that waits, whichever it is, and says what and to how many', async () => {
    const { tools } = stage.running.product;
    await db().deleteFrom('milestone').where('name', '=', 'invitationSent').execute();
    await changeProject(tools, await stage.actor(lead), {
      invitation: { municipalDirectorsAddress: 'kd@region.example', targetGroupAddress: 'hr@natverk.example' },
    });
    await overrideRule(tools, await stage.actor(lead), { ruleId: 'INV-01', reason: 'Beslutet kom sent.' });
    const project_id = stage.projectId;
    const closed = { tenant_id: sandboxTenantId, project_id, name: 'registrationClosed', source: 'tool' } as const;
    for (const [id, name] of [
      ['invitation', 'Inbjudan'],
      ['reminder:s-2', 'Påminnelse om träff 2'],
      ['unanswered:s-2', 'Fråga dem som inte svarat om träff 2'],
    ] as const) {
      const actor = await stage.actor(lead);
      if (id === 'unanswered:s-2')
        await db()
          .insertInto('milestone')
          .values({ ...closed, at: '2026-08-25T07:00:00Z' })
          .execute();
      const seen = await previewMailing(tools, key(), id, {});
      if (!seen.ok) throw new Error(`${id}: ${JSON.stringify(seen)}`);
      const { textVersion, recipientCount } = seen.value;
      expect(await sendMailing(tools, actor, id, { textVersion, recipientCount })).toMatchObject({ ok: true });
      const { text } = await say(id === 'invitation' ? 'stoppa' : 'ångra');
      expect(text).toBe(
        `Stoppat. Inget har gått ut. Utkastet är kvar.\n${name}: skulle ha gått till ${recipientCount} mottagare.`,
      );
    }
    await db().deleteFrom('milestone').where('name', '=', 'registrationClosed').execute();
    const waits = await db().selectFrom('notice').select('kind').where('state', '=', 'waiting').execute();
    expect(waits).toEqual([]);
  });

  test('too late: says when it went and to how many, and a yes prepares the correction', async () => {
    const card = await say('skicka infon inför träff 2');
    await stage.press(lead, card, 'Skicka');
    await goTo('2026-08-25T08:04:00Z');
    expect(await sent('session.info')).toBe(30);
    expect(stage.face(card.id).text).toMatch(/Skickat till 30 personer kl\. \d+\.\d\d\./);
    const question = await say('ångra');
    expect(question.text).toMatch(
      /^Det gick ut till 30 kl\. \d+\.\d\d och kan inte tas tillbaka\. Ska jag förbereda en rättelse\?\n\[Förbered en rättelse\]\n\[Låt det vara\]$/,
    );
    const draft = await say('ja');
    expect(draft.text).toContain('Rättelsen går till samma 30 personer som fick mejlet.');

    const empty = await stage.press(lead, draft, 'Förhandsgranska', { correction: ' ' });
    expect(empty.own.toast).toBe('Skriv först vad som gäller i stället.');
    const eats = await stage.press(lead, draft, 'Förhandsgranska', { correction: 'Anna är vegetarian' });
    expect(eats.own.toast).toContain('Jag har inte sparat det.');

    const preview = (await stage.press(lead, draft, 'Förhandsgranska', { correction: 'Kaffet är klart kl. 8.30.' }))
      .shared;
    expect(preview.text).toContain('Går till 30.');
    expect(preview.text).toContain('Kaffet är klart kl. 8.30.');
    expect(preview.text).toContain('Hej …!');
    expect(await sent('correction')).toBe(0);
    expect((await say('ja')).text).toContain('Ett ja i text skickar inget.');
    await stage.press(lead, preview, 'Skicka');
    await goTo('2026-08-25T08:10:00Z');
    expect(await sent('correction')).toBe(30);
    const corrections = (
      await db().selectFrom('notice').select('content').where('kind', '=', 'correction').execute()
    ).map(({ content }) => `${String(content['subject'])}\n${String(content['text'])}`);
    expect(new Set(corrections.map((one) => one.split('\n')[0]))).toEqual(
      new Set(['Rättelse: Inför träff 2 den 5 november: program och förberedelser']),
    );
    expect(corrections.filter((one) => one.includes('Kaffet är klart kl. 8.30.'))).toHaveLength(30);
    expect(corrections[0]).toContain('SÅ HÄR SKA HELA MEJLET VARA');
  });
});

test('“flytta träff 3 till 6 jan”: the holiday, the day that stands and the Wednesday near by; “ja”, “den” and “v 4” go on', async () => {
  const question = await say('flytta träff 3 till 6 jan');
  expect(question.text).toContain(
    'Den 6 januari är trettondedag jul. Onsdag 13 januari finns kvar. Menar du onsdag 20 januari? Ingen är inbjuden än.',
  );
  expect(question.text).toContain('[Förhandsgranska 20 januari]\n[Behåll 13 januari]');
  expect((await say('ja')).text).toContain('Till: onsdag 20 januari 2027');
  expect((await say('flytta den till v 4')).text).toContain('Vilken dag i vecka 4?');
  expect((await say('torsdag')).text).toContain('Till: torsdag 28 januari 2027');
  expect((await say('flytta träff 3 till 20 jan halv tio')).text).toContain('onsdag 20 januari 2027, kl. 9.30–16.00');
});

test('X-09 “stäng anmälan” when a person sends: says that nothing goes out by itself, and mails nobody', async () => {
  await db().updateTable('project').set({ delivery: 'manual' }).execute();
  const card = await say('stäng anmälan');
  expect(card.text).toContain('läggs färdiga under ”Att skicka själv” i fliken. Inget går ut av sig självt.');
  expect(card.text).not.toContain('[Skicka och stäng]');
  expect((await stage.press(lead, card, 'Stäng')).shared.text).toContain('Inget har gått ut än.');
  await stage.running.product.worker.settle();
  const told = await db()
    .selectFrom('notice')
    .select(['kind', 'content'])
    .where('kind', 'like', 'closing.done%')
    .execute();
  expect(told.map(({ kind }) => kind)).toEqual(['closing.done']);
  expect(JSON.stringify(told[0]?.content)).toContain('Inget har gått ut än.');
});
