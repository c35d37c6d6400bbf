import { createRequire } from 'node:module';
import { isObject, type AppPackage } from './app-package.ts';

/**
 * What the schema does not see: pixels, languages, domains, ids, commands and the names of permissions.
 * Empty when the package can be installed.
 */
export function checkAppPackage(app: AppPackage): string[] {
  return [
    ...iconFaults(app),
    ...languageFaults(app),
    ...domainFaults(app.manifest),
    ...botFaults(app.manifest),
    ...commandFaults(app.manifest),
    ...permissionFaults(app.manifest),
    ...paneFaults(app.manifest),
  ];
}

type Node = Readonly<Record<string, unknown>>;

function list(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

// pngjs carries no types.
const { PNG } = createRequire(import.meta.url)('pngjs') as { PNG: { sync: { read: (file: Buffer) => Picture } } };

function iconFaults({ manifest, icons }: AppPackage): string[] {
  const named = isObject(manifest['icons']) ? manifest['icons'] : {};
  return [
    ...pictureFaults(icons, String(named['color']), 192, (alphas) =>
      alphas.every((alpha) => alpha === 255) ? [] : ['has transparent parts; the colour icon fills its square'],
    ),
    ...pictureFaults(icons, String(named['outline']), 32, (alphas, colours) => [
      ...(alphas.some((alpha) => alpha === 0) ? [] : ['has no transparent background']),
      ...(colours.every((part) => part === 255) ? [] : ['has other colours than white']),
    ]),
  ];
}

type PixelRule = (alphas: readonly number[], coloursWhereSeen: readonly number[]) => string[];

function pictureFaults(icons: AppPackage['icons'], file: string, size: number, rule: PixelRule): string[] {
  const bytes = icons[file];
  if (bytes === undefined) return [`${file} is named and not in the package`];
  const { width, height, data } = PNG.sync.read(bytes);
  if (width !== size || height !== size) return [`${file} is ${width}×${height} pixels: make it ${size}×${size}`];
  const alphas = [...data].filter((_part, index) => index % 4 === 3);
  const colours = [...data].filter((_part, index) => index % 4 !== 3 && alphas[Math.floor(index / 4)] !== 0);
  return rule(alphas, colours).map((fault) => `${file} ${fault}`);
}

// Longest texts that Teams takes (schema 1.30); the language files are not covered by the schema of the manifest.
const limits: readonly (readonly [key: RegExp, length: number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^staticTabs\[\d+\]\.name$/, 128],
  [/\.supertip\.title$/, 64],
  [/\.supertip\.description$/, 250],
  [/^extensions.*\.label$/, 64],
  [/\.title$/, 128],
  [/\.description$/, 4000],
];

/** The places of the manifest that are read by people, as the paths that a language file uses. */
export function translatable(manifest: Node): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (key: string, value: unknown) => typeof value === 'string' && texts.set(key, value);
  for (const part of ['name', 'description']) {
    const words = manifest[part];
    if (isObject(words)) for (const [size, text] of Object.entries(words)) add(`${part}.${size}`, text);
  }
  list(manifest['staticTabs']).forEach((tab, index) => add(`staticTabs[${index}].name`, tab['name']));
  for (const { path, group } of groupsOf(manifest)) {
    add(`${path}.label`, group['label']);
    list(group['controls']).forEach((control, index) => {
      add(`${path}.controls[${index}].label`, control['label']);
      const tip = isObject(control['supertip']) ? control['supertip'] : {};
      for (const [part, text] of Object.entries(tip)) add(`${path}.controls[${index}].supertip.${part}`, text);
    });
  }
  for (const { path, command } of commandsOf(manifest)) {
    add(`${path}.title`, command['title']);
    add(`${path}.description`, command['description']);
  }
  return texts;
}

function languageFaults({ manifest, languages }: AppPackage): string[] {
  const wanted = translatable(manifest);
  return [
    ...tooLong('manifest.json', wanted),
    ...Object.entries(languages).flatMap(([file, texts]) => {
      const present = new Map(Object.entries(texts).filter(([key]) => key !== '$schema'));
      return [
        ...[...wanted.keys()].filter((key) => !present.has(key)).map((key) => `${file} lacks ${key}`),
        ...[...present.keys()]
          .filter((key) => !wanted.has(key))
          .map((key) => `${file} has ${key}, the manifest has not`),
        ...tooLong(file, present),
        ...(String(texts['$schema']).includes(`/v${String(manifest['manifestVersion'])}/`)
          ? []
          : [`${file} names another schema version than the manifest`]),
      ];
    }),
  ];
}

function tooLong(file: string, texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([key, text]) => {
    const limit = limits.find(([pattern]) => pattern.test(key))?.[1];
    if (limit === undefined || text.length <= limit) return [];
    return [`${file}: ${key} is ${text.length} characters, Teams takes ${limit}`];
  });
}

function domainFaults(manifest: Node): string[] {
  const valid = Array.isArray(manifest['validDomains']) ? manifest['validDomains'].map(String) : [];
  const { validDomains: _own, $schema: _schema, ...rest } = manifest;
  const urls = strings(rest).filter((text) => /^https?:/.test(text));
  return urls.flatMap((text) => {
    const { protocol, host } = new URL(text);
    if (protocol !== 'https:') return [`${text} is not https, which Teams refuses`];
    return valid.includes(host) ? [] : [`${text} lies outside validDomains (${valid.join(', ')})`];
  });
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

function botFaults(manifest: Node): string[] {
  const app = isObject(manifest['webApplicationInfo']) ? manifest['webApplicationInfo'] : {};
  const faults: string[] = [];
  for (const bot of list(manifest['bots'])) {
    if (bot['botId'] !== app['id']) {
      faults.push('botId and webApplicationInfo.id differ: give the bot the same app registration as the tab');
    }
  }
  const [, id] = /^api:\/\/[^/]+\/(.+)$/.exec(String(app['resource'])) ?? [];
  if (id !== app['id']) faults.push('webApplicationInfo.resource does not end with the id of the app');
  return faults;
}

function commandsOf(manifest: Node): { path: string; command: Node }[] {
  return list(manifest['bots']).flatMap((bot, botIndex) =>
    list(bot['commandLists']).flatMap((commands, listIndex) =>
      list(commands['commands']).map((command, index) => ({
        path: `bots[${botIndex}].commandLists[${listIndex}].commands[${index}]`,
        command,
      })),
    ),
  );
}

function commandFaults(manifest: Node): string[] {
  const seen = new Set<string>();
  return commandsOf(manifest).flatMap(({ path, command }) => {
    const title = String(command['title']).toLowerCase();
    const inList = `${path.replace(/\.commands\[\d+\]$/, '')} ${title}`;
    const again = seen.has(inList);
    seen.add(inList);
    return [
      ...(again ? [`${path}: the command "${title}" stands twice in its list`] : []),
      ...(title.startsWith('/') ? [`${path}: Teams refuses a title that begins with a slash`] : []),
    ];
  });
}

// Resource-specific consent, of the kinds that an app like this could ask for. The schema takes any name.
const knownPermissions = new Set([
  'ChannelMessage.Read.Group',
  'ChannelMessage.Send.Group',
  'ChannelSettings.Read.Group',
  'ChatMember.Read.Chat',
  'ChatMessage.Read.Chat',
  'ChatSettings.Read.Chat',
  'OnlineMeeting.ReadBasic.Chat',
  'OnlineMeetingParticipant.Read.Chat',
  'TeamMember.Read.Group',
  'TeamSettings.Read.Group',
  'TeamsActivity.Send.Chat',
  'TeamsActivity.Send.Group',
  'TeamsActivity.Send.User',
  'TeamsAppInstallation.Read.Chat',
  'TeamsAppInstallation.Read.Group',
  'TeamsTab.Create.Chat',
  'TeamsTab.Create.Group',
  'TeamsTab.Read.Chat',
  'TeamsTab.Read.Group',
]);

function groupsOf(manifest: Node): { path: string; group: Node }[] {
  return list(manifest['extensions']).flatMap((extension, at) =>
    list(extension['ribbons']).flatMap((ribbon, ribbonAt) =>
      list(ribbon['tabs']).flatMap((tab, tabAt) =>
        list(tab['groups']).map((group, index) => ({
          path: `extensions[${at}].ribbons[${ribbonAt}].tabs[${tabAt}].groups[${index}]`,
          group,
        })),
      ),
    ),
  );
}

/** Outlook shows a button that leads nowhere, and says nothing. */
function paneFaults(manifest: Node): string[] {
  const runtimes = list(manifest['extensions']).flatMap((extension) => list(extension['runtimes']));
  const actions = new Set(runtimes.flatMap((runtime) => list(runtime['actions']).map(({ id }) => String(id))));
  const groups = groupsOf(manifest);
  const controls = groups.flatMap(({ group }) => list(group['controls']));
  const ids = [...groups.map(({ group }) => group), ...controls].map(({ id }) => String(id));
  const sizes = (control: Node): string[] => list(control['icons']).map(({ size }) => String(size));
  return [
    ...controls
      .filter(({ actionId }) => !actions.has(String(actionId)))
      .map(({ id, actionId }) => `the button ${String(id)} leads to ${String(actionId)}, which no runtime has`),
    ...controls
      .filter((control) => !['16', '32', '80'].every((size) => sizes(control).includes(size)))
      .map(({ id }) => `the button ${String(id)} lacks an icon of 16, 32 or 80 pixels`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} stands twice in the ribbons`),
  ];
}

// What Outlook lets the pane do with the one item that is open, when somebody has opened the pane.
const paneMay = ['MailboxItem.Read.User', 'MailboxItem.ReadWrite.User'];

/** The names of the resource-specific permissions in chats and teams that the manifest asks for. */
export function resourceSpecific(manifest: Node): string[] {
  return askedFor(manifest).filter((name) => !paneMay.includes(name));
}

function askedFor(manifest: Node): string[] {
  const authorization = isObject(manifest['authorization']) ? manifest['authorization'] : {};
  const permissions = isObject(authorization['permissions']) ? authorization['permissions'] : {};
  return list(permissions['resourceSpecific']).map((permission) => String(permission['name']));
}

// They let an app read what nobody has written to it. The bot answers to its name, so it needs neither.
const tooMuch = ['ChatMessage.Read.Chat', 'ChannelMessage.Read.Group'];

function permissionFaults(manifest: Node): string[] {
  return resourceSpecific(manifest).flatMap((name) => {
    if (!knownPermissions.has(name)) return [`there is no resource-specific permission ${name}`];
    return tooMuch.includes(name) ? [`${name} lets the app read every message: leave it out`] : [];
  });
}
