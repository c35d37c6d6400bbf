import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readAppPackage, type AppPackage } from '../../../src/commands/package/app-package.ts';
import { buildPackage, faultsOf } from '../../../src/commands/package/build.ts';
import { resourceSpecific } from '../../../src/commands/package/checks.ts';
import { temporaryFolder } from '../../temporary.ts';

const id = '11111111-2222-4333-8444-555555555555';
const values = { publicUrl: 'https://larprojekt.example', clientId: id, botAppId: id, version: '1.2.3' };
const app = readAppPackage('appPackage', values);
const scratch = () => join(temporaryFolder('package'), 'scratch');

/** The package as it stands with one place of its manifest changed. */
function changed(change: (manifest: Record<string, unknown>) => void, more: Partial<AppPackage> = {}): AppPackage {
  const manifest: Record<string, unknown> = structuredClone(app.manifest);
  change(manifest);
  return { ...app, manifest, ...more };
}

describe('the Teams app package', () => {
  test('is valid by Microsoft’s schema and by our own checks, and holds only what it names', async () => {
    const zip = join(temporaryFolder('package'), 'larprojekt.zip');
    await buildPackage('appPackage', values, zip);
    const files = unzipSync(readFileSync(zip));
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const manifest: unknown = JSON.parse(new TextDecoder().decode(files['manifest.json']));
    expect(manifest).toMatchObject({ version: '1.2.3', bots: [{ botId: id }], validDomains: ['larprojekt.example'] });
    expect(JSON.stringify(manifest)).not.toContain('${{');
  });

  test('has the bot in personal chat, group chat and channel, each with commands', () => {
    expect(app.manifest).toMatchObject({
      localizationInfo: { defaultLanguageTag: 'sv' },
      bots: [
        {
          scopes: ['personal', 'team', 'groupChat'],
          commandLists: [{ scopes: ['personal'] }, { scopes: ['groupChat'] }, { scopes: ['team'] }],
        },
      ],
      staticTabs: [{ name: 'I dag', contentUrl: 'https://larprojekt.example/tab/idag' }],
      configurableTabs: [{ configurationUrl: 'https://larprojekt.example/tab/config' }],
    });
  });

  test('asks for no permission to read what is not written to the bot', () => {
    expect(JSON.stringify(app.manifest)).not.toMatch(/Message\.Read/);
    expect(resourceSpecific(app.manifest)).toEqual([]);
  });

  test.each<[string, AppPackage, string]>([
    [
      'a bot of another registration',
      changed((m) => (m['webApplicationInfo'] = { id: 'x', resource: 'api://a/x' })),
      'same app registration',
    ],
    ['an address outside the domains', changed((m) => (m['validDomains'] = ['other.example'])), 'outside validDomains'],
    ['an unknown key', changed((m) => (m['surprise'] = 1)), 'surprise'],
    ['a missing text in a language', { ...app, languages: { 'en.json': {} } }, 'lacks name.short'],
    [
      'an icon of the wrong size',
      { ...app, icons: { ...app.icons, 'color.png': app.icons['outline.png'] ?? Buffer.of() } },
      '192×192',
    ],
    [
      'an outline without transparency',
      { ...app, icons: { ...app.icons, 'outline.png': app.icons['color.png'] ?? Buffer.of() } },
      '32×32',
    ],
    [
      'a permission that does not exist',
      changed(
        (m) =>
          (m['authorization'] = {
            permissions: { resourceSpecific: [{ name: 'Hitta.Pa.Group', type: 'Application' }] },
          }),
      ),
      'Hitta.Pa.Group',
    ],
    [
      'a permission to read every message of a chat',
      changed(
        (m) =>
          (m['authorization'] = {
            permissions: { resourceSpecific: [{ name: 'ChatMessage.Read.Chat', type: 'Application' }] },
          }),
      ),
      'leave it out',
    ],
    [
      'a command twice',
      changed(
        (m) =>
          (m['bots'] = [
            {
              botId: id,
              scopes: ['personal'],
              commandLists: [
                { scopes: ['personal'], commands: ['hjälp', 'Hjälp'].map((title) => ({ title, description: 'x' })) },
              ],
            },
          ]),
      ),
      'stands twice',
    ],
    ['a name that is too long', changed((m) => (m['name'] = { short: 'x'.repeat(31), full: 'x' })), 'name.short is 31'],
  ])('is refused with %s', async (_what, broken, words) => {
    expect((await faultsOf(broken, scratch())).join('\n')).toContain(words);
  });

  test('names the place of the manifest that has no value', () => {
    expect(() => readAppPackage('appPackage', { ...values, publicUrl: 'not an address' })).toThrow();
  });
});
