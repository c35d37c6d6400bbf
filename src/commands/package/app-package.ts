import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Teams installs: a manifest, its language files and its icons, by file name. */
export interface AppPackage {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly languages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly icons: Readonly<Record<string, Buffer>>;
}

/** What differs between installations. */
export interface PackageValues {
  /** The public address without a final slash, https. */
  readonly publicUrl: string;
  readonly clientId: string;
  readonly botAppId: string;
  readonly version: string;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the folder and fills its `${{NAME}}` places. @throws Error when a place has no value or a file is missing */
export function readAppPackage(folder: string, values: PackageValues): AppPackage {
  const text = fillPlaces(readFileSync(join(folder, 'manifest.json'), 'utf8'), values);
  const manifest: unknown = JSON.parse(text);
  if (!isObject(manifest)) throw new Error('manifest.json holds no object');
  const languages = languageFiles(manifest).map((file) => [file, readLanguage(join(folder, file))] as const);
  const icons = iconFiles(manifest).map((file) => [file, readFileSync(join(folder, file))] as const);
  return { manifest, languages: Object.fromEntries(languages), icons: Object.fromEntries(icons) };
}

/** Fills the `${{NAME}}` places of a text. @throws Error when one has no value */
export function fillPlaces(text: string, values: PackageValues): string {
  const places: Readonly<Record<string, string>> = {
    PUBLIC_URL: values.publicUrl,
    PUBLIC_HOST: new URL(values.publicUrl).host,
    CLIENT_ID: values.clientId,
    BOT_APP_ID: values.botAppId,
    VERSION: values.version,
  };
  return text.replaceAll(/\$\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`the manifest asks for ${name}, which has no value`);
    return value;
  });
}

function languageFiles(manifest: Readonly<Record<string, unknown>>): string[] {
  const info = manifest['localizationInfo'];
  const more = isObject(info) && Array.isArray(info['additionalLanguages']) ? info['additionalLanguages'] : [];
  return more.flatMap((language: unknown) => (isObject(language) ? [String(language['file'])] : []));
}

function iconFiles(manifest: Readonly<Record<string, unknown>>): string[] {
  const icons = manifest['icons'];
  return isObject(icons) ? Object.values(icons).map(String) : [];
}

function readLanguage(path: string): Record<string, string> {
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isObject(read)) throw new Error(`${path} holds no object`);
  return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value)]));
}
