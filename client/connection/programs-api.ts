/** An organization's tokens and webhooks over HTTP, for its owners. Owns the paths and shapes; must not know the screen. */
import * as z from 'zod/mini';
import {
  DELIVERY_STATES,
  HAPPENINGS,
  TOKEN_SCOPES,
  type HappeningKind,
  type TokenScope,
} from '../../shared/organization/scopes.ts';
import { change, get, nothing, takeAway } from './account-api.ts';

const token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  createdAt: z.number(),
  expiresAt: z.nullable(z.number()),
  usedAt: z.nullable(z.number()),
});
const webhook = z.object({
  id: z.string(),
  url: z.string(),
  hears: z.array(z.enum(HAPPENINGS)),
  createdAt: z.number(),
});
const delivery = z.object({
  id: z.string(),
  kind: z.enum(HAPPENINGS),
  createdAt: z.number(),
  state: z.enum(DELIVERY_STATES),
  tried: z.number(),
  nextAt: z.number(),
  answer: z.nullable(z.string()),
});

export type TokenLine = z.infer<typeof token>;
export type WebhookLine = z.infer<typeof webhook>;
export type DeliveryLine = z.infer<typeof delivery>;

const at = (id: string, more: string): string => `/api/organizations/${encodeURIComponent(id)}${more}`;

export const listTokens = (id: string) => get(z.object({ tokens: z.array(token) }), at(id, '/tokens'));
export const makeToken = (
  id: string,
  wish: { readonly name: string; readonly scopes: readonly TokenScope[]; readonly days: number | null },
) => change(z.object({ token: z.string() }), 'POST', at(id, '/tokens'), wish);
export const withdrawToken = (id: string, which: string) => takeAway(at(id, `/tokens/${which}`));
export const listWebhooks = (id: string) => get(z.object({ webhooks: z.array(webhook) }), at(id, '/webhooks'));
export const addWebhook = (id: string, wish: { readonly url: string; readonly hears: readonly HappeningKind[] }) =>
  change(z.object({ secret: z.string() }), 'POST', at(id, '/webhooks'), wish);
export const removeWebhook = (id: string, which: string) => takeAway(at(id, `/webhooks/${which}`));
export const listDeliveries = (id: string, which: string) =>
  get(z.object({ deliveries: z.array(delivery) }), at(id, `/webhooks/${which}/deliveries`));
export const replayDelivery = (id: string, which: string) =>
  change(nothing, 'POST', at(id, `/deliveries/${which}/replay`));
