import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from './check-body.ts';

/** An exchange as validators of Graph's contract read it. */
export interface RecordedExchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

/**
 * Where every sandbox writes down what it is asked and answers, for whoever checks it all. Read here and not with the
 * product's settings, because it is set for tests with all the processes that they start.
 */
const folder = process.env['GRAPH_RECORD'];

/** In files of this process's own: `kept-*.jsonl`, and `refused-*.jsonl` for what was sent wrongly. */
export function record(exchange: RecordedExchange): void {
  if (folder === undefined) return;
  for (const one of apart(exchange)) {
    const name = isRefused(one) ? 'refused' : 'kept';
    appendFileSync(join(folder, `${name}-${process.pid}.jsonl`), `${JSON.stringify(one)}\n`);
  }
}

/** 400: what was sent is wrong. 405: no such operation. */
const isRefused = ({ status }: { readonly status: number }): boolean => status === 400 || status === 405;

/** The parts of a batch that were refused stand by themselves, so that the rest of it is checked as it is. */
function apart(exchange: RecordedExchange): RecordedExchange[] {
  const { requestBody, responseBody } = exchange;
  if (!isObject(requestBody) || !isObject(responseBody)) return [exchange];
  const { requests } = requestBody;
  const { responses } = responseBody;
  if (!Array.isArray(requests) || !Array.isArray(responses)) return [exchange];
  const parts = new Map(requests.filter(isObject).map((request) => [request['id'], request]));
  const refused = responses.filter(isObject).flatMap(({ id, status, body }): (RecordedExchange & { id: unknown })[] => {
    const request = parts.get(id);
    if (request === undefined || !isRefused({ status: Number(status) })) return [];
    return [
      {
        ...{ id, method: String(request['method']), path: String(request['url']), status: Number(status) },
        ...{ requestBody: request['body'] ?? null, responseBody: body ?? null },
      },
    ];
  });
  if (refused.length === 0) return [exchange];
  const stays = (one: unknown): boolean => !isObject(one) || !refused.some(({ id }) => id === one['id']);
  const rest = {
    ...exchange,
    requestBody: { ...requestBody, requests: requests.filter(stays) },
    responseBody: { ...responseBody, responses: responses.filter(stays) },
  };
  return [...(rest.requestBody.requests.length > 0 ? [rest] : []), ...refused.map(({ id: _id, ...part }) => part)];
}
