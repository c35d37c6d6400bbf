import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The texts inside a zip file such as a spreadsheet, one after the other. Layout: APPNOTE.TXT 4.3. */
export function textsInZip(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Error('this is no zip file');
  const texts: string[] = [];
  let at = file.readUInt32LE(end + 16);
  while (at < end && file.readUInt32LE(at) === ENTRY) {
    texts.push(textOf(file, at));
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return texts.join('\n');
}

function textOf(file: Buffer, entry: number): string {
  const local = file.readUInt32LE(entry + 42);
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(start, start + file.readUInt32LE(entry + 20));
  return (file.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(packed) : packed).toString('utf8');
}
