import { Temporal } from 'temporal-polyfill';
import type { GraphTransport } from '../../adapters/graph/middleware.ts';
import type { TenantConfig } from '../../config.ts';
import type { RunningSandbox } from '../../start.ts';
import type { RegisteredPermission } from '../package/handover/permissions.ts';
import { sandboxClientId, sandboxClientSecret, sandboxTeamId, sandboxTenantId } from '../sandbox-world.ts';
import type { Setup } from './bench.ts';
import { factsOf, lookInto } from './database.ts';

/** How long our own address may take to answer. */
const reachMs = 10_000;

const reach: Setup['reach'] = (url, token) =>
  fetch(url, {
    signal: AbortSignal.timeout(reachMs),
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  });

/** A real tenant, as the environment names it. */
export function tenantSetup(config: TenantConfig, permissions: readonly RegisteredPermission[]): Setup {
  const transport: GraphTransport = (request) => fetch(request);
  return {
    ...{ permissions, transport, reach },
    tenantId: config.entraTenantId,
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    botAppId: config.botAppId,
    botAppPassword: config.botAppPassword,
    publicUrl: config.publicUrl,
    organiserMailbox: config.organiserMailbox,
    participantsTeamId: config.participantsTeamId,
    now: () => Temporal.Now.instant().toString(),
    look: () => lookInto(config.databaseUrl, config.entraTenantId),
  };
}

/** A sandbox that runs in this process. */
export function sandboxSetup(
  running: Pick<RunningSandbox, 'url' | 'product' | 'sandbox'>,
  permissions: readonly RegisteredPermission[],
): Setup {
  const { tools } = running.product;
  return {
    ...{ permissions, reach },
    transport: (request) => running.sandbox.fetch(request),
    tenantId: sandboxTenantId,
    clientId: sandboxClientId,
    clientSecret: sandboxClientSecret,
    botAppId: sandboxClientId,
    botAppPassword: sandboxClientSecret,
    publicUrl: running.url,
    organiserMailbox: tools.settings.organiserMailbox,
    participantsTeamId: sandboxTeamId,
    now: () => tools.clock.now().toString(),
    look: async () => ({ kind: 'open', ...(await factsOf(tools.db, sandboxTenantId)) }),
  };
}
