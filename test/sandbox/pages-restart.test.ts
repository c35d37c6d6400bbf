import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { RunningSandbox } from '../../src/start.ts';
import { embedded, quickest } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';
import { configOf, lead, organiser, planningChatId, sandboxApi, startSample, tryApi } from './product.ts';

const LONG = 300_000;

const byKey = <Value>(values: readonly Value[], key: (value: Value) => string): Value[] =>
  values.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));

/** Everything that the far side remembers, as its pages show it. */
async function memory(running: RunningSandbox): Promise<Record<string, unknown>> {
  const state = await sandboxApi<{ now: string; people: { oid: string }[]; conversations: { id: string }[] }>(
    running,
    'state',
  );
  const chat = `chat?conversation=${encodeURIComponent(planningChatId)}&oid=${lead}`;
  return {
    now: state.now,
    // They are found by their ids; in what order they are kept is nobody's business.
    people: byKey(state.people, ({ oid }) => oid),
    conversations: byKey(state.conversations, ({ id }) => id),
    calendar: await sandboxApi(running, `calendar?address=${organiser}`),
    mails: byKey(await sandboxApi<{ id: string }[]>(running, 'mails'), ({ id }) => id),
    chat: await sandboxApi(running, chat),
  };
}

test(
  'X-04 a restart finds the same calendars, mails, chat and clock',
  async () => {
    const config = configOf(temporaryFolder('restart'), await quickest.preparedUrl());
    const first = await startSample(config);
    await sandboxApi(first, 'clock', { to: 'day' });
    const before = await memory(first);
    await first.close();
    const second = await startSample(config);
    try {
      expect(await memory(second)).toEqual(before);
      expect(String(before['now'])).toMatch(/^2026-08-27T07:/);
      expect(before['calendar']).not.toHaveLength(0);
      expect(before['mails']).not.toHaveLength(0);
      expect(before['chat']).not.toHaveLength(0);
    } finally {
      await second.close();
    }
  },
  LONG,
);

interface CalendarEvent {
  readonly id: string;
  readonly subject: string;
  readonly startMs: number;
  readonly isCancelled: boolean;
}

test(
  'a second sandbox started anew leaves the folder of a living one alone',
  async () => {
    const config = configOf(temporaryFolder('twice'), await quickest.preparedUrl());
    const first = await startSample(config, { seed: () => Promise.resolve() });
    try {
      await expect(startSample({ ...config, fresh: true })).rejects.toThrow('is in use by a running sandbox');
      expect(existsSync(join(config.dataFolder, 'sandbox.sqlite'))).toBe(true);
    } finally {
      await first.close();
    }
  },
  LONG,
);

test(
  'X-04 a crash between the two stores leaves one event per session, and the product goes on',
  async () => {
    const folder = temporaryFolder('crash');
    const databaseUrl = await embedded.preparedUrl();
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('crash-child.ts', import.meta.url)), folder, databaseUrl],
      { stdio: 'inherit', timeout: LONG },
    );
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    expect(existsSync(join(folder, 'sandbox.sqlite'))).toBe(true);

    const running = await startSample(configOf(folder, databaseUrl));
    try {
      await sandboxApi(running, 'clock', { to: 'settle' });
      await sandboxApi(running, 'clock', { to: 'day' });
      const calendar = await sandboxApi<CalendarEvent[]>(running, `calendar?address=${organiser}`);
      const live = calendar.filter(({ isCancelled }) => !isCancelled);
      const known = await meetings(running);
      // A speaker at a distance has a meeting beside the session's own, at the same time, with other words.
      expect(live.map(({ startMs, subject }) => `${startMs} ${subject}`)).toHaveLength(
        new Set(live.map(({ startMs, subject }) => `${startMs} ${subject}`)).size,
      );
      const booked = known.flatMap(({ eventId }) => eventId ?? []);
      expect(booked).toHaveLength(4);
      expect(live.map(({ id }) => id)).toEqual(expect.arrayContaining(booked));
      expect(known.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    } finally {
      await running.close();
    }
  },
  LONG,
);

async function meetings(running: RunningSandbox): Promise<{ eventId: string | null; problem: string | null }[]> {
  const { token } = await sandboxApi<{ token: string }>(running, `token?oid=${lead}`);
  const response = await fetch(`${running.url}/api/projects/lp-2026-kompetens/meetings`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = (await response.json()) as { sessions?: [] } | []; // the API's own type
  return Array.isArray(body) ? body : (body.sessions ?? []);
}

test(
  'starting over empties everything and lays the sample anew, at the same address',
  async () => {
    const folder = temporaryFolder('over');
    const databaseUrl = join(folder, 'database');
    cpSync(await embedded.preparedUrl(), databaseUrl, { recursive: true });
    const running = await startSample(configOf(folder, databaseUrl));
    try {
      await sandboxApi(running, 'clock', { to: 'day' });
      const before = running.sandbox;
      await sandboxApi(running, 'chat/say', { conversation: planningChatId, oid: lead, text: 'kvar?', mention: false });
      expect(await sandboxApi(running, 'start-over', {})).toEqual({ done: true });
      expect(running.sandbox).not.toBe(before);
      const { now, guide } = await sandboxApi<{ now: string; guide: { projectId: string } }>(running, 'state');
      expect(now).toMatch(/^2026-08-26T07:/);
      expect(guide.projectId).toBe('lp-2026-kompetens');
      const chat = await sandboxApi(running, `chat?conversation=${encodeURIComponent(planningChatId)}&oid=${lead}`);
      expect(JSON.stringify(chat)).not.toContain('kvar?');
      // The new sandbox signs with a new key, and the bot knows it.
      const said = { conversation: planningChatId, oid: lead, text: 'hjälp', mention: true };
      expect(await sandboxApi(running, 'chat/say', said)).toMatchObject({ heard: true, status: 200 });
    } finally {
      await running.close();
    }
  },
  LONG,
);

test(
  'a sandbox whose database lies elsewhere is not emptied, and says what to do instead',
  async () => {
    const running = await startSample(configOf(temporaryFolder('elsewhere'), await quickest.preparedUrl()), {
      seed: () => Promise.resolve(),
    });
    try {
      expect(await tryApi(running, 'start-over', {})).toMatchObject({
        status: 409,
        body: { message: expect.stringContaining('npm start -- --fresh') as string },
      });
    } finally {
      await running.close();
    }
  },
  LONG,
);
