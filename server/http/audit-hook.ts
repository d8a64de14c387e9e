/**
 * Every request that changes something, and every one that is refused, as a line of the audit log. Owns which requests count and what of an
 * address may be told: the route's pattern and ids, never a query.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { id, isId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { Audit, AuditLine } from '../ports/audit.ts';
import { foundOf } from './asked.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 429]);
/** Where somebody proves to be who they are. */
const SIGN_IN = /^\/api\/(?:sign-in|sign-out|administrator|invitations)(?:\/|$)/;

const outcomeOf = (status: number): AuditLine['outcome'] =>
  status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'done';

/** The ids a route was asked with; what is no id was chosen by the sender and is not repeated. */
const idsIn = (params: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof params === 'object' && params !== null ? params : {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && isId(pair[1]),
    ),
  );

export const auditHttp = (app: FastifyInstance, audit: Audit): void => {
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const { method, routeOptions } = request;
    const { url } = routeOptions;
    if (url === undefined || (SAFE.has(method) && !REFUSALS.has(reply.statusCode))) return;
    const { id: workshop, ...others } = idsIn(request.params);
    audit.note({
      door: SIGN_IN.test(url) ? 'sign-in' : 'http',
      action: `${method} ${url}`,
      outcome: outcomeOf(reply.statusCode),
      ...(url.startsWith('/api/workshops/:id') && workshop !== undefined && { workshop: id<WorkshopId>(workshop) }),
      ...foundOf(request),
      ...(Object.keys(others).length > 0 && { target: Object.values(others).join(' ') }),
      request: request.id,
    });
  });
};
