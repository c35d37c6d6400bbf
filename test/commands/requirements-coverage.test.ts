import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverage, readRequirements, titlesIn } from '../../src/commands/requirements-coverage.ts';
import type { Requirement } from '../../src/commands/requirements-coverage.ts';

// Put together here, so that these examples are not read as titles of this file.
const call = (name: string, title: string): string => `${name}('${title}', () => {});`;

const list: readonly Requirement[] = [
  { id: 'INV-01', title: 'Inbjudan i tid', status: 'built' },
  { id: 'CAL-01', title: 'Kalenderbokningar', status: 'built' },
  { id: 'X-04', title: 'Jobb som kan köras om', status: 'planned' },
];

const titles = (source: string) => titlesIn('a.test.ts', source).map(({ title }) => title);

test('titles of tests, groups and tables of cases are read', () => {
  const source = [call('test', 'one'), call('it', 'two'), call('describe', 'three'), call('test.each([1, 2])', 'four')];
  expect(titles(source.join('\n'))).toEqual(expect.arrayContaining(['one', 'two', 'three', 'four']));
  const table = ['test.each([', "  ['a', 1],", '])', "('five %s', () => {});"].join('\n').replace(')\n(', ')(');
  expect(titles(table)).toContain('five %s');
});

test('skipped and planned tests prove nothing', () => {
  expect(titles([call('test.skip', 'one'), call('test.todo', 'two')].join('\n'))).toEqual([]);
});

test('a requirement marked built without a test is unproven', () => {
  const found = coverage(list, [{ file: 'a', title: 'INV-01 the deadline' }]);
  expect(found.met.map(({ id }) => id)).toEqual(['INV-01']);
  expect(found.unproven.map(({ id }) => id)).toEqual(['CAL-01']);
  expect(found.open.map(({ id }) => id)).toEqual(['X-04']);
});

test('a title may name several requirements, and one that nobody knows is told', () => {
  const found = coverage(list, [{ file: 'a', title: 'INV-01 CAL-01 X-04 at once, in UTF-16, and CAL-77' }]);
  expect(found.unknown.map(({ id }) => id)).toEqual(['CAL-77']);
  expect(found.ahead.map(({ id }) => id)).toEqual(['X-04']);
});

test('the list in the repository has the ninety-six requirements, each once', () => {
  const read = readRequirements(JSON.parse(readFileSync('src/guideline/requirements.json', 'utf8')));
  expect(read).toHaveLength(96);
});

test('a list with an unknown mark or a double id is refused with its place', () => {
  expect(() => readRequirements([{ id: 'A-01', title: 'a', status: 'done' }])).toThrow('[0]');
  expect(() => readRequirements([list[0], list[0]])).toThrow('[1]');
});
