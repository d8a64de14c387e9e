/**
 * The defence against other sites' pages: a request that changes something must come from a page of ours. Owns this one hook. SameSite=Lax
 * already keeps the cookie from them; this holds where a browser is old or a neighbour shares our site.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isOwnOrigin } from '../../gateway/origin.ts';
import { HttpRefusal } from '../errors.ts';
import type { SessionCookie } from './session-cookie.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const isFromElsewhere = (request: FastifyRequest, publicUrl: string | null, hasSession: boolean): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (!isOwnOrigin(request.raw, publicUrl)) return true;
  // Every browser names at least one of the two; whoever carries a session and names neither is no page of ours.
  return hasSession && site === undefined && request.headers.origin === undefined;
};

export const refuseOtherPages = (app: FastifyInstance, publicUrl: string | null, cookie: SessionCookie): void => {
  app.addHook('onRequest', async (request) => {
    if (SAFE_METHODS.has(request.method)) return;
    if (isFromElsewhere(request, publicUrl, cookie.read(request) !== null)) {
      throw new HttpRefusal(403, 'access/foreignPage');
    }
  });
};
