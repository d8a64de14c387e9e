/**
 * The audit log, page by page and as JSON lines: all of it for administrators, a workshop's own part for its desk. Owns paths and filters;
 * what is in a line is ports/audit.ts.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { AUDIT_KINDS, namesOfKind, type AuditKind } from '../../shared/audit/acts.ts';
import { accountId } from '../../shared/protocol/account-schemas.ts';
import { instantSchema, seatId, workshopId } from '../../shared/protocol/text-schemas.ts';
import { AUDIT_DOORS, AUDIT_OUTCOMES, type AuditQuery, type AuditRecord, type AuditStore } from '../ports/audit.ts';
import type { NameAudit } from '../audit/names.ts';
import type { Authorize } from './authorize.ts';
import { errorReply } from './errors.ts';
import type { Visitors } from './visitors.ts';

export interface AuditRoutesOptions {
  readonly store: AuditStore;
  /** Writes what still waits, so that who looks sees everything. */
  readonly settle: () => Promise<void>;
  readonly visitors: Visitors;
  readonly authorize: Authorize;
  readonly name: NameAudit;
}

const PAGE = 100;
const PAGE_OF_EXPORT = 1000;

const at = z.coerce.number().pipe(instantSchema);
/** What a workshop's desk may ask by; the workshop itself stands in the path. */
const ofWorkshop = z.strictObject({
  kind: z.enum(AUDIT_KINDS).optional(),
  seat: z.optional(seatId),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  from: at.optional(),
  until: at.optional(),
});
const filters = ofWorkshop.extend({
  workshop: z.optional(workshopId),
  account: z.optional(accountId),
  door: z.enum(AUDIT_DOORS).optional(),
  action: z.string().max(100).optional(),
});
const beforeThis = { beforeAt: at.optional(), beforeId: z.string().max(64).optional() };

const record = z.object({
  id: z.string(),
  at: z.number(),
  door: z.enum(AUDIT_DOORS),
  action: z.string(),
  outcome: z.enum(AUDIT_OUTCOMES),
  code: z.string().optional(),
  workshop: z.string().optional(),
  organization: z.string().optional(),
  seat: z.string().optional(),
  account: z.string().optional(),
  target: z.string().optional(),
  request: z.string().optional(),
});
const page = z.object({ records: z.array(record), more: z.boolean() });
const texts = z.object({ en: z.string().optional(), 'zh-Hans': z.string().optional() });
/** The log keeps ids alone; who looks is told whose they are today, as long as they have a name. */
const named = page.extend({
  accounts: z.record(z.string(), z.string()),
  seats: z.record(z.string(), texts),
  workshops: z.record(z.string(), texts),
});

type Asked = Omit<AuditQuery, 'limit' | 'before' | 'names'> & {
  readonly kind?: AuditKind | undefined;
  readonly beforeAt?: AuditQuery['from'];
  readonly beforeId?: string | undefined;
};

const queryOf = ({ kind, beforeAt, beforeId, ...wanted }: Asked, limit: number): AuditQuery => ({
  ...wanted,
  limit,
  ...(kind !== undefined && { names: namesOfKind(kind) }),
  ...(beforeAt !== undefined && beforeId !== undefined && { before: { at: beforeAt, id: beforeId } }),
});

export const auditRoutes = async (instance: FastifyInstance, options: AuditRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { store, settle, name, visitors, authorize } = options;
  const refused = { '4xx': errorReply, '5xx': errorReply };

  const pageOf = async (asked: Asked) => {
    await settle();
    const records = await store.read(queryOf(asked, PAGE + 1));
    return { records: records.slice(0, PAGE), more: records.length > PAGE };
  };

  const asLines = async (asked: Asked, reply: FastifyReply): Promise<FastifyReply> => {
    await settle();
    async function* lines(): AsyncGenerator<string> {
      let before: AuditQuery['before'];
      for (;;) {
        const found: readonly AuditRecord[] = await store.read({ ...queryOf(asked, PAGE_OF_EXPORT), before });
        if (found.length > 0) yield `${found.map((one) => JSON.stringify(one)).join('\n')}\n`;
        const last = found.at(-1);
        if (found.length < PAGE_OF_EXPORT || !last) return;
        before = { at: last.at, id: last.id };
      }
    }
    return reply
      .type('application/x-ndjson; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.jsonl"')
      .header('cache-control', 'no-store')
      .send(Readable.from(lines()));
  };

  app.get(
    '/api/administration/audit',
    { schema: { querystring: filters.extend(beforeThis), response: { 200: named, ...refused } } },
    async (request) => {
      await visitors.administrator(request);
      const found = await pageOf(request.query);
      return { ...found, ...(await name(found.records)) };
    },
  );

  app.get('/api/administration/audit.jsonl', { schema: { querystring: filters } }, async (request, reply) => {
    await visitors.administrator(request);
    return asLines(request.query, reply);
  });

  const params = z.object({ id: workshopId });
  app.get(
    '/api/workshops/:id/audit',
    { schema: { params, querystring: ofWorkshop.extend(beforeThis), response: { 200: page, ...refused } } },
    async (request) => {
      const { id: workshop } = request.params;
      await authorize.seat(request, workshop, 'audit.read');
      return pageOf({ ...request.query, workshop });
    },
  );

  app.get('/api/workshops/:id/audit.jsonl', { schema: { params, querystring: ofWorkshop } }, async (request, reply) => {
    const { id: workshop } = request.params;
    await authorize.seat(request, workshop, 'audit.read');
    return asLines({ ...request.query, workshop }, reply);
  });
};
