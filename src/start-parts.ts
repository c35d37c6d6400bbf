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
    dietaryTermsRequired: mode.name === 'tenant',
  };
}

/** What a person can do something about, cause by cause; undefined for a fault of the program, which needs its stack. */
export function whyNotStarted(fault: unknown): string | undefined {
  // Ours are plain errors with a sentence; a TypeError or its like is a fault of the program.
  if (!(fault instanceof Error) || fault.name !== 'Error') return undefined;
  const reasons: string[] = [];
  for (let at: unknown = fault; at instanceof Error; at = at.cause) reasons.push(...messagesOf(at));
  return `Det gick inte att starta. / The product could not start:\n${reasons.map((line) => `  - ${line}`).join('\n')}`;
}

/** A server with several addresses fails once for each. */
function messagesOf(fault: Error): readonly string[] {
  const each = fault instanceof AggregateError ? fault.errors.filter((one) => one instanceof Error) : [];
  return each.length > 0 ? each.map(({ message }) => message) : [fault.message];
}
