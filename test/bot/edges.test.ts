import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sandboxClientId, sandboxTenantId } from '../../src/commands/sandbox-world.ts';
import { importProject } from '../../src/features/planning/file/actions.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { openBotStage, participantsChannelId, people, planningChatId, type BotStage } from './stage.ts';

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-08-20T08:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, people.lead);
});
afterAll(() => stage.close());

const db = () => stage.running.product.tools.db;
const said = (id: string) => stage.running.chats.book.posts(id).filter(({ from }) => from === 'bot');

/** An activity written by hand, signed as the sandbox's Teams signs; answers the HTTP body. */
async function raw(activity: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
  const { sandbox, url } = stage.running;
  const serviceUrl = `${url}/sandbox/connector/`;
  const token = await sandbox.issueBotToken({ appId: sandboxClientId, serviceUrl });
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      type: 'message',
      channelId: 'msteams',
      serviceUrl,
      locale: 'sv-SE',
      from: { id: `29:${people.lead}`, name: 'Karin Tunsberg', aadObjectId: people.lead },
      recipient: { id: `28:${sandboxClientId}`, name: 'Lärprojekt' },
      conversation: { id: stage.personal(people.lead), conversationType: 'personal', tenantId: sandboxTenantId },
      channelData: { tenant: { id: sandboxTenantId } },
      ...activity,
    }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

describe('X-04 what goes wrong on the way', () => {
  test('an activity that Teams repeats is answered once', async () => {
    const before = said(stage.personal(people.lead)).length;
    await raw({ id: 'again-1', text: 'läget' });
    await raw({ id: 'again-1', text: 'läget' });
    expect(said(stage.personal(people.lead)).length).toBe(before + 1);
  });

  test('a button pressed again by an impatient client does nothing twice', async () => {
    const invoke = {
      id: 'again-2',
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'command', data: { command: 'help' } }, trigger: 'manual' },
    };
    expect((await raw(invoke)).body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect((await raw(invoke)).body).toMatchObject({ value: 'Det är redan mottaget.' });
  });

  test('chats of another tenant are told so and nothing else', async () => {
    const other = '99999999-0000-4000-8000-000000000099';
    const conversation = { id: stage.personal(people.lead), conversationType: 'personal', tenantId: other };
    await raw({ id: 'other-1', text: 'läget', conversation });
    expect(said(stage.personal(people.lead)).at(-1)?.text).toBe('Den här boten hör till en annan organisation.');
    const rows = await db().selectFrom('conversation').selectAll().where('tenant_id', '=', other).execute();
    expect(rows).toEqual([]);
  });

  test('a name or an address in an activity makes nobody the content lead', async () => {
    const from = {
      id: '29:x',
      name: 'Karin Tunsberg',
      aadObjectId: people.stranger,
      email: 'karin.tunsberg@region-dalarna.example',
    };
    const conversation = {
      id: stage.personal(people.stranger),
      conversationType: 'personal',
      tenantId: sandboxTenantId,
    };
    await raw({ id: 'mask-1', text: 'läget', from, conversation });
    expect(said(stage.personal(people.stranger)).at(-1)?.text).toContain('Jag hittar dig inte');
  });

  test('an older client that sends the button as a message gets the same card, updated in place', async () => {
    const card = await stage.say(people.lead, 'skicka utvärdering', planningChatId);
    const actions = card.card?.['actions'] as readonly { fallback: { data: Record<string, unknown> } }[]; // the bot's own JSON
    await stage.running.chats.client.act({
      postId: card.id,
      from: people.lead,
      action: { type: 'Action.Submit', data: actions[0]?.fallback.data },
    });
    expect(stage.face(card.id).text).toContain('Klart. Utvärderingen öppnar');
  });

  test('a card of another project, or an unknown button, is stale and does nothing', async () => {
    const press = (verb: string, data: object) =>
      raw({
        type: 'invoke',
        name: 'adaptiveCard/action',
        conversation: { id: planningChatId, conversationType: 'groupChat', isGroup: true, tenantId: sandboxTenantId },
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      });
    for (const [verb, data] of [
      ['rooms.book!confirm', { project: 'lp-annat', textVersion: 'x', recipientCount: 1, choices: [] }],
      ['rooms.book!confirm', { project: stage.projectId, choices: 'x' }],
      ['registration.close!now', { project: stage.projectId }],
      ['command', { command: 'rm -rf' }],
      ['no.such.verb', {}],
    ] as const)
      expect((await press(verb, data)).body).toMatchObject({
        value: expect.stringContaining('Kortet är gammalt') as string,
      });
  });

  test('a fault is told in plain words', async () => {
    const { product } = stage.running;
    const broken = await raw({
      id: 'fault-1',
      text: 'läget',
      conversation: { id: stage.personal(people.lead), conversationType: 'personal', tenantId: sandboxTenantId },
      serviceUrl: `${stage.running.url}/sandbox/connector/`,
      locale: 'sv-SE',
    });
    expect(broken.status).toBe(200);
    await product.tools.db.schema.alterTable('session').renameTo('session_gone').execute();
    await raw({ id: 'fault-2', text: 'läget' });
    await product.tools.db.schema.alterTable('session_gone').renameTo('session').execute();
    expect(said(stage.personal(people.lead)).at(-1)?.text).toContain('Något gick fel hos mig.');
  });
});

describe('ROL-04 asking the one who may', () => {
  test('the wish reaches the content lead’s own chat after the button, not before', async () => {
    const leadChat = stage.personal(people.lead);
    const before = said(leadChat).length;
    const card = await stage.say(people.planner, 'stäng anmälan', planningChatId);
    await stage.running.product.worker.settle();
    expect(said(leadChat).length).toBe(before);
    const { shared } = await stage.press(people.planner, card, 'Fråga innehållsansvarig');
    expect(shared.text).toContain('Nu har jag frågat Karin');
    await stage.running.product.worker.settle();
    expect(stage.latest(leadChat).text).toContain(
      'Mattias Orre undrar om du kan göra det här i Kompetens i hela Dalarna: Stäng anmälan',
    );
  });
});

describe('several projects', () => {
  beforeAll(async () => {
    const file = structuredClone(sampleProject());
    const second = { ...file, project: { ...file.project, id: 'lp-2027-skogen', title: 'Skogens framtid' } };
    const imported = await importProject(stage.running.product.tools, sandboxTenantId, second, { actorName: 'test' });
    if (!imported.ok) throw new Error(JSON.stringify(imported));
  });

  test('in private the bot asks which one, and the button answers the question that was asked', async () => {
    const question = await stage.say(people.lead, 'anmälda');
    expect(question.text).toContain('Vilket lärprojekt menar du?');
    const { shared } = await stage.press(people.lead, question, 'Skogens framtid');
    expect(shared.text).toContain('Anmälda till Skogens framtid');
  });

  test('the choice holds for that conversation until another is named, and every card says which it is', async () => {
    expect((await stage.say(people.lead, 'nästa träff')).text).toContain('Skogens framtid');
    expect((await stage.say(people.lead, 'läget i kompetensprojektet')).text).toContain(
      'Läget i Kompetens i hela Dalarna',
    );
    expect((await stage.say(people.lead, 'läget')).text).toContain('Läget i Kompetens i hela Dalarna');
    expect((await stage.say(people.lead, 'läget i skogens')).text).toContain('Läget i Skogens framtid');
  });

  test('a name in words answers which one, as the button does', async () => {
    await stage.running.product.tools.db.deleteFrom('conversation_memory').execute();
    expect((await stage.say(people.lead, 'läget')).text).toContain('Vilket lärprojekt menar du?');
    expect((await stage.say(people.lead, 'skogens framtid')).text).toContain('Läget i Skogens framtid');
  });

  test('a project is not spoken of in the conversation of another', async () => {
    const { text } = await stage.say(people.lead, 'läget i skogens framtid', planningChatId);
    expect(text).toBe(
      'Den här konversationen hör till Kompetens i hela Dalarna. Fråga mig om Skogens framtid i en privat chatt.',
    );
  });

  test('the planning chat keeps to its own project', async () => {
    expect((await stage.say(people.lead, 'läget', planningChatId)).text).toContain('Läget i Kompetens i hela Dalarna');
  });

  test('a new place is asked about, with one button per project, and may wait', async () => {
    await stage.running.chats.client.install(participantsChannelId, people.lead);
    const question = stage.latest(participantsChannelId);
    expect(question.text).toContain('[Skogens framtid: deltagarkanal]');
    expect(question.text).toContain('[Kompetens i hela Dalarna: deltagarkanal]');
    const { shared } = await stage.press(people.lead, question, 'Inte nu');
    expect(shared.text).toContain('Det går bra.');
  });
});
