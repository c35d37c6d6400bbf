/** What a file is, told by its place in the tree. Inside a feature the file's name, or its folder, is the layer. */
export type Layer =
  | 'domain'
  | 'guideline'
  | 'ports'
  | 'database'
  | 'http'
  | 'adapters'
  | 'sandbox'
  | 'bot'
  | 'tab'
  | 'tools'
  | 'config'
  | 'composition'
  | FeatureLayer;

export type FeatureLayer =
  'types' | 'rules' | 'schema' | 'policy' | 'store' | 'queries' | 'actions' | 'jobs' | 'routes' | 'pages' | 'letters';

export const featureFiles: readonly FeatureLayer[] = [
  'types',
  'rules',
  'schema',
  'policy',
  'store',
  'queries',
  'actions',
  'jobs',
  'routes',
];
export const featureFolders: readonly FeatureLayer[] = ['pages', 'letters'];

export interface Place {
  readonly layer: Layer;
  /** The feature's folder name; undefined outside `src/features`. */
  readonly feature?: string;
}

const folders: readonly (readonly [prefix: string, layer: Layer])[] = [
  ['src/domain/', 'domain'],
  ['src/guideline/', 'guideline'],
  ['src/ports/', 'ports'],
  ['src/database/', 'database'],
  ['src/adapters/http/', 'http'],
  ['src/adapters/', 'adapters'],
  ['src/sandbox/', 'sandbox'],
  ['src/commands/', 'composition'],
  ['bot/', 'bot'],
  ['tab/', 'tab'],
];

const files: Readonly<Record<string, Layer>> = {
  'src/tools.ts': 'tools',
  'src/config.ts': 'config',
  'src/log.ts': 'config',
};

/** Undefined for a file that stands nowhere in the tree; the caller reports it. */
export function placeOf(path: string): Place | undefined {
  const named = files[path];
  if (named !== undefined) return { layer: named };
  const folder = folders.find(([prefix]) => path.startsWith(prefix));
  if (folder !== undefined) return { layer: folder[1] };
  // What lies directly in src/ puts the others together, and nobody imports it.
  if (/^src\/[^/]+\.ts$/.test(path)) return { layer: 'composition' };
  const [, feature, inside] = /^src\/features\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (feature === undefined || inside === undefined) return undefined;
  const layer = featureLayer(inside);
  return layer === undefined ? undefined : { layer, feature };
}

function featureLayer(inside: string): FeatureLayer | undefined {
  const steps = inside.split('/');
  const folder = featureFolders.find((name) => steps.slice(0, -1).includes(name));
  return folder ?? featureFiles.find((name) => `${name}.ts` === steps.at(-1));
}

/** What a layer may import. `own` is within the same feature; `typesOnly` needs `import type`. */
export interface LayerRule {
  readonly any: readonly Layer[];
  readonly own?: readonly FeatureLayer[];
  readonly typesOnly?: readonly Layer[];
  /** Names of packages, `node:` modules included; `every` for layers that exist to hold them. */
  readonly packages: readonly string[] | 'every';
  /** Packages of which only types may be imported. */
  readonly typePackages?: readonly string[];
  readonly remedy: string;
}

const temporal = 'temporal-polyfill';
const allOwn: readonly FeatureLayer[] = [
  'types',
  'rules',
  'schema',
  'policy',
  'store',
  'queries',
  'actions',
  'jobs',
  'letters',
  'pages',
];
const everyLayer: readonly Layer[] = [
  'domain',
  'guideline',
  'ports',
  'database',
  'http',
  'adapters',
  'sandbox',
  'bot',
  'tab',
  'tools',
  'config',
  'composition',
  ...featureFiles,
  ...featureFolders,
];

const acting: LayerRule = {
  any: ['domain', 'guideline', 'ports', 'tools', 'policy', 'types', 'rules', 'queries', 'actions', 'letters'],
  own: allOwn,
  // The database's handle is passed on to the own store, so its type is known here and nothing more.
  typesOnly: ['schema', 'database'],
  packages: [temporal, 'node:crypto', 'read-excel-file', 'write-excel-file'],
  remedy: "Ask the other feature's queries or actions instead of its store, and reach the outside through a port.",
};

export const layerRules: Readonly<Record<Layer, LayerRule>> = {
  domain: {
    any: ['domain'],
    packages: [temporal],
    remedy: 'A word that needs this belongs in the feature that owns it.',
  },
  guideline: {
    any: ['guideline', 'domain'],
    typesOnly: ['types'],
    packages: [temporal],
    remedy: 'Give the rule its facts as arguments.',
  },
  types: {
    any: ['domain', 'guideline', 'types', 'rules'],
    typesOnly: ['ports'],
    packages: [temporal],
    remedy: 'Move the word to types.ts or domain/.',
  },
  rules: {
    any: ['domain', 'guideline', 'types', 'rules'],
    typesOnly: ['ports'],
    packages: [temporal, 'node:crypto'],
    remedy: 'A rule takes facts and answers a decision: let the action read and write, and pass what it read.',
  },
  schema: {
    any: ['domain'],
    own: ['types', 'schema'],
    packages: ['zod', temporal],
    remedy: 'A schema reads input into types; decisions belong in rules.ts.',
  },
  policy: {
    any: ['domain'],
    own: ['types', 'policy'],
    packages: [],
    remedy: 'A policy is a table over roles; facts come as arguments.',
  },
  store: {
    any: ['domain', 'database'],
    own: ['types', 'store'],
    typesOnly: ['ports'],
    packages: ['kysely', temporal],
    remedy: 'A store only reads and writes its own tables; let the action combine.',
  },
  queries: acting,
  actions: acting,
  jobs: acting,
  routes: {
    // Other features' queries: a public page first asks `links` whose link it is and `planning` about which project.
    any: ['domain', 'http', 'tools', 'pages', 'types', 'rules', 'queries'],
    own: ['schema', 'policy', 'actions', 'routes'],
    packages: ['express', 'busboy', 'qrcode', 'node:stream', 'node:stream/promises', 'node:stream/web', temporal],
    remedy: 'A route parses, asks the policy, calls an action or query and answers; move the rest there.',
  },
  pages: {
    any: ['domain', 'pages', 'letters'],
    own: ['types', 'rules'],
    typesOnly: ['types'],
    packages: [temporal],
    typePackages: ['express'],
    remedy: 'A page shows what it is given; let the route fetch it.',
  },
  letters: {
    any: ['domain', 'pages', 'letters'],
    own: ['types', 'rules'],
    typesOnly: ['types'],
    packages: [temporal],
    remedy: 'A letter is a pure function of what it is given; let the action fetch it.',
  },
  ports: {
    any: ['ports', 'domain'],
    packages: [temporal],
    remedy: 'A port speaks in domain words only.',
  },
  database: {
    any: ['database', 'domain'],
    typesOnly: ['types'],
    packages: 'every',
    remedy: 'The database knows tables; features know what they mean.',
  },
  http: {
    any: ['http', 'adapters', 'ports', 'domain', 'config'],
    packages: 'every',
    remedy: 'Features bring their routes; main.ts mounts them.',
  },
  adapters: {
    any: ['adapters', 'http', 'ports', 'domain', 'database', 'config'],
    packages: 'every',
    remedy: 'An adapter speaks for a port; what a feature needs from it goes into the port.',
  },
  sandbox: {
    any: ['sandbox', 'domain'],
    packages: 'every',
    remedy: 'The far side knows nothing of us; commands/ translates for it.',
  },
  bot: {
    any: [
      'bot',
      'domain',
      'guideline',
      'ports',
      'tools',
      'types',
      'rules',
      'schema',
      'policy',
      'queries',
      'actions',
      'letters',
    ],
    packages: 'every',
    remedy: 'The bot asks actions and queries.',
  },
  tab: {
    any: ['tab'],
    typesOnly: ['types', 'schema', 'domain'],
    packages: 'every',
    remedy: 'Write `import type`: only types may cross into the browser, so that no validator reaches the bundle.',
  },
  tools: {
    any: ['domain'],
    typesOnly: ['ports', 'database', 'domain', 'config'],
    packages: 'every',
    remedy: 'tools.ts names what actions may reach, as types.',
  },
  config: {
    any: ['config', 'domain'],
    packages: 'every',
    remedy: 'Let main.ts pass what is needed.',
  },
  composition: { any: everyLayer, packages: 'every', remedy: '' },
};
