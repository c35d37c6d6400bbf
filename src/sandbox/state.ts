import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Row {
  readonly id: string;
}

/** Everything the far side remembers: named tables of JSON rows and byte blobs, in memory and in a file of its own. */
export interface State {
  /** Opens a table by name; the same name always gives the same table. */
  table<R extends Row>(name: string): Table<R>;
  readonly blobs: Blobs;
  /** Rises by one for every change that somebody may later ask about (delta, etags, ids). */
  nextChange(): number;
  change(): number;
  /** Writes what changed since the last flush, in one transaction. Cheap when nothing did. */
  flush(): void;
  close(): void;
}

export interface Table<R extends Row> {
  get(id: string): R | undefined;
  all(): R[];
  put(row: R): R;
  delete(id: string): void;
  readonly size: number;
  /** A look-up by another key, kept up to date by every put and delete. */
  index(keyOf: (row: R) => string): (key: string) => R[];
}

export interface Blobs {
  get(id: string): Uint8Array | undefined;
  put(id: string, bytes: Uint8Array): void;
  delete(id: string): void;
}

interface OpenTable {
  touched: Set<string>;
  json(id: string): string | undefined;
}

/**
 * Opens the sandbox's file, or a sandbox without one when `file` is null.
 * A file that another process has open is refused: two far sides would forget each other's changes.
 */
export function openState(file: string | null): State {
  const disk = file === null ? null : openDisk(file);
  const tables = new Map<string, Table<Row> & OpenTable>();
  const blobs = openBlobs(disk);
  const counter = openTable<Row & { value: number }>(disk, 'counter');
  tables.set('counter', counter);
  let change = counter.get('change')?.value ?? 0;

  function flush(): void {
    if (disk === null) return;
    const dirty = [...tables].filter(([, table]) => table.touched.size > 0);
    if (dirty.length === 0 && !blobs.isDirty()) return;
    counter.put({ id: 'change', value: change });
    disk.write(() => {
      for (const [name, table] of new Map([...dirty, ['counter', counter]])) saveRows(disk, name, table);
      blobs.save();
    });
  }

  return {
    table<R extends Row>(name: string): Table<R> {
      const known = tables.get(name) ?? openTable<Row>(disk, name);
      tables.set(name, known);
      // A name belongs to one row type; the caller that names it owns its shape.
      return known as unknown as Table<R>;
    },
    blobs,
    nextChange: () => ++change,
    change: () => change,
    flush,
    close() {
      flush();
      disk?.close();
    },
  };
}

/** In a data folder: what the far side remembers. */
export const stateFile = 'sandbox.sqlite';

const SQLITE_BUSY = 5;

/** Another process has the file open. One that cannot be read at all is nobody's. */
export function isInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    openDisk(file).close();
    return false;
  } catch (fault) {
    const cause = fault instanceof Error ? fault.cause : undefined;
    return cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY;
  }
}

interface Disk {
  rows(kind: string): { id: string; json: string }[];
  putRow(kind: string, id: string, json: string): void;
  deleteRow(kind: string, id: string): void;
  blob(id: string): Uint8Array | undefined;
  putBlob(id: string, bytes: Uint8Array): void;
  deleteBlob(id: string): void;
  write(work: () => void): void;
  close(): void;
}

function openDisk(file: string): Disk {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    // The operating system keeps what a killed process wrote; only a power cut could lose the last moments of a sandbox.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
    database.exec(`CREATE TABLE IF NOT EXISTS row (kind TEXT, id TEXT, json TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS blob (id TEXT PRIMARY KEY, bytes BLOB)`);
  } catch (cause) {
    database.close();
    throw new Error(
      `Sandlådans fil ${file} används redan av ett annat program eller går inte att läsa. / The sandbox file ${file} is in use or cannot be read.`,
      { cause },
    );
  }
  const selectRows = database.prepare('SELECT id, json FROM row WHERE kind = ?');
  const putRow = database.prepare('INSERT OR REPLACE INTO row VALUES (?, ?, ?)');
  const deleteRow = database.prepare('DELETE FROM row WHERE kind = ? AND id = ?');
  const selectBlob = database.prepare('SELECT bytes FROM blob WHERE id = ?');
  const putBlob = database.prepare('INSERT OR REPLACE INTO blob VALUES (?, ?)');
  const deleteBlob = database.prepare('DELETE FROM blob WHERE id = ?');
  return {
    rows: (kind) => selectRows.all(kind).map((row) => ({ id: String(row['id']), json: String(row['json']) })),
    putRow: (kind, id, json) => putRow.run(kind, id, json),
    deleteRow: (kind, id) => deleteRow.run(kind, id),
    blob(id) {
      const bytes = selectBlob.get(id)?.['bytes'];
      return bytes instanceof Uint8Array ? bytes : undefined;
    },
    putBlob: (id, bytes) => putBlob.run(id, bytes),
    deleteBlob: (id) => deleteBlob.run(id),
    write(work) {
      database.exec('BEGIN');
      try {
        work();
        database.exec('COMMIT');
      } catch (fault) {
        database.exec('ROLLBACK');
        throw fault;
      }
    },
    close: () => database.close(),
  };
}

function saveRows(disk: Disk, name: string, table: OpenTable): void {
  for (const id of table.touched) {
    const json = table.json(id);
    if (json === undefined) disk.deleteRow(name, id);
    else disk.putRow(name, id, json);
  }
  table.touched.clear();
}

function openTable<R extends Row>(disk: Disk | null, name: string): Table<R> & OpenTable {
  const rows = new Map<string, R>();
  const indexes: { add(row: R): void; remove(row: R): void }[] = [];
  const touched = new Set<string>();
  // Only this table wrote these rows, so they have the shape it wrote.
  for (const { id, json } of disk?.rows(name) ?? []) rows.set(id, JSON.parse(json) as R);

  function forget(id: string): void {
    const old = rows.get(id);
    if (old !== undefined) for (const index of indexes) index.remove(old);
  }

  return {
    touched,
    json(id) {
      const row = rows.get(id);
      return row === undefined ? undefined : JSON.stringify(row);
    },
    get: (id) => rows.get(id),
    all: () => [...rows.values()],
    put(row) {
      forget(row.id);
      rows.set(row.id, row);
      for (const index of indexes) index.add(row);
      touched.add(row.id);
      return row;
    },
    delete(id) {
      forget(id);
      if (rows.delete(id)) touched.add(id);
    },
    get size() {
      return rows.size;
    },
    index(keyOf) {
      const groups = new Map<string, Map<string, R>>();
      const index = {
        add(row: R) {
          const key = keyOf(row);
          const group = groups.get(key) ?? new Map<string, R>();
          group.set(row.id, row);
          groups.set(key, group);
        },
        remove(row: R) {
          groups.get(keyOf(row))?.delete(row.id);
        },
      };
      indexes.push(index);
      for (const row of rows.values()) index.add(row);
      return (key) => [...(groups.get(key)?.values() ?? [])];
    },
  };
}

function openBlobs(disk: Disk | null): Blobs & { isDirty(): boolean; save(): void } {
  // With a file, bytes stay in memory only until they are saved.
  const held = new Map<string, Uint8Array>();
  const removed = new Set<string>();
  return {
    get: (id) => held.get(id) ?? (removed.has(id) ? undefined : disk?.blob(id)),
    put(id, bytes) {
      held.set(id, bytes);
      removed.delete(id);
    },
    delete(id) {
      held.delete(id);
      removed.add(id);
    },
    isDirty: () => held.size + removed.size > 0,
    save() {
      if (disk === null) return;
      for (const [id, bytes] of held) disk.putBlob(id, bytes);
      for (const id of removed) disk.deleteBlob(id);
      held.clear();
      removed.clear();
    },
  };
}
