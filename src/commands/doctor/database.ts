import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { migrations } from '../../database/migrations.ts';
import { openDatabase, type Db } from '../../database/open.ts';

/** What the product's database says about itself and about what the set-up concerns. */
export type Looked =
  | { readonly kind: 'notMade' }
  | { readonly kind: 'busy'; readonly message: string }
  | { readonly kind: 'unreachable'; readonly message: string }
  | ({ readonly kind: 'open' } & DatabaseFacts);

export interface DatabaseFacts {
  /** PostgreSQL's number, 170002 for 17.2. */
  readonly version: number;
  /** Changes of the tables that this version has and the database has not. */
  readonly missing: readonly string[];
  /** The other way round: a newer version has been here. */
  readonly unknown: readonly string[];
  /** The mode it was made for; null before the first start. */
  readonly mode: string | null;
  /** Mailboxes and zones of projects, and where the bot has been put. */
  readonly projects: readonly LookedProject[];
  readonly conversations: readonly LookedConversation[];
}

export interface LookedProject {
  readonly id: string;
  readonly timeZone: string;
  readonly organiserMailbox: string | null;
  readonly sharedCalendarMailbox: string | null;
}

export interface LookedConversation {
  readonly id: string;
  readonly kind: string;
  readonly teamId: string | null;
  readonly installed: boolean;
  readonly botId: string;
  /** Where what the bot says is taken in, with a slash at the end or without. */
  readonly serviceUrl: string;
  /** Whom the chat or channel is for; null while it belongs to no project. */
  readonly audience: 'planning' | 'participants' | null;
}

/** Opens, reads and lets go. A folder that is not there is not made. */
export async function lookInto(url: string, tenantId: string): Promise<Looked> {
  const isServer = /^postgres(ql)?:/.test(url);
  if (!isServer && !existsSync(url)) return { kind: 'notMade' };
  try {
    const database = await openDatabase(url, () => undefined);
    try {
      return { kind: 'open', ...(await factsOf(database.db, tenantId)) };
    } finally {
      await database.close();
    }
  } catch (cause) {
    const message = told(cause);
    return { kind: isServer ? 'unreachable' : 'busy', message };
  }
}

/** A server with several addresses fails once for each, in an error without words of its own. */
function told(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(told).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}

export async function factsOf(db: Db, tenantId: string): Promise<DatabaseFacts> {
  const version = await sql<{ number: string }>`select current_setting('server_version_num') as number`.execute(db);
  const done = await migrationsIn(db);
  const known = Object.keys(migrations);
  const hasTables = known.every((name) => done.includes(name));
  return {
    version: Number(version.rows[0]?.number ?? 0),
    missing: known.filter((name) => !done.includes(name)),
    unknown: done.filter((name) => !known.includes(name)),
    mode: hasTables ? await modeIn(db) : null,
    projects: hasTables ? await projectsIn(db, tenantId) : [],
    conversations: hasTables ? await conversationsIn(db, tenantId) : [],
  };
}

async function migrationsIn(db: Db): Promise<readonly string[]> {
  const found = await sql<{ table: string | null }>`select to_regclass('kysely_migration')::text as table`.execute(db);
  if (found.rows[0]?.table == null) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

async function modeIn(db: Db): Promise<string | null> {
  const row = await db.selectFrom('installation').select('value').where('key', '=', 'mode').executeTakeFirst();
  return row?.value ?? null;
}

async function projectsIn(db: Db, tenantId: string): Promise<readonly LookedProject[]> {
  const rows = await db
    .selectFrom('project')
    .select(['id', 'time_zone', 'organiser_mailbox', 'shared_calendar_mailbox'])
    .where('tenant_id', '=', tenantId)
    .where('state', '!=', 'closed')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    timeZone: row.time_zone,
    organiserMailbox: row.organiser_mailbox,
    sharedCalendarMailbox: row.shared_calendar_mailbox,
  }));
}

async function conversationsIn(db: Db, tenantId: string): Promise<readonly LookedConversation[]> {
  const rows = await db
    .selectFrom('conversation')
    .leftJoin('project_conversation', (join) =>
      join
        .onRef('project_conversation.tenant_id', '=', 'conversation.tenant_id')
        .onRef('project_conversation.conversation_id', '=', 'conversation.conversation_id'),
    )
    .select(['conversation.conversation_id as id', 'kind', 'team_id', 'installed', 'bot_id', 'service_url', 'purpose'])
    .where('conversation.tenant_id', '=', tenantId)
    .orderBy('conversation.conversation_id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    teamId: row.team_id,
    installed: row.installed,
    botId: row.bot_id,
    serviceUrl: row.service_url,
    audience: row.purpose,
  }));
}
