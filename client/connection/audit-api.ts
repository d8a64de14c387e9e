/** The audit log over HTTP, for administrators. Owns the paths and shapes; must not know the screen. Shapes are the server's http/audit-routes. */
import * as z from 'zod/mini';
import type { AuditKind } from '../../shared/audit/acts.ts';
import { get, localText } from './account-api.ts';

export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

const line = z.object({
  id: z.string(),
  at: z.number(),
  door: z.string(),
  action: z.string(),
  outcome: z.enum(AUDIT_OUTCOMES),
  code: z.optional(z.string()),
  workshop: z.optional(z.string()),
  seat: z.optional(z.string()),
  account: z.optional(z.string()),
  target: z.optional(z.string()),
});
const page = z.object({
  records: z.array(line),
  more: z.boolean(),
  accounts: z.record(z.string(), z.string()),
  seats: z.record(z.string(), localText),
  workshops: z.record(z.string(), localText),
});

export type AuditLine = z.infer<typeof line>;
export type AuditPage = z.infer<typeof page>;

/** `from` and `until` in ms since 1970; `until` is the first moment that is not asked for any more. */
export interface AuditWanted {
  readonly kind?: AuditKind;
  readonly outcome?: AuditOutcome;
  readonly workshop?: string;
  readonly from?: number;
  readonly until?: number;
}

const asked = (wanted: AuditWanted, last?: AuditLine): string =>
  new URLSearchParams(
    Object.entries({ ...wanted, ...(last && { beforeAt: last.at, beforeId: last.id }) }).map(([name, value]) => [
      name,
      String(value),
    ]),
  ).toString();

/** Newest first; `last` is the last line that is shown already. */
export const readAudit = (wanted: AuditWanted, last?: AuditLine) =>
  get(page, `/api/administration/audit?${asked(wanted, last)}`);
export const auditLinesPath = (wanted: AuditWanted): string => `/api/administration/audit.jsonl?${asked(wanted)}`;
