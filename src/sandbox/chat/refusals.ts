import type { Response } from 'express';

/** What the connector answers instead of doing it, in Teams' own codes. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

export const refusals = {
  notOurs: { status: 401, code: 'BotNotRegistered', message: 'The bot is not registered.' },
  notInRoster: {
    status: 403,
    code: 'BotNotInConversationRoster',
    message: 'The bot is not part of the conversation roster.',
  },
  noConversation: { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' },
  noActivity: { status: 404, code: 'ActivityNotFoundInConversation', message: 'Activity not found.' },
  noUser: { status: 404, code: 'UserNotFound', message: 'The user was not found.' },
  noMember: { status: 404, code: 'MemberNotFoundInConversation', message: 'Member not found.' },
  noTeam: { status: 404, code: 'NotFound', message: 'Team not found.' },
  noOperation: { status: 404, code: 'NotFound', message: 'No such operation.' },
  /** Two writes to one message at once; Teams asks the bot to try again. */
  concurrent: { status: 412, code: 'PreconditionFailed', message: 'Precondition failed, please try again.' },
  tooBig: { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large' },
} as const satisfies Record<string, Refusal>;

export const throttled = (retryAfter: number): Refusal => ({
  status: 429,
  code: 'Throttled',
  message: 'Too many requests',
  retryAfter,
});

export function refuse(response: Response, { status, code, message, retryAfter }: Refusal): void {
  if (retryAfter !== undefined) response.set('retry-after', String(retryAfter));
  response.status(status).json({ error: { code, message } });
}

/** Refuses the next calls of a kind, as Teams does now and then for reasons of its own. */
export interface ConnectorFault extends Refusal {
  readonly method?: 'POST' | 'PUT' | 'DELETE' | 'GET';
  readonly times: number;
}

export interface ConnectorFaults {
  failNext(fault: ConnectorFault): void;
  /** The refusal that this call meets, if any; it is then used up by one. */
  take(method: string): Refusal | undefined;
}

export function openConnectorFaults(): ConnectorFaults {
  const waiting: { fault: ConnectorFault; left: number }[] = [];
  return {
    failNext: (fault) => void waiting.push({ fault, left: fault.times }),
    take(method) {
      const index = waiting.findIndex(({ fault }) => fault.method === undefined || fault.method === method);
      const met = waiting[index];
      if (met === undefined) return undefined;
      met.left -= 1;
      if (met.left <= 0) waiting.splice(index, 1);
      return met.fault;
    },
  };
}
