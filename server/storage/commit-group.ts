/**
 * Group commit: everything written within one turn of the event loop becomes one transaction, so that a crowd pays for one fsync.
 * Owns batching and its failure: when a batch fails, each piece is tried alone, so that one bad piece fails alone.
 */
import type { Transaction } from 'kysely';
import { asFault } from './as-fault.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

/** Where a piece of work writes. */
export type Write = Transaction<Tables>;
type Work<T> = (trx: Write) => Promise<T>;

interface Piece {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

export interface CommitGroup {
  /** Resolves when the work is durable; rejects with a Fault when it is not written at all. */
  write<T>(work: Work<T>): Promise<T>;
}

export const createCommitGroup = (db: Database): CommitGroup => {
  let waiting: Piece[] = [];
  let running = false;

  const alone = async (piece: Piece): Promise<void> => {
    try {
      piece.resolve(await db.transaction().execute(piece.work));
    } catch (cause) {
      piece.reject(asFault(cause));
    }
  };

  const together = async (pieces: readonly Piece[]): Promise<void> => {
    const [only] = pieces;
    if (pieces.length === 1 && only) return alone(only);
    try {
      const answers = await db.transaction().execute(async (trx) => {
        const done: unknown[] = [];
        for (const piece of pieces) done.push(await piece.work(trx));
        return done;
      });
      pieces.forEach((piece, i) => piece.resolve(answers[i]));
    } catch {
      for (const piece of pieces) await alone(piece);
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const pieces = waiting;
      waiting = [];
      await together(pieces);
    }
    running = false;
  };

  return {
    write: <T>(work: Work<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        if (running) return;
        running = true;
        setImmediate(() => void drain());
      }),
  };
};
