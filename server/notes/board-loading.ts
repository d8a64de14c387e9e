/**
 * Brings a stored document into memory. Owns the reading of snapshot and log, and what happens when they are damaged: the stored document is
 * put aside whole, and what is still readable goes on under its name. Must not know sockets. A failed load never ends in an empty document.
 */
import * as Y from 'yjs';
import type { Clock, ProseStore, StoredProse } from '../ports.ts';
import type { NotesCount, NotesLog } from './notes-options.ts';

export interface LoadedDocument {
  readonly document: Y.Doc;
  /** Number of the last stored update. */
  readonly last: number;
  /** Updates stored since the snapshot. */
  readonly tail: number;
  /** Put together again after damage: a client may then bring back what others wrote. */
  readonly recovered: boolean;
}

/** Applies what can be applied; answers whether all of it was whole and nothing is missing in between. */
const applyAll = (document: Y.Doc, stored: StoredProse): boolean => {
  let whole = true;
  for (const update of [...(stored.snapshot === null ? [] : [stored.snapshot]), ...stored.updates]) {
    try {
      Y.decodeUpdate(update);
      Y.applyUpdate(document, update);
    } catch {
      whole = false;
    }
  }
  return whole && !forgetPending(document);
};

/** Yjs keeps updates whose predecessors are missing; a hole is never stored or sent on. Answers whether there was one. */
export const forgetPending = (document: Y.Doc): boolean => {
  const { store } = document;
  const pending = store.pendingStructs !== null || store.pendingDs !== null;
  store.pendingStructs = null;
  store.pendingDs = null;
  return pending;
};

export interface LoadingPorts {
  readonly prose: ProseStore;
  readonly clock: Clock;
  readonly count: (what: NotesCount) => void;
  readonly log: NotesLog;
}

/** Rejects with the store's fault; nothing is then in memory and nothing is written. */
export const loadDocument = async (
  name: string,
  { prose, clock, count, log }: LoadingPorts,
): Promise<LoadedDocument> => {
  const stored = await prose.load(name);
  const document = new Y.Doc({ gc: true });
  if (applyAll(document, stored)) return { document, last: stored.last, tail: stored.updates.length, recovered: false };

  count('notes.quarantined');
  log.error({ document: name, updates: stored.updates.length }, 'a stored notes document is damaged and was put aside');
  const lastGood = await prose.quarantine(name, 'notes/damaged', clock.now());
  const recovered = new Y.Doc({ gc: true });
  applyAll(recovered, lastGood);
  applyAll(recovered, { ...stored, last: 0 });
  document.destroy();
  const state = Y.encodeStateAsUpdate(recovered);
  const last = await prose.append(name, [{ body: state, seat: null, at: clock.now() }]);
  return { document: recovered, last, tail: 1, recovered: true };
};
