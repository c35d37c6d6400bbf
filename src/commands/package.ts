import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { readAppPackage, type PackageValues } from './package/app-package.ts';
import { buildPackage } from './package/build.ts';
import { resourceSpecific } from './package/checks.ts';
import { handoverPage, type HandoverFacts } from './package/handover/page.ts';
import { explained, registeredPermissions, statedPermissions } from './package/handover/permissions.ts';
import { checkOutlookAddin, readOutlookAddin } from './package/outlook-addin.ts';
import { projectRoot } from './project-root.ts';
import { sandboxClientId } from './sandbox-world.ts';

// An address that nobody has: the sandbox can show what a package looks like, not one that Teams can open.
const exampleUrl = 'https://larprojekt.example';

interface Installation extends PackageValues, Pick<HandoverFacts, 'organiserMailbox' | 'isReal'> {}

function valuesFrom(version: string): Installation {
  const config = readConfig(process.env);
  if (config.mode === 'tenant') {
    const { publicUrl, clientId, botAppId, organiserMailbox } = config;
    return { publicUrl, clientId, botAppId, version, organiserMailbox, isReal: true };
  }
  console.log(
    'Det här är ett provpaket: MODE är inte tenant, så adressen är ett exempel och Teams kan inte öppna den.\n' +
      'This is a trial package: MODE is not tenant, so the address is an example that Teams cannot open.',
  );
  const example = { publicUrl: exampleUrl, organiserMailbox: 'larprojekt@organisationen.example', isReal: false };
  return { ...example, clientId: sandboxClientId, botAppId: sandboxClientId, version };
}

/** What those who are to approve the app read, from the same sources as the code and the package. */
async function handover(values: Installation): Promise<string> {
  const { manifest } = readAppPackage(join(projectRoot, 'appPackage'), values);
  const permissions = explained(
    await statedPermissions(join(projectRoot, 'src', 'adapters', 'graph')),
    registeredPermissions(join(projectRoot, 'manifest', 'app-registration.json')),
  );
  return handoverPage({ ...values, permissions, teamsPermissions: resourceSpecific(manifest) });
}

/** The same pane for Outlook that does not read the app's own manifest. @throws Error with every fault */
function outlookAddin(values: Installation): string {
  const { manifest } = readAppPackage(join(projectRoot, 'appPackage'), values);
  const text = readOutlookAddin(join(projectRoot, 'manifest', 'outlook-addin.xml'), values);
  const faults = checkOutlookAddin(text, values, manifest);
  if (faults.length > 0) throw new Error(`manifest/outlook-addin.xml:\n  - ${faults.join('\n  - ')}`);
  return text;
}

const described = z.object({ version: z.string() });

try {
  const { version } = described.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));
  const zip = join(projectRoot, 'dist', 'larprojekt.zip');
  const values = valuesFrom(version);
  await buildPackage(join(projectRoot, 'appPackage'), values, zip);
  writeFileSync(join(projectRoot, 'dist', 'till-it-och-dataskydd.html'), await handover(values));
  writeFileSync(join(projectRoot, 'dist', 'larprojekt-outlook.xml'), outlookAddin(values));
  console.log(`Teams-appen ligger i / is in dist/larprojekt.zip: version ${version}, ${values.publicUrl}`);
  console.log(
    'För Outlook på Mac och äldre Windows / for Outlook on Mac and older Windows: dist/larprojekt-outlook.xml',
  );
  console.log('Till it och dataskydd / for IT and data protection: dist/till-it-och-dataskydd.html');
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}
