import busboy from 'busboy';
import type { Request } from 'express';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import { mostBytes, mostMegabytes, safeName } from '../rules.ts';
import type { UploadRefusal } from '../types.ts';

export interface Uploaded {
  readonly name: string;
  readonly content: Uint8Array;
  readonly fields: Readonly<Record<string, string>>;
}

type UploadOutcome = Outcome<Uploaded, UploadRefusal>;

/**
 * Reads one file and its fields from a multipart request. Reading stops as soon as the file is too large, so a
 * request never holds more than the limit in memory. A malformed body counts as no file.
 */
export function readUpload(request: Request): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const fields: Record<string, string> = {};
    let name: string | undefined;
    let isTooLarge = false;
    const chunks: Buffer[] = [];
    const answer = (): UploadOutcome => {
      if (name === undefined || name === '') return refused('noFile');
      if (isTooLarge) return refused('tooLarge', { name: safeName(name), limit: mostMegabytes });
      return done({ name, content: Buffer.concat(chunks), fields });
    };
    const form = formOf(request);
    if (form === undefined) return resolve(refused('noFile'));
    form.on('field', (field, value) => {
      fields[field] = value;
    });
    form.on('file', (_field, stream, info) => {
      name = info.filename;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        isTooLarge = true;
        chunks.length = 0;
      });
    });
    form.on('close', () => resolve(answer()));
    form.on('error', () => {
      request.unpipe(form);
      request.resume();
      resolve(refused('noFile'));
    });
    request.pipe(form);
  });
}

function formOf(request: Request): busboy.Busboy | undefined {
  try {
    // Browsers send the name of a file as UTF-8; busboy reads Latin-1 unless told.
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fileSize: mostBytes, fields: 20, fieldSize: 10_000, parts: 25 },
    });
  } catch {
    return undefined; // no multipart request at all
  }
}
