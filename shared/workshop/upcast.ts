/**
 * Entries of older versions brought up to today's when they are read. Owns the table; each row turns version v into v + 1.
 * Lifting never rewrites the log itself; what is to be forgotten does (erasing.ts).
 */
import { LOG_VERSION, type Entry } from './workshop.ts';

/** An entry as it may stand in an old log: only its frame is known. */
export type StoredEntry = Omit<Entry, 'events'> & { readonly events: readonly { readonly type: string }[] };

export type Upcasters = Readonly<Record<number, (entry: StoredEntry) => StoredEntry>>;

export type Upcast =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly reason: 'newer' | 'noUpcaster'; readonly v: number };

/** Version 1 is the first, so nothing needs bringing up yet. */
const UPCASTERS: Upcasters = {};

export const upcastWith = (upcasters: Upcasters, today: number, stored: StoredEntry): Upcast => {
  if (stored.v > today) return { ok: false, reason: 'newer', v: stored.v };
  let entry = stored;
  while (entry.v < today) {
    const next = upcasters[entry.v];
    if (!next) return { ok: false, reason: 'noUpcaster', v: entry.v };
    entry = { ...next(entry), v: entry.v + 1 };
  }
  return { ok: true, entry: entry as Entry };
};

export const upcast = (stored: StoredEntry): Upcast => upcastWith(UPCASTERS, LOG_VERSION, stored);
