/** Passing signs as they are seen: the last of each seat, for a few seconds. Owns how long; must not know where they are shown. */
import { signal } from '@lit-labs/signals';
import type { SeatId } from '../../shared/kernel/ids.ts';
import type { Reaction } from '../../shared/protocol/workshop-messages.ts';
import type { Connection } from '../connection/connection.ts';
import type { Readable } from '../connection/signals.ts';

const SEEN_MS = 5_000;

export const passingReactions = (connection: Pick<Connection, 'listen'>): Readable<ReadonlyMap<SeatId, Reaction>> => {
  const reactions$ = signal<ReadonlyMap<SeatId, Reaction>>(new Map());
  const latest = new Map<SeatId, symbol>();
  connection.listen({
    reacted(seat, reaction) {
      const turn = Symbol();
      latest.set(seat, turn);
      reactions$.set(new Map(reactions$.get()).set(seat, reaction));
      setTimeout(() => {
        if (latest.get(seat) !== turn) return;
        latest.delete(seat);
        reactions$.set(new Map([...reactions$.get()].filter(([one]) => one !== seat)));
      }, SEEN_MS);
    },
  });
  return reactions$;
};
