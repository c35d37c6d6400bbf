import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oidOf } from '../../src/commands/sandbox-world.ts';
import { decideThemeCard } from '../../bot/cards/themes.ts';
import type { Preview } from '../../src/features/notices/types.ts';
import { addConsultation, changeProposal } from '../../src/features/themes/actions.ts';
import { askSteering, previewAsking } from '../../src/features/themes/asking/actions.ts';
import { themesView } from '../../src/features/themes/queries.ts';
import { cardFaults } from './card-checker.ts';
import { openBotStage, participantsChannelId, people, planningChatId, type BotStage } from './stage.ts';

const steering = oidOf('lena.grahnsjo@region-dalarna.example');

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-03-30T08:00:00Z', (file) => {
    const { governance = {} } = file as { governance?: Record<string, unknown> };
    delete governance['decision'];
    delete governance['consultations'];
    const henrik = (file as { staff?: Record<string, unknown>[] }).staff?.find(({ id }) => id === 'st-6');
    if (henrik !== undefined) henrik['accountType'] = 'mailOnly';
  });
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, people.lead);
});
afterAll(() => stage.close());

const view = async () => await themesView(stage.running.product.tools, await stage.actor(people.lead));
const say = (oid: string, text: string) => stage.say(oid, text, planningChatId);
const later = (minutes: number) =>
  stage.running.sandbox.clock.advanceTo(stage.running.sandbox.clock.now().add({ minutes }));

describe('the theme in the chat', () => {
  test('THM-03 the proposals come ranked by support, and the card says that nobody has been heard', async () => {
    const card = await say(people.lead, 'teman');
    expect(card.text).toMatch(
      /1\. Kompetens i hela Dalarna:\*\* 11 av 15[^]*2\. Klimat[^]*8 av 15[^]*3\. Trygg[^]*6 av 15/,
    );
    expect(card.text).toContain('Inget samråd är antecknat än.');
    expect(card.text).toContain('Styrgruppen har inte beslutat än.');
    const english = await say(people.planner, 'show themes');
    expect(english.text).toContain('11 of 15 municipalities');
    expect([card, english].flatMap((one) => cardFaults(one.card ?? {}))).toEqual([]);
  });

  test('THM-04 the content lead and the planners are told who decides, and what to do', async () => {
    const lead = await say(people.lead, 'besluta tema');
    expect(lead.text).toContain('Det beslutar styrgruppen.');
    expect(lead.text).toContain('fråga styrgruppen');
    expect(lead.text).toContain('skriver du in protokollets datum och paragraf');
    const planner = await say(people.planner, 'decide the theme');
    expect(planner.text).toContain('The steering group decides that.');
    expect(planner.text).not.toContain('paragraph');
    expect(planner.text).toContain('write **decide the theme**');
    expect((await say(people.planner, 'fråga styrgruppen om temat')).text).toContain('får bara innehållsansvarig göra');
    expect((await say(people.lead, 'fråga styrgruppen')).text).toContain('Frågan får vänta.');
    expect(cardFaults(lead.card ?? {})).toEqual([]);
    const listed = await say(people.lead, 'temaförslag');
    const { shared, own } = await stage.press(people.planner, listed, 'Besluta tema');
    expect(`${own.card ?? ''} ${own.toast ?? ''} ${shared.text}`).toContain('Det beslutar styrgruppen.');
    expect((await view())?.decision).toBeNull();
  });

  test('THM-01 THM-02 the steering group’s card waits for a consultation, and then says whom it did not hear', async () => {
    expect((await say(steering, 'besluta tema')).text).toContain('Inget samråd med kommunerna är antecknat.');
    const { tools } = stage.running.product;
    const lead = await stage.actor(people.lead);
    const all = (await view())?.unheard.map(({ id }) => id) ?? [];
    const heard = all.filter((id) => !['org-2034', 'org-2021'].includes(id));
    await addConsultation(tools, lead, { forum: 'LGRS', date: '2026-03-06', summary: '', heard });
    expect((await say(people.lead, 'vilka kommuner är inte hörda')).text).toContain(
      'Ej hörda, 2 av 15: Orsa, Vansbro.',
    );
  });

  test('THM-04 X-02 the steering group is asked: a card in the chats that are there, a mail to the others, and it can be stopped', async () => {
    const { tools } = stage.running.product;
    const lead = await stage.actor(people.lead);
    const seen = await previewAsking(tools, lead);
    if (!seen.ok) expect.fail(seen.reason);
    expect(seen.value.to.map(({ name }) => name)).toEqual(['Lena Grahnsjö', 'Henrik Sandåsen', 'Nadia Rahimi-Berglöf']);
    expect(seen.value.text).toContain('Kompetens i hela Dalarna (stöds av 11 av 15)');
    const ask = (preview: Preview) => askSteering(tools, lead, { seen: preview, card: decideThemeCard });
    expect(await ask({ ...seen.value, recipientCount: 2 })).toMatchObject({ reason: 'previewChanged' });
    const first = await ask(seen.value);
    expect(first).toMatchObject({ ok: true });
    expect(await ask(seen.value)).toMatchObject({ reason: 'isWaiting' });
    expect((await say(people.lead, 'ångra')).text).toContain('styrgruppen');
    const cards = () =>
      [steering, oidOf('nadia.rahimi-berglof@region-dalarna.example')].filter((oid) =>
        stage.running.chats.book
          .posts(stage.personal(oid))
          .some(({ attachments }) =>
            /Vilket tema väljer styrgruppen\?.*Kompetens i hela Dalarna".*Kompetens i hela Dalarna \(/.test(
              JSON.stringify(attachments),
            ),
          ),
      ).length;
    const mails = () =>
      seen.value.to.map(
        ({ address }) =>
          stage.running.sandbox.mailbox(address).filter(({ subject }) => subject.startsWith('Besluta tema')).length,
      );
    await later(5);
    expect([cards(), mails(), (await view())?.asked]).toEqual([0, [0, 0, 0], null]);
    const question = await say(people.lead, 'kan du fråga styrgruppen om temat?');
    expect(question.text).toContain('Frågan går till 3 personer i styrgruppen.');
    expect(question.text).toContain('Kompetens i hela Dalarna (stöds av 11 av 15)');
    expect(question.text).not.toContain('Lena Grahnsjö');
    const going = await stage.press(people.lead, question, 'Skicka frågan');
    expect(cardFaults(going.shared.card ?? {})).toEqual([]);
    expect(going.shared.text).toContain('3');
    await later(5);
    expect([cards(), mails()]).toEqual([2, [0, 1, 0]]);
    expect(stage.latest(planningChatId).text).toContain('3');
    expect((await view())?.asked).toMatchObject({ count: 3, isWaiting: false });
    expect(stage.latest(planningChatId).text).not.toContain('Vilket tema väljer styrgruppen?');
  });

  test('THM-04 somebody of the steering group answers on the card; others’ presses and changed proposals decide nothing', async () => {
    const { tools } = stage.running.product;
    const lead = await stage.actor(people.lead);
    const asked = await say(steering, 'besluta tema');
    expect(asked.text).toContain('Vilket tema väljer styrgruppen?');
    expect(cardFaults(asked.card ?? {})).toEqual([]);
    const byLead = await stage.press(people.lead, asked, 'Besluta tema', { proposal: 'tp-1' });
    expect(`${byLead.own.card ?? ''} ${byLead.own.toast ?? ''}`).toContain('Det beslutar styrgruppen.');
    expect((await view())?.decision).toBeNull();

    const texts = { title: 'Klimatanpassning hemma', why: '', proposedBy: '', statedSupport: 8, supporters: [] };
    await changeProposal(tools, lead, 'tp-2', texts);
    const again = await stage.press(steering, asked, 'Besluta tema', { proposal: 'tp-2' });
    expect(again.shared.text).toContain('Förslagen har ändrats. Inget är beslutat.');
    expect((await view())?.decision).toBeNull();

    const once = await previewAsking(tools, lead);
    if (!once.ok) expect.fail(once.reason);
    expect(await askSteering(tools, lead, { seen: once.value, card: decideThemeCard })).toMatchObject({ ok: true });
    const mails = () => once.value.to.map(({ address }) => stage.running.sandbox.mailbox(address).length);
    const before = mails();
    const done = await stage.press(steering, again.shared, 'Besluta tema', { proposal: 'tp-2' });
    expect(done.shared.text).toContain('Temat är beslutat: Klimatanpassning hemma');
    expect(done.shared.text).toContain('Styrgruppen (Lena Grahnsjö) beslutade 30 mars 2026.');
    expect(await view()).toMatchObject({ decision: { proposalId: 'tp-2', way: 'answer' } });
    // A question that waited when it was decided goes to nobody.
    await later(5);
    expect(mails()).toEqual(before);
    expect((await say(steering, 'besluta tema')).text).toContain('Temat är **Klimatanpassning hemma**.');
  });

  test('nothing of it shows in the participants’ channel', async () => {
    await stage.running.chats.client.install(participantsChannelId, people.lead);
    await stage.press(people.lead, stage.latest(participantsChannelId), 'Kompetens i hela Dalarna');
    const answer = await stage.say(people.lead, 'teman', participantsChannelId);
    expect(answer.text).not.toContain('Klimat');
    expect(answer.text).toContain('planeringschatten');
  });
});
