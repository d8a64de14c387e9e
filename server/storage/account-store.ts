/** Accounts and what they are known by, in SQL. Owns the rule that an installation keeps an administrator, inside one transaction. */
import type { AccountId, Instant } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { AccountRecord, AccountStore, Identity } from '../ports/accounts.ts';
import type { CommitGroup, Write } from './commit-group.ts';
import type { Database } from './database.ts';
import type { AccountsTable } from './tables/accounts.ts';

const toAccount = (row: AccountsTable): AccountRecord => ({
  id: row.id as AccountId,
  name: row.name,
  language: row.language as Language,
  isAdministrator: row.is_administrator === 1,
  createdAt: row.created_at as Instant,
  closedAt: row.closed_at as Instant | null,
});

const identityRow = ({ kind, subject, account, shown, createdAt }: Identity) => ({
  kind,
  subject,
  account,
  shown,
  created_at: createdAt,
});

const insert = async (trx: Write, account: AccountRecord, identity: Identity): Promise<void> => {
  await trx
    .insertInto('accounts')
    .values({
      id: account.id,
      name: account.name,
      language: account.language,
      is_administrator: account.isAdministrator ? 1 : 0,
      created_at: account.createdAt,
      closed_at: account.closedAt,
    })
    .execute();
  await trx.insertInto('identities').values(identityRow(identity)).execute();
};

const countAdministrators = async (trx: Write | Database): Promise<number> => {
  const row = await trx
    .selectFrom('accounts')
    .select((e) => e.fn.countAll().as('n'))
    .where('is_administrator', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

/** Links that were asked for name the address until they run out. */
const forgetAddress = async (trx: Write, address: string): Promise<void> => {
  const asked = await trx.selectFrom('one_time_secrets').select(['secret_hash', 'body']).execute();
  const naming = asked.filter(({ body }) => body.toLowerCase().includes(address.toLowerCase()));
  for (const { secret_hash: hash } of naming) {
    await trx.deleteFrom('one_time_secrets').where('secret_hash', '=', hash).execute();
  }
};

export const createAccountStore = (db: Database, commits: CommitGroup): AccountStore => ({
  add: (account, identity) => commits.write((trx) => insert(trx, account, identity)),

  addFirstAdministrator: (account, identity) =>
    commits.write(async (trx) => {
      if ((await countAdministrators(trx)) > 0) return false;
      await insert(trx, account, identity);
      return true;
    }),

  addIdentity: (identity) =>
    commits.write(async (trx) => {
      await trx.insertInto('identities').values(identityRow(identity)).execute();
    }),

  async find(account) {
    const row = await db.selectFrom('accounts').selectAll().where('id', '=', account).executeTakeFirst();
    return row ? toAccount(row) : null;
  },

  async findByIdentity(kind, subject) {
    const row = await db
      .selectFrom('identities')
      .innerJoin('accounts', 'accounts.id', 'identities.account')
      .selectAll('accounts')
      .where('identities.kind', '=', kind)
      .where('identities.subject', '=', subject)
      .executeTakeFirst();
    return row ? toAccount(row) : null;
  },

  async identitiesOf(account) {
    const rows = await db
      .selectFrom('identities')
      .selectAll()
      .where('account', '=', account)
      .orderBy('created_at')
      .execute();
    return rows.map((row) => ({
      kind: row.kind as Identity['kind'],
      subject: row.subject,
      account,
      shown: row.shown,
      createdAt: row.created_at as Instant,
    }));
  },

  async list() {
    const rows = await db
      .selectFrom('accounts')
      .selectAll()
      .where('closed_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .execute();
    const addresses = await db
      .selectFrom('identities')
      .select(['account', 'shown'])
      .where('kind', '=', 'email')
      .execute();
    return rows.map((row) => ({
      ...toAccount(row),
      emails: addresses.filter(({ account }) => account === row.id).map(({ shown }) => shown),
    }));
  },

  revise: (account, change) =>
    commits.write(async (trx) => {
      if (change.name === undefined && change.language === undefined) return;
      await trx.updateTable('accounts').set(change).where('id', '=', account).execute();
    }),

  setAdministrator: (account, isAdministrator) =>
    commits.write(async (trx) => {
      const isNow = await trx
        .selectFrom('accounts')
        .select('is_administrator')
        .where('id', '=', account)
        .executeTakeFirst();
      if (!isAdministrator && isNow?.is_administrator === 1 && (await countAdministrators(trx)) === 1) return false;
      await trx
        .updateTable('accounts')
        .set({ is_administrator: isAdministrator ? 1 : 0 })
        .where('id', '=', account)
        .where('closed_at', 'is', null)
        .execute();
      return true;
    }),

  hasAdministrator: async () => (await countAdministrators(db)) > 0,

  anonymize: (account, at) =>
    commits.write(async (trx) => {
      const addresses = trx.selectFrom('identities').select('shown').where('account', '=', account);
      for (const { shown } of await addresses.execute()) await forgetAddress(trx, shown);
      await trx.deleteFrom('outbox').where('recipient', 'in', addresses).execute();
      await trx.deleteFrom('member_invitations').where('email', 'in', addresses).execute();
      await trx.updateTable('seats').set({ account: null }).where('account', '=', account).execute();
      await trx.updateTable('workshops').set({ created_by: null }).where('created_by', '=', account).execute();
      for (const table of ['identities', 'credentials', 'sessions', 'one_time_secrets', 'members'] as const) {
        await trx.deleteFrom(table).where('account', '=', account).execute();
      }
      await trx
        .updateTable('accounts')
        .set({ name: '', is_administrator: 0, closed_at: at })
        .where('id', '=', account)
        .execute();
    }),
});
