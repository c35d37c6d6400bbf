import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** A smaller file gains nothing: it fits in one packet as it is. */
const WORTH_BYTES = 1400;

/** Lays a brotli copy (`.br`) beside each script and style sheet of a built folder, for whoever serves it. */
export function squeeze(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css)$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    if (bytes.length > WORTH_BYTES) writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
  }
}
