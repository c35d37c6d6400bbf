import type { Looked } from '../database.ts';
import { fault, fine, warning, words, type Finding } from '../types.ts';

/** The oldest PostgreSQL that the tables are made for, in its own way of counting. */
const oldest = 150000;

export function database(looked: Looked, mode: 'sandbox' | 'tenant'): readonly Finding[] {
  if (looked.kind === 'notMade')
    return [fine('Databasen görs vid första starten.', 'The database is made at the first start.')];
  if (looked.kind === 'busy') return [busy(looked.message)];
  if (looked.kind === 'unreachable') return [unreachable(looked.message)];
  const major = Math.floor(looked.version / 10000);
  if (looked.version < oldest) return [tooOld(major)];
  if (looked.mode !== null && looked.mode !== mode) return [otherMode(looked.mode, mode)];
  if (looked.unknown.length > 0) return [tooNew(looked.unknown)];
  if (looked.missing.length > 0) return [notMigrated(looked.missing)];
  return [fine(`PostgreSQL ${major}, med alla tabeller.`, `PostgreSQL ${major}, with every table.`)];
}

const busy = (message: string): Finding =>
  warning({
    what: words('Den inbyggda databasen går inte att läsa just nu.', 'The embedded database cannot be read just now.'),
    why: words(message, message),
    who: 'you',
    how: words(
      'Stoppa Lärprojekt medan kontrollen körs, eller använd en PostgreSQL-server med DATABASE_URL.',
      'Stop Lärprojekt while the check runs, or use a PostgreSQL server with DATABASE_URL.',
    ),
  });

const unreachable = (message: string): Finding =>
  fault({
    what: words('Databasen svarar inte.', 'The database does not answer.'),
    why: words(`Servern sa: ${message}`, `The server said: ${message}`),
    who: 'you',
    how: words(
      'Kontrollera värd, port, användare, lösenord och TLS i DATABASE_URL.',
      'Check host, port, user, password and TLS in DATABASE_URL.',
    ),
    command: 'psql "$DATABASE_URL" -c "select version()"',
  });

const tooOld = (major: number): Finding =>
  fault({
    what: words(`PostgreSQL ${major} är för gammal.`, `PostgreSQL ${major} is too old.`),
    why: words('Lärprojekt behöver version 15 eller nyare.', 'Lärprojekt needs version 15 or newer.'),
    who: 'you',
    how: words('Uppgradera servern.', 'Upgrade the server.'),
  });

const otherMode = (made: string, mode: string): Finding =>
  fault({
    what: words(
      `Databasen gjordes i läget ${made}, inte ${mode}.`,
      `The database was made in ${made} mode, not ${mode}.`,
    ),
    why: words(
      'Det som en sandlåda har skickat får aldrig tas för verkligt, så starten nekas.',
      'What a sandbox has sent must never be taken for real, so the start is refused.',
    ),
    who: 'you',
    how: words('Välj en annan DATABASE_URL eller DATA_DIR.', 'Choose another DATABASE_URL or DATA_DIR.'),
  });

const tooNew = (unknown: readonly string[]): Finding =>
  fault({
    what: words('Databasen är nyare än programmet.', 'The database is newer than the program.'),
    why: words(
      `Den har ändringar som den här versionen inte känner: ${unknown.join(', ')}.`,
      `It has changes that this version does not know: ${unknown.join(', ')}.`,
    ),
    who: 'you',
    how: words('Kör den senaste versionen av Lärprojekt.', 'Run the latest version of Lärprojekt.'),
  });

const notMigrated = (missing: readonly string[]): Finding =>
  warning({
    what: words('Tabellerna är inte i den här versionen än.', 'The tables are not of this version yet.'),
    why: words(`Kvar att göra: ${missing.join(', ')}.`, `Left to do: ${missing.join(', ')}.`),
    who: 'you',
    how: words(
      'Ta en säkerhetskopia och starta Lärprojekt; det görs vid starten.',
      'Take a backup and start Lärprojekt; it is done at the start.',
    ),
    command: 'pg_dump "$DATABASE_URL" > larprojekt.sql\nnpm start',
  });
