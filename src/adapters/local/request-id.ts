import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Everything that `work` leads to carries this id: its log lines, and Graph's `client-request-id`. */
export function withRequestId<Value>(id: string, work: () => Value): Value {
  return current.run(id, work);
}

export function requestIdNow(): string | undefined {
  return current.getStore();
}
