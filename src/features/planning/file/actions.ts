import type { ProjectKey } from '../../../domain/ids.ts';
import type { Temporal } from 'temporal-polyfill';
import type { ReasonWords } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { writeAudit } from '../audit/actions.ts';
import { projectRowById, type ProjectRow } from '../store.ts';
import { faultsOf } from './checks/rules.ts';
import { laidInDays } from './days/schema.ts';
import { rowsOf } from './importing/actions.ts';
import { problemAt, problemsOfIssues } from './problems/rules.ts';
import { projectFile } from './schema.ts';
import {
  insertProject,
  joinedPeople,
  putInVault,
  rejoin,
  replaceProject,
  vaultEntries,
  type VaultEntry,
} from './store.ts';
import type {
  FileProblem,
  ImportedProject,
  ImportOutcome,
  ImportRefusal,
  ProjectFile,
  RefusedImport,
} from './types.ts';

export const importRefusals: ReasonWords<ImportRefusal> = {
  invalidFile: {
    sv: 'Fel i projektfilen: {count}. Rätta och läs in filen igen. Inget har ändrats.',
    en: 'Errors in the project file: {count}. Correct them and import the file again. Nothing has changed.',
  },
  alreadyHere: {
    sv: 'Lärprojektet {projectId} finns redan. Välj att ersätta det, eller ge filens project.id ett annat namn.',
    en: 'The learning project {projectId} is here already. Choose to replace it, or give the project.id of the file another name.',
  },
  notDormant: {
    sv: 'Lärprojektet {projectId} är igång och kan inte ersättas av en fil. Ge filens project.id ett annat namn.',
    en: 'The learning project {projectId} is running and cannot be replaced by a file. Give the project.id of the file another name.',
  },
  idTaken: {
    sv: 'Namnet {projectId} är upptaget. Ge filens project.id ett annat namn.',
    en: 'The name {projectId} is taken. Give the project.id of the file another name.',
  },
};

export type ReadProjectFile =
  { readonly ok: true; readonly file: ProjectFile } | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads a file's text, or a value that is parsed already. Unknown properties are kept, in the file's order. */
export function readProjectFile(input: unknown): ReadProjectFile {
  const parsed = typeof input === 'string' ? parseJson(input) : { value: input };
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] };
  const result = projectFile.safeParse(parsed.value);
  if (!result.success) return { ok: false, problems: problemsOfIssues(result.error.issues, parsed.value) };
  // Read just now: the value itself, because the validator's copy has the known properties first.
  const file = laidInDays(parsed.value as ProjectFile);
  const problems = faultsOf(file);
  return problems.length === 0 ? { ok: true, file } : { ok: false, problems };
}

function parseJson(content: string): { value: unknown } | { problem: FileProblem } {
  try {
    // A byte order mark is what Windows editors put first.
    return { value: JSON.parse(content.replace(/^\uFEFF/, '')) as unknown };
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const words = {
      sv: `Filen är inte giltig JSON (${reason}). Exportera den på nytt eller rätta tecknet på det stället.`,
      en: `The file is not valid JSON (${reason}). Export it again or correct the character at that place.`,
    };
    return { problem: problemAt('', undefined, words) };
  }
}

/** No far side among them: an import sends nothing. */
export type ImportNeeds = Pick<Tools, 'tx' | 'clock' | 'ids' | 'seal'>;

export interface ImportOptions {
  /** Puts the file in place of the project with the same id, which has to be dormant. */
  readonly replace?: boolean;
  /** Who imports, for the log. */
  readonly actorName: string;
  readonly requestId?: string;
}

/**
 * Makes a dormant project of a file, in one transaction. Sends and books nothing: what the file says was sent, booked
 * or confirmed is history. The dietary texts go into the vault alone.
 */
export async function importProject(
  tools: ImportNeeds,
  tenantId: string,
  input: unknown,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const read = readProjectFile(input);
  if (!read.ok) return refuse('invalidFile', { count: read.problems.length }, read.problems);
  const { file } = read;
  const key: ProjectKey = { tenantId, projectId: file.project.id };
  const now = tools.clock.now();
  const rows = rowsOf(file, key, now);
  const sealed = sealedEntries(tools, file, now);
  return await tools.tx(async (work) => {
    const existing = await projectRowById(work, key.projectId);
    const obstacle = existing === undefined ? undefined : obstacleOf(existing, key, options.replace === true);
    if (obstacle !== undefined) return refuse(obstacle, { projectId: key.projectId });
    if (existing === undefined) {
      await insertProject(work, rows);
      await putInVault(work, key, sealed);
    } else {
      const kept = await vaultEntries(work, key);
      const joined = await joinedPeople(work, key);
      await replaceProject(work, key, rows);
      await rejoin(work, key, joined);
      await putInVault(work, key, merged(sealed, kept, file));
    }
    const value = summaryOf(file);
    await writeAudit(work, tools, {
      ...key,
      actorName: options.actorName,
      actorPersonId: null,
      act: existing === undefined ? 'project.import' : 'project.replace',
      details: { participants: value.participants, sessions: value.sessions },
      requestId: options.requestId ?? null,
    });
    return { ok: true, value };
  });
}

function obstacleOf(existing: ProjectRow, key: ProjectKey, replace: boolean): ImportRefusal | undefined {
  if (existing.tenant_id !== key.tenantId) return 'idTaken';
  if (!replace) return 'alreadyHere';
  return existing.state === 'dormant' ? undefined : 'notDormant';
}

function sealedEntries({ seal }: ImportNeeds, file: ProjectFile, now: Temporal.Instant): readonly VaultEntry[] {
  return (file.dietary ?? []).map(({ participantId, ...entry }) => ({
    personId: participantId,
    sealed: seal.close(JSON.stringify(entry)),
    at: new Date(now.epochMilliseconds),
  }));
}

/** The file's entries, and the kept ones of people whom the file says nothing about. */
function merged(sealed: readonly VaultEntry[], kept: readonly VaultEntry[], file: ProjectFile): readonly VaultEntry[] {
  const people = new Set([...(file.staff ?? []), ...(file.participants ?? [])].map(({ id }) => id));
  const named = new Set(sealed.map(({ personId }) => personId));
  return [...sealed, ...kept.filter(({ personId }) => people.has(personId) && !named.has(personId))];
}

function summaryOf(file: ProjectFile): ImportedProject {
  const leadId = file.governance?.contentLead ?? null;
  const lead = [...(file.staff ?? []), ...(file.participants ?? [])].find(({ id }) => id === leadId);
  return {
    projectId: file.project.id,
    title: file.project.title,
    participants: file.participants?.length ?? 0,
    sessions: file.sessions?.length ?? 0,
    contentLead: lead === undefined ? null : (lead.displayName ?? `${lead.givenName} ${lead.familyName}`),
  };
}

function refuse(
  reason: ImportRefusal,
  details: RefusedImport['details'],
  problems: readonly FileProblem[] = [],
): RefusedImport {
  return { ok: false, reason, details, problems };
}
