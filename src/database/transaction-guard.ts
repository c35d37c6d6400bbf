import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';

const open = new AsyncLocalStorage<true>();

/**
 * Refuses a statement that bypasses the transaction open in this async context. The embedded engine has one
 * connection and would wait for itself for ever; on a server the statement would silently lose atomicity.
 */
export function refuseOutsideTransaction(): void {
  if (open.getStore()) throw new Error('statement outside the open transaction: use the handle that tx passes');
}

export function insideTransaction<Value>(work: () => Promise<Value>): Promise<Value> {
  return open.run(true, work);
}

/** For what a transaction sets going beside itself, such as a timer: it must not count as inside. */
export function outsideTransaction<Value>(work: () => Value): Value {
  return open.exit(work);
}

/** Sits on the outer handle, because Kysely takes its own lock before it asks the driver. */
export const transactionGuard: KyselyPlugin = {
  transformQuery: (query) => {
    refuseOutsideTransaction();
    return query.node;
  },
  transformResult: (query) => Promise.resolve(query.result),
};
