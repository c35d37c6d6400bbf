import { pino, type Logger } from 'pino';

/**
 * Structured logs. Addresses, names and tokens are cut wherever they would stand: a log holds ids and counts,
 * never a person.
 */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: [
        'email',
        'address',
        'name',
        'displayName',
        'phone',
        '*.email',
        '*.address',
        '*.displayName',
        '*.phone',
        '*.authorization',
        'err.config',
        'err.request',
        'err.body',
      ],
      censor: '[borttaget]',
    },
    serializers: {
      err: (cause: unknown) => shorten(cause),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const MAIL = /[^\s<>"',;:]+@[^\s<>"',;:]+\.[a-z]{2,}/gi;

/** An error's chain of messages and its first stack, without mail addresses. */
function shorten(cause: unknown): object {
  if (!(cause instanceof Error)) return { message: String(cause).replace(MAIL, '[adress]') };
  const chain = cause.cause === undefined ? {} : { cause: shorten(cause.cause) };
  return {
    type: cause.name,
    message: cause.message.replace(MAIL, '[adress]'),
    stack: cause.stack?.replace(MAIL, '[adress]'),
    ...chain,
  };
}
