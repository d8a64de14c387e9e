/** Accounts: who signs in, by what, and for how long. */
import type { Milliseconds } from './columns.ts';

export interface AccountsTable {
  id: string;
  name: string;
  language: string;
  is_administrator: number;
  created_at: Milliseconds;
  closed_at: Milliseconds | null;
}

interface IdentitiesTable {
  kind: string;
  subject: string;
  account: string;
  shown: string;
  created_at: Milliseconds;
}

export interface CredentialsTable {
  id: string;
  account: string;
  kind: string;
  key: string;
  body: string;
  label: string;
  created_at: Milliseconds;
  used_at: Milliseconds | null;
}

export interface SessionsTable {
  id: string;
  account: string;
  token_hash: string;
  way: string;
  browser: string;
  created_at: Milliseconds;
  seen_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface OneTimeSecretsTable {
  secret_hash: string;
  kind: string;
  account: string | null;
  body: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
  used_at: Milliseconds | null;
}

interface AttemptsTable {
  key: string;
  failed: number;
  last_at: Milliseconds;
  blocked_until: Milliseconds;
}

export interface AccountsTables {
  accounts: AccountsTable;
  identities: IdentitiesTable;
  credentials: CredentialsTable;
  sessions: SessionsTable;
  one_time_secrets: OneTimeSecretsTable;
  attempts: AttemptsTable;
}
