/** Where a request stands: the origin of our pages, and the network it comes from. Owns reading both from a request. */
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** As configured, else as this request named it: a key made for another name opens nothing here. */
export const placeOf = (request: FastifyRequest, publicUrl: string | null): { readonly origin: string } => ({
  origin: publicUrl ?? `${request.protocol}://${request.host}`,
});

/** Passkeys are bound to a name; an address of numbers has none. */
export const hasName = ({ origin }: { readonly origin: string }): boolean =>
  URL.canParse(origin) && isIP(new URL(origin).hostname.replace(/^\[|\]$/g, '')) === 0;

/** Of an IPv6 address the network that one household or office has, else the address. */
export const networkOf = ({ ip }: FastifyRequest): string => {
  if (isIP(ip) !== 6) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const heads = head.split(':').filter(Boolean);
  const tails = tail.split(':').filter(Boolean);
  const full = [...heads, ...Array<string>(Math.max(0, 8 - heads.length - tails.length)).fill('0'), ...tails];
  return full.slice(0, 4).join(':');
};
