import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAppPackage } from '../../../src/commands/package/app-package.ts';
import { resourceSpecific } from '../../../src/commands/package/checks.ts';
import { handoverPage, type HandoverFacts } from '../../../src/commands/package/handover/page.ts';
import {
  explained,
  registeredPermissions,
  statedPermissions,
} from '../../../src/commands/package/handover/permissions.ts';

const clientId = '11111111-2222-4333-8444-555555555555';
const values = { publicUrl: 'https://larprojekt.example', clientId, botAppId: clientId, version: '1.2.3' };
const stated = await statedPermissions(join(process.cwd(), 'src/adapters/graph'));
const registered = registeredPermissions('manifest/app-registration.json');
const facts: HandoverFacts = {
  ...values,
  permissions: explained(stated, registered),
  teamsPermissions: resourceSpecific(readAppPackage('appPackage', values).manifest),
  organiserMailbox: 'dalalab@region.example',
  isReal: true,
};

describe('the page for IT and the data protection officer', () => {
  test('tells each permission with its use, its reason and who calls it, in both languages', () => {
    const page = handoverPage(facts);
    for (const { name, use, reason, statedBy } of facts.permissions) {
      for (const words of [name, use.sv, use.en, reason.sv, reason.en, ...statedBy.map((file) => `${file}.ts`)])
        expect(page).toContain(words);
    }
  });

  test('X-06 says what goes by itself and what only the content lead disposes of, each with a protocol', () => {
    const page = handoverPage(facts);
    for (const told of [
      'raderar appen bara specialkost av sig själv',
      'Resten gallrar innehållsansvarig på sidan Gallring',
      'the app deletes dietary needs alone by itself',
      'Each disposal leaves a protocol.',
    ])
      expect(page).toContain(told);
    expect(page).not.toContain('Appen raderar inte av sig själv');
  });

  test('changes when a call needs one permission more, and is not made until somebody has explained it', () => {
    const more = new Map([...stated, ['Files.Read.All', ['files']]]);
    expect(() => explained(more, registered)).toThrow(/Files\.Read\.All saknar förklaring/);
    const words = { sv: 'Läser det som aldrig lästs förut.', en: 'Reads what was never read before.' };
    const added = { name: 'Files.Read.All', id: clientId, granted: 'consent', use: words, reason: words } as const;
    const page = handoverPage({ ...facts, permissions: explained(more, [...registered, added]) });
    expect(handoverPage(facts)).not.toContain('Files.Read.All');
    expect(page).toContain('Files.Read.All');
    expect(page).toContain('Reads what was never read before.');
  });

  test('does not ask for a permission that no call needs', () => {
    const fewer = new Map([...stated].filter(([name]) => name !== 'Mail.Send'));
    expect(() => explained(fewer, registered)).toThrow(/Mail\.Send behövs inte/);
  });

  test('narrows every calendar and mail role to its mailboxes, and checks one outside them', () => {
    const page = handoverPage(facts);
    const roles = [
      ...page.matchAll(/-Role &quot;(Application [\w.]+)&quot; -CustomResourceScope &quot;([^&]+)&quot;/g),
    ];
    expect(new Map(roles.map(([, role, scope]) => [role, scope]))).toEqual(
      new Map([
        ['Application Calendars.ReadWrite', 'Larprojekt calendars'],
        ['Application Mail.ReadWrite', 'Larprojekt organiser'],
        ['Application Mail.Send', 'Larprojekt organiser'],
      ]),
    );
    expect(page).toContain('$organiser = &quot;dalalab@region.example&quot;');
    expect(page).toContain('Test-ServicePrincipalAuthorization');
  });

  test('is English in its English half, to the comments and what is to be filled in, with the same commands', () => {
    const [swedish = '', english = ''] = ['sv', 'en'].map(
      (language) => handoverPage(facts).split(`<article lang="${language}"`)[1]?.split('</article>')[0],
    );
    expect(english.replaceAll('Lärprojekt', '')).not.toMatch(/[åäöÅÄÖ]|&lt;(er|den|fil)\b/);
    const commands = (half: string) =>
      [...half.matchAll(/<code>([^<]*)<\/code>/g)]
        .flatMap(([, code = '']) => code.split('\n'))
        .filter((line) => !line.startsWith('#'))
        .map((line) => line.replaceAll(/&lt;.*?&gt;/g, '…'));
    expect(commands(swedish).length).toBeGreaterThan(20);
    expect(commands(english)).toEqual(commands(swedish));
  });

  test('names every calendar that is looked into, and that mail is read', () => {
    const page = handoverPage(facts);
    for (const words of [
      'planerare och medverkande',
      'planners and speakers',
      'Läser bland inkomna mejl',
      'have bounced',
    ])
      expect(page).toContain(words);
  });

  test('says that the app reads no chats as long as its package does not ask to', () => {
    expect(handoverPage(facts)).toContain('inte om några resursspecifika behörigheter');
    const asking = handoverPage({ ...facts, teamsPermissions: ['ChatSettings.Read.Chat'] });
    expect(asking).toContain('ber om resursspecifika behörigheter: ChatSettings.Read.Chat');
  });

  test('names every setting that the product does not start without', () => {
    const page = handoverPage(facts);
    const asked = [...readFileSync('infra/compose.yml', 'utf8').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
    for (const name of asked.filter((one) => one !== 'POSTGRES_PASSWORD')) expect(page).toContain(name);
    expect(page).toContain('VAULT_KEY');
  });

  test('carries everything with it: no script, nothing fetched, no place left unfilled', () => {
    const page = handoverPage(facts);
    expect(page).not.toMatch(/<script|<link|src=|url\(|@import|undefined|\$\{/);
    expect(
      [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href).filter((href) => !href?.startsWith('#')),
    ).toEqual([]);
  });
});
