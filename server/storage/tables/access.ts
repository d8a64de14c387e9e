/** Links, seats and the installation's own secrets. */
import type { Generated } from 'kysely';
import type { Milliseconds } from './columns.ts';

export interface LinksTable {
  id: string;
  workshop: string;
  role: string;
  secret_hash: string;
  created_at: Milliseconds;
  revoked_at: Milliseconds | null;
  label: Generated<string>;
  person: string | null;
  expires_at: Milliseconds | null;
  once: Generated<number>;
  uses: Generated<number>;
  used_at: Milliseconds | null;
}

export interface SeatsTable {
  seat: string;
  workshop: string;
  link: string;
  token_hash: string;
  created_at: Milliseconds;
  account: string | null;
  browser_hash: string | null;
}

interface SecretsTable {
  name: string;
  secret: string;
}

export interface AccessTables {
  links: LinksTable;
  seats: SeatsTable;
  secrets: SecretsTable;
}
