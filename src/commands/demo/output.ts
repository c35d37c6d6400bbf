import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from './evidence.ts';
import type { FarExchange, FarFile, FarMail, FarPost } from './far-views.ts';
import type { Life } from './life.ts';

/** File names that every system takes. */
function fileName(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._-]+/gu, '-').slice(0, 90);
}

const lines = (items: readonly unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');

/** Writes everything that left the product during the run, and keeps it as evidence for the scan. */
export async function writeOutput(life: Life, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['mail', 'calendar', 'cards', 'channel']) mkdirSync(join(folder, part), { recursive: true });
  const write = (path: string, content: string | Uint8Array): void => {
    writeFileSync(join(folder, path), content);
    keep(life.evidence, path, typeof content === 'string' ? content : Buffer.from(content).toString('utf8'));
  };
  await writeGraph(life, write);
  await writeMails(life, write);
  await writeCards(life, write);
  await writeFiles(life, write);
  write('participants.xlsx', await life.lead.download(`${life.api}/participants.xlsx`));
  write('participants.csv', await life.lead.download(`${life.api}/participants.csv`));
  write('project.json', Buffer.from(await life.lead.download(`${life.api}/export`)));
}

type Write = (path: string, content: string | Uint8Array) => void;

async function writeGraph(life: Life, write: Write): Promise<void> {
  const exchanges = await life.web.sandbox<readonly FarExchange[]>('log?all=1');
  write(
    'graph.jsonl',
    lines(
      exchanges.map(({ method, path, status, requestBody, responseBody }) => ({
        method,
        path,
        status,
        requestBody,
        responseBody,
      })),
    ),
  );
  write('uploads.jsonl', lines(await life.web.sandbox<readonly unknown[]>('uploads')));
}

async function writeMails(life: Life, write: Write): Promise<void> {
  const mails = await life.web.sandbox<readonly FarMail[]>('mails');
  for (const [index, mail] of mails.filter(({ folder }) => folder === 'inbox').entries()) {
    const answer = await life.web.page(`/sandbox/api/mail/${encodeURIComponent(mail.id)}.eml`);
    write(`mail/${String(index + 1).padStart(4, '0')} ${fileName(`${mail.mailbox} ${mail.subject}`)}.eml`, answer.text);
  }
  for (const session of life.script.sessions) {
    const invitation = outsidersInvitation(life, mails, Date.parse(session.start ?? ''));
    if (invitation === undefined) continue;
    const answer = await life.web.page(`/sandbox/api/mail/${encodeURIComponent(invitation.id)}.ics`);
    write(`calendar/${fileName(session.id)}.ics`, answer.text);
  }
}

/** The newest invitation of that session in the mailbox of somebody without an account. */
function outsidersInvitation(life: Life, mails: readonly FarMail[], startMs: number): FarMail | undefined {
  const outsiders = new Set(
    life.script.participants
      .filter(({ accountType }) => accountType !== 'member')
      .map(({ email }) => email.trim().toLowerCase()),
  );
  return mails.findLast(
    ({ mailbox, folder, meeting }) =>
      folder === 'inbox' && meeting?.method === 'REQUEST' && meeting.startMs === startMs && outsiders.has(mailbox),
  );
}

async function writeCards(life: Life, write: Write): Promise<void> {
  const { conversations } = await life.web.sandbox<typeof life.state>('state');
  const reader = life.state.people.find(({ hasAccount }) => hasAccount)?.oid ?? '';
  const channel: FarPost[] = [];
  for (const [index, conversation] of conversations.entries()) {
    const posts = await life.web.sandbox<readonly FarPost[]>(
      `chat?conversation=${encodeURIComponent(conversation.id)}&oid=${reader}`,
    );
    if (conversation.kind === 'channel') channel.push(...posts);
    const cards = posts.flatMap(({ attachments, id }) => attachments.map(({ content }) => ({ id, content })));
    for (const { id, content } of cards)
      write(`cards/${index + 1}-${fileName(conversation.kind)}-${id}.json`, JSON.stringify(content, null, 2));
    keep(life.evidence, `chat ${conversation.id}`, JSON.stringify(posts));
  }
  write('channel/posts.json', JSON.stringify(channel, null, 2));
}

async function writeFiles(life: Life, write: Write): Promise<void> {
  const channels = await life.web.sandbox<readonly { name: string; files: readonly FarFile[] }[]>('files');
  for (const file of channels.flatMap(({ files }) => files).filter(({ isFolder }) => !isFolder)) {
    const answer = await life.web.page(`/sandbox/api/file/${encodeURIComponent(file.id)}`);
    write(`channel/${fileName(file.name)}`, answer.bytes);
  }
}
