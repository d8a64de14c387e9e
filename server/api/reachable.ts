/**
 * Where a webhook may lead: into the open network by https, never into the house's own. Owns the list of what is not open; the address is
 * looked at when the name has been resolved, in the same step as connecting, so that a name cannot change its mind in between.
 */
import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const closed = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  closed.addSubnet(net, bits, 'ipv4');
}
// Only what the world's registries have given out; what carries an IPv4 address inside is none of that or is named.
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  closed6.addSubnet(net, bits, 'ipv6');
}

export const isOpen = (address: string): boolean => {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4');
  return isIP(address) === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
};

/** Whether this address may be written down at all; null when it may, else why not. */
export const faultOfAddress = (address: string, mayBePrivate: boolean): 'notHttps' | 'notOpen' | null => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '' || !/^https?:$/.test(url.protocol)) return 'notHttps';
  if (mayBePrivate) return null;
  if (url.protocol !== 'https:') return 'notHttps';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isOpen(host) ? null : 'notOpen';
  return host.includes('.') && !/\.(?:localhost|local|internal|home\.arpa)\.?$/i.test(host) ? null : 'notOpen';
};

/** For the connection: resolves a name and refuses it when any of its addresses is not open. */
export const lookUpOpen: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (fault, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (fault || first === undefined) return done(fault ?? new Error('no address'), '', 4);
    if (!addresses.every(({ address }) => isOpen(address))) return done(new Error('address not open'), '', 4);
    if (options.all === true) return done(null, addresses);
    done(null, first.address, first.family);
  });
};
