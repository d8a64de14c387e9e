/** What is taken out of links, seats and their keys, of a person and by age. Must not know when, or why. */
import type { Instant, WorkshopId } from '../../shared/kernel/ids.ts';
import type { AccessStore } from '../ports/access.ts';
import type { Write } from './commit-group.ts';

export const forgetPerson = async (
  trx: Write,
  workshop: WorkshopId,
  { person, seats, barred }: Parameters<AccessStore['forgetPerson']>[1],
  at: Instant,
): Promise<void> => {
  for (const seat of seats) {
    const keeps = barred.includes(seat) ? {} : { browser_hash: null };
    await trx.deleteFrom('seat_keys').where('seat', '=', seat).execute();
    await trx
      .updateTable('seats')
      // No token hashes to this, so nothing opens it.
      .set({ token_hash: `none:${seat}`, account: null, ...keeps })
      .where('workshop', '=', workshop)
      .where('seat', '=', seat)
      .execute();
  }
  await trx
    .updateTable('links')
    .set((e) => ({ revoked_at: e.fn.coalesce('revoked_at', e.val<number>(at)), label: '', person: null }))
    .where('workshop', '=', workshop)
    .where('person', '=', person)
    .execute();
  await trx
    .updateTable('approval_links')
    .set((e) => ({ revoked_at: e.fn.coalesce('revoked_at', e.val<number>(at)), mail: null }))
    .where('workshop', '=', workshop)
    .where('person', '=', person)
    .execute();
  await trx
    .updateTable('approval_answers')
    .set({ suggestion: null })
    .where('workshop', '=', workshop)
    .where('person', '=', person)
    .execute();
  await trx.deleteFrom('invitations').where('workshop', '=', workshop).where('person', '=', person).execute();
  await trx.deleteFrom('directory_suggestions').where('workshop', '=', workshop).where('person', '=', person).execute();
};

export const purgeAccess = async (trx: Write, before: Instant): Promise<number> => {
  const over = trx.selectFrom('workshops').select('id').where('ended_at', '<', before);
  const counts = [
    await trx
      .deleteFrom('links')
      .where((e) => e.or([e('revoked_at', '<', before), e('expires_at', '<', before)]))
      .executeTakeFirst(),
    await trx
      .updateTable('approval_links')
      .set({ mail: null })
      .where('mail', 'is not', null)
      .where((e) => e.or([e('revoked_at', '<', before), e('expires_at', '<', before)]))
      .executeTakeFirst(),
    await trx
      .deleteFrom('invitations')
      .where((e) => e.or([e('revoked_at', '<', before), e('workshop', 'in', over)]))
      .executeTakeFirst(),
    await trx.deleteFrom('reminder_claims').where('workshop', 'in', over).executeTakeFirst(),
    await trx
      .updateTable('links')
      .set({ label: '' })
      .where('label', '!=', '')
      .where('workshop', 'in', over)
      .executeTakeFirst(),
    await trx
      .updateTable('seats')
      .set({ browser_hash: null })
      .where('browser_hash', 'is not', null)
      .where('workshop', 'in', over)
      .executeTakeFirst(),
    await trx
      .updateTable('seat_keys')
      .set({ browser_hash: null })
      .where('browser_hash', 'is not', null)
      .where('seat', 'in', trx.selectFrom('seats').select('seat').where('workshop', 'in', over))
      .executeTakeFirst(),
  ];
  return counts.reduce(
    (sum, one) => sum + Number('numDeletedRows' in one ? one.numDeletedRows : one.numUpdatedRows),
    0,
  );
};
