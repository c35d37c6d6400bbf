import { z } from 'zod';

export type Role = 'web' | 'worker';

interface Common {
  readonly port: number;
  readonly dataFolder: string;
  /** A folder for the embedded database, or `postgres://…`. */
  readonly databaseUrl: string;
  readonly logLevel: string;
  readonly roles: readonly Role[];
  readonly graceSeconds: number;
}

export interface SandboxConfig extends Common {
  readonly mode: 'sandbox';
  readonly fresh: boolean;
  /** Where a process that only works reaches the sandbox; absent: as the data folder says. */
  readonly sandboxUrl?: string;
}

export interface TenantConfig extends Common {
  readonly mode: 'tenant';
  readonly publicUrl: string;
  readonly entraTenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly botAppId: string;
  readonly botAppPassword: string;
  /** Tenants whose people may sign in: the home tenant and those named. */
  readonly allowedTenants: readonly string[];
  readonly organiserMailbox: string;
  /** 32 bytes in base64: the key of the dietary vault. */
  readonly vaultKey: string;
  readonly participantsTeamId: string | null;
}

export type Config = SandboxConfig | TenantConfig;

/** What is wrong with the environment, one line each, with the remedy. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `Inställningarna går inte att använda. / The configuration cannot be used:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const tenantNames = [
  'ENTRA_TENANT_ID',
  'ENTRA_CLIENT_ID',
  'ENTRA_CLIENT_SECRET',
  'BOT_APP_ID',
  'BOT_APP_PASSWORD',
  'PUBLIC_URL',
  'ORGANISER_MAILBOX',
  'VAULT_KEY',
] as const;
/** What tenant mode does not start without. */
export type TenantSetting = (typeof tenantNames)[number];

const credentials = [
  'ENTRA_TENANT_ID',
  'ENTRA_CLIENT_ID',
  'ENTRA_CLIENT_SECRET',
  'BOT_APP_ID',
  'BOT_APP_PASSWORD',
] as const;

const aPort = 'write a port number up to 65535, such as 3978';
const wholeSeconds = 'write a whole number of seconds, such as 120';
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const common = z.object({
  PORT: z.coerce.number(aPort).int(aPort).min(0, aPort).max(65535, aPort).default(3978),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    // Of one letter is a drive of Windows.
    .refine((url) => /^(postgres|postgresql|memory):/.test(url) || !/^[a-z][a-z\d+.-]+:/i.test(url), {
      error: 'write postgres://user:password@host/database, or a folder for the embedded database',
    })
    .optional(),
  LOG_LEVEL: z.enum(levels, `write one of ${levels.join(', ')}`).default('info'),
  ROLES: z
    .string()
    .default('web,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'worker'], 'write web, worker, or web,worker')).min(1)),
  GRACE_SECONDS: z.coerce.number(wholeSeconds).int(wholeSeconds).min(0, wholeSeconds).default(120),
});

const guid = z.guid('write the id as a GUID, as the Entra portal shows it');
const tenant = z.object({
  ENTRA_TENANT_ID: guid,
  ENTRA_CLIENT_ID: guid,
  ENTRA_CLIENT_SECRET: z.string().min(8, 'write the client secret of the app registration'),
  BOT_APP_ID: guid,
  BOT_APP_PASSWORD: z.string().min(8, 'write the secret of the bot registration'),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'write the public address, starting with https://' }),
  ORGANISER_MAILBOX: z.email('write the address of the shared mailbox that organises the meetings'),
  VAULT_KEY: z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'write 32 random bytes in base64'),
  ALLOWED_TENANTS: z.string().default(''),
  PARTICIPANTS_TEAM_ID: guid.optional(),
});

/**
 * The only reader of the environment. Sandbox is the default; `MODE=tenant` needs everything that names the tenant.
 * @throws ConfigError with every problem at once
 */
export function readConfig(environment: Environment, args: readonly string[] = []): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const mode = set['MODE'] ?? 'sandbox';
  if (mode === 'sandbox') return sandboxConfig(set, args);
  if (mode === 'tenant') return tenantConfig(set);
  throw new ConfigError([`MODE is "${mode}": write sandbox or tenant`]);
}

function sandboxConfig(set: Environment, args: readonly string[]): SandboxConfig {
  const problems: string[] = [];
  if (set['NODE_ENV'] === 'production')
    problems.push('NODE_ENV is production, but the sandbox is not for production: set MODE=tenant');
  for (const name of credentials) {
    if (set[name] !== undefined)
      problems.push(`${name} is set, but the sandbox takes no tenant credentials: remove it, or set MODE=tenant`);
  }
  const unknown = args.filter((arg) => arg !== '--fresh');
  if (unknown.length > 0) problems.push(`${unknown.join(' ')} is not known: the only flag is --fresh`);
  const isWorkerOnly = !(set['ROLES'] ?? 'web').split(',').some((role) => role.trim() === 'web');
  if (isWorkerOnly && !/^postgres(ql)?:/.test(set['DATABASE_URL'] ?? ''))
    problems.push('ROLES is worker, but the embedded database has one process: set DATABASE_URL=postgres://…');
  if (isWorkerOnly && args.includes('--fresh'))
    problems.push('--fresh empties the data folder, which the process that serves owns: start that one with it');
  const sandboxUrl = set['SANDBOX_URL'];
  return {
    mode: 'sandbox',
    fresh: args.includes('--fresh'),
    ...(sandboxUrl === undefined ? {} : { sandboxUrl }),
    ...readCommon(set, problems),
  };
}

function tenantConfig(set: Environment): TenantConfig {
  const problems = tenantNames
    .filter((name) => set[name] === undefined)
    .map((name) => `${name} is missing: tenant mode needs it`);
  const read = tenant.safeParse(set);
  // A missing one has been told in its own words already.
  if (!read.success) problems.push(...issueLines(read.error, set, (name) => set[name] !== undefined));
  const shared = readCommon(set, problems);
  if (!read.success) throw new ConfigError(problems);
  const { data } = read;
  return {
    mode: 'tenant',
    ...shared,
    publicUrl: data.PUBLIC_URL.replace(/\/$/, ''),
    entraTenantId: data.ENTRA_TENANT_ID,
    clientId: data.ENTRA_CLIENT_ID,
    clientSecret: data.ENTRA_CLIENT_SECRET,
    botAppId: data.BOT_APP_ID,
    botAppPassword: data.BOT_APP_PASSWORD,
    allowedTenants: [
      ...new Set([
        data.ENTRA_TENANT_ID,
        ...data.ALLOWED_TENANTS.split(',')
          .map((id) => id.trim())
          .filter(Boolean),
      ]),
    ],
    organiserMailbox: data.ORGANISER_MAILBOX,
    vaultKey: data.VAULT_KEY,
    participantsTeamId: data.PARTICIPANTS_TEAM_ID ?? null,
  };
}

function readCommon(set: Environment, problems: string[]): Common {
  const read = common.safeParse(set);
  if (!read.success) problems.push(...issueLines(read.error, set));
  if (problems.length > 0 || !read.success) throw new ConfigError(problems);
  const { data } = read;
  return {
    port: data.PORT,
    dataFolder: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? `${data.DATA_DIR}/database`,
    logLevel: data.LOG_LEVEL,
    roles: data.ROLES,
    graceSeconds: data.GRACE_SECONDS,
  };
}

function issueLines(error: z.ZodError, set: Environment, tell: (name: string) => boolean = () => true): string[] {
  const issues = error.issues.filter((issue) => tell(String(issue.path[0] ?? '')));
  return issues.map((issue) => {
    const name = String(issue.path[0] ?? '');
    // A secret's value is never printed.
    const shown = /SECRET|PASSWORD|KEY|DATABASE_URL/.test(name) ? '' : ` is "${set[name] ?? ''}"`;
    return `${name}${shown}: ${issue.message}`;
  });
}
