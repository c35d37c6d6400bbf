import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage, readRequirements, titlesIn } from './requirements-coverage.ts';
import type { Requirement, TestTitle } from './requirements-coverage.ts';

const listFile = join('src', 'guideline', 'requirements.json');

function testTitles(folder: string): readonly TestTitle[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .flatMap((file) => titlesIn(file, readFileSync(file, 'utf8')));
}

function say(heading: string, entries: readonly Requirement[]): void {
  console.log(`\n${heading}: ${entries.length}`);
  for (const { id, title, status } of entries) console.log(`  ${id.padEnd(7)} ${status.padEnd(8)} ${title}`);
}

const requirements = readRequirements(JSON.parse(readFileSync(listFile, 'utf8')));
const { met, unproven, ahead, open, unknown } = coverage(requirements, testTitles('test'));
console.log(`Krav i ${listFile}: ${requirements.length}`);
say('Byggda, med test / built, with a test', met);
say('Har test men är inte märkta byggda / tested, not marked built', ahead);
say('Planerade eller fakta / planned or facts', open);
say('Märkta byggda utan test / marked built without a test', unproven);
for (const { id, file, title } of unknown) console.error(`Okänt krav / unknown requirement ${id}: ${file}: ${title}`);
process.exitCode = unproven.length > 0 || unknown.length > 0 ? 1 : 0;
