import type { Logger } from 'pino';
import { migrate } from './database/migrate.ts';
import { openDatabase, type OpenDatabase } from './database/open.ts';
import { stampMode } from './database/stamp.ts';
import type { Mode } from './modes.ts';
import type { ProductParts } from './product.ts';

/** The database with its tables, stamped with the mode that it belongs to. @throws when it belongs to the other mode */
export async function openStamped(url: string, mode: Mode['name'], log: Logger): Promise<OpenDatabase> {
  const database = await openDatabase(url, (what, cause) => log.error({ err: cause }, what));
  try {
    await migrate(database.db);
    await stampMode(database.db, mode);
    return database;
  } catch (cause) {
    await database.close();
    throw cause;
  }
}

export function settingsOf(
  mode: Mode,
  graceSeconds: number,
  own: { organiserMailbox: string; participantsTeamId: string | null },
): ProductParts['settings'] {
  return {
    publicUrl: mode.publicUrl,
    homeTenantId: mode.registration.tenantId,
    organiserMailbox: own.organiserMailbox,
    participantsTeamId: own.participantsTeamId,
    graceSeconds,
  };
}
