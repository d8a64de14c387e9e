/** What seats have in common, read from seats and their further keys. Must not know what follows from it. */
import type { AccountId, SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { SeatTraits } from '../ports/access.ts';
import type { Database } from './database.ts';

/** PostgreSQL takes 65,535 bound values, SQLite 32,766. */
const IDS_AT_ONCE = 5_000;

const traitsOf = async (
  db: Database,
  workshop: WorkshopId,
  seats: readonly string[],
): Promise<readonly SeatTraits[]> => {
  if (seats.length === 0) return [];
  const rows = await db
    .selectFrom('seats')
    .leftJoin('seat_keys', 'seat_keys.seat', 'seats.seat')
    .select(['seats.seat', 'seats.link', 'seats.account', 'seats.browser_hash', 'seat_keys.browser_hash as other'])
    .where('seats.workshop', '=', workshop)
    .where('seats.seat', 'in', seats)
    .orderBy('seats.created_at')
    .execute();
  const found = new Map<string, { link: string; account: string | null; browsers: Set<string> }>();
  for (const row of rows) {
    const one = found.get(row.seat) ?? { link: row.link, account: row.account, browsers: new Set<string>() };
    found.set(row.seat, one);
    for (const browser of [row.browser_hash, row.other]) if (browser !== null) one.browsers.add(browser);
  }
  return [...found].map(([seat, { link, account, browsers }]) => ({
    seat: seat as SeatId,
    link,
    account: account as AccountId | null,
    browsers: [...browsers],
  }));
};

export const seatTraits = async (
  db: Database,
  workshop: WorkshopId,
  seats: readonly SeatId[],
): Promise<readonly SeatTraits[]> => {
  const all: SeatTraits[] = [];
  for (let i = 0; i < seats.length; i += IDS_AT_ONCE)
    all.push(...(await traitsOf(db, workshop, seats.slice(i, i + IDS_AT_ONCE))));
  return all;
};

export const sharingSeats = async (
  db: Database,
  workshop: WorkshopId,
  { browsers, account, link }: { browsers: readonly string[]; account: AccountId | null; link: string | null },
): Promise<readonly SeatTraits[]> => {
  if (browsers.length === 0 && account === null && link === null) return [];
  const rows = await db
    .selectFrom('seats')
    .select('seats.seat')
    .where('workshop', '=', workshop)
    .where((e) =>
      e.or([
        ...(browsers.length === 0
          ? []
          : [
              e('browser_hash', 'in', browsers),
              e(
                'seats.seat',
                'in',
                e.selectFrom('seat_keys').select('seat_keys.seat').where('seat_keys.browser_hash', 'in', browsers),
              ),
            ]),
        ...(account === null ? [] : [e('account', '=', account)]),
        ...(link === null ? [] : [e('link', '=', link)]),
      ]),
    )
    .execute();
  return seatTraits(
    db,
    workshop,
    rows.map(({ seat }) => seat as SeatId),
  );
};
