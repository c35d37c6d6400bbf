import { beforeAll, describe, expect, test } from 'vitest';
import { openEvidence } from '../../src/commands/demo/evidence.ts';
import { openWeb } from '../../src/commands/demo/web.ts';
import { openBench, type Setup } from '../../src/commands/doctor/bench.ts';
import { checksOf, checksWithout } from '../../src/commands/doctor/checks.ts';
import { database } from '../../src/commands/doctor/checks/database.ts';
import { lookInto, type DatabaseFacts, type Looked } from '../../src/commands/doctor/database.ts';
import { reportJson, reportText } from '../../src/commands/doctor/print.ts';
import { examine, exitCode } from '../../src/commands/doctor/run.ts';
import { sandboxSetup } from '../../src/commands/doctor/setups.ts';
import type { Examined, Trouble, Who } from '../../src/commands/doctor/types.ts';
import { registeredPermissions } from '../../src/commands/package/handover/permissions.ts';
import { participantsChannelId, planningChatId, worldOf } from '../../src/commands/sandbox-world.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { sampleProject } from '../../src/features/planning/sample/rules.ts';
import { openSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';
import type { RegisteredApp, World } from '../../src/sandbox/world.ts';
import type { RunningSandbox } from '../../src/start.ts';
import { afterThisFile, afterThisTest } from '../clean-up.ts';
import { configOf, lead, organiser, project, start, startSample } from '../sandbox/product.ts';
import { temporaryFolder } from '../temporary.ts';

const permissions = registeredPermissions('manifest/app-registration.json');
const file = sampleProject();
const healthyWorld = worldOf(file, { startsAt: start });
const room = 'sal-siljan@region-dalarna.example';
const sharedCalendar = 'ruf-moteskalender@region-dalarna.example';

let running: RunningSandbox;
let healthy: Setup;
let facts: DatabaseFacts;

beforeAll(async () => {
  running = await startSample(configOf(temporaryFolder('doctor'), 'memory://'), {
    inMemory: true,
    seed: async ({ url }) => void (await openWeb(url, openEvidence()).as(lead).post('/api/projects/import', file)),
  });
  afterThisFile(() => running.close());
  for (const conversation of [planningChatId, participantsChannelId])
    await running.chats.client.install(conversation, lead);
  healthy = sandboxSetup(running, permissions);
  await running.product.tools.db
    .insertInto('project_conversation')
    .values({
      ...{ tenant_id: healthy.tenantId, project_id: project, conversation_id: participantsChannelId },
      ...{ purpose: 'participants', linked_by: 'Karin Tunsberg', linked_at: new Date(start) },
    })
    .execute();
  const looked = await healthy.look();
  if (looked.kind !== 'open') throw new Error('the database is not open');
  facts = looked;
});

async function examined(setup: Setup): Promise<readonly Examined[]> {
  const bench = openBench(setup);
  return await examine(checksOf({ mode: 'sandbox', permissions, bench: () => bench }));
}

const byId = (all: readonly Examined[], id: string): Examined | undefined => all.find((one) => one.id === id);

test('a tenant that is set up as the manual says passes every check', async () => {
  const all = await examined(healthy);
  expect(all.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(all.length).toBeGreaterThan(20);
  expect(exitCode(all)).toBe(0);
  expect(reportText(all, 'sv')).toContain(`${all.length} bra · 0 varningar · 0 fel · 0 inte prövade`);
});

test('the examination changes nothing: no mail, no event, no subscription and no draft is left behind', async () => {
  const before = running.sandbox.requestLog().length;
  const count = () => [running.sandbox.mailbox(organiser).length, running.sandbox.calendar(organiser).length];
  const [mails, events] = count();
  await examined(healthy);
  expect(count()).toEqual([mails, events]);
  expect(running.sandbox.requestLog().length).toBeGreaterThan(before);
  expect(running.sandbox.state.table('subscription').all()).toEqual([]);
});

interface Broken {
  readonly world?: (world: World) => Partial<World>;
  readonly app?: Partial<RegisteredApp>;
  readonly far?: Partial<SandboxOptions>;
  readonly setup?: Partial<Setup>;
  readonly looked?: () => Looked;
}

/** One thing broken in an otherwise sound tenant: in the far side itself, or in how the product is set up. */
async function brokenSetup({ world, app, far, setup, looked }: Broken): Promise<Setup> {
  const apps = (healthyWorld.apps ?? []).map((one) => ({ ...one, ...app }));
  const changed: World = { ...healthyWorld, apps };
  const sandbox = await openSandbox({ file: null, frozen: true, world: { ...changed, ...world?.(changed) }, ...far });
  afterThisTest(() => sandbox.close());
  return {
    ...healthy,
    transport: (request) => sandbox.fetch(request),
    ...(looked ? { look: () => Promise.resolve(looked()) } : {}),
    ...setup,
  };
}

const exchangeRoles = healthyWorld.apps?.[0]?.exchangeRoles ?? [];
const consented = healthyWorld.apps?.[0]?.consented ?? [];
const without = (name: string): string[] => consented.filter((one) => one !== name);
const rolesBut = (permission: string) => exchangeRoles.filter((one) => one.permission !== permission);
const openWith = (more: Partial<DatabaseFacts>) => (): Looked => ({ kind: 'open', ...facts, ...more });
const conversations = (change: Partial<DatabaseFacts['conversations'][number]>): Looked =>
  openWith({ conversations: facts.conversations.map((one) => ({ ...one, ...change })) })();

type Expected = readonly [check: string, state: 'warning' | 'fault', who: Who, sv: RegExp, en: RegExp];

const table: readonly (readonly [string, Broken, Expected])[] = [
  [
    'the client secret is wrong',
    { setup: { clientSecret: 'hemlighetens id i stället' } },
    ['signIn', 'fault', 'globalAdmin', /värdet visas bara när hemligheten skapas/i, /az ad app credential reset/],
  ],
  [
    'the client secret has expired',
    { app: { secretHasExpired: true } },
    ['signIn', 'fault', 'globalAdmin', /har gått ut/, /has expired[\s\S]*credential reset/],
  ],
  [
    'there is no such tenant',
    { setup: { tenantId: '00000000-0000-4000-8000-000000000099' } },
    ['signIn', 'fault', 'you', /ingen sådan klientorganisation[\s\S]*ENTRA_TENANT_ID/, /no such tenant[\s\S]*Overview/],
  ],
  [
    'the app is not registered in the tenant',
    { app: { appId: '00000000-0000-4000-8000-000000000098' } },
    ['signIn', 'fault', 'globalAdmin', /finns inte i klientorganisationen/, /not in the tenant[\s\S]*az ad sp create/],
  ],
  [
    'the app is switched off',
    { app: { isDisabled: true } },
    ['signIn', 'fault', 'globalAdmin', /avstängd i Entra/, /switched off[\s\S]*accountEnabled=true/],
  ],
  [
    'nobody has consented to rooms',
    { app: { consented: without('Place.Read.All') } },
    [
      'consent:Place.Read.All',
      'fault',
      'globalAdmin',
      /Samtycket till Place.Read.All saknas/,
      /913b9306[\s\S]*admin-consent/,
    ],
  ],
  [
    'nobody has consented to sites',
    { app: { consented: without('Sites.ReadWrite.All') } },
    ['consent:Sites.ReadWrite.All', 'fault', 'globalAdmin', /Bevilja administratörsmedgivande/, /Grant admin consent/],
  ],
  [
    'nobody has consented to anything',
    { app: { consented: [] } },
    ['consent:User.ReadBasic.All', 'fault', 'globalAdmin', /Kopplar en person/, /Matches a person/],
  ],
  [
    'calendars are consented for the whole tenant',
    { app: { consented: [...consented, 'Calendars.ReadWrite'] } },
    [
      'consent:Calendars.ReadWrite',
      'warning',
      'globalAdmin',
      /alla brevlådor[\s\S]*läggs ihop/,
      /Remove-MgServicePrincipalAppRoleAssignment/,
    ],
  ],
  [
    'mail is consented for the whole tenant, which a room’s mailbox shows',
    { app: { consented: [...consented, 'Mail.ReadWrite'] } },
    ['narrow', 'warning', 'exchangeAdmin', /kommer också in i sal-siljan/, /Test-ServicePrincipalAuthorization/],
  ],
  [
    'more is consented than the product uses',
    { app: { consented: [...consented, 'Directory.Read.All'] } },
    [
      'consent:others',
      'warning',
      'globalAdmin',
      /Directory.Read.All är godkänd/,
      /does not use it[\s\S]*"Directory.Read.All"/,
    ],
  ],
  [
    'the organiser mailbox does not exist',
    { world: ({ mailboxes }) => ({ mailboxes: mailboxes.filter(({ mail }) => mail !== organiser) }) },
    ['organiser', 'fault', 'exchangeAdmin', /Brevlådan dalalab@.* finns inte/, /New-Mailbox -Shared/],
  ],
  [
    'the organiser is an account without mailbox',
    { setup: { organiserMailbox: 'gast_falun.example#EXT#@region-dalarna.example' }, world: withGuest },
    ['organiser', 'fault', 'exchangeAdmin', /har ett konto men ingen brevlåda/, /account but no mailbox/],
  ],
  [
    'the organiser mailbox is outside the scope',
    { app: { exchangeRoles: exchangeRoles.map((role) => ({ ...role, mailboxes: [sharedCalendar] })) } },
    [
      'organiser',
      'fault',
      'exchangeAdmin',
      /släpps inte in[\s\S]*upp till två timmar/,
      /New-ServicePrincipal[\s\S]*New-ManagementScope[\s\S]*New-ManagementRoleAssignment/,
    ],
  ],
  [
    'the role to send mail is missing',
    { app: { exchangeRoles: rolesBut('Mail.Send') } },
    ['rights', 'fault', 'exchangeAdmin', /får inte skicka mejl/, /-Role "Application Mail.Send"/],
  ],
  [
    'the role to write drafts is missing',
    { app: { exchangeRoles: rolesBut('Mail.ReadWrite') } },
    ['rights', 'fault', 'exchangeAdmin', /får inte skriva utkast/, /-Role "Application Mail.ReadWrite"/],
  ],
  [
    'calendars may only be read',
    {
      app: {
        exchangeRoles: [
          { permission: 'Calendars.Read', mailboxes: [organiser, sharedCalendar] },
          ...rolesBut('Calendars.ReadWrite'),
        ],
      },
    },
    ['rights', 'fault', 'exchangeAdmin', /får inte boka och kalla/, /-Role "Application Calendars.ReadWrite"/],
  ],
  [
    'the shared calendar is outside the scope',
    { app: { exchangeRoles: exchangeRoles.map((role) => ({ ...role, mailboxes: [organiser] })) } },
    [
      'sharedCalendar',
      'fault',
      'exchangeAdmin',
      /får inte skriva i den delade kalendern/,
      /Set-ManagementScope[\s\S]*ruf-moteskalender/,
    ],
  ],
  [
    'the scope holds every mailbox',
    { app: { exchangeRoles: exchangeRoles.map((role) => ({ ...role, mailboxes: [...role.mailboxes, room] })) } },
    ['narrow', 'warning', 'exchangeAdmin', /når fler brevlådor än den behöver/, /Get-ManagementScope/],
  ],
  [
    'the organiser cannot meet in Teams',
    { world: ({ mailboxes }) => ({ mailboxes: mailboxes.map((one) => ({ ...one, onlineMeetingProviders: [] })) }) },
    ['online', 'warning', 'teamsAdmin', /kan inte skapa Teams-möten[\s\S]*licens/, /AllowOutlookAddIn/],
  ],
  [
    'a project counts in a zone that Outlook has no name for',
    { looked: () => openWith({ projects: facts.projects.map((one) => ({ ...one, timeZone: 'Pacific/Auckland' })) })() },
    ['zone', 'fault', 'you', /tidszonen Pacific\/Auckland/, /to Europe\/Stockholm/],
  ],
  [
    'there are no rooms',
    { world: () => ({ rooms: [], roomLists: [] }) },
    ['rooms', 'warning', 'exchangeAdmin', /inga lokaler att boka/, /New-Mailbox -Room/],
  ],
  [
    'there are no room lists',
    { world: () => ({ roomLists: [] }) },
    ['roomLists', 'warning', 'exchangeAdmin', /inga rumslistor/, /New-DistributionGroup .* -RoomList/],
  ],
  [
    'a room has no mailbox',
    { world: ({ rooms }) => ({ rooms: rooms.map((one) => ({ ...one, hasMailbox: false })) }) },
    ['roomCalendars', 'warning', 'exchangeAdmin', /visar inte när den är ledig/, /AccessRights AvailabilityOnly/],
  ],
  [
    'the public address is not https',
    { setup: { publicUrl: 'http://larprojekt.region.example' } },
    ['address', 'fault', 'you', /är inte https/, /certificate/],
  ],
  [
    'the product does not answer at the public address',
    { setup: { publicUrl: 'http://127.0.0.1:9' } },
    ['address', 'fault', 'you', /svarar inte på/, /curl -v http:\/\/127.0.0.1:9\/healthz/],
  ],
  [
    'somebody else answers at the public address',
    { setup: { reach: () => Promise.resolve(new Response('välkommen', { status: 404 })) } },
    ['address', 'fault', 'you', /HTTP 404/, /leads somewhere else/],
  ],
  [
    'a firewall keeps Microsoft 365 out',
    { far: { deliver: () => Promise.reject(new Error('blocked')) } },
    ['notifications', 'warning', 'you', /når inte adressen utifrån/, /\/graph\/notifications/],
  ],
  [
    'the bot has a registration of its own',
    { setup: { botAppId: '00000000-0000-4000-8000-000000000097' } },
    ['botRegistration', 'fault', 'globalAdmin', /annan appregistrering än fliken/, /az bot create/],
  ],
  [
    'the bot’s secret is wrong',
    { setup: { botAppPassword: 'en gammal hemlighet' } },
    ['botSignIn', 'fault', 'globalAdmin', /BOT_APP_PASSWORD är fel/, /BOT_APP_PASSWORD is wrong/],
  ],
  [
    'the bot is installed nowhere',
    { looked: () => conversations({ installed: false, audience: null }) },
    ['botInstalled', 'warning', 'teamsAdmin', /Hantera appar/, /Manage apps/],
  ],
  [
    'another bot is installed',
    { looked: () => conversations({ botId: '28:00000000-0000-4000-8000-000000000096' }) },
    ['botInstalled', 'warning', 'teamsAdmin', /en annan bot än BOT_APP_ID/, /add the app to the chat again/],
  ],
  [
    'Teams does not know the bot',
    {
      setup: {
        reach: (url, token) =>
          token === undefined ? healthy.reach(url) : Promise.resolve(new Response(null, { status: 401 })),
      },
    },
    ['botInstalled', 'fault', 'you', /kanalen Microsoft Teams/, /az bot msteams create/],
  ],
  [
    'the bot has been taken out of the planning chat',
    {
      looked: () =>
        openWith({
          conversations: facts.conversations.map((one) => ({ ...one, installed: one.audience !== 'planning' })),
        })(),
    },
    ['botInstalled', 'warning', 'you', /tagits bort ur en planeringschatt/, /removed from a planning chat/],
  ],
  [
    'the database server does not answer',
    { setup: { look: () => lookInto('postgres://nobody@127.0.0.1:9/none', healthy.tenantId) } },
    ['database', 'fault', 'you', /Databasen svarar inte/, /psql "\$DATABASE_URL"/],
  ],
  [
    'it is not known which team the channel belongs to',
    { setup: { participantsTeamId: null }, looked: () => conversations({ teamId: null }) },
    ['channelFolder', 'fault', 'you', /vilket team/, /PARTICIPANTS_TEAM_ID/],
  ],
  [
    'the team has been taken away',
    { world: () => ({ teams: [] }) },
    ['channelFolder', 'warning', 'you', /mapp finns inte än/, /folder is not there yet/],
  ],
  [
    'Microsoft 365 is busy',
    { setup: { transport: busy } },
    ['organiser', 'warning', 'you', /ber oss vänta 7 sekunder/, /asks us to wait 7 seconds/],
  ],
];

function withGuest({ people }: World): Partial<World> {
  const guest = {
    id: '00000000-0000-4000-8000-000000000095',
    displayName: 'Gäst',
    mail: 'gast@falun.example',
    userPrincipalName: 'gast_falun.example#EXT#@region-dalarna.example',
    kind: 'guest',
  } as const;
  return { people: [...people, guest] };
}

async function busy(request: Request): Promise<Response> {
  if (new URL(request.url).pathname.endsWith('/calendar'))
    return Response.json({}, { status: 429, headers: { 'retry-after': '7' } });
  return await healthy.transport(request);
}

describe('what is broken is found, with who can mend it and how, in both languages', () => {
  test.each(table)('%s', async (_name, broken, [id, state, who, sv, en]) => {
    const all = await examined(await brokenSetup(broken));
    const check = byId(all, id);
    expect(check?.state).toBe(state);
    const troubles = (check?.findings ?? []).filter((one): one is Trouble => one.state === state);
    expect(troubles.map((trouble) => trouble.who)).toContain(who);
    const text = (language: 'sv' | 'en') => reportText(check === undefined ? [] : [check], language);
    expect(text('sv')).toMatch(sv);
    expect(text('en')).toMatch(en);
    expect(exitCode(all)).toBe(all.some((one) => one.state === 'fault') ? 2 : 1);
  });

  test('the table breaks more than twenty things, and each is explained in two languages that differ', async () => {
    expect(table.length).toBeGreaterThanOrEqual(20);
    const all = await examined(await brokenSetup({ app: { consented: [], exchangeRoles: [] } }));
    const troubles = all.flatMap(({ findings }) => findings).filter((one): one is Trouble => one.state !== 'ok');
    expect(troubles.length).toBeGreaterThan(2);
    for (const { what, why, how } of troubles)
      for (const { sv, en } of [what, why, how]) expect(sv === '' || en === '' || sv === en).toBe(false);
  });
});

test('a bot that was taken out of a chat without Teams telling us is missed all the same', async () => {
  await running.chats.client.uninstall(planningChatId, lead);
  const asBefore = await examined({ ...healthy, look: () => Promise.resolve(openWith({})()) });
  expect(byId(asBefore, 'botInstalled')).toMatchObject({
    state: 'warning',
    findings: [{ who: 'you', what: { en: 'The bot has been removed from a planning chat.' } }],
  });
  await running.chats.client.install(planningChatId, lead);
  expect(byId(await examined(healthy), 'botInstalled')?.state).toBe('ok');
});

test('what stands on a failed sign-in is not tried, and says which check it waits for', async () => {
  const all = await examined(await brokenSetup({ setup: { clientSecret: 'fel' } }));
  expect(byId(all, 'organiser')).toMatchObject({ state: 'notTried', because: [{ en: 'Sign-in to Entra' }] });
  expect(byId(all, 'rights')).toMatchObject({ state: 'notTried', because: [{ en: 'The organiser’s mailbox' }] });
  expect(byId(all, 'address')?.state).toBe('ok');
  expect(reportText(all, 'sv')).toContain('Inte prövad, för det här gick inte först: Inloggning i Entra.');
});

function refusalOf(environment: Readonly<Record<string, string>>): ConfigError {
  try {
    readConfig(environment);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause;
    throw cause;
  }
  throw new Error('the settings were taken');
}

test('settings that are missing are named with the place where their value stands, and nothing else is tried', async () => {
  const environment = { MODE: 'tenant', ENTRA_TENANT_ID: 'contoso' };
  const all = await examine(checksWithout(refusalOf(environment), permissions));
  const text = reportText(all, 'sv');
  for (const name of ['ENTRA_CLIENT_SECRET', 'BOT_APP_ID', 'ORGANISER_MAILBOX', 'PUBLIC_URL'])
    expect(text).toContain(`${name} är inte ifylld.`);
  expect(text).toContain('ENTRA_TENANT_ID går inte att använda');
  expect(text).toContain('openssl rand -base64 32');
  expect(all.filter(({ state }) => state !== 'notTried').map(({ id }) => id)).toEqual(['settings']);
  expect(exitCode(all)).toBe(2);
});

test.each<[string, Partial<DatabaseFacts>, RegExp]>([
  ['an old server', { version: 140012 }, /PostgreSQL 14 is too old/],
  ['a database of the other mode', { mode: 'tenant' }, /made in tenant mode/],
  ['a database that a newer version has been in', { unknown: ['0099-later'] }, /0099-later/],
  ['tables that are not there yet', { missing: ['0014-chat'] }, /Left to do: 0014-chat/],
])('%s is told apart from a database that does not answer', (_name, more, en) => {
  const findings = database({ kind: 'open', ...facts, ...more }, 'sandbox');
  expect(JSON.stringify(findings)).toMatch(en);
});

test('a folder without database is not made by looking', async () => {
  const folder = `${temporaryFolder('doctor')}/none`;
  expect(await lookInto(folder, 'tenant')).toEqual({ kind: 'notMade' });
  expect(await lookInto(folder, 'tenant')).toEqual({ kind: 'notMade' });
});

test('for a program the same report is JSON with both languages and no secret', async () => {
  const all = await examined(await brokenSetup({ setup: { clientSecret: 'fel hemlighet' } }));
  const told = reportJson(all);
  expect(JSON.parse(told)).toMatchObject({
    exitCode: 2,
    checks: expect.arrayContaining([
      expect.objectContaining({
        id: 'signIn',
        state: 'fault',
        title: { sv: 'Inloggning i Entra', en: 'Sign-in to Entra' },
      }),
    ]),
  });
  expect(told).not.toContain('fel hemlighet');
});
