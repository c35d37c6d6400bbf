import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machineClock, machineIds } from '../adapters/local/machine.ts';
import { createSeal, keyInFile } from '../adapters/local/seal.ts';
import type { Config } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase, type OpenDatabase } from '../database/open.ts';
import { stampMode } from '../database/stamp.ts';
import { importProject, importRefusals, type ImportNeeds } from '../features/planning/file/actions.ts';
import { exportProject, fileText } from '../features/planning/file/exporting/queries.ts';
import { problemLine } from '../features/planning/file/problems/rules.ts';
import type { RefusedImport } from '../features/planning/file/types.ts';
import { allProjects, projectOf } from '../features/planning/queries.ts';
import { fill } from '../domain/words.ts';
import { sandboxTenantId } from './sandbox-world.ts';

const usage = `Så här:
  npm run project -- import FIL [--replace]    läs in en projektfil (inget skickas)
  npm run project -- export ID [--out FIL]     skriv ut ett lärprojekt som projektfil
  npm run project -- list                      visa alla lärprojekt
How to:
  npm run project -- import FILE [--replace]   bring a project file in (nothing is sent)
  npm run project -- export ID [--out FILE]    write a learning project as a project file
  npm run project -- list                      show all learning projects`;

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

/** Runs one command on the database that the configuration names; answers the exit code. */
export async function runProjectCommand(config: Config, args: readonly string[], terminal: Terminal): Promise<number> {
  const [command, name, ...options] = args;
  const isKnown = command === 'list' || ((command === 'import' || command === 'export') && name !== undefined);
  if (!isKnown) {
    terminal.error(usage);
    return 2;
  }
  const content = command === 'import' ? await readText(name ?? '', terminal) : '';
  if (content === undefined) return 1;
  const database = await openStamped(config);
  try {
    const tenantId = config.mode === 'sandbox' ? sandboxTenantId : config.entraTenantId;
    if (command === 'list') return await list(database, tenantId, terminal);
    if (command === 'export') return await write(database, { tenantId, projectId: name ?? '' }, { options, terminal });
    return await bring(toolsOn(database, config), { tenantId, content, options }, terminal);
  } finally {
    await database.close();
  }
}

async function readText(file: string, terminal: Terminal): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    terminal.error(
      `Filen ${file} går inte att läsa. Kontrollera namnet. / The file ${file} cannot be read. Check the name.`,
    );
    return undefined;
  }
}

async function openStamped(config: Config): Promise<OpenDatabase> {
  const database = await openDatabase(config.databaseUrl, (what, cause) => console.error(what, cause));
  await migrate(database.db);
  await stampMode(database.db, config.mode);
  return database;
}

/** An import asks for no work: were it to try, it would fail here. */
function toolsOn(database: OpenDatabase, config: Config): ImportNeeds {
  const key =
    config.mode === 'sandbox'
      ? keyInFile(join(config.dataFolder, 'vault.key'))
      : Buffer.from(config.vaultKey, 'base64');
  return {
    clock: machineClock,
    ids: machineIds,
    seal: createSeal(key),
    tx: (work) =>
      database.tx((db) => work({ db, enqueue: () => Promise.reject(new Error('an import sends nothing')) })),
  };
}

async function list({ db }: OpenDatabase, tenantId: string, terminal: Terminal): Promise<number> {
  for (const ref of await allProjects({ db })) {
    if (ref.tenantId !== tenantId) continue;
    const project = await projectOf({ db }, ref);
    terminal.out(`${ref.projectId}\t${ref.state}\t${project?.title ?? ''}`);
  }
  return 0;
}

async function write(
  { db }: OpenDatabase,
  key: { tenantId: string; projectId: string },
  { options, terminal }: { options: readonly string[]; terminal: Terminal },
): Promise<number> {
  const file = await exportProject({ db }, key);
  if (file === null) {
    terminal.error(`Lärprojektet ${key.projectId} finns inte. / There is no learning project ${key.projectId}.`);
    return 1;
  }
  const out = options[0] === '--out' ? options[1] : undefined;
  if (out === undefined) terminal.out(fileText(file).trimEnd());
  else await writeFile(out, fileText(file));
  return 0;
}

async function bring(
  tools: ImportNeeds,
  { tenantId, content, options }: { tenantId: string; content: string; options: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  const replace = options.includes('--replace');
  const outcome = await importProject(tools, tenantId, content, { actorName: 'npm run project', replace });
  if (!outcome.ok) {
    tellRefusal(outcome, terminal);
    return 1;
  }
  const { projectId, title, participants, sessions, contentLead } = outcome.value;
  terminal.out(`${projectId}: ${title}. Deltagare/participants: ${participants}. Träffar/sessions: ${sessions}.`);
  terminal.out(`Vilande: inget skickas förrän ${contentLead ?? 'innehållsansvarig'} har bekräftat.`);
  terminal.out(`Dormant: nothing is sent until ${contentLead ?? 'the content lead'} has confirmed.`);
  return 0;
}

function tellRefusal({ reason, details, problems }: RefusedImport, terminal: Terminal): void {
  for (const language of ['sv', 'en'] as const) {
    terminal.error(fill(importRefusals[reason][language], details));
    for (const problem of problems) terminal.error(`  ${problemLine(problem, language)}`);
  }
}
