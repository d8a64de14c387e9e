/** Organizations that own workshops, in SQL. Owns the rule that an organization keeps an owner, inside one transaction. */
import type { AccountId, Instant, OwningOrganizationId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { OrganizationRole } from '../../shared/organization/roles.ts';
import type { MemberInvitation, OrganizationStore, OwningOrganization } from '../ports/organizations.ts';
import type { CommitGroup, Write } from './commit-group.ts';
import type { Database } from './database.ts';
import type { MemberInvitationsTable } from './tables/organizations.ts';

const toOrganization = (row: { id: string; name: string; created_at: number }): OwningOrganization => ({
  id: row.id as OwningOrganizationId,
  name: JSON.parse(row.name) as LocalText,
  createdAt: row.created_at as Instant,
});

const toInvitation = (row: MemberInvitationsTable): MemberInvitation => ({
  id: row.id,
  organization: row.organization as OwningOrganizationId,
  email: row.email,
  role: row.role as OrganizationRole,
  secretHash: row.secret_hash,
  invitedBy: row.invited_by as AccountId,
  createdAt: row.created_at as Instant,
  expiresAt: row.expires_at as Instant,
});

/** Whether somebody else owns it too. */
const hasOtherOwner = async (trx: Write, organization: string, account: string): Promise<boolean> => {
  const other = await trx
    .selectFrom('members')
    .select('account')
    .where('organization', '=', organization)
    .where('role', '=', 'owner')
    .where('account', '!=', account)
    .executeTakeFirst();
  return other !== undefined;
};

const roleOf = async (trx: Write, organization: string, account: string): Promise<string | undefined> => {
  const row = await trx
    .selectFrom('members')
    .select('role')
    .where('organization', '=', organization)
    .where('account', '=', account)
    .executeTakeFirst();
  return row?.role;
};

const put = async (trx: Write, organization: string, account: string, role: string, at: number): Promise<void> => {
  await trx
    .insertInto('members')
    .values({ organization, account, role, created_at: at })
    .onConflict((conflict) => conflict.columns(['organization', 'account']).doUpdateSet({ role }))
    .execute();
};

export const createOrganizationStore = (db: Database, commits: CommitGroup): OrganizationStore => ({
  add: (organization, owner) =>
    commits.write(async (trx) => {
      const { id, name, createdAt } = organization;
      await trx
        .insertInto('owning_organizations')
        .values({ id, name: JSON.stringify(name), created_at: createdAt })
        .execute();
      await put(trx, id, owner, 'owner', createdAt);
    }),

  async find(organization) {
    const row = await db
      .selectFrom('owning_organizations')
      .selectAll()
      .where('id', '=', organization)
      .executeTakeFirst();
    return row ? toOrganization(row) : null;
  },

  rename: (organization, name) =>
    commits.write(async (trx) => {
      await trx
        .updateTable('owning_organizations')
        .set({ name: JSON.stringify(name) })
        .where('id', '=', organization)
        .execute();
    }),

  async list() {
    const rows = await db.selectFrom('owning_organizations').selectAll().orderBy('created_at').orderBy('id').execute();
    return rows.map(toOrganization);
  },

  async membershipsOf(account) {
    const rows = await db
      .selectFrom('members')
      .innerJoin('owning_organizations', 'owning_organizations.id', 'members.organization')
      .selectAll('owning_organizations')
      .select('members.role')
      .where('members.account', '=', account)
      .orderBy('members.created_at')
      .orderBy('owning_organizations.id')
      .execute();
    return rows.map((row) => ({ organization: toOrganization(row), role: row.role as OrganizationRole }));
  },

  async members(organization) {
    const rows = await db
      .selectFrom('members')
      .innerJoin('accounts', 'accounts.id', 'members.account')
      .select(['accounts.id', 'accounts.name', 'members.role', 'members.created_at'])
      .where('members.organization', '=', organization)
      .orderBy('members.created_at')
      .orderBy('accounts.id')
      .execute();
    const addresses = await db
      .selectFrom('identities')
      .innerJoin('members', 'members.account', 'identities.account')
      .select(['identities.account', 'identities.shown'])
      .where('members.organization', '=', organization)
      .where('identities.kind', '=', 'email')
      .execute();
    return rows.map((row) => ({
      account: row.id as AccountId,
      name: row.name,
      emails: addresses.filter(({ account }) => account === row.id).map(({ shown }) => shown),
      role: row.role as OrganizationRole,
      since: row.created_at as Instant,
    }));
  },

  setMember: (organization, account, role, at) =>
    commits.write(async (trx) => {
      const isOwner = (await roleOf(trx, organization, account)) === 'owner';
      if (isOwner && role !== 'owner' && !(await hasOtherOwner(trx, organization, account))) return false;
      await put(trx, organization, account, role, at);
      return true;
    }),

  removeMember: (organization, account) =>
    commits.write(async (trx) => {
      const role = await roleOf(trx, organization, account);
      if (role === undefined) return 'unknown';
      if (role === 'owner' && !(await hasOtherOwner(trx, organization, account))) return 'lastOwner';
      await trx.deleteFrom('members').where('organization', '=', organization).where('account', '=', account).execute();
      return 'removed';
    }),

  invite: (invitation) =>
    commits.write(async (trx) => {
      await trx
        .deleteFrom('member_invitations')
        .where('organization', '=', invitation.organization)
        .where('email', '=', invitation.email)
        .execute();
      await trx
        .insertInto('member_invitations')
        .values({
          id: invitation.id,
          organization: invitation.organization,
          email: invitation.email,
          role: invitation.role,
          secret_hash: invitation.secretHash,
          invited_by: invitation.invitedBy,
          created_at: invitation.createdAt,
          expires_at: invitation.expiresAt,
        })
        .execute();
    }),

  async invitations(organization) {
    const rows = await db
      .selectFrom('member_invitations')
      .selectAll()
      .where('organization', '=', organization)
      .orderBy('created_at')
      .execute();
    return rows.map(toInvitation);
  },

  async findInvitation(secretHash, now) {
    const row = await db
      .selectFrom('member_invitations')
      .selectAll()
      .where('secret_hash', '=', secretHash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row ? toInvitation(row) : null;
  },

  acceptInvitation: (invitation, account, at) =>
    commits.write(async (trx) => {
      const row = await trx
        .deleteFrom('member_invitations')
        .where('id', '=', invitation)
        .returning(['organization', 'role'])
        .executeTakeFirst();
      if (!row) return false;
      if ((await roleOf(trx, row.organization, account)) !== 'owner') {
        await put(trx, row.organization, account, row.role, at);
      }
      return true;
    }),

  withdrawInvitation: (organization, invitation) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('member_invitations')
        .where('organization', '=', organization)
        .where('id', '=', invitation)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    }),

  purgeInvitations: (before) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('member_invitations')
        .where('expires_at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),

  async ownerOf(workshop) {
    const row = await db
      .selectFrom('workshops')
      .select(['organization', 'created_by'])
      .where('id', '=', workshop)
      .executeTakeFirst();
    return row
      ? {
          organization: row.organization as OwningOrganizationId | null,
          account: row.created_by as AccountId | null,
        }
      : null;
  },

  async workshopsOf(organizations) {
    if (organizations.length === 0) return [];
    const rows = await db
      .selectFrom('workshops')
      .select('id')
      .where('organization', 'in', organizations)
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map(({ id }) => id as WorkshopId);
  },
});
