import { existsSync, readFileSync } from 'node:fs';
import { checkDemo } from './demo-rule.ts';
import { checkFolders } from './folder-grammar.ts';
import { forbiddenWords } from './forbidden-words.ts';
import { checkImports } from './imports.ts';
import { checkTheImportCheck } from './plants.ts';
import { tool, type Step } from './step.ts';

const isModule = (path: string) => /^(src|bot|tab)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts');
const isText = (path: string) => !/\.(png|ico|woff2?|zip|xlsx|pdf)$/.test(path) && path !== 'package-lock.json';

/** What a tool learnt of unchanged files in its last run, so that the next takes seconds. Content decides, not time. */
function keptIn(name: string): readonly string[] {
  return ['--cache', '--cache-strategy=content', `--cache-location=node_modules/.cache/${name}/checked`];
}

function types(project: string): Promise<readonly string[]> {
  const kept = `node_modules/.cache/types-${project === '.' ? 'node' : project}.tsbuildinfo`;
  return tool('typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', kept, '-p', project);
}

/** Every step of `npm run check`, for the given files of the repository. */
export function checkSteps(paths: readonly string[]): readonly Step[] {
  const modules = paths.filter(isModule);
  return [
    {
      name: 'format',
      remedy: 'Run npm run format.',
      find: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', ...keptIn('prettier-checked'), '.'),
    },
    {
      name: 'lint',
      remedy: 'Mend the code; a rule that is wrong is changed in .oxlintrc.json for everyone.',
      find: () => tool('oxlint/bin/oxlint', '--type-aware', '--quiet', '--format=unix'),
    },
    { name: 'types', remedy: 'Mend the types.', find: () => types('.') },
    ...(existsSync('tab/tsconfig.json')
      ? [{ name: 'types of the tab', remedy: 'Mend the types.', find: () => types('tab') }]
      : []),
    {
      name: 'import rules',
      remedy: 'The table of who may import whom is in src/ARCHITECTURE.md and src/commands/check/layers.ts.',
      find: async () => (modules.length === 0 ? ['no modules were seen'] : checkImports('.', modules).offences),
    },
    {
      name: 'import rules catch planted offences',
      remedy: 'Mend src/commands/check/imports.ts, or plant an offence for the new layer in plants.ts.',
      find: async () => checkTheImportCheck(),
    },
    {
      name: 'folder grammar',
      remedy: 'The closed list of file names is in src/ARCHITECTURE.md.',
      find: async () => checkFolders(paths),
    },
    {
      name: 'demo goes through the entrances',
      remedy: 'The demo may use HTTP and the bot only.',
      find: async () => checkDemo('.', modules),
    },
    { name: 'unused code', remedy: 'Remove what nobody uses.', find: () => tool('knip/bin/knip.js', '--no-progress') },
    {
      name: 'forbidden words',
      remedy: 'The repository names no machine, registry or outside folder.',
      find: async () => paths.filter(isText).flatMap((path) => forbiddenWords(path, readFileSync(path, 'utf8'))),
    },
  ];
}
