import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProjectCommand } from '../../src/commands/project-files.ts';
import { readConfig } from '../../src/config.ts';
import { onEachEngine } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';

const samplePath = new URL('../../src/features/planning/sample/sample-project.json', import.meta.url).pathname;

onEachEngine('npm run project', (engine) => {
  const folder = temporaryFolder('project-command');

  async function terminal() {
    const config = readConfig({ DATA_DIR: folder, DATABASE_URL: await engine.preparedUrl() });
    const said: string[] = [];
    return {
      said,
      run: (...args: string[]) => {
        said.length = 0;
        return runProjectCommand(config, args, { out: (text) => said.push(text), error: (text) => said.push(text) });
      },
    };
  }

  test('imports, lists and exports; the export is imported again and gives the same file', async () => {
    const { run, said } = await terminal();
    expect(await run('import', samplePath)).toBe(0);
    expect(said.join('\n')).toContain('Vilande: inget skickas förrän Karin Tunsberg har bekräftat.');
    expect(await run('list')).toBe(0);
    expect(said).toEqual(['lp-2026-kompetens\tdormant\tKompetens i hela Dalarna']);
    const out = join(folder, 'out.json');
    expect(await run('export', 'lp-2026-kompetens', '--out', out)).toBe(0);
    expect(await run('import', out, '--replace')).toBe(0);
    expect(await run('export', 'lp-2026-kompetens')).toBe(0);
    expect(`${said[0] ?? ''}\n`).toBe(readFileSync(out, 'utf8'));
  });

  test('says in both languages what is wrong, and ends with a code that scripts see', async () => {
    const { run, said } = await terminal();
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, '{"schemaVersion":3,"project":{"id":"lp","title":"x"}}');
    expect(await run('import', wrong)).toBe(1);
    expect(said).toEqual([
      'Fel i projektfilen: 1. Rätta och läs in filen igen. Inget har ändrats.',
      '  schemaVersion = 3: Programmet läser version 1 av projektfilen. Skriv "schemaVersion": 1.',
      'Errors in the project file: 1. Correct them and import the file again. Nothing has changed.',
      '  schemaVersion = 3: The program reads version 1 of the project file. Write "schemaVersion": 1.',
    ]);
    expect(await run('import', join(folder, 'nowhere.json'))).toBe(1);
    expect(await run('export', 'lp-nowhere')).toBe(1);
    expect(await run('shine')).toBe(2);
    expect(said.join('\n')).toContain('npm run project -- import');
  });
});
