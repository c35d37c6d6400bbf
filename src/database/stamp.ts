import type { Db } from './open.ts';

/** A database is made for one mode and refuses the other: what a sandbox has sent must never be taken for real. */
export async function stampMode(db: Db, mode: 'sandbox' | 'tenant'): Promise<void> {
  await db
    .insertInto('installation')
    .values({ key: 'mode', value: mode })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('installation')
    .select('value')
    .where('key', '=', 'mode')
    .executeTakeFirstOrThrow();
  if (value !== mode) {
    throw new Error(
      `Databasen gjordes i läget ${value} och kan inte användas i läget ${mode}. Välj en annan DATABASE_URL eller DATA_DIR. / This database was made in ${value} mode and cannot be used in ${mode} mode. Choose another DATABASE_URL or DATA_DIR.`,
    );
  }
}
