/** How long things are kept, for administrators: reading and changing it, and a purge at once. Owns paths and schemas. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { nextNight } from '../../shared/privacy/next-night.ts';
import {
  MOST_DAYS,
  RETENTION_KINDS,
  USUAL_DAYS,
  type KeptFor,
  type RetentionKind,
} from '../../shared/privacy/retention.ts';
import { timeZone } from '../../shared/protocol/text-schemas.ts';
import { findOut } from '../http/asked.ts';
import { errorReply } from '../http/errors.ts';
import type { Visitors } from '../http/visitors.ts';
import type { Clock } from '../ports.ts';
import type { Keeping } from './keeping.ts';
import type { Nightly } from './nightly.ts';
import type { Purged } from './purge.ts';

const kind = z.enum(RETENTION_KINDS);
const kept = z.number().int().min(1).max(MOST_DAYS).nullable();
const days = z.strictObject(
  Object.fromEntries(RETENTION_KINDS.map((one) => [one, kept])) as Record<RetentionKind, typeof kept>,
);
const hour = z.number().int().min(0).max(23);
const shown = z.object({
  days,
  usual: days,
  hour,
  timeZone: z.string(),
  purgedAt: z.number().nullable(),
  nextAt: z.number(),
});

export const retentionRoutes = async (
  instance: FastifyInstance,
  options: {
    readonly keeping: Keeping;
    readonly nightly: Nightly;
    readonly purge: () => Promise<Purged>;
    readonly visitors: Visitors;
    readonly clock: Clock;
  },
): Promise<void> => {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const { keeping, nightly, purge, visitors, clock } = options;
  const refused = { '4xx': errorReply, '5xx': errorReply };
  const path = '/api/administration/retention';

  const read = async () => {
    const night = await keeping.night();
    return {
      days: { ...(await keeping.days()) },
      usual: { ...USUAL_DAYS },
      ...night,
      nextAt: Math.max(nextNight(night.purgedAt ?? clock.now(), night.hour, night.timeZone), clock.now()),
    };
  };

  app.get(path, { schema: { response: { 200: shown, ...refused } } }, async (request) => {
    await visitors.administrator(request);
    return read();
  });

  app.put(
    path,
    { schema: { body: z.strictObject({ days, hour, timeZone }), response: { 200: shown, ...refused } } },
    async (request) => {
      await visitors.administrator(request);
      const before: KeptFor = await keeping.days();
      const changed = RETENTION_KINDS.filter((one) => before[one] !== request.body.days[one]);
      findOut(request, { target: changed.map((one) => `${one}=${request.body.days[one] ?? 'ever'}`).join(' ') });
      await keeping.change(request.body);
      await nightly.wind();
      return read();
    },
  );

  app.post(
    '/api/administration/purge',
    { schema: { response: { 200: z.object({ counts: z.partialRecord(kind, z.number()) }), ...refused } } },
    async (request) => {
      await visitors.administrator(request);
      return { counts: await purge() };
    },
  );
};
