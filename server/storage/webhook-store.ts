/** Webhooks and their deliveries, in SQL. Owns that a happening becomes one delivery for each webhook; must not know how one is sent. */
import type { Instant, OwningOrganizationId } from '../../shared/kernel/ids.ts';
import type { DeliveryState, HappeningKind } from '../../shared/organization/scopes.ts';
import type { DeliveryRecord, WebhookRecord, WebhookStore } from '../ports/api.ts';
import type { CommitGroup, Write } from './commit-group.ts';
import type { Database } from './database.ts';
import type { WebhookDeliveriesTable, WebhooksTable } from './tables/api.ts';

const SHOWN = 100;

const toWebhook = (row: WebhooksTable): WebhookRecord => ({
  id: row.id,
  organization: row.organization as OwningOrganizationId,
  url: row.url,
  secret: row.secret,
  hears: JSON.parse(row.hears) as HappeningKind[],
  createdAt: row.created_at as Instant,
});

const toDelivery = (row: WebhookDeliveriesTable): DeliveryRecord => ({
  id: row.id,
  webhook: row.webhook,
  happening: row.happening,
  kind: row.kind as HappeningKind,
  body: row.body,
  createdAt: row.created_at as Instant,
  state: row.state as DeliveryState,
  tried: row.tried,
  nextAt: row.next_at as Instant,
  deliveredAt: row.delivered_at as Instant | null,
  answer: row.answer,
});

const hooksOf = async (db: Database | Write, organization: OwningOrganizationId): Promise<readonly WebhookRecord[]> => {
  const rows = await db
    .selectFrom('webhooks')
    .selectAll()
    .where('organization', '=', organization)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toWebhook);
};

export const createWebhookStore = (db: Database, commits: CommitGroup): WebhookStore => ({
  add: (webhook) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('webhooks')
        .values({
          id: webhook.id,
          organization: webhook.organization,
          url: webhook.url,
          secret: webhook.secret,
          hears: JSON.stringify(webhook.hears),
          created_at: webhook.createdAt,
        })
        .execute();
    }),

  list: (organization) => hooksOf(db, organization),

  remove: (organization, webhook) =>
    commits.write(async (trx) => {
      const own = await trx
        .selectFrom('webhooks')
        .select('id')
        .where('organization', '=', organization)
        .where('id', '=', webhook)
        .executeTakeFirst();
      if (!own) return false;
      await trx.deleteFrom('webhook_deliveries').where('webhook', '=', webhook).execute();
      await trx.deleteFrom('webhooks').where('id', '=', webhook).execute();
      return true;
    }),

  tell: (organization, happenings, now) =>
    commits.write(async (trx) => {
      const hooks = await hooksOf(trx, organization);
      const rows = happenings.flatMap(({ id: happening, kind, at, body }) =>
        hooks
          .filter(({ hears, createdAt }) => hears.includes(kind) && createdAt <= at)
          .map(({ id: webhook }) => ({
            id: `${webhook}.${happening}`,
            webhook,
            happening,
            kind,
            body,
            created_at: at,
            state: 'waiting',
            tried: 0,
            next_at: now,
            delivered_at: null,
            answer: null,
          })),
      );
      if (rows.length === 0) return 0;
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('webhook_deliveries')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['webhook', 'happening']).doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows ?? 0);
    }),

  async deliveries(organization, webhook) {
    const rows = await db
      .selectFrom('webhook_deliveries')
      .innerJoin('webhooks', 'webhooks.id', 'webhook_deliveries.webhook')
      .selectAll('webhook_deliveries')
      .where('webhooks.organization', '=', organization)
      .where('webhook_deliveries.webhook', '=', webhook)
      .orderBy('webhook_deliveries.created_at', 'desc')
      .orderBy('webhook_deliveries.id')
      .limit(SHOWN)
      .execute();
    return rows.map(toDelivery);
  },

  replay: (organization, delivery, now) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('webhook_deliveries')
        .set({ state: 'waiting', tried: 0, next_at: now, delivered_at: null, answer: null })
        .where('id', '=', delivery)
        .where('state', '!=', 'sending')
        .where('webhook', 'in', (query) =>
          query.selectFrom('webhooks').select('id').where('organization', '=', organization),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  claim: (now) =>
    commits.write(async (trx) => {
      const due = await trx
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst();
      if (!due) return null;
      const row = await trx
        .updateTable('webhook_deliveries')
        .set({ state: 'sending' })
        .where('id', '=', due.id)
        .where('state', '=', 'waiting')
        .returningAll()
        .executeTakeFirst();
      if (!row) return null;
      const hook = await trx.selectFrom('webhooks').selectAll().where('id', '=', row.webhook).executeTakeFirstOrThrow();
      return { ...toDelivery(row), url: hook.url, secret: hook.secret };
    }),

  async nextDue() {
    const row = await db
      .selectFrom('webhook_deliveries')
      .select('next_at')
      .where('state', '=', 'waiting')
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst();
    return row ? (row.next_at as Instant) : null;
  },

  mark: (delivery, { state, tried, nextAt, deliveredAt, answer }) =>
    commits.write(async (trx) => {
      await trx
        .updateTable('webhook_deliveries')
        .set({ state, tried, next_at: nextAt, delivered_at: deliveredAt, answer })
        .where('id', '=', delivery)
        .execute();
    }),

  wakeInterrupted: (now) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('webhook_deliveries')
        .set({ state: 'waiting', next_at: now })
        .where('state', '=', 'sending')
        .executeTakeFirst();
      return Number(numUpdatedRows);
    }),

  async toldUpTo(workshop) {
    const row = await db.selectFrom('webhook_told').select('seq').where('workshop', '=', workshop).executeTakeFirst();
    return row?.seq ?? 0;
  },

  setToldUpTo: (workshop, seq) =>
    commits.write(async (trx) => {
      await trx
        .insertInto('webhook_told')
        .values({ workshop, seq })
        .onConflict((conflict) => conflict.column('workshop').doUpdateSet({ seq }))
        .execute();
    }),

  purge: (before) =>
    commits.write(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom('webhook_deliveries')
        .where('created_at', '<', before)
        .where('state', 'in', ['delivered', 'failed'])
        .executeTakeFirst();
      return Number(numDeletedRows);
    }),
});
