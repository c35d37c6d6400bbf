import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, openBotStage, participantsChannelId, people, planningChatId, type BotStage } from '../bot/stage.ts';

const { lead, guest } = people;

let stage: BotStage;
beforeAll(async () => {
  stage = await openBotStage('2026-09-23T07:00:00Z');
  await stage.activate();
  await stage.running.chats.client.install(planningChatId, lead);
  await stage.running.chats.client.install(participantsChannelId, lead);
  await stage.press(lead, stage.latest(participantsChannelId), 'Kompetens i hela Dalarna');
}, 60_000);
afterAll(() => stage.close());

const posts = (id: string) => stage.running.chats.book.posts(id).filter(({ from }) => from === 'bot');
const say = (text: string, oid = lead) => stage.say(oid, text, planningChatId);
const large = new Uint8Array(4_300_000).fill(37);

async function passTo(moment: string): Promise<void> {
  await stage.running.sandbox.clock.advanceTo(at(moment));
  await stage.running.product.worker.settle();
}

async function upload(file: { name: string; content: Uint8Array<ArrayBuffer> }, fields: Record<string, string>) {
  const { url } = stage.running;
  const { token } = (await (await fetch(`${url}/sandbox/api/token?oid=${guest}`)).json()) as { token: string }; // the sandbox's own answer
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file.content]), file.name);
  const response = await fetch(`${url}/api/projects/${stage.projectId}/sessions/s-1/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return response.status;
}

async function mailsTo(address: string): Promise<readonly { subject: string; body: string }[]> {
  const { url } = stage.running;
  const answer = await fetch(`${url}/sandbox/api/mailbox?address=${encodeURIComponent(address)}`);
  return (await answer.json()) as { subject: string; body: string }[]; // the sandbox's own answer
}

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

describe('DOC-02 “dela dokumentation”, from files to everybody', () => {
  test('a guest in the planning group adds files; what lacks rights is kept, and nothing has left', async () => {
    const statuses = [
      await upload({ name: 'Anteckningar.txt', content: text('Anteckningar från träff 1') }, { kind: 'notes' }),
      await upload({ name: 'Väggtidning.pdf', content: large }, { kind: 'other' }),
      await upload({ name: 'Quiñones.pdf', content: text('%PDF') }, { kind: 'slides', speakerId: 'sp-4' }),
      await upload({ name: 'Gruppen.jpg', content: text('JPEG') }, { kind: 'photo' }),
    ];
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(posts(participantsChannelId)).toHaveLength(1);
  });

  test('the same guest is offered to ask when it comes to sharing', async () => {
    expect((await say('dela dokumentation', guest)).text).toContain(
      '”Dela dokumentation” får bara innehållsansvarig göra',
    );
  });

  test('X-02 the preview says what goes, what stays and why, to whom and how many, with the very texts', async () => {
    const { text: shown } = await say('dela dokumentation');
    expect(shown).toContain('Dela dokumentation från träff 1\n2 filer delas:');
    expect(shown).toContain('- Anteckningar.txt\n- Väggtidning.pdf');
    expect(shown).toContain('Quiñones.pdf: den medverkande har sagt nej till att dela.');
    expect(shown).toContain('Gruppen.jpg: fotografen saknas.');
    expect(shown).toContain('De läggs i deltagarkanalen, och 34 personer får mejl med länk.');
    expect(shown).toContain('Mejlets ämne: Tack för träff 1');
    expect(shown).toContain('[Läs texterna]');
    expect(shown).not.toMatch(/Lindgren|Petrov/);
  });

  test('a stop in the grace period leaves the channel as it was', async () => {
    const card = await say('dela dokumentation');
    const { shared } = await stage.press(lead, card, 'Dela');
    expect(shared.text).toContain('Filerna delas om en minut.');
    expect((await say('nej vänta fel')).text).toContain('Stoppat. Inget har gått ut.');
    await passTo('2026-09-23T07:05:00Z');
    expect(stage.face(card.id).text).toContain('Stoppat. Inget har gått ut.');
    expect(posts(participantsChannelId)).toHaveLength(1);
    expect(await mailsTo('dmitri.petrov@region-dalarna.example')).toEqual([]);
  });

  test('after the yes the files lie in the channel, which is told once, and the planners’ card says that it is done', async () => {
    const before = posts(planningChatId).length;
    const card = await say('dela dokumentation');
    await stage.press(lead, card, 'Dela');
    await passTo('2026-09-23T07:10:00Z');
    await passTo('2026-09-23T07:12:00Z');
    const told = posts(participantsChannelId).slice(1);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toMatch(/\[Anteckningar\.txt\]\(https:\/\/\S+\)/);
    expect(told[0]?.text).toMatch(/\[Väggtidning\.pdf\]\(https:\/\/\S+\)/);
    expect(told[0]?.text).not.toMatch(/Quiñones\.pdf|Gruppen\.jpg|\/dokument\//);
    expect(stage.face(card.id).text).toMatch(/2 filer delade kl\. 9\.0\d\./);
    // The planning chat has its own card and nothing of what was said to the participants.
    expect(posts(planningChatId)).toHaveLength(before + 1);
  });

  test('X-01 X-03 somebody with only an address opens their own page and gets the file itself, through us', async () => {
    const [mail, ...more] = await mailsTo('samira.el-khoury@kommun-sater.example');
    expect(more).toEqual([]);
    const link = /https?:\/\/\S+\/dokument\/[A-Za-z0-9_-]+/.exec(mail?.body ?? '')?.[0] ?? '';
    const page = await (await fetch(link)).text();
    expect(page).toContain('Väggtidning.pdf');
    expect(page).not.toMatch(/Quiñones\.pdf|Gruppen\.jpg|sharepoint/i);
    const hrefs = [...page.matchAll(/href="(\/dokument\/[^"?]+\/[^"?]+)/g)].map((match) => match[1] ?? '');
    const files = await Promise.all(hrefs.map(async (href) => await fetch(new URL(href, link))));
    const sizes = await Promise.all(files.map(async (file) => (await file.arrayBuffer()).byteLength));
    expect(sizes.toSorted((one, other) => one - other)).toEqual([
      text('Anteckningar från träff 1').length,
      large.length,
    ]);
    expect((await fetch(`${link.slice(0, -4)}AAAA`)).status).toBe(404);
  });

  test('a second “dela dokumentation” has nothing new to share', async () => {
    expect((await say('dela dokumentation')).text).toContain('Det finns inget nytt att dela.');
  });
});
