import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAppPackage } from '../../../src/commands/package/app-package.ts';
import { faultsOf } from '../../../src/commands/package/build.ts';
import { checkOutlookAddin, readOutlookAddin } from '../../../src/commands/package/outlook-addin.ts';
import { pngSize } from './png-size.ts';
import { temporaryFolder } from '../../temporary.ts';

const id = '11111111-2222-4333-8444-555555555555';
const values = { publicUrl: 'https://larprojekt.example', clientId: id, botAppId: id, version: '1.2.3' };
const addin = readOutlookAddin('manifest/outlook-addin.xml', values);
const { manifest } = readAppPackage('appPackage', values);

/** A folder with Microsoft's schemas for add-ins, which may not lie in this repository. */
const schemas = process.env['OFFICE_XSD'];

async function againstSchemas(text: string): Promise<string[]> {
  const { XmlDocument, XsdValidator, xmlRegisterInputProvider, XmlBufferInputProvider } = await import('libxml2-wasm');
  const read = (name: string) => readFileSync(join(schemas ?? '', `${name}.xsd`));
  const names = [
    'OfficeAppBasicTypesV1_0',
    'MailAppVersionOverridesV1_0',
    'MailAppVersionOverridesV1_1',
    'TaskPaneAppVersionOverridesV1_0',
  ];
  xmlRegisterInputProvider(
    new XmlBufferInputProvider(Object.fromEntries(names.map((name) => [`${name}.xsd`, read(name)]))),
  );
  const faults: string[] = [];
  for (const [schema, part] of [
    ['OfficeAppManifestV1_1', text],
    ['MailAppVersionOverridesV1_1', overrides(text)],
  ] as const) {
    const document = XmlDocument.fromString(part);
    const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(read(schema)));
    try {
      validator.validate(document);
    } catch (cause) {
      faults.push(cause instanceof Error ? cause.message : String(cause));
    }
  }
  return faults;
}

/** The inner part, which the outer schema takes as it is. */
function overrides(text: string): string {
  const inner = /<VersionOverrides xmlns="[^"]*\/1\.1".*?<\/VersionOverrides>/s.exec(text)?.[0] ?? '';
  const spaces =
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" ';
  return inner.replace('<VersionOverrides ', `<VersionOverrides ${spaces}`);
}

describe('the add-in for Outlook that does not read the Teams app’s own manifest', () => {
  test('leads nowhere but to our own pages, says everything in two languages and is hidden by the Teams app', () => {
    expect(checkOutlookAddin(addin, values, manifest)).toEqual([]);
    expect(addin).not.toContain('${{');
    expect(addin).toContain('<Version>1.2.3.0</Version>');
  });

  test.each<[string, string, string]>([
    [
      'a name that leads nowhere',
      addin.replace('resid="paneUrl"', 'resid="paneUrlen"'),
      'resid paneUrlen is named nowhere',
    ],
    [
      'a name that nobody uses',
      addin.replaceAll('resid="insertTip"', 'resid="sessionTip"'),
      'insertTip is named and never used',
    ],
    [
      'an id that stands twice',
      addin.replace('id="composeButton"', 'id="attendeeButton"'),
      'attendeeButton stands twice',
    ],
    [
      'an address elsewhere',
      addin.replace('https://larprojekt.example/tab/pane', 'https://larprojekt.example.evil/x'),
      'is not at',
    ],
    [
      'a text in one language',
      addin.replace('<bt:Override Locale="en-US" Value="Insert agenda" />', ''),
      'insertLabel has no English',
    ],
    ['an id that the Teams app does not hide', addin.replace('b7d0c7a4', 'b7d0c7a5'), 'people would see two'],
  ])('is refused with %s', (_what, broken, words) => {
    expect(checkOutlookAddin(broken, values, manifest).join('\n')).toContain(words);
  });

  test.skipIf(schemas === undefined)('is valid by Microsoft’s schemas, which find what is broken', async () => {
    expect(await againstSchemas(addin)).toEqual([]);
    expect(await againstSchemas(addin.replace('<Permissions>ReadWriteItem', '<Permissions>Everything'))).not.toEqual(
      [],
    );
    expect(await againstSchemas(addin.replace('ShowTaskpane', 'ShowSomething'))).not.toEqual([]);
  });
});

describe('the pane in the Teams app’s own manifest', () => {
  test('is offered to organiser and attendee of an appointment, and in a mail that is written', () => {
    expect(manifest).toMatchObject({
      extensions: [
        {
          requirements: { scopes: ['mail'] },
          runtimes: [{ code: { page: 'https://larprojekt.example/tab/pane' } }],
          ribbons: [{ contexts: ['meetingDetailsAttendee', 'meetingDetailsOrganizer'] }, { contexts: ['mailCompose'] }],
        },
      ],
      webApplicationInfo: { nestedAppAuthInfo: [{ redirectUri: 'brk-multihub://larprojekt.example' }] },
    });
  });

  test.each<[string, (text: string) => string, string]>([
    [
      'a button that leads nowhere',
      (text) => text.replace('"actionId":"showPane"', '"actionId":"showPain"'),
      'leads to showPain',
    ],
    [
      'an icon size that is missing',
      (text) => text.replaceAll('"size":80', '"size":64'),
      'lacks an icon of 16, 32 or 80',
    ],
    ['an id twice', (text) => text.replaceAll('writeButton', 'sessionButton'), 'sessionButton stands twice'],
  ])('is refused with %s', async (_what, breakIt, words) => {
    const app = readAppPackage('appPackage', values);
    const broken = JSON.parse(breakIt(JSON.stringify(app.manifest))) as typeof app.manifest; // the same shape, one place changed
    const faults = await faultsOf({ ...app, manifest: broken }, join(temporaryFolder('pane'), 'scratch'));
    expect(faults.join('\n')).toContain(words);
  });

  test('every icon that a manifest names is there, in its size', () => {
    const named = [...`${addin}${JSON.stringify(manifest)}`.matchAll(/tab\/(icon-(\d+)\.png)/g)];
    expect(named.length).toBeGreaterThan(10);
    for (const [, name, size] of named) expect(pngSize(join('tab', 'public', name ?? '')), name).toBe(Number(size));
  });
});

describe('the registration', () => {
  const registration = readFileSync('manifest/app-registration.json', 'utf8');

  test('lets Outlook and Microsoft 365 open the tab, and the pane sign in by Outlook’s broker', () => {
    for (const client of ['bc59ab01', 'd3590ed6', '27922004', '4765445b', '0ec893e0'])
      expect(registration).toContain(client);
    expect(registration).toContain('brk-multihub://<public host>');
  });
});
