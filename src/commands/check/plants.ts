import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkImports } from './imports.ts';
import { layerRules, placeOf } from './layers.ts';

interface Plant {
  readonly path: string;
  readonly line: string;
}

// A checker that reads nothing is green too. These are planted in a folder of their own: each must be reported.
const offences: readonly Plant[] = [
  { path: 'src/domain/a.ts', line: "import { x } from '../ports/clock.ts';" },
  { path: 'src/domain/b.ts', line: "import 'node:fs';" },
  { path: 'src/guideline/a.ts', line: "import type { X } from '../ports/clock.ts';" },
  { path: 'src/ports/a.ts', line: "import type { X } from '../features/rooms/types.ts';" },
  { path: 'src/database/a.ts', line: "import { x } from '../features/rooms/rules.ts';" },
  { path: 'src/adapters/http/a.ts', line: "export { x } from '../../features/rooms/routes.ts';" },
  { path: 'src/adapters/graph/a.ts', line: "import { x } from '../../features/rooms/types.ts';" },
  { path: 'src/sandbox/a.ts', line: "import { x } from '../database/open.ts';" },
  { path: 'src/tools.ts', line: "import { x } from './database/open.ts';" },
  { path: 'src/config.ts', line: "import { x } from './main.ts';" },
  { path: 'src/features/rooms/queries.ts', line: "import { x } from '../../product.ts';" },
  { path: 'bot/a.ts', line: "export * from '../src/features/rooms/store.ts';" },
  { path: 'tab/a.tsx', line: "import { x } from '../src/features/rooms/schema.ts';" },
  // Leaves an import at run time, unlike `import type`.
  { path: 'tab/b.tsx', line: "import { type X } from '../src/features/rooms/types.ts';" },
  { path: 'src/features/sessions/types.ts', line: "import type { X } from './store.ts';" },
  { path: 'src/features/sessions/rules.ts', line: "const x = await import('./store.ts');" },
  { path: 'src/features/sessions/schema.ts', line: "import { x } from './actions.ts';" },
  { path: 'src/features/sessions/policy.ts', line: "import { x } from './store.ts';" },
  { path: 'src/features/sessions/store.ts', line: "import { x } from '../rooms/store.ts';" },
  { path: 'src/features/sessions/queries.ts', line: "import { x } from '../rooms/store.ts';" },
  { path: 'src/features/sessions/actions.ts', line: "import { x } from '../../adapters/graph/events.ts';" },
  { path: 'src/features/sessions/agenda/actions.ts', line: "import { x } from '../../rooms/agenda/store.ts';" },
  { path: 'src/features/sessions/jobs.ts', line: "type X = import('../rooms/store.ts').X;" },
  { path: 'src/features/sessions/routes.ts', line: "import { x } from './store.ts';" },
  { path: 'src/features/sessions/pages/a.ts', line: "import { x } from '../queries.ts';" },
  { path: 'src/features/sessions/pages/b.ts', line: "import { Router } from 'express';" },
  { path: 'src/features/sessions/letters/a.ts', line: "import { x } from '../store.ts';" },
  { path: 'src/elsewhere/a.ts', line: 'export {};' },
];

// And these must not.
const allowed: readonly Plant[] = [
  { path: 'src/features/rooms/actions.ts', line: "import { x } from './store.ts';" },
  { path: 'src/features/rooms/booking/actions.ts', line: "import { x } from '../store.ts';" },
  { path: 'src/features/rooms/jobs.ts', line: "import { x } from '../sessions/queries.ts';" },
  { path: 'src/features/rooms/rules.ts', line: "// import { x } from './store.ts';" },
  { path: 'src/commands/demo.ts', line: "import { x } from '../features/rooms/store.ts';" },
  { path: 'tab/c.tsx', line: "import type { X } from '../src/features/rooms/schema.ts';" },
  { path: 'bot/b.ts', line: "import { x } from '../src/features/rooms/actions.ts';" },
];

/** What the import check misses or wrongly reports on a planted tree; empty when it can be trusted. */
export function checkTheImportCheck(): string[] {
  const root = mkdtempSync(join(tmpdir(), 'larprojekt-plants-'));
  try {
    const faults = unplantedLayers();
    for (const { path, line } of [...offences, ...allowed]) write(root, path, line);
    const { offences: reported } = checkImports(
      root,
      [...offences, ...allowed].map((plant) => plant.path),
    );
    const told = (plant: Plant) => reported.some((text) => text.startsWith(`${plant.path} `));
    for (const plant of offences) if (!told(plant)) faults.push(`not caught: ${plant.path}: ${plant.line}`);
    for (const plant of allowed) if (told(plant)) faults.push(`wrongly reported: ${plant.path}: ${plant.line}`);
    return faults;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function unplantedLayers(): string[] {
  const planted = new Set(offences.map((plant) => placeOf(plant.path)?.layer));
  return Object.entries(layerRules)
    .filter(([layer, rule]) => rule.remedy !== '' && ![...planted].includes(layer as keyof typeof layerRules))
    .map(([layer]) => `no offence is planted for the layer ${layer}`);
}
