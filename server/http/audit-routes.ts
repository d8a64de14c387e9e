/** The audit log for administrators: page by page, and as JSON lines. Owns paths and filters; what is in a line is ports/audit.ts. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { accountId } from '../../shared/protocol/account-schemas.ts';
import { instantSchema, seatId, workshopId } from '../../shared/protocol/text-schemas.ts';
import { AUDIT_DOORS, AUDIT_OUTCOMES, type AuditQuery, type AuditRecord, type AuditStore } from '../ports/audit.ts';
import { errorReply } from './errors.ts';
import type { Visitors } from './visitors.ts';

export interface AuditRoutesOptions {
  readonly store: AuditStore;
  /** Writes what still waits, so that who looks sees everything. */
  readonly settle: () => Promise<void>;
  readonly visitors: Visitors;
}

const PAGE = 100;
const PAGE_OF_EXPORT = 1000;

const at = z.coerce.number().pipe(instantSchema);
const filters = z.strictObject({
  workshop: z.optional(workshopId),
  seat: z.optional(seatId),
  account: z.optional(accountId),
  door: z.enum(AUDIT_DOORS).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  action: z.string().max(100).optional(),
  from: at.optional(),
  until: at.optional(),
});
const paged = filters.extend({ beforeAt: at.optional(), beforeId: z.string().max(64).optional() });

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

export const auditRoutes = async (instance: FastifyInstance, options: AuditRoutesOptions): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { store, settle, visitors } = options;
  const refused = { '4xx': errorReply, '5xx': errorReply };

  app.get(
    '/api/administration/audit',
    {
      schema: {
        querystring: paged,
        response: { 200: z.object({ records: z.array(record), more: z.boolean() }), ...refused },
      },
    },
    async (request) => {
      await visitors.administrator(request);
      await settle();
      const { beforeAt, beforeId, ...wanted } = request.query;
      const before = beforeAt !== undefined && beforeId !== undefined ? { at: beforeAt, id: beforeId } : undefined;
      const records = await store.read({ ...wanted, before, limit: PAGE + 1 });
      return { records: records.slice(0, PAGE), more: records.length > PAGE };
    },
  );

  app.get('/api/administration/audit.jsonl', { schema: { querystring: filters } }, async (request, reply) => {
    await visitors.administrator(request);
    await settle();
    async function* lines(): AsyncGenerator<string> {
      let before: AuditQuery['before'];
      for (;;) {
        const page: readonly AuditRecord[] = await store.read({ ...request.query, before, limit: PAGE_OF_EXPORT });
        if (page.length > 0) yield `${page.map((one) => JSON.stringify(one)).join('\n')}\n`;
        const last = page.at(-1);
        if (page.length < PAGE_OF_EXPORT || !last) return;
        before = { at: last.at, id: last.id };
      }
    }
    return reply
      .type('application/x-ndjson; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.jsonl"')
      .header('cache-control', 'no-store')
      .send(Readable.from(lines()));
  });
};
