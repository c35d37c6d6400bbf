import { readFileSync } from 'node:fs';

/** Width of a square PNG in pixels, from its header. @throws Error when it is not square */
export function pngSize(file: string): number {
  const head = readFileSync(file);
  const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
  if (width !== height) throw new Error(`${file} is ${width}×${height}`);
  return width;
}
