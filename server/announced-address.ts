/**
 * Where browsers are told to send their media when nobody configured it: this machine's first address on a network. Not a loopback
 * address, because Firefox sends no media to one. Knows only Node's list of interfaces.
 */
import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

export function announcedAddress(
  media: { readonly listenIp: string; readonly announcedAddress: string | null },
  interfaces: Interfaces,
): string {
  if (media.announcedAddress !== null) return media.announcedAddress;
  if (media.listenIp !== '0.0.0.0' && media.listenIp !== '::') return media.listenIp;
  const outside = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return outside?.address ?? '127.0.0.1';
}
