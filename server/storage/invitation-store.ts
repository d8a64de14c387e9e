/**
 * Invitations in SQL. Owns that a claim, or what calendars are told, and the letters stand in one transaction; must not know when anything is due.
 */
import type { Instant, PersonId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language, LocalText } from '../../shared/kernel/language.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type {
  Invitation,
  InvitationAnswer,
  InvitationStore,
  ReminderClaim,
  ReminderKind,
  ToldCalendar,
  Watched,
} from '../ports/invitations.ts';
import type { LetterState } from '../ports/mail.ts';
import type { CommitGroup } from './commit-group.ts';
import type { Database } from './database.ts';
import { insertLetter } from './outbox-store.ts';
import type { InvitationsTable, ReminderClaimsTable, ToldCalendarsTable } from './tables/invitations.ts';

const invitationOf = (row: InvitationsTable): Invitation => ({
  id: row.id,
  workshop: row.workshop as WorkshopId,
  person: row.person === '' ? null : (row.person as PersonId),
  name: row.name,
  mail: row.mail,
  role: row.role as Role,
  language: row.language as Language,
  timeZone: row.time_zone,
  link: row.link,
  turn: row.turn,
  createdAt: row.created_at as Instant,
  letter: row.letter,
  answer: row.answer as InvitationAnswer | null,
  answeredAt: row.answered_at as Instant | null,
  testedAt: row.tested_at as Instant | null,
  revokedAt: row.revoked_at as Instant | null,
});

const rowOf = (one: Invitation): InvitationsTable => ({
  id: one.id,
  workshop: one.workshop,
  person: one.person ?? '',
  name: one.name,
  mail: one.mail,
  role: one.role,
  language: one.language,
  time_zone: one.timeZone,
  link: one.link,
  turn: one.turn,
  created_at: one.createdAt,
  letter: one.letter,
  answer: one.answer,
  answered_at: one.answeredAt,
  tested_at: one.testedAt,
  revoked_at: one.revokedAt,
});

const calendarOf = (row: ToldCalendarsTable): ToldCalendar => ({
  workshop: row.workshop as WorkshopId,
  sequence: row.sequence,
  occasion: row.occasion,
  startsAt: row.starts_at as Instant,
  endsAt: row.ends_at as Instant,
  timeZone: row.time_zone,
  title: JSON.parse(row.title) as LocalText,
  cancelledAt: row.cancelled_at as Instant | null,
});

const calendarRow = (one: ToldCalendar): ToldCalendarsTable => ({
  workshop: one.workshop,
  sequence: one.sequence,
  occasion: one.occasion,
  starts_at: one.startsAt,
  ends_at: one.endsAt,
  time_zone: one.timeZone,
  title: JSON.stringify(one.title),
  cancelled_at: one.cancelledAt,
});

const claimOf = (row: ReminderClaimsTable): ReminderClaim => ({
  workshop: row.workshop as WorkshopId,
  invitation: row.invitation,
  kind: row.kind as ReminderKind,
  occasion: row.occasion,
  at: row.at as Instant,
});

export const createInvitationStore = (db: Database, commits: CommitGroup): InvitationStore => ({
  add: (invitations, calendar, letters) =>
    commits.write(async (trx) => {
      const added: string[] = [];
      if (calendar !== null) {
        await trx
          .insertInto('told_calendars')
          .values(calendarRow(calendar))
          .onConflict((conflict) => conflict.column('workshop').doNothing())
          .execute();
      }
      for (const one of invitations) {
        const row = await trx
          .insertInto('invitations')
          .values(rowOf(one))
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (row !== undefined) added.push(row.id);
      }
      for (const { invitation, letter } of letters) if (added.includes(invitation)) await insertLetter(trx, letter);
      return added;
    }),

  async of(workshop) {
    const rows = await db
      .selectFrom('invitations')
      .selectAll()
      .where('workshop', '=', workshop)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(invitationOf);
  },

  async byLink(link) {
    const row = await db.selectFrom('invitations').selectAll().where('link', '=', link).executeTakeFirst();
    return row ? invitationOf(row) : null;
  },

  async calendar(workshop) {
    const row = await db.selectFrom('told_calendars').selectAll().where('workshop', '=', workshop).executeTakeFirst();
    return row ? calendarOf(row) : null;
  },

  tell: (from, to, letters) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('told_calendars')
        .set(calendarRow(to))
        .where('workshop', '=', to.workshop)
        .where('sequence', '=', from)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      for (const { invitation, letter } of letters) {
        await insertLetter(trx, letter);
        await trx.updateTable('invitations').set({ letter: letter.key }).where('id', '=', invitation).execute();
      }
      return true;
    }),

  claim: (claim, letter) =>
    commits.write(async (trx) => {
      const row = await trx
        .insertInto('reminder_claims')
        .values(claim)
        .onConflict((conflict) => conflict.doNothing())
        .returning('invitation')
        .executeTakeFirst();
      if (row === undefined) return false;
      if (letter !== null) await insertLetter(trx, letter);
      return true;
    }),

  async claims(workshop) {
    const rows = await db.selectFrom('reminder_claims').selectAll().where('workshop', '=', workshop).execute();
    return rows.map(claimOf);
  },

  sendAgain: ({ invitation, letter }, turn) =>
    commits.write(async (trx) => {
      await insertLetter(trx, letter);
      await trx.updateTable('invitations').set({ letter: letter.key, turn }).where('id', '=', invitation).execute();
    }),

  answer: (invitation, answer, at) =>
    commits.write(async (trx) => {
      await trx.updateTable('invitations').set({ answer, answered_at: at }).where('id', '=', invitation).execute();
    }),

  place: (invitation, timeZone, language) =>
    commits.write(async (trx) => {
      await trx
        .updateTable('invitations')
        .set({ time_zone: timeZone, language })
        .where('id', '=', invitation)
        .execute();
    }),

  tested: (invitation, at) =>
    commits.write(async (trx) => {
      await trx.updateTable('invitations').set({ tested_at: at }).where('id', '=', invitation).execute();
    }),

  revoke: (workshop, invitation, at, letter) =>
    commits.write(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('invitations')
        .set({ revoked_at: at })
        .where('workshop', '=', workshop)
        .where('id', '=', invitation)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      if (letter !== null) await insertLetter(trx, letter);
      return true;
    }),

  async letterStates(keys) {
    if (keys.length === 0) return new Map();
    const rows = await db.selectFrom('outbox').select(['key', 'state']).where('key', 'in', keys).execute();
    return new Map(rows.map(({ key, state }) => [key, state as LetterState]));
  },

  async watched(endedAfter) {
    const rows = await db
      .selectFrom('workshops')
      .select(['id', 'phase', 'starts_at', 'ended_at'])
      .where('id', 'in', (q) => q.selectFrom('invitations').select('workshop').where('revoked_at', 'is', null))
      .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>', endedAfter)]))
      .execute();
    return rows.map((row) => ({
      id: row.id as WorkshopId,
      phase: row.phase as Watched['phase'],
      startsAt: row.starts_at as Instant | null,
      endedAt: row.ended_at as Instant | null,
    }));
  },
});
