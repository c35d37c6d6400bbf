import type { FarSide } from '../far-side.ts';
import { isObject } from './check-body.ts';
import type { Reply } from './call.ts';
import type { FaultIds } from './errors.ts';
import type { Incoming } from './graph.ts';
import { record } from './recording.ts';

interface LogEntry {
  readonly incoming: Incoming;
  readonly path: string;
  readonly ids: FaultIds;
  readonly reply: Reply;
  readonly sent: Uint8Array;
}

/** The oldest fall out, so that a sandbox that runs for months does not fill the disk. */
const longestLog = 20_000;

/** Every exchange with Graph as it went over the wire. Headers, and with them the tokens, are not kept. */
export function openExchangeLog(far: FarSide): { add(entry: LogEntry): void } {
  const { exchanges } = far.tables;
  let last = exchanges.all().reduce((most, row) => Math.max(most, Number(row.id)), 0);
  const idOf = (number: number): string => String(number).padStart(12, '0');
  return {
    add({ incoming, path, ids, reply, sent }) {
      last += 1;
      const row = exchanges.put({
        id: idOf(last),
        at: far.clock.nowMs(),
        requestId: ids.requestId,
        clientRequestId: incoming.headers.get('client-request-id'),
        method: incoming.method,
        path,
        status: reply.status,
        requestBody: incoming.method === 'PUT' ? null : jsonOrNothing(sent, incoming.headers.get('content-type') ?? ''),
        responseBody: reply.body ?? null,
      });
      exchanges.delete(idOf(last - longestLog));
      record(row);
    },
  };
}

function jsonOrNothing(bytes: Uint8Array, contentType: string): unknown {
  if (bytes.byteLength === 0 || !/json/i.test(contentType)) return null;
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    // The subscriber's own secret is as good as a token.
    return isObject(body) && 'clientState' in body ? { ...body, clientState: '…' } : body;
  } catch {
    return null;
  }
}
