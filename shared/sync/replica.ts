/**
 * The replica: one viewer's confirmed view of a workshop and the hopes over it, as plain values and pure functions.
 * Owns learning, gaps, hoping and giving up. Must not know sockets or screens. Rules X1–X7 of workshop/SPEC.md.
 *
 * A hope is a command this viewer has sent and the server has not yet answered for. What is visible = confirmed, then each hope decided again
 * in order; a hope the rules would refuse shows nothing but stays until the server speaks.
 */
import type { CommandId, Instant, SeatId } from '../kernel/ids.ts';
import { decide, evolve, evolveEntry } from '../workshop/decider.ts';
import { viewClass } from '../workshop/view-for.ts';
import type { Entry, WorkshopCommand, WorkshopState } from '../workshop/workshop.ts';

export interface Hope {
  readonly id: CommandId;
  readonly command: WorkshopCommand;
  readonly at: Instant;
}

export interface Replica {
  readonly seat: SeatId;
  readonly seq: number;
  readonly confirmed: WorkshopState;
  readonly hopes: readonly Hope[];
}

export type Learnt = {
  readonly replica: Replica;
  /** Set when entries are missing: ask for everything after this seq. */ readonly gapAfter: number | null;
};

export const replicaOf = (seat: SeatId, seq: number, confirmed: WorkshopState): Replica => ({
  seat,
  seq,
  confirmed,
  hopes: [],
});

/** A repeated or older entry changes nothing; one that jumps ahead is not taken, and the gap is told. */
export const learn = (replica: Replica, entry: Entry): Learnt => {
  if (entry.seq <= replica.seq) return { replica, gapAfter: null };
  if (entry.seq > replica.seq + 1) return { replica, gapAfter: replica.seq };
  return {
    replica: {
      ...replica,
      seq: entry.seq,
      confirmed: evolveEntry(replica.confirmed, entry),
      hopes: replica.hopes.filter((hope) => hope.id !== entry.cause),
    },
    gapAfter: null,
  };
};

/** An older snapshot than what is known is not taken; hopes stay, since a snapshot does not say which commands it holds. */
export const learnSnapshot = (replica: Replica, seq: number, view: WorkshopState): Replica =>
  seq < replica.seq ? replica : { ...replica, seq, confirmed: view };

export const hope = (replica: Replica, hoped: Hope): Replica => ({ ...replica, hopes: [...replica.hopes, hoped] });

/** The server answered: refused, or appended as an entry that this replica holds already (by entry or snapshot). */
export const abandon = (replica: Replica, id: CommandId): Replica => ({
  ...replica,
  hopes: replica.hopes.filter((one) => one.id !== id),
});

/** What the screen shows. Hopes apply only where the viewer sees enough to decide as the server will. */
export const visible = ({ confirmed, hopes, seat }: Replica): WorkshopState => {
  const viewer = viewClass(confirmed, seat);
  if (viewer === 'stranger' || viewer === 'waiting') return confirmed;
  return hopes.reduce((state, { id, command, at }) => {
    const context = { by: { kind: 'seat', seat } as const, at, cause: id };
    const decision = decide(state, command, context);
    return decision.ok ? decision.events.reduce((reached, event) => evolve(reached, event, context), state) : state;
  }, confirmed);
};
