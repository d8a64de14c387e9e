/** Links, seats and the installation's own secrets in SQL. Secrets of people arrive hashed. */
import type { Selectable } from 'kysely';
import type { AccountId, Instant, PersonId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { AccessStore, LinkRecord, SeatRecord } from '../ports/access.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { forgetPerson, purgeAccess } from './forgetting.ts';
import { seatTraits, sharingSeats } from './seat-traits.ts';
import type { LinksTable, SeatsTable } from './tables/access.ts';

const linkRow = (link: LinkRecord): Selectable<LinksTable> => ({
  id: link.id,
  workshop: link.workshop,
  role: link.role,
  secret_hash: link.secretHash,
  created_at: link.createdAt,
  revoked_at: link.revokedAt,
  label: link.label,
  person: link.person,
  expires_at: link.expiresAt,
  once: link.once ? 1 : 0,
  uses: link.uses,
  used_at: link.usedAt,
});

const toLink = (row: Selectable<LinksTable>): LinkRecord => ({
  id: row.id,
  workshop: row.workshop as WorkshopId,
  role: row.role as Role,
  secretHash: row.secret_hash,
  createdAt: row.created_at as Instant,
  revokedAt: row.revoked_at as Instant | null,
  label: row.label,
  person: row.person as PersonId | null,
  expiresAt: row.expires_at as Instant | null,
  once: row.once !== 0,
  uses: row.uses,
  usedAt: row.used_at as Instant | null,
});

const toSeat = (row: Selectable<SeatsTable>): SeatRecord => ({
  seat: row.seat as SeatId,
  workshop: row.workshop as WorkshopId,
  link: row.link,
  tokenHash: row.token_hash,
  createdAt: row.created_at as Instant,
  account: row.account as AccountId | null,
  browserHash: row.browser_hash,
});

export const createAccessStore = (db: Database, commits: CommitGroup): AccessStore => ({
  addLink: (link) =>
    commits.write(async (trx) => {
      await trx.insertInto('links').values(linkRow(link)).execute();
    }),

  async findLink(workshop, secretHash) {
    const row = await db
      .selectFrom('links')
      .selectAll()
      .where('workshop', '=', workshop)
      .where('secret_hash', '=', secretHash)
      .executeTakeFirst();
    return row ? toLink(row) : null;
  },

  async links(workshop) {
    const rows = await db
      .selectFrom('links')
      .selectAll()
      .where('workshop', '=', workshop)
      .where('revoked_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(toLink);
  },

  useLink: (link, at) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('links')
        .set((e) => ({ uses: e('uses', '+', 1), used_at: at }))
        .where('id', '=', link)
        .where((e) => e.or([e('once', '=', 0), e('uses', '=', 0)]))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  unuseLink: (link) =>
    commits.write(async (trx) => {
      await trx
        .updateTable('links')
        .set((e) => ({ uses: e('uses', '-', 1) }))
        .where('id', '=', link)
        .execute();
    }),

  replaceSecret: (workshop, link, secretHash) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('links')
        .set({ secret_hash: secretHash })
        .where('workshop', '=', workshop)
        .where('id', '=', link)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  revokeLink: (workshop, link, at) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('links')
        .set({ revoked_at: at })
        .where('workshop', '=', workshop)
        .where('id', '=', link)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  addSeat: (seat) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('seats')
        .values({
          seat: seat.seat,
          workshop: seat.workshop,
          link: seat.link,
          token_hash: seat.tokenHash,
          created_at: seat.createdAt,
          account: seat.account,
          browser_hash: seat.browserHash,
        })
        .execute();
    }),

  addKey: (seat, { tokenHash, browserHash, createdAt }) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('seat_keys')
        .values({ token_hash: tokenHash, seat, browser_hash: browserHash, created_at: createdAt })
        .execute();
    }),

  forgetWay: (seat) =>
    commits.write(async (trx) => {
      await trx.updateTable('seats').set({ link: 'none', browser_hash: null }).where('seat', '=', seat).execute();
      await trx.updateTable('seat_keys').set({ browser_hash: null }).where('seat', '=', seat).execute();
    }),

  async findSeat(tokenHash) {
    const row = await db
      .selectFrom('seats')
      .selectAll()
      .where((e) =>
        e.or([
          e('token_hash', '=', tokenHash),
          e(
            'seat',
            'in',
            e.selectFrom('seat_keys').select('seat_keys.seat').where('seat_keys.token_hash', '=', tokenHash),
          ),
        ]),
      )
      .executeTakeFirst();
    return row ? toSeat(row) : null;
  },

  traits: (workshop, seats) => seatTraits(db, workshop, seats),
  sharing: (workshop, by) => sharingSeats(db, workshop, by),

  forgetPerson: (workshop, of, at) => commits.write((trx) => forgetPerson(trx, workshop, of, at)),
  purge: (before) => commits.write((trx) => purgeAccess(trx, before)),

  installationSecret: (name, fresh) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('secrets')
        .values({ name, secret: fresh() })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
      const row = await trx.selectFrom('secrets').select('secret').where('name', '=', name).executeTakeFirstOrThrow();
      return row.secret;
    }),
});
