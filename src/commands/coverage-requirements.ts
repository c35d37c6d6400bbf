import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage, readRequirements, titlesIn } from './requirements-coverage.ts';
import type { Requirement, TestTitle } from './requirements-coverage.ts';

const listFile = join('src', 'guideline', 'requirements.json');
const ruleFolder = join('src', 'guideline', '2026-01');

function testTitles(folder: string): readonly TestTitle[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .flatMap((file) => titlesIn(file, readFileSync(file, 'utf8')));
}

/** Where a requirement lives: the file that holds its rule, or the one that the list names. */
function codeOf({ id, where }: Requirement): string | undefined {
  const rule = ruleFiles.find(({ source }) => source.includes(`id: '${id}'`));
  return rule?.name ?? where;
}

/** Id → code → tests. */
function say(heading: string, entries: readonly Requirement[]): void {
  console.log(`\n${heading}: ${entries.length}`);
  for (const entry of entries) {
    const tests = testsOf.get(entry.id) ?? [];
    const more = tests.length > 1 ? ` (+${tests.length - 1})` : '';
    console.log(`  ${entry.id.padEnd(7)} ${entry.status.padEnd(8)} ${entry.title}`);
    console.log(`          → ${codeOf(entry) ?? '–'} → ${tests[0] ?? '–'}${more}`);
  }
}

const requirements = readRequirements(JSON.parse(readFileSync(listFile, 'utf8')));
const { met, unproven, ahead, open, unknown, testsOf } = coverage(requirements, testTitles('test'));
const ruleFiles = readdirSync(ruleFolder).map((name) => {
  const file = join(ruleFolder, name);
  return { name: file, source: readFileSync(file, 'utf8') };
});
const nowhere = requirements.filter((one) => one.status !== 'planned' && codeOf(one) === undefined);
console.log(`Krav i ${listFile}: ${requirements.length}`);
say('Byggda, med test / built, with a test', met);
say('Har test men är inte märkta byggda / tested, not marked built', ahead);
say('Planerade eller fakta / planned or facts', open);
say('Märkta byggda utan test / marked built without a test', unproven);
for (const { id, file, title } of unknown) console.error(`Okänt krav / unknown requirement ${id}: ${file}: ${title}`);
for (const { id } of nowhere) console.error(`Utan plats i koden / without a place in the code: ${id}`);
process.exitCode = nowhere.length > 0 || unproven.length > 0 || unknown.length > 0 ? 1 : 0;
