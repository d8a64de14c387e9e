/** Tokens of programs, webhooks and their deliveries. */
import type { Milliseconds } from './columns.ts';

export interface ApiTokensTable {
  id: string;
  organization: string;
  account: string;
  name: string;
  token_hash: string;
  scopes: string;
  created_at: Milliseconds;
  expires_at: Milliseconds | null;
  used_at: Milliseconds | null;
}

export interface WebhooksTable {
  id: string;
  organization: string;
  url: string;
  secret: string;
  hears: string;
  created_at: Milliseconds;
}

export interface WebhookDeliveriesTable {
  id: string;
  webhook: string;
  happening: string;
  kind: string;
  body: string;
  created_at: Milliseconds;
  state: string;
  tried: number;
  next_at: Milliseconds;
  delivered_at: Milliseconds | null;
  answer: string | null;
}

interface ToldTable {
  workshop: string;
  seq: number;
}

export interface ApiTables {
  api_tokens: ApiTokensTable;
  webhooks: WebhooksTable;
  webhook_deliveries: WebhookDeliveriesTable;
  webhook_told: ToldTable;
}
