import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDemo } from '../../../src/commands/check/demo-rule.ts';
import { checkFolders } from '../../../src/commands/check/folder-grammar.ts';
import { forbiddenWords } from '../../../src/commands/check/forbidden-words.ts';
import { checkImports, importsOf } from '../../../src/commands/check/imports.ts';
import { checkTheImportCheck } from '../../../src/commands/check/plants.ts';
import { temporaryFolder } from '../../temporary.ts';

function planted(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder('planted');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('the import rules', () => {
  test('catch an offence planted in every layer and let the permitted pass', () => {
    expect(checkTheImportCheck()).toEqual([]);
  });

  test('tell who imports what, and what to do instead', () => {
    const path = 'src/features/sessions/actions.ts';
    const root = planted({ [path]: "import { busyRooms } from '../rooms/store.ts';" });
    expect(checkImports(root, [path])).toEqual({
      modules: 1,
      offences: [
        expect.stringMatching(/sessions\/actions\.ts \(actions\) imports .*rooms\/store\.ts \(store\).*queries/),
      ],
    });
  });

  test('see static, dynamic, re-exporting and type imports, and not comments or strings', () => {
    const source = `
      import a from './a.ts'; import type { B } from './b.ts'; export * from './c.ts';
      export type { D } from './d.ts'; const e = import('./e.ts'); type F = import('./f.ts').F;
      // import './g.ts'
      const h = "import './h.ts'";`;
    expect(
      importsOf('x.ts', source).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' type' : ''}`),
    ).toEqual(['./a.ts', './b.ts type', './c.ts', './d.ts type', './e.ts', './f.ts type']);
  });

  test('stop at a file that cannot be parsed instead of passing it', () => {
    const root = planted({ 'src/domain/a.ts': 'import {' });
    expect(() => checkImports(root, ['src/domain/a.ts'])).toThrow('src/domain/a.ts');
  });
});

describe('the folder grammar', () => {
  test('takes the closed list of names, in a feature and in its sub-concerns', () => {
    const good = ['types.ts', 'agenda/rules.ts', 'pages/agenda-page.ts', 'agenda/letters/agenda-letter.ts'];
    expect(checkFolders(good.map((name) => `src/features/sessions/${name}`))).toEqual([]);
  });

  test.each([
    ['src/features/sessions/helpers.ts', 'move it into pages/ or letters/'],
    ['src/features/sessions/agenda/utils.ts', 'sub-folder'],
    ['src/features/loose.ts', 'belongs to no feature'],
    ['src/features/sessions/pages/deep/page.ts', 'holds no folders'],
    ['src/domain/LocalDate.ts', 'kebab-case'],
    ['lib/thing.ts', 'stands at the top'],
  ])('says how to repair %s', (path, remedy) => {
    expect(checkFolders([path]).join()).toContain(remedy);
  });
});

describe('the demo rule', () => {
  test('lets the demo name types and refuses its actions and stores, in its folder too', () => {
    const root = planted({
      'src/commands/demo.ts': "import type { X } from '../features/rooms/actions.ts'; import './demo/day.ts';",
      'src/commands/demo/day.ts': "import { book } from '../../features/rooms/actions.ts';",
    });
    expect(checkDemo(root, ['src/commands/demo.ts', 'src/commands/demo/day.ts'])).toEqual([
      'src/commands/demo/day.ts imports src/features/rooms/actions.ts. Let the demo act through HTTP or the bot.',
    ]);
  });
});

describe('the forbidden words', () => {
  test('find a folder of a machine and a registry, with the line', () => {
    // Put together here, or this file would be reported itself.
    const folder = ['see ', 'home', 'anna', 'x'].join('/');
    const registry = ['registry', 'npmjs', 'org'].join('.');
    const outside = ['..', 'shared', 'file'].join('/');
    const text = ['fine', folder, registry, outside].join('\n');
    expect(forbiddenWords('a.md', text).map((line) => line.slice(0, 6))).toEqual(['a.md:2', 'a.md:3', 'a.md:4']);
  });

  test('let addresses and our own folders pass', () => {
    const address = ['https://kurs.example.se', 'work', 'plan'].join('/');
    const own = ['..', '..', 'shared.ts'].join('/');
    expect(forbiddenWords('a.md', [address, 'src/root/x', own].join('\n'))).toEqual([]);
  });
});
