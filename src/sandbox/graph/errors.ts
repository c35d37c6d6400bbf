/** A refusal in Graph's words. Thrown anywhere in a handler, answered once at the edge. */
export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly innerCode: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Record<string, string>; innerCode?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.innerCode = more.innerCode;
  }
}

export interface FaultIds {
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** The body that every Graph error has; `date` is written without a zone, as Graph does. */
export function faultBody(fault: GraphFault, ids: FaultIds): unknown {
  return {
    error: {
      code: fault.code,
      message: fault.message,
      innerError: {
        ...(fault.innerCode === undefined ? {} : { code: fault.innerCode }),
        date: new Date().toISOString().slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  };
}

export const itemNotFound = (): GraphFault =>
  new GraphFault(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const badRequest = (message: string): GraphFault => new GraphFault(400, 'BadRequest', message);

export const segmentNotFound = (segment: string): GraphFault =>
  badRequest(`Resource not found for the segment '${segment}'.`);

export const throttled = (seconds: number): GraphFault =>
  new GraphFault(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    headers: { 'retry-after': String(seconds) },
  });

export const forbiddenAppOnly = (): GraphFault =>
  new GraphFault(
    403,
    'Forbidden',
    'Missing scope permissions on the request. Application permissions do not allow this call.',
  );
