import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningSandbox } from '../../src/start.ts';
import { projectRoot } from '../../src/commands/project-root.ts';
import { engines } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';
import { configOf, project, sandboxApi, startSample } from './product.ts';

const postgres = engines.find(({ name }) => name === 'postgresql');
const missing = postgres?.missing;

describe.skipIf(postgres === undefined || missing !== undefined)('a second process that only works', () => {
  const folder = temporaryFolder('worker');
  let databaseUrl = '';
  let web: RunningSandbox;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    databaseUrl = (await postgres?.preparedUrl()) ?? '';
    web = await startSample(configOf(folder, databaseUrl, { ROLES: 'web' }));
  }, 120_000);
  afterAll(async () => {
    if (worker !== undefined && worker.exitCode === null) {
      worker.kill('SIGTERM');
      await once(worker, 'exit');
    }
    await web.close();
  });

  const mailsTo = async (address: string): Promise<string[]> =>
    (await sandboxApi<{ subject: string }[]>(web, `mailbox?address=${address}`)).map(({ subject }) => subject);

  test('it reaches the far side over the loopback socket and sends what the first process has only queued', async () => {
    const address = 'ny.person@kommun-gagnef.example';
    const body = new URLSearchParams({
      givenName: 'Ny',
      familyName: 'Person',
      title: 'Strateg',
      organisationId: 'other',
      organisationText: 'Gagnefs kommun',
      email: address,
      phone: '070-174 06 99',
      dietaryText: '',
      commitment: 'on',
    });
    const sent = await fetch(`${web.url}/anmalan/${project}`, { method: 'POST', body });
    expect(sent.url).toContain('/klar');
    expect(await mailsTo(address)).toEqual([]);

    worker = spawn(process.execPath, [join(projectRoot, 'src/main.ts')], {
      cwd: projectRoot,
      env: {
        ...process.env,
        MODE: 'sandbox',
        ROLES: 'worker',
        DATA_DIR: folder,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    for (let look = 0; look < 300 && (await mailsTo(address)).length === 0; look += 1) await sleep(100);
    expect(await mailsTo(address)).toHaveLength(1);
  }, 90_000);

  test('it stops when it is told to, with nothing left half done', async () => {
    if (worker === undefined) throw new Error('no worker');
    worker.kill('SIGTERM');
    expect(await once(worker, 'exit')).toEqual([0, null]);
  }, 30_000);
});
