/** Organizations that own workshops, their members, and the installation's settings. */
import type { Milliseconds } from './columns.ts';

interface OwningOrganizationsTable {
  id: string;
  name: string;
  created_at: Milliseconds;
}

interface MembersTable {
  organization: string;
  account: string;
  role: string;
  created_at: Milliseconds;
}

export interface MemberInvitationsTable {
  id: string;
  organization: string;
  email: string;
  role: string;
  secret_hash: string;
  invited_by: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

interface SettingsTable {
  name: string;
  value: string;
}

export interface OrganizationsTables {
  owning_organizations: OwningOrganizationsTable;
  members: MembersTable;
  member_invitations: MemberInvitationsTable;
  settings: SettingsTable;
}
