import { readFileSync } from 'node:fs';
import { faultsOf } from '../../features/planning/file/checks/rules.ts';
import { problemLine, problemsOfIssues } from '../../features/planning/file/problems/rules.ts';
import { projectFile } from '../../features/planning/file/schema.ts';
import type { FileProblem, ProjectFile } from '../../features/planning/file/types.ts';
import { ScriptProblem } from './script.ts';

/** @throws ScriptProblem that names what is wrong in the file, in both languages */
export function readInput(path: string): ProjectFile {
  const content = jsonIn(path);
  const read = projectFile.safeParse(content);
  const problems = read.success ? faultsOf(read.data) : problemsOfIssues(read.error.issues, content);
  if (!read.success || problems.length > 0) throw new ScriptProblem(told(path, problems));
  return read.data;
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as unknown; // judged by the schema
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ScriptProblem(
      `${path} går inte att läsa som JSON (${reason}).\n${path} cannot be read as JSON (${reason}).`,
      { cause },
    );
  }
}

function told(path: string, problems: readonly FileProblem[]): string {
  const lines = (language: 'sv' | 'en'): string[] => problems.map((problem) => `  ${problemLine(problem, language)}`);
  return [`Fel i ${path}:`, ...lines('sv'), `Errors in ${path}:`, ...lines('en')].join('\n');
}
