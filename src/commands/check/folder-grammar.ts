import { featureFiles, featureFolders } from './layers.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

// Beside the product's own folders only what tools demand by name.
const topLevel: ReadonlySet<string> = new Set([
  'appPackage',
  'src',
  'bot',
  'tab',
  'manifest',
  'infra',
  'test',
  'docs',
  '.ci',
  '.dockerignore',
  '.github',
  '.gitignore',
  '.npmrc',
  '.oxlintrc.json',
  '.prettierignore',
  '.prettierrc.json',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'knip.json',
  'm365agents.yml',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]);

/** What breaks the grammar of folders, each with its repair. Paths are those of the repository, with forward slashes. */
export function checkFolders(paths: readonly string[]): string[] {
  const strangers = new Set(paths.map((path) => path.split('/')[0] ?? path).filter((name) => !topLevel.has(name)));
  return [
    ...[...strangers].map((name) => `${name} stands at the top. Move it into the folder that it belongs to.`),
    ...paths.filter((path) => path.startsWith('src/features/')).flatMap(featureFault),
    ...paths.filter((path) => /^(src|bot|tab)\/.*\.tsx?$/.test(path)).flatMap(nameFault),
  ];
}

function featureFault(path: string): string[] {
  // Data, such as a sample, may lie beside the file that reads it, and so may its description for people.
  if (path.endsWith('.json') || path.endsWith('/README.md')) return [];
  const steps = path.split('/').slice(2);
  const name = steps.at(-1) ?? '';
  const [feature = '', ...inside] = steps.slice(0, -1);
  if (inside.length === 0 && feature === '')
    return [`${path} belongs to no feature. Move it into src/features/<name>/.`];
  const free = inside.findIndex((folder) => featureFolders.some((known) => known === folder));
  if (free !== -1) {
    if (free === inside.length - 1) return [];
    return [`${path}: ${inside[free]}/ holds no folders. Move the file up, or make a sub-concern of it.`];
  }
  if (featureFiles.some((known) => name === `${known}.ts`)) return [];
  return [
    `${path} has no name of the list. Name it one of ${featureFiles.join(' ')} (.ts), move it into ` +
      `${featureFolders.map((folder) => `${folder}/`).join(' or ')}, or make a sub-folder of it with the same list.`,
  ];
}

function nameFault(path: string): string[] {
  const odd = path
    .split('/')
    .map((step) => step.replace(/(\.d)?\.tsx?$/, ''))
    .filter((step) => !kebab.test(step));
  return odd.length === 0 ? [] : [`${path}: write ${odd.join(', ')} in kebab-case.`];
}
