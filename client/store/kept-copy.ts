/**
 * What this browser keeps of a workshop's board so that a page opened anew without a line is whole: the document's changes, and how the workshop was
 * last shown. One copy a seat, gone with the seat. Owns the keeping; must not know what is kept. A browser that forbids it merely keeps nothing.
 */
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import { keptSeat, recall, remember } from './memory.ts';

/** A list of the copies that this browser has, with when each was last written to, by its name. */
const COPIES = 'plenary.copies';
/** A copy nobody came back to; whatever was written is on the server long since, or its seat is over. */
const OLD_MS = 14 * 24 * 3600 * 1000;
/** So many changes are folded into one when the copy is opened. */
const MANY = 50;

const PREFIX = 'plenary-board';
const nameOf = (workshop: WorkshopId, seat: SeatId): string => `${PREFIX}.${workshop}.${seat}`;

const listed = (): Readonly<Record<string, number>> => {
  try {
    const kept = JSON.parse(recall(COPIES) ?? '{}') as unknown;
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, number>) : {};
  } catch {
    return {};
  }
};
const list = (name: string, at: number | null): void => {
  const { [name]: _, ...others } = listed();
  remember(COPIES, JSON.stringify(at === null ? others : { ...others, [name]: at }));
};

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the copy cannot be used'));
  });

const opened = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('changes', { autoIncrement: true });
    request.result.createObjectStore('shown');
  };
  return done(request);
};

export class KeptCopy {
  readonly #name: string;
  #place: Promise<IDBDatabase | null> | null = null;
  #closed = false;

  constructor(workshop: WorkshopId, seat: SeatId) {
    this.#name = nameOf(workshop, seat);
  }

  /** Every change that was kept, oldest first; null when nothing can be kept here. */
  async changes(): Promise<{ readonly changes: readonly Uint8Array[]; readonly many: boolean } | null> {
    const kept = await this.#with('changes', 'readonly', (store) => done(store.getAll()));
    if (kept === null) return null;
    const changes = kept.filter((one): one is Uint8Array => one instanceof Uint8Array);
    return { changes, many: changes.length > MANY };
  }

  add(change: Uint8Array): void {
    void this.#with('changes', 'readwrite', (store) => done(store.add(change)));
  }

  /** One change in the place of all that were kept before. */
  fold(whole: Uint8Array): void {
    void this.#with('changes', 'readwrite', (store) => {
      store.clear();
      return done(store.add(whole));
    });
  }

  /** What stands under that word; null when nothing does. */
  recall(word: string): Promise<unknown> {
    return this.#with('shown', 'readonly', (store) => done(store.get(word) as IDBRequest<unknown>));
  }

  remember(word: string, value: unknown): void {
    void this.#with('shown', 'readwrite', (store) => done(store.put(value, word)));
  }

  close(): void {
    this.#closed = true;
    void this.#place?.then((place) => place?.close());
    this.#place = null;
  }

  async #with<T>(
    store: 'changes' | 'shown',
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => Promise<T>,
  ): Promise<T | null> {
    if (this.#closed) return null;
    try {
      this.#place ??= this.#open();
      const place = await this.#place;
      if (place === null) return null;
      const change = place.transaction(store, mode);
      const acted = act(change.objectStore(store));
      // Sent off at once: a page that is opened anew in the next moment would break off what still waits for its answer.
      if (mode === 'readwrite') change.commit();
      return await acted;
    } catch {
      return null;
    }
  }

  async #open(): Promise<IDBDatabase | null> {
    try {
      const place = await opened(this.#name);
      // Another page throws the copy away: nothing holds it back.
      place.onversionchange = () => place.close();
      list(this.#name, Date.now());
      return place;
    } catch {
      return null;
    }
  }
}

/** The seat is over here: nothing of it stays in this browser. */
export const dropCopy = (workshop: WorkshopId, seat: SeatId): void => dropNamed(nameOf(workshop, seat));

const dropNamed = (name: string): void => {
  list(name, null);
  try {
    indexedDB.deleteDatabase(name);
  } catch {
    // A browser that forbids keeping has kept nothing.
  }
};

/** Copies of seats that this browser no longer has, and those nobody came back to. */
export const dropStrayCopies = (now: number): void => {
  for (const [name, at] of Object.entries(listed())) {
    const [, workshop = '', seat = ''] = name.split('.');
    if (keptSeat(workshop as WorkshopId)?.seat !== seat || now - at > OLD_MS) dropNamed(name);
  }
};
