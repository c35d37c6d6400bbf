import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readScript } from '../../src/commands/demo/script.ts';
import { projectRoot } from '../../src/commands/project-root.ts';
import { temporaryFolder } from '../temporary.ts';
import { madeFile } from './demo-file.ts';
import { lived } from './demo-run.ts';

const slow = { timeout: 360_000 };

test('a file without any optional block, calendar or room of its own is lived as the others', slow, async () => {
  const file = madeFile({ people: 9, sessions: 2, firstDay: '2029-09-11', bare: true });
  const { report, differences } = await lived(file);
  expect(differences).toEqual([]);
  expect(report.participants).toBe(9);
  expect(report.perOrganisation).toEqual({ 'org-1': 6, 'org-2': 3 });
  expect(report.sessions.map(({ roomStatus, documents }) => [roomStatus, documents])).toEqual([
    ['confirmedByHand', 2],
    ['confirmedByHand', 2],
  ]);
});

test('INV-01 an invitation that is late is overridden with a reason, and said not to be met', slow, async () => {
  const said: string[] = [];
  const file = madeFile({ people: 3, sessions: 1, firstDay: '2028-02-15', invited: '2028-01-05' });
  const { report, differences } = await lived(file, { print: (line) => void said.push(line) });
  expect(differences).toEqual([]);
  expect(said.join('\n')).toContain('INV-01 åsidosätts: enligt projektfilen');
  expect(report.guideline.notMet).toContain('INV-01');
});

test('a file with states that the form does not give is lived with the content lead’s decisions', slow, async () => {
  const file = madeFile({ people: 5, sessions: 1, firstDay: '2028-02-15' });
  const [one, two, ...others] = file.participants ?? [];
  if (one === undefined || two === undefined) throw new Error('the file has too few people');
  const people = [
    { ...one, status: 'cancelled' as const },
    { ...two, registeredAt: '2028-01-30T10:00:00+01:00' },
  ];
  const { report, differences } = await lived({ ...file, participants: [...people, ...others] });
  expect(differences).toEqual([]);
  expect([report.participants, report.cancelled, report.lateRequests]).toEqual([4, 1, 0]);
});

test('a file that cannot be lived is told in both languages', () => {
  const file = madeFile({ people: 1, sessions: 1, firstDay: '2028-02-15' });
  expect(() => readScript({ ...file, governance: {} })).toThrow(/innehållsansvarig.*names no content lead/s);
  expect(() => readScript({ ...file, sessions: [] })).toThrow(/ingen träff med datum.*no session with a date/s);
});

test('the command tells what is wrong and ends with 2 when it cannot run', () => {
  const folder = temporaryFolder('demo-command');
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"schemaVersion":1,"project":{"id":"lp"}}');
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(projectRoot, 'src/commands/demo.ts'), ...words], { encoding: 'utf8' });
  const unread = run('--input', broken);
  expect([unread.status, unread.stderr]).toEqual([
    2,
    expect.stringMatching(/Fel i .*project\.title.*Errors in .*project\.title/s),
  ]);
  expect(run('--input', join(folder, 'nowhere.json')).status).toBe(2);
  expect(run('--seed', 'x').stderr).toContain('--seed är ett heltal');
  expect(run('--glitter').status).toBe(2);
  expect(run('--help').status).toBe(0);
}, 60_000);

test('the demonstration comes in by the same doors as people: it imports no action and no store', () => {
  const folder = new URL('../../src/commands/demo/', import.meta.url);
  const imports = filesIn(folder).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (type )?[^;]*? from '([^']+)'/gms)].map((found) => ({
      isType: found[1] !== undefined,
      path: found[2] ?? '',
    })),
  );
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.filter(({ path }) => /\/(actions|store|queries|jobs|routes)\.ts$/.test(path))).toEqual([]);
  const features = imports.filter(({ path, isType }) => path.includes('/features/') && !isType);
  expect(features.every(({ path }) => /\/(schema|rules)\.ts$/.test(path))).toBe(true);
});

function filesIn(folder: URL): URL[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => new URL(name, folder));
}
