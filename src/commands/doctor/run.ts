import { AskedToWait } from '../../ports/far-side.ts';
import { fault, warning, words, type Check, type Examined, type Finding, type State } from './types.ts';

/** Makes the checks in their order. What stands on something that failed is not tried: it would only repeat the fault. */
export async function examine(checks: readonly Check[]): Promise<readonly Examined[]> {
  const done: Examined[] = [];
  for (const check of checks) {
    const { id, title } = check;
    const because = done.filter((one) => check.needs.includes(one.id) && stops(one.state)).map((one) => one.title);
    if (because.length > 0) {
      done.push({ id, title, state: 'notTried', findings: [], because });
      continue;
    }
    const findings = await findingsOf(check);
    done.push({ id, title, state: worst(findings), findings, because: [] });
  }
  return done;
}

const stops = (state: State): boolean => state === 'fault' || state === 'notTried';

function worst(findings: readonly Finding[]): State {
  return (['fault', 'warning'] as const).find((state) => findings.some((one) => one.state === state)) ?? 'ok';
}

async function findingsOf(check: Check): Promise<readonly Finding[]> {
  try {
    return await check.run();
  } catch (cause) {
    if (cause instanceof AskedToWait) return [busy(cause.retryAfterSeconds)];
    return [unexpected(cause)];
  }
}

const busy = (seconds: number): Finding =>
  warning({
    what: words(
      `Microsoft 365 ber oss vänta ${seconds} sekunder.`,
      `Microsoft 365 asks us to wait ${seconds} seconds.`,
    ),
    why: words(
      'Tjänsten är upptagen, så kontrollen blev inte gjord.',
      'The service is busy, so the check was not made.',
    ),
    who: 'you',
    how: words('Kör kontrollen igen om en stund.', 'Run the check again in a while.'),
  });

function unexpected(cause: unknown): Finding {
  const told = reasons(cause).join(' ← ');
  return fault({
    what: words(`Kontrollen avbröts: ${told}`, `The check broke off: ${told}`),
    why: words(
      'Svaret är inte ett som kontrollen känner till. Ofta är det nätet: en proxy, en brandvägg eller DNS.',
      'The answer is not one that the check knows. Often it is the network: a proxy, a firewall or DNS.',
    ),
    who: 'you',
    how: words(
      'Se till att datorn når graph.microsoft.com och login.microsoftonline.com över https, och kör igen.',
      'See that this machine reaches graph.microsoft.com and login.microsoftonline.com by https, and run again.',
    ),
  });
}

function reasons(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [String(cause)];
  return [cause.message, ...(cause.cause === undefined ? [] : reasons(cause.cause))];
}

/** 0: all well · 1: warnings · 2: at least one fault. */
export function exitCode(examined: readonly Examined[]): 0 | 1 | 2 {
  if (examined.some(({ state }) => state === 'fault')) return 2;
  return examined.some(({ state }) => state === 'warning') ? 1 : 0;
}
