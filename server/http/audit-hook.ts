/**
 * Every request that changes something, every copy that leaves the house and every refusal, as a line of the audit log. Owns which requests
 * count and what of an address may be told: the name of the route and ids, never a query.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actName, isTelling } from '../../shared/audit/acts.ts';
import { id, isId, type OwningOrganizationId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { Audit, AuditLine } from '../ports/audit.ts';
import { foundOf } from './asked.ts';

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 429]);
/** Where somebody proves to be who they are. */
const SIGN_IN = /^\/api\/(?:sign-in|sign-out|administrator|invitations)(?:\/|$)/;

/** Who is sent back with a word (a provider's answer was refused) was refused, whatever the status says. */
const outcomeOf = (status: number, code: string | undefined): AuditLine['outcome'] =>
  status >= 500 ? 'failed' : status >= 400 || (status >= 300 && code !== undefined) ? 'refused' : 'done';

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
    if (url === undefined) return;
    const action = actName(method, url);
    if (SAFE.has(method) && !REFUSALS.has(reply.statusCode) && !isTelling(action)) return;
    const { organization, ...ids } = idsIn(request.params);
    const { id: workshop, ...others } = url.startsWith('/api/workshops/:id')
      ? ids
      : { ...ids, id: undefined, entry: ids.id };
    const targets = Object.values(others).filter((one) => one !== undefined);
    const found = foundOf(request);
    audit.note({
      door: SIGN_IN.test(url) ? 'sign-in' : 'http',
      action,
      outcome: outcomeOf(reply.statusCode, found.code),
      ...(workshop !== undefined && { workshop: id<WorkshopId>(workshop) }),
      ...(organization !== undefined && { organization: id<OwningOrganizationId>(organization) }),
      ...(targets.length > 0 && { target: targets.join(' ') }),
      ...found,
      request: request.id,
    });
  });
};
