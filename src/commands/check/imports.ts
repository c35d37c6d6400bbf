import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';
import {
  featureFiles,
  featureFolders,
  layerRules,
  placeOf,
  type FeatureLayer,
  type Layer,
  type LayerRule,
  type Place,
} from './layers.ts';

export interface Import {
  readonly specifier: string;
  /** True for `import type … from` and `import('…')` in a type, which leave nothing at run time. */
  readonly typeOnly: boolean;
}

export interface ImportCheck {
  readonly modules: number;
  readonly offences: readonly string[];
}

/** Every import, re-export and dynamic import of a TypeScript file. @throws Error when it cannot be parsed. */
export function importsOf(path: string, source: string): Import[] {
  const { program, errors } = parseSync(path, source);
  const fatal = errors.find((error) => error.severity === 'Error');
  if (fatal !== undefined) throw new Error(`${path}: ${fatal.message}`);
  const found: Import[] = [];
  walk(program, (node) => {
    const specifier = literal(node['source']);
    if (specifier === undefined) return;
    const kind = node['importKind'] ?? node['exportKind'];
    found.push({ specifier, typeOnly: kind === 'type' || node['type'] === 'TSImportType' });
  });
  return found;
}

type Node = Readonly<Record<string, unknown>>;

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) return value.forEach((each) => walk(each, visit));
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node; // any object of the tree may be read by its keys
  visit(node);
  for (const child of Object.values(node)) walk(child, visit);
}

function literal(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('value' in value)) return undefined;
  return typeof value.value === 'string' ? value.value : undefined;
}

/** Checks the given files (paths from `root`, with forward slashes) against the table of layers. */
export function checkImports(root: string, paths: readonly string[]): ImportCheck {
  const offences: string[] = [];
  for (const path of paths) {
    const place = placeOf(path);
    if (place === undefined) {
      offences.push(`${path} stands nowhere in the tree. Move it, or add its folder to src/commands/check/layers.ts.`);
      continue;
    }
    for (const each of importsOf(path, readFileSync(join(root, path), 'utf8'))) {
      const offence = judge(path, place, each);
      if (offence !== undefined) offences.push(offence);
    }
  }
  return { modules: paths.length, offences };
}

function judge(path: string, from: Place, imported: Import): string | undefined {
  const rule = layerRules[from.layer];
  const tell = (what: string) => `${path} (${from.layer}) imports ${what}. ${rule.remedy}`;
  if (!imported.specifier.startsWith('.')) {
    const name = packageName(imported.specifier);
    return allowsPackage(rule, name, imported.typeOnly) ? undefined : tell(`the package ${name}`);
  }
  const target = posix.join(posix.dirname(path), imported.specifier);
  // Pictures, style sheets and JSON are not modules of a layer.
  if (!/\.(ts|tsx|mts|mjs)$/.test(target)) return undefined;
  const to = placeOf(target);
  if (to === undefined) return tell(`${target}, which stands nowhere in the tree`);
  if (allows(rule, from, to, imported.typeOnly)) return undefined;
  const needsType = rule.typesOnly?.includes(to.layer) === true;
  return tell(`${target} (${to.layer})${needsType ? ' as more than a type' : ''}`);
}

function allows(rule: LayerRule, from: Place, to: Place, typeOnly: boolean): boolean {
  if (rule.any.includes(to.layer)) return true;
  if (typeOnly && rule.typesOnly?.includes(to.layer) === true) return true;
  if (from.feature === undefined || !isFeatureLayer(to.layer)) return false;
  return to.feature === from.feature && rule.own?.includes(to.layer) === true;
}

function isFeatureLayer(layer: Layer): layer is FeatureLayer {
  return featureLayers.has(layer);
}

const featureLayers: ReadonlySet<Layer> = new Set<Layer>([...featureFiles, ...featureFolders]);

function packageName(specifier: string): string {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function allowsPackage(rule: LayerRule, name: string, typeOnly: boolean): boolean {
  if (rule.packages === 'every' || rule.packages.includes(name)) return true;
  return typeOnly && rule.typePackages?.includes(name) === true;
}
