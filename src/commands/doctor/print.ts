import type { Language } from '../../domain/words.ts';
import { exitCode } from './run.ts';
import { whoWords, type Examined, type Finding, type State } from './types.ts';

const marks: Readonly<Record<State, string>> = { ok: '✓', warning: '!', fault: '✗', notTried: '–' };

const labels = {
  sv: { why: 'Varför', who: 'Vem', how: 'Gör så här', notTried: 'Inte prövad, för det här gick inte först:' },
  en: { why: 'Why', who: 'Who', how: 'What to do', notTried: 'Not tried, because this did not work first:' },
} as const;

/** The report as a person reads it in a terminal. */
export function reportText(examined: readonly Examined[], language: Language): string {
  const lines = examined.flatMap((one) => linesOf(one, language));
  return [...lines, '', summary(examined, language)].join('\n');
}

function linesOf({ title, state, findings, because }: Examined, language: Language): readonly string[] {
  const head = `${marks[state]} ${title[language]}`;
  if (state === 'notTried') {
    const names = because.map((name) => name[language]).join(', ');
    return [head, `    ${labels[language].notTried} ${names}.`];
  }
  return [head, ...findings.flatMap((finding) => findingLines(finding, language))];
}

function findingLines(finding: Finding, language: Language): readonly string[] {
  const what = `    ${finding.what[language]}`;
  if (finding.state === 'ok') return [what];
  const { why, who, how } = labels[language];
  const command = (finding.command ?? '').split('\n').filter((line) => line !== '');
  return [
    what,
    `      ${why}: ${finding.why[language]}`,
    `      ${who}: ${whoWords[finding.who][language]}`,
    `      ${how}: ${finding.how[language]}`,
    ...command.map((line) => `        ${line}`),
  ];
}

function summary(examined: readonly Examined[], language: Language): string {
  const count = (state: State): number => examined.filter((one) => one.state === state).length;
  const [ok, warnings, faults, waiting] = [count('ok'), count('warning'), count('fault'), count('notTried')];
  return language === 'sv'
    ? `${ok} bra · ${warnings} ${warnings === 1 ? 'varning' : 'varningar'} · ${faults} fel · ${waiting} inte prövade`
    : `${ok} well · ${warnings} ${warnings === 1 ? 'warning' : 'warnings'} · ${faults} ${faults === 1 ? 'fault' : 'faults'} · ${waiting} not tried`;
}

/** The same for a program, with both languages. */
export function reportJson(examined: readonly Examined[]): string {
  const checks = examined.map(({ id, title, state, findings, because }) => ({
    ...{ id, title, state },
    findings: findings.map((finding) =>
      finding.state === 'ok' ? finding : { ...finding, whoWords: whoWords[finding.who] },
    ),
    because,
  }));
  return JSON.stringify({ exitCode: exitCode(examined), checks }, null, 2);
}
