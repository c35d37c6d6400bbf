import type { FarSide } from '../far-side.ts';
import type { StoredUploadSession } from '../rows.ts';
import type { RainKind } from '../rain.ts';
import { itemNamed, itemShape, writeFile } from './drive-items.ts';
import { GraphFault } from './errors.ts';

/** Every range but the last is a multiple of this (320 KiB), or SharePoint loses the file at the end. */
const rangeUnit = 327_680;
const largestRange = 60 * 1024 * 1024;

/** The range protocol of an upload session, and the plain download of a file. */
export async function answerUpload(far: FarSide, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, kind = '', id = ''] = url.pathname.split('/');
  const bytes = new Uint8Array(await request.arrayBuffer());
  const falls = far.rain.draw(`transfer ${request.method} ${kind}`, ['throttled', 'unavailable']);
  const response = answered(() => {
    if (falls !== undefined) throw busy(falls);
    if (request.headers.has('authorization'))
      throw new GraphFault(
        401,
        'unauthenticated',
        'The upload address carries its own permission; send no Authorization header.',
      );
    if (kind === 'downloads' && request.method === 'GET') return downloaded(far, id);
    return answerSession(far, request, sessionNamed(far, kind, id), bytes);
  });
  logTransfer(far, request, bytes.byteLength, response.status);
  return response;
}

function busy(falls: RainKind): GraphFault {
  const headers = { 'retry-after': '2' };
  return falls === 'throttled'
    ? new GraphFault(429, 'activityLimitReached', 'The app or user has been throttled.', { headers })
    : new GraphFault(503, 'serviceNotAvailable', 'The service is not available.', { headers });
}

function answered(work: () => Response): Response {
  try {
    return work();
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault;
    return json(fault.status, { error: { code: fault.code, message: fault.message } }, fault.headers);
  }
}

function sessionNamed(far: FarSide, kind: string, id: string): StoredUploadSession {
  const session = kind === 'sessions' ? far.tables.uploadSessions.get(id) : undefined;
  if (session === undefined || session.expiresAt <= far.clock.nowMs())
    throw new GraphFault(404, 'itemNotFound', 'The upload session was not found');
  return session;
}

function answerSession(far: FarSide, request: Request, session: StoredUploadSession, bytes: Uint8Array): Response {
  if (request.method === 'PUT') return takeRange(far, request, session, bytes);
  if (request.method === 'GET') return json(200, progress(session));
  if (request.method !== 'DELETE') throw new GraphFault(405, 'invalidRequest', 'Method not allowed.');
  forget(far, session);
  return new Response(null, { status: 204 });
}

function takeRange(far: FarSide, request: Request, session: StoredUploadSession, bytes: Uint8Array): Response {
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.headers.get('content-range') ?? '');
  if (range === null) throw new GraphFault(400, 'invalidRequest', 'The Content-Range header is missing or malformed.');
  const [from = 0, to = 0, total = 0] = range.slice(1).map(Number);
  if (session.total !== null && session.total !== total)
    throw new GraphFault(400, 'invalidRequest', 'The total size may not change between ranges.');
  if (to - from + 1 !== bytes.byteLength || to >= total)
    throw new GraphFault(400, 'invalidRequest', 'The Content-Range does not fit the number of bytes.');
  if (bytes.byteLength > largestRange)
    throw new GraphFault(413, 'requestEntityTooLarge', 'The range is larger than 60 MiB.');
  // Both a range sent twice and one that skips ahead.
  if (from !== session.received)
    throw new GraphFault(
      416,
      'invalidRange',
      'The uploaded fragment overlaps with data that has already been received.',
    );
  const isLast = to === total - 1;
  if (!isLast && bytes.byteLength % rangeUnit !== 0)
    throw new GraphFault(400, 'invalidRequest', `Every range but the last must be a multiple of ${rangeUnit} bytes.`);
  far.state.blobs.put(pieceId(session, from), bytes);
  const grown = far.tables.uploadSessions.put({ ...session, total, received: to + 1 });
  return isLast ? finish(far, grown) : json(202, progress(grown));
}

function finish(far: FarSide, session: StoredUploadSession): Response {
  const bytes = assembled(far, session);
  const parent = itemNamed(far, session.driveId, session.parentId);
  const { name, contentType, conflictBehavior: onConflict } = session;
  const { item, isNew } = writeFile(far, { parent, name, contentType, bytes, onConflict });
  forget(far, session);
  return json(isNew ? 201 : 200, itemShape(far, item));
}

function assembled(far: FarSide, session: StoredUploadSession): Uint8Array {
  const whole = new Uint8Array(session.received);
  for (let at = 0; at < session.received;) {
    const piece = far.state.blobs.get(pieceId(session, at));
    if (piece === undefined) throw new GraphFault(404, 'itemNotFound', 'The upload session was not found');
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

function forget(far: FarSide, session: StoredUploadSession): void {
  for (let at = 0; at < session.received;) {
    const piece = far.state.blobs.get(pieceId(session, at));
    far.state.blobs.delete(pieceId(session, at));
    at += piece?.byteLength ?? session.received;
  }
  far.tables.uploadSessions.delete(session.id);
}

const pieceId = (session: StoredUploadSession, from: number): string => `upload-${session.id}-${from}`;

const progress = (session: StoredUploadSession): unknown => ({
  expirationDateTime: new Date(session.expiresAt).toISOString(),
  nextExpectedRanges: [`${session.received}-`],
});

function downloaded(far: FarSide, id: string): Response {
  const item = far.tables.driveItems.get(id);
  const bytes = item?.blobId == null ? undefined : far.state.blobs.get(item.blobId);
  if (item === undefined || bytes === undefined)
    throw new GraphFault(404, 'itemNotFound', 'The resource could not be found.');
  // An ArrayBuffer-backed view; TypeScript cannot see that none of ours is shared memory.
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status: 200, headers: { 'content-type': item.contentType } });
}

function logTransfer(far: FarSide, request: Request, bytes: number, status: number): void {
  const id = `t${String(far.state.nextChange()).padStart(12, '0')}`;
  const contentRange = request.headers.get('content-range');
  far.tables.transfers.put({
    id,
    at: far.clock.nowMs(),
    method: request.method,
    url: request.url,
    contentRange,
    bytes,
    status,
  });
}

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
