/** Approvals in SQL: personal links by the hash of their secret, and every answer in its order. */
import type { Instant, PersonId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { SubjectKind } from '../../shared/drafting/voices.ts';
import type { ApprovalAnswer, ApprovalLink, ApprovalStore, ApprovalWord } from '../ports/drafts.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import type { ApprovalAnswersTable, ApprovalLinksTable } from './tables/drafts.ts';

const linkOf = (row: ApprovalLinksTable): ApprovalLink => ({
  id: row.id,
  workshop: row.workshop as WorkshopId,
  person: row.person as PersonId,
  secretHash: row.secret_hash,
  language: row.language as Language,
  mail: row.mail,
  createdAt: row.created_at as Instant,
  expiresAt: row.expires_at as Instant,
  revokedAt: row.revoked_at as Instant | null,
  openedAt: row.opened_at as Instant | null,
});

const answerOf = (row: ApprovalAnswersTable): ApprovalAnswer => ({
  id: row.id,
  workshop: row.workshop as WorkshopId,
  person: row.person as PersonId,
  link: row.link,
  kind: row.kind as SubjectKind,
  hash: row.hash,
  answer: row.answer as ApprovalWord,
  suggestion: row.suggestion,
  at: row.at as Instant,
});

export const createApprovalStore = (db: Database, commits: CommitGroup): ApprovalStore => ({
  issue: (link) =>
    commits.write(async (trx) => {
      await trx
        .updateTable('approval_links')
        .set({ revoked_at: link.createdAt })
        .where('workshop', '=', link.workshop)
        .where('person', '=', link.person)
        .where('revoked_at', 'is', null)
        .execute();
      await trx
        .insertInto('approval_links')
        .values({
          id: link.id,
          workshop: link.workshop,
          person: link.person,
          secret_hash: link.secretHash,
          language: link.language,
          mail: link.mail,
          created_at: link.createdAt,
          expires_at: link.expiresAt,
          revoked_at: link.revokedAt,
          opened_at: link.openedAt,
        })
        .execute();
    }),

  async findLink(secretHash) {
    const row = await db
      .selectFrom('approval_links')
      .selectAll()
      .where('secret_hash', '=', secretHash)
      .executeTakeFirst();
    return row === undefined ? null : linkOf(row);
  },

  async links(workshop) {
    const rows = await db
      .selectFrom('approval_links')
      .selectAll()
      .where('workshop', '=', workshop)
      .orderBy('created_at', 'desc')
      .orderBy('revoked_at', 'desc')
      .execute();
    return rows.map(linkOf);
  },

  revoke: (workshop, person, at) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('approval_links')
        .set({ revoked_at: at })
        .where('workshop', '=', workshop)
        .where('person', '=', person)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),

  opened: (id, at) =>
    commits.write(async (trx) => {
      await trx
        .updateTable('approval_links')
        .set({ opened_at: at })
        .where('id', '=', id)
        .where('opened_at', 'is', null)
        .execute();
    }),

  answer: (answer) =>
    commits.write(async (trx) => {
      const last = await trx
        .selectFrom('approval_answers')
        .select((e) => e.fn.max('nth').as('nth'))
        .where('workshop', '=', answer.workshop)
        .executeTakeFirst();
      await trx
        .insertInto('approval_answers')
        .values({ ...answer, nth: (last?.nth ?? 0) + 1 })
        .execute();
    }),

  async answers(workshop) {
    const rows = await db
      .selectFrom('approval_answers')
      .selectAll()
      .where('workshop', '=', workshop)
      .orderBy('nth')
      .execute();
    return rows.map(answerOf);
  },
});
