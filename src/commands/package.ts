import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import type { PackageValues } from './package/app-package.ts';
import { buildPackage } from './package/build.ts';
import { projectRoot } from './project-root.ts';
import { sandboxClientId } from './sandbox-world.ts';

// An address that nobody has: the sandbox can show what a package looks like, not one that Teams can open.
const exampleUrl = 'https://larprojekt.example';

function valuesFrom(version: string): PackageValues {
  const config = readConfig(process.env);
  if (config.mode === 'tenant') {
    return { publicUrl: config.publicUrl, clientId: config.clientId, botAppId: config.botAppId, version };
  }
  console.log(
    'Det här är ett provpaket: MODE är inte tenant, så adressen är ett exempel och Teams kan inte öppna den.\n' +
      'This is a trial package: MODE is not tenant, so the address is an example that Teams cannot open.',
  );
  return { publicUrl: exampleUrl, clientId: sandboxClientId, botAppId: sandboxClientId, version };
}

const described = z.object({ version: z.string() });

try {
  const { version } = described.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));
  const zip = join(projectRoot, 'dist', 'larprojekt.zip');
  const values = valuesFrom(version);
  await buildPackage(join(projectRoot, 'appPackage'), values, zip);
  console.log(`Teams-appen ligger i / is in dist/larprojekt.zip: version ${version}, ${values.publicUrl}`);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}
