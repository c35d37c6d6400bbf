import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { LinkAnswer, LinksPort } from '../../ports/links.ts';

/** One question, without going where the answer points. */
export type LinkTransport = (
  url: URL,
  method: 'HEAD' | 'GET',
) => Promise<{ readonly status: number; readonly location: string | null }>;

const MOST_HOPS = 5;
const PATIENCE_MS = 5000;

/** Servers that do not know HEAD, or take it for a robot, are asked again as a browser asks. */
const wantsGet = new Set([403, 405, 501]);
/** There, but not for us just now. */
const says = { closed: new Set([401, 403, 407, 408, 425, 429]) };

/** Whether a page answers (INV-07). Only what says for certain that it is not there counts as missing. */
export function linkLooker(transport: LinkTransport): LinksPort {
  return { look: (url) => look(transport, url, MOST_HOPS) };
}

async function look(transport: LinkTransport, address: string, hops: number): Promise<LinkAnswer> {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return { outcome: 'missing', status: null };
  try {
    const head = await transport(url, 'HEAD');
    const { status, location } = wantsGet.has(head.status) ? await transport(url, 'GET') : head;
    if (status >= 300 && status < 400 && location !== null)
      return hops === 0
        ? { outcome: 'missing', status }
        : await look(transport, new URL(location, url).toString(), hops - 1);
    if (status < 400) return { outcome: 'answers', status };
    return { outcome: status < 500 && !says.closed.has(status) ? 'missing' : 'unknown', status };
  } catch (cause) {
    return { outcome: isNowhere(cause) ? 'missing' : 'unknown', status: null };
  }
}

/** The name does not exist, or leads to a machine that nobody outside can reach. */
function isNowhere(cause: unknown): boolean {
  const codes = [cause, cause instanceof Error ? cause.cause : undefined].map((one) =>
    typeof one === 'object' && one !== null && 'code' in one ? one.code : undefined,
  );
  return codes.includes('ENOTFOUND') || codes.includes(NOT_PUBLIC);
}

const NOT_PUBLIC = 'ERR_NOT_PUBLIC';

/** Addresses within an organisation: a link that somebody types must not make us knock there. */
const inner = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(network, prefix, 'ipv6');

const isInner = ({ address, family }: LookupAddress): boolean => inner.check(address, family === 6 ? 'ipv6' : 'ipv4');

/** Asks the network; only addresses that everybody can reach, and our own. */
export function publicLinks(ownUrl: string): LinkTransport {
  const own = new URL(ownUrl).host;
  return (url, method) =>
    new Promise((answered, failed) => {
      const isOwn = url.host === own;
      const literal = isIP(url.hostname.replace(/^\[|\]$/g, ''));
      if (!isOwn && literal !== 0 && isInner({ address: url.hostname.replace(/^\[|\]$/g, ''), family: literal }))
        return failed(notPublic(url));
      const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
      const asked = ask(
        url,
        {
          method,
          timeout: PATIENCE_MS,
          signal: AbortSignal.timeout(PATIENCE_MS),
          ...(isOwn ? {} : { lookup: outside }),
        },
        (response) => {
          response.destroy();
          answered({ status: response.statusCode ?? 0, location: response.headers.location ?? null });
        },
      );
      asked.on('error', failed).end();
    });
}

function notPublic(url: { readonly hostname: string }): Error {
  return Object.assign(new Error(`${url.hostname} is not a public address`), { code: NOT_PUBLIC });
}

/** The name is looked up once, and what it leads to is what is connected to. */
const outside: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (fault, found) => {
    if (fault !== null) return callback(fault, []);
    const open = found.filter((one) => !isInner(one));
    const [first] = open;
    if (first === undefined) return callback(notPublic({ hostname }), []);
    if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};
