import { readFileSync } from 'node:fs';
import { fillPlaces, type PackageValues } from './app-package.ts';

/** The add-in for Outlook that does not read the app's unified manifest, with its addresses filled in. */
export function readOutlookAddin(file: string, values: PackageValues): string {
  return fillPlaces(readFileSync(file, 'utf8'), values);
}

/**
 * What no schema sees: a name that leads nowhere (Outlook then shows an empty button), an id that stands twice, a text
 * in one language alone, an address that is not ours, and an id that the Teams app does not hide.
 */
export function checkOutlookAddin(text: string, { publicUrl }: PackageValues, manifest: unknown): string[] {
  const named = all(text, /<bt:(?:Image|Url|String) id="([^"]+)"/g);
  const used = all(text, /\bresid="([^"]+)"/g);
  const ids = all(text, /<(?:Group|Control)[^>]*\sid="([^"]+)"/g);
  const urls = all(text, /(?:DefaultValue="|<AppDomain>)(https?:[^"<]+)/g);
  const strings = [...text.matchAll(/<bt:String id="([^"]+)"[^>]*>(.*?)<\/bt:String>/gs)];
  const hides = JSON.stringify(manifest).match(/"customOfficeAddin":\{"officeAddinId":"([^"]+)"/)?.[1];
  const [own] = all(text, /<Id>([^<]+)<\/Id>/g);
  return [
    ...unique(used.filter((name) => !named.includes(name))).map((name) => `resid ${name} is named nowhere`),
    ...unique(named.filter((name) => !used.includes(name))).map((name) => `${name} is named and never used`),
    ...doubles([...named]).map((name) => `${name} is named twice`),
    ...doubles([...ids]).map((id) => `the id ${id} stands twice`),
    ...urls.filter((url) => !isBelow(url, publicUrl)).map((url) => `${url} is not at ${publicUrl}`),
    ...strings.filter(([, , inside]) => !inside?.includes('Locale="en-US"')).map(([, id]) => `${id} has no English`),
    ...[...text.matchAll(/<bt:String id="(\w+)Label" DefaultValue="([^"]{65,})"/g)].map(
      ([, id]) => `${id}Label is too long`,
    ),
    ...(hides === own ? [] : ['the Teams app hides another add-in than this one, so people would see two']),
  ];
}

function isBelow(url: string, publicUrl: string): boolean {
  return url === publicUrl || url.startsWith(`${publicUrl}/`);
}

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');
const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
const doubles = (texts: readonly string[]): readonly string[] =>
  unique(texts.filter((text, index) => texts.indexOf(text) !== index));
