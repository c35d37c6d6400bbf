import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type SandboxConfig } from '../../config.ts';
import type { ProjectFile } from '../../features/planning/file/types.ts';
import { importProject } from '../../features/planning/file/actions.ts';
import { activate, previewActivation } from '../../features/planning/actions.ts';
import { actorFor } from '../../features/planning/queries.ts';
import { sampleProject } from '../../features/planning/sample/rules.ts';
import { createLog } from '../../log.ts';
import type { CardAction } from '../../sandbox/chat/client.ts';
import type { StoredPost } from '../../sandbox/chat/rows.ts';
import { startSandbox, type RunningSandbox } from '../../start.ts';
import { oidOf, organiserMailboxOf, participantsChannelId, planningChatId, sandboxTenantId } from '../sandbox-world.ts';
import { worldOf } from '../sandbox-world.ts';
import { openEcho } from './echo.ts';
import { median, timed } from './median.ts';
import type { Figure, SectionReport } from './types.ts';

const turns = 60;
const warmUp = 8;
const lead = oidOf('karin.tunsberg@region-dalarna.example');
const answers = { useful: '4', likelihood: '3', plan: 'Prova i höst', support: 'time,manager', talkTime: 'right' };

/** A question to the bot, and an answer on a card, each beside the same to a bot that only echoes. */
export async function turnSection(): Promise<SectionReport> {
  const folder = mkdtempSync(join(tmpdir(), 'larprojekt-bench-'));
  const file = withAccounts();
  const config = readConfig({ PORT: '0', DATA_DIR: folder, DATABASE_URL: 'memory://', GRACE_SECONDS: '60' });
  const running = await startSandbox({
    config: config as SandboxConfig, // nothing above asks for tenant mode
    world: worldOf(file, { startsAt: '2026-09-22T13:35:00Z' }),
    organiserMailbox: organiserMailboxOf(file),
    log: createLog('silent'),
    tabFolder: null,
    frozen: true,
    inMemory: true,
  });
  const echo = await openEcho(running);
  try {
    await wake(running, file);
    const { chats } = running;
    const status = await interleaved(turns, (who) => {
      const client = who === 'ours' ? chats.client : echo.chats.client;
      return client.say({ conversationId: planningChatId, from: lead, text: 'läget', mention: true });
    });
    const card = await openEvaluation(running);
    const voters = (file.participants ?? []).map(({ email }) => oidOf(email));
    const answered = await interleaved(voters.length, async (who, index) => {
      const client = who === 'ours' ? chats.client : echo.chats.client;
      await client.act({ postId: card.id, from: voters[index] ?? '', action: pressOf(card, answers) });
    });
    const stored = await running.product.tools.db.selectFrom('evaluation_urn').selectAll().execute();
    if (stored.length !== voters.length) throw new Error(`${stored.length} of ${voters.length} answers are stored`);
    return {
      name: 'turn',
      figures: [
        figureOf('läget i planeringschatten, till kortet står där', status),
        figureOf('svar på utvärderingskortet, prövat och sparat', answered),
      ],
      notes: [
        `Median, varannan till Lärprojekts bot och varannan till en bar botbuilder-bot i samma process: ${turns} frågor, ${voters.length} svar.`,
        'Båda prövar avsändarens signatur och svarar genom samma kopplingspunkt. Den bara boten sparar inget.',
      ],
    };
  } finally {
    await echo.close();
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everybody can press the card, so that each gives an answer of their own. */
function withAccounts(): ProjectFile {
  const file = sampleProject();
  const going = (file.participants ?? []).filter(({ status }) => status === 'confirmed');
  return { ...file, participants: going.map((person) => ({ ...person, accountType: 'guest' as const })) };
}

async function wake({ product: { tools }, chats }: RunningSandbox, file: ProjectFile): Promise<void> {
  const imported = await importProject(tools, sandboxTenantId, file, { actorName: 'bench' });
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  await chats.client.install(planningChatId, lead);
  await chats.client.install(participantsChannelId, lead);
  await chats.client.act({
    postId: latest(chats, participantsChannelId).id,
    from: lead,
    action: pressOf(latest(chats, participantsChannelId)),
  });
  const actor = await actorFor(tools, { tenantId: sandboxTenantId, oid: lead }, file.project.id, 'sv');
  if (actor === null) throw new Error('the lead leads nothing');
  const preview = await previewActivation(tools, actor);
  if (!preview.ok) throw new Error(preview.reason);
  const active = await activate(tools, actor, preview.value);
  if (!active.ok) throw new Error(active.reason);
}

async function openEvaluation({ chats, product, sandbox }: RunningSandbox): Promise<StoredPost> {
  await chats.client.say({ conversationId: planningChatId, from: lead, text: 'skicka utvärdering', mention: true });
  const asked = latest(chats, planningChatId);
  await chats.client.act({ postId: asked.id, from: lead, action: pressOf(asked) });
  await sandbox.clock.advanceTo(sandbox.clock.now().add({ minutes: 10 }));
  await product.worker.settle();
  return latest(chats, participantsChannelId);
}

function latest({ book }: RunningSandbox['chats'], conversation: string): StoredPost {
  const post = book.posts(conversation).findLast(({ from }) => from === 'bot');
  if (post === undefined) throw new Error(`the bot has written nothing in ${conversation}`);
  return post;
}

/** Its first button, as somebody presses it who has filled the card in. */
function pressOf(post: StoredPost, inputs: object = {}): CardAction {
  const card = post.attachments[0]?.content as { actions?: readonly { verb?: string; data?: object }[] } | undefined; // our bot's own JSON
  const button = card?.actions?.find(({ verb }) => verb !== undefined);
  if (button?.verb === undefined) throw new Error('the card has no button');
  return { type: 'Action.Execute', verb: button.verb, data: { ...button.data, ...inputs } };
}

interface Medians {
  readonly ours: number;
  readonly echo: number;
}

/** One of each in turn, so that whatever else the machine does meets both. */
async function interleaved(
  count: number,
  run: (who: 'ours' | 'echo', index: number) => Promise<unknown>,
): Promise<Medians> {
  const ours: number[] = [];
  const echo: number[] = [];
  for (let index = 0; index < count; index += 1) {
    echo.push(await timed(() => run('echo', index)));
    ours.push(await timed(() => run('ours', index)));
  }
  return { ours: median(ours.slice(warmUp)), echo: median(echo.slice(warmUp)) };
}

function figureOf(what: string, { ours, echo }: Medians): Figure {
  return { what, figure: `${ours.toFixed(1)} ms mot ${echo.toFixed(1)} ms`, ratio: ours / echo, goal: null };
}
