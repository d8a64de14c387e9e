/**
 * Who acts. Owns the shape only. Identity always comes from the connection, never from the message:
 * `seat` is a person at the table, `door` the server seating and unseating people, `clock` a deadline that came due,
 * `host` the installation itself (import, creation, command line). `unnamed` acts nowhere: so the log says it of a seat whose name it must not hold.
 */
import type { CommandId, Instant, SeatId } from '../kernel/ids.ts';

export type Actor =
  | { readonly kind: 'seat'; readonly seat: SeatId }
  | { readonly kind: 'door' }
  | { readonly kind: 'clock' }
  | { readonly kind: 'host' }
  | { readonly kind: 'unnamed' };

/** What `decide` may know besides the state: who, when (the server's clock), and the id of the command. */
export interface Context {
  readonly by: Actor;
  readonly at: Instant;
  readonly cause: CommandId;
  /** What lies in the ballot box that this command opens (concealed.ts); only the server has it. */
  readonly box?: readonly number[];
}

/** What `evolve` may know besides the event. */
export type Circumstance = Omit<Context, 'box'>;
