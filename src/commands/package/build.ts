import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';
import { readAppPackage, type AppPackage, type PackageValues } from './app-package.ts';
import { checkAppPackage } from './checks.ts';

/** Everything that is wrong with the package, from Microsoft's schema (offline) and from our own checks. */
export async function faultsOf(app: AppPackage, scratch: string): Promise<string[]> {
  const file = join(scratch, 'manifest.json');
  mkdirSync(scratch, { recursive: true });
  writeFileSync(file, JSON.stringify(app.manifest));
  try {
    const [, faults] = await AppManifestUtils.readAndValidateTeamsManifest(file);
    return [...faults, ...checkAppPackage(app)];
  } catch (fault) {
    // A value of the wrong kind is thrown rather than listed.
    return [fault instanceof Error ? fault.message : String(fault), ...checkAppPackage(app)];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Writes the zip that an administrator uploads. @throws Error with every fault when the package is not valid */
export async function buildPackage(folder: string, values: PackageValues, zipFile: string): Promise<void> {
  const app = readAppPackage(folder, values);
  const faults = await faultsOf(app, `${zipFile}.check`);
  if (faults.length > 0) {
    throw new Error(`Paketet går inte att installera / cannot be installed:\n  - ${faults.join('\n  - ')}`);
  }
  mkdirSync(dirname(zipFile), { recursive: true });
  writeFileSync(zipFile, zipSync(filesOf(app), { level: 9 }));
}

function filesOf(app: AppPackage): Record<string, Uint8Array> {
  const json = (value: unknown) => strToU8(JSON.stringify(value, null, 2));
  const languages = Object.entries(app.languages).map(([name, texts]) => [name, json(texts)] as const);
  return { 'manifest.json': json(app.manifest), ...Object.fromEntries(languages), ...app.icons };
}
