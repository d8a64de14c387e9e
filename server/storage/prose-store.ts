/** Yjs documents in SQL: numbered updates, and snapshots that stand for the first of them. Must not know Yjs. */
import type { Database } from './database.ts';
import type { CommitGroup } from './commit-group.ts';
import type { ProseStore, StoredProse } from '../ports.ts';

/** The embedded engine answers ArrayBuffers, PostgreSQL Buffers. */
const bytes = (body: Uint8Array | ArrayBuffer): Uint8Array =>
  body instanceof Uint8Array ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : new Uint8Array(body);

/** The newest snapshot and the one before it, which is what a damaged document falls back to. */
const SNAPSHOTS_KEPT = 2;

const read = async (db: Pick<Database, 'selectFrom'>, document: string): Promise<StoredProse> => {
  const snapshot = await db
    .selectFrom('prose_snapshots')
    .selectAll()
    .where('document', '=', document)
    .orderBy('up_to', 'desc')
    .executeTakeFirst();
  const upTo = snapshot?.up_to ?? 0;
  const updates = await db
    .selectFrom('prose_updates')
    .select(['n', 'body'])
    .where('document', '=', document)
    .where('n', '>', upTo)
    .orderBy('n')
    .execute();
  return {
    snapshot: snapshot ? bytes(snapshot.body) : null,
    updates: updates.map((row) => bytes(row.body)),
    last: updates.at(-1)?.n ?? upTo,
  };
};

export const createProseStore = (db: Database, commits: CommitGroup): ProseStore => ({
  load: (document) => read(db, document),

  append: (document, updates) =>
    commits.write(async (trx) => {
      const newest = await trx
        .selectFrom('prose_updates')
        .select((e) => e.fn.max('n').as('n'))
        .where('document', '=', document)
        .executeTakeFirst();
      const compacted = await trx
        .selectFrom('prose_snapshots')
        .select((e) => e.fn.max('up_to').as('n'))
        .where('document', '=', document)
        .executeTakeFirst();
      const last = Math.max(Number(newest?.n ?? 0), Number(compacted?.n ?? 0));
      if (updates.length === 0) return last;
      await trx
        .insertInto('prose_updates')
        .values(
          updates.map(({ body, seat, at }, i) => ({ document, n: last + 1 + i, seat, at, body: Buffer.from(body) })),
        )
        .execute();
      return last + updates.length;
    }),

  compact: (document, upTo, snapshot) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('prose_snapshots')
        .values({ document, up_to: upTo, body: Buffer.from(snapshot) })
        .onConflict((conflict) => conflict.columns(['document', 'up_to']).doNothing())
        .execute();
      const kept = await trx
        .selectFrom('prose_snapshots')
        .select('up_to')
        .where('document', '=', document)
        .orderBy('up_to', 'desc')
        .limit(SNAPSHOTS_KEPT)
        .execute();
      const oldest = kept.at(-1)?.up_to ?? upTo;
      await trx.deleteFrom('prose_snapshots').where('document', '=', document).where('up_to', '<', oldest).execute();
      await trx.deleteFrom('prose_updates').where('document', '=', document).where('n', '<=', upTo).execute();
    }),

  quarantine: (document, reason, at) =>
    commits.write(async (trx) => {
      const updates = await trx.selectFrom('prose_updates').selectAll().where('document', '=', document).execute();
      const snapshots = await trx
        .selectFrom('prose_snapshots')
        .selectAll()
        .where('document', '=', document)
        .orderBy('up_to', 'desc')
        .execute();
      const aside = [
        ...updates.map((row) => ({ document, n: row.n, kind: 'update', reason, at, body: bytes(row.body) })),
        ...snapshots
          .slice(0, 1)
          .map((row) => ({ document, n: row.up_to, kind: 'snapshot', reason, at, body: bytes(row.body) })),
      ];
      for (const row of aside)
        await trx
          .insertInto('prose_quarantine')
          .values({ ...row, body: Buffer.from(row.body) })
          .execute();
      await trx.deleteFrom('prose_updates').where('document', '=', document).execute();
      const [damaged] = snapshots;
      if (damaged) {
        await trx
          .deleteFrom('prose_snapshots')
          .where('document', '=', document)
          .where('up_to', '=', damaged.up_to)
          .execute();
      }
      return read(trx, document);
    }),
});
