/** Letters that wait to be sent, or were. */
import type { Milliseconds } from './columns.ts';

export interface OutboxTable {
  id: string;
  key: string;
  recipient: string;
  language: string;
  template: string;
  letter: string;
  created_at: Milliseconds;
  next_at: Milliseconds;
  tried: number;
  state: string;
  fault: string | null;
  sent_at: Milliseconds | null;
}

export interface MailTables {
  outbox: OutboxTable;
}
