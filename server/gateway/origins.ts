/** Whose pages may open sockets here: our own. Owns the comparison of Origin with Host or the configured public address. */
import type { IncomingMessage } from 'node:http';

/**
 * A browser always sends Origin with a socket; a request without one is no browser and carries no cookie of ours, so it may pass.
 * Behind a trusted proxy the public address must be configured, since Host is then the proxy's to set.
 */
export const isOwnOrigin = (request: IncomingMessage, publicUrl: string | null): boolean => {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === publicUrl) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
};
