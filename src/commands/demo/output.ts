import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from './evidence.ts';
import type { FarExchange, FarFile, FarMail, FarPost } from './far-views.ts';
import type { Life } from './life.ts';
import { textsInZip } from './zip.ts';

/** File names that every system takes. */
function fileName(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._-]+/gu, '-').slice(0, 90);
}

const lines = (items: readonly unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');

type Write = (path: string, content: string | Uint8Array) => void;

/** Gathers everything that left the product during the run as evidence for the scan, and writes it when there is a folder. */
export async function gatherOutput(life: Life, folder: string | null): Promise<void> {
  if (folder !== null) {
    // Only what an earlier run wrote: the folder may be somebody's own.
    for (const part of ['mail', 'calendar', 'cards', 'channel']) {
      rmSync(join(folder, part), { recursive: true, force: true });
      mkdirSync(join(folder, part), { recursive: true });
    }
  }
  const write: Write = (path, content) => {
    if (folder !== null) writeFileSync(join(folder, path), content);
    keep(life.evidence, path, textOf(path, content));
  };
  await writeGraph(life, write);
  await writeMails(life, write);
  await writeCards(life, write);
  await writeFiles(life, write);
  write('participants.xlsx', await life.lead.download(`${life.api}/participants.xlsx`));
  write('participants.csv', await life.lead.download(`${life.api}/participants.csv`));
  write('project.json', await life.lead.download(`${life.api}/export`));
}

function textOf(path: string, content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  return path.endsWith('.xlsx') ? textsInZip(content) : Buffer.from(content).toString('utf8');
}

async function writeGraph(life: Life, write: Write): Promise<void> {
  const exchanges = await life.web.sandbox<readonly FarExchange[]>('log?all=1');
  write(
    'graph.jsonl',
    lines(
      exchanges.map(({ method, path, status, requestBody, responseBody }) => ({
        ...{ method, path, status, requestBody, responseBody },
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

/** The newest invitation of that session in the mailbox of somebody without an account, else in anybody's. */
function outsidersInvitation(life: Life, mails: readonly FarMail[], startMs: number): FarMail | undefined {
  const known = new Set(life.state.people.filter(({ hasAccount }) => hasAccount).map(({ mail }) => mail.toLowerCase()));
  const participants = life.script.participants.map(({ email }) => email.trim().toLowerCase());
  const outsiders = participants.filter((mail) => !known.has(mail));
  const readers = new Set(outsiders.length > 0 ? outsiders : participants);
  return mails.findLast(
    ({ mailbox, folder, meeting }) =>
      folder === 'inbox' && meeting?.method === 'REQUEST' && meeting.startMs === startMs && readers.has(mailbox),
  );
}

async function writeCards(life: Life, write: Write): Promise<void> {
  const { conversations } = await life.web.sandbox<typeof life.state>('state');
  const anybody = life.state.people.find(({ hasAccount }) => hasAccount)?.oid ?? '';
  const channel: FarPost[] = [];
  for (const [index, conversation] of conversations.entries()) {
    const reader = conversation.memberIds[0] ?? anybody;
    const posts = await life.web.sandbox<readonly FarPost[]>(
      `chat?conversation=${encodeURIComponent(conversation.id)}&oid=${reader}`,
    );
    if (conversation.kind === 'channel') channel.push(...posts);
    const cards = posts.flatMap(({ attachments, id }) => attachments.map(({ content }) => ({ id, content })));
    for (const { id, content } of cards)
      write(`cards/${index + 1}-${fileName(conversation.kind)}-${id}.json`, `${JSON.stringify(content, null, 2)}\n`);
    keep(life.evidence, `chat ${conversation.id}`, JSON.stringify(posts));
  }
  write('channel/posts.json', `${JSON.stringify(channel, null, 2)}\n`);
}

async function writeFiles(life: Life, write: Write): Promise<void> {
  const channels = await life.web.sandbox<readonly { name: string; files: readonly FarFile[] }[]>('files');
  for (const file of channels.flatMap(({ files }) => files).filter(({ isFolder }) => !isFolder)) {
    const answer = await life.web.page(`/sandbox/api/file/${encodeURIComponent(file.id)}`);
    write(`channel/${fileName(file.name)}`, answer.bytes);
  }
}
