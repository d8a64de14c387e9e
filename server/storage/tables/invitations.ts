/** Invitations by mail, what calendars were told, and which reminders went out. */
import type { Milliseconds } from './columns.ts';

export interface InvitationsTable {
  id: string;
  workshop: string;
  /** '' for a plain address. */
  person: string;
  name: string;
  mail: string;
  role: string;
  language: string;
  time_zone: string | null;
  link: string;
  turn: number;
  created_at: Milliseconds;
  letter: string | null;
  answer: string | null;
  answered_at: Milliseconds | null;
  tested_at: Milliseconds | null;
  revoked_at: Milliseconds | null;
}

export interface ToldCalendarsTable {
  workshop: string;
  sequence: number;
  occasion: number;
  starts_at: Milliseconds;
  ends_at: Milliseconds;
  time_zone: string;
  title: string;
  cancelled_at: Milliseconds | null;
}

export interface ReminderClaimsTable {
  invitation: string;
  kind: string;
  occasion: number;
  workshop: string;
  at: Milliseconds;
}

export interface InvitationsTables {
  invitations: InvitationsTable;
  told_calendars: ToldCalendarsTable;
  reminder_claims: ReminderClaimsTable;
}
