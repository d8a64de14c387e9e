/** How long things are kept, over HTTP. Owns the paths and shapes; must not know the screen. Shapes are the server's privacy/retention-routes. */
import * as z from 'zod/mini';
import type { KeptFor } from '../../shared/privacy/retention.ts';
import { change, get } from './account-api.ts';

const kept = z.nullable(z.number());
const days = z.object({
  attempts: kept,
  sessions: kept,
  letters: kept,
  invitations: kept,
  audit: kept,
  directory: kept,
  links: kept,
  attendance: kept,
  words: kept,
  chat: kept,
  uploads: kept,
}) satisfies z.ZodMiniType<KeptFor>;
const rule = z.object({
  days,
  usual: days,
  hour: z.number(),
  timeZone: z.string(),
  purgedAt: z.nullable(z.number()),
  nextAt: z.number(),
});

export type RetentionRule = z.infer<typeof rule>;

export const readRetention = () => get(rule, '/api/administration/retention');
export const changeRetention = (to: Pick<RetentionRule, 'days' | 'hour' | 'timeZone'>) =>
  change(rule, 'PUT', '/api/administration/retention', to);
/** What was removed, counted by kind. */
export const purgeNow = () =>
  change(z.object({ counts: z.record(z.string(), z.number()) }), 'POST', '/api/administration/purge');
